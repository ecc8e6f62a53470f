// The week: a scheduled story is moved by dragging it or by the arrow keys; the server has the last word.
(function () {
  "use strict";
  var week = document.getElementById("week");
  if (!week) return;
  var says = document.getElementById("calendar-says");
  var refuses = document.getElementById("calendar-refuses");
  var isWide = window.matchMedia("(min-width: 64rem)");
  var DAY = 24 * 60, QUARTER = 15, HOUR = 60;
  var START = 6; // pixels, from a press to a drag
  var EDGE = 60; // pixels from the window's edge within which a drag scrolls
  var isPlacing = false;
  var moving = null; // { card, at, way }: the story in hand and where it would go

  // ── Times: local ones, as text, counted in minutes of UTC so that no zone of this browser matters ──

  function minutes(at) {
    return Date.parse(at + ":00Z") / 60000;
  }

  function written(count) {
    return new Date(count * 60000).toISOString().slice(0, 16);
  }

  function digits(text) {
    if (!("eastern" in week.dataset)) return text;
    return text.replace(/[0-9]/g, function (digit) {
      return String.fromCharCode(0x660 + Number(digit));
    });
  }

  function hourOf(at) {
    return digits(at.slice(11));
  }

  function dayOf(at) {
    return week.querySelector('[data-day="' + at.slice(0, 10) + '"]');
  }

  function slotOf(at) {
    var hour = Number(at.slice(11, 13));
    return Array.prototype.find.call(dayOf(at).querySelectorAll(".slot"), function (slot) {
      return hour >= Number(slot.dataset.from) && hour < Number(slot.dataset.to);
    });
  }

  // ── Saying ──

  function say(place, text) {
    says.hidden = refuses.hidden = true;
    place.textContent = text;
    place.hidden = !text;
  }

  function told(name, at) {
    return week.dataset[name].replace("{day}", dayOf(at).dataset.label).replace("{hour}", hourOf(at));
  }

  // ── Where a story stands ──

  // Among the stories of its slot by time; whoever had the focus keeps it.
  function place(card, at) {
    var slot = slotOf(at);
    var hasFocus = document.activeElement === card;
    var next = Array.prototype.find.call(slot.children, function (other) {
      return other !== card && (!other.dataset.at || other.dataset.at > at);
    });
    card.querySelector(".slot-card__hour").textContent = hourOf(at);
    if (card.parentNode !== slot || card.nextElementSibling !== (next || null)) {
      isPlacing = true; // leaving the page's tree takes the focus away: that is nobody's doing
      slot.insertBefore(card, next || null);
      if (hasFocus) card.focus({ preventScroll: true });
      isPlacing = false;
    }
    week.querySelectorAll(".week__day").forEach(function (day) {
      day.classList.toggle("week__day--empty", !day.querySelector(".slot > *"));
    });
  }

  function begin(card, way) {
    moving = { card: card, at: card.dataset.at, way: way };
    card.classList.add("is-moving");
  }

  function end() {
    if (!moving) return null;
    var done = moving;
    moving = null;
    done.card.classList.remove("is-moving", "is-dragged");
    done.card.style.translate = "";
    document.documentElement.classList.remove("is-dragging");
    target(null);
    return done;
  }

  function giveUp(text) {
    var done = end();
    if (!done) return;
    place(done.card, done.card.dataset.at);
    say(says, text || told("back", done.card.dataset.at));
  }

  function settle() {
    var done = end();
    if (!done) return;
    place(done.card, done.at);
    if (done.at === done.card.dataset.at) return say(says, told("back", done.at));
    send(done.card, done.at);
  }

  // ── The server decides ──

  function send(card, at) {
    var form = card.querySelector("form");
    var body = new FormData(form);
    body.set("_at_0", at.slice(0, 10));
    body.set("_at_1", at.slice(11));
    card.classList.add("is-sent");
    card.setAttribute("aria-busy", "true");
    fetch(form.action, { method: "POST", body: body, headers: { Accept: "application/json" }, redirect: "error" })
      .then(function (answer) {
        return answer.json();
      })
      .then(function (answer) {
        if (answer.problems) return refuse(card, answer.problems.join(" "));
        card.dataset.at = at;
        card.querySelector("time").dateTime = at;
        form.elements["_at_0"].value = digits(at.slice(8, 10) + "/" + at.slice(5, 7) + "/" + at.slice(0, 4));
        form.elements["_at_1"].value = hourOf(at);
        var late = card.querySelector(".late");
        if (late) late.hidden = true;
        say(says, told("moved", at));
      })
      .catch(function () {
        refuse(card, week.dataset.failed);
      })
      .then(function () {
        card.classList.remove("is-sent");
        card.removeAttribute("aria-busy");
      });
  }

  function refuse(card, why) {
    place(card, card.dataset.at);
    say(refuses, why);
  }

  // ── By keyboard ──

  function step(event) {
    var rtl = getComputedStyle(week).direction === "rtl";
    var unit = event.shiftKey ? QUARTER : HOUR;
    return {
      ArrowUp: -unit,
      ArrowDown: unit,
      ArrowRight: rtl ? -DAY : DAY,
      ArrowLeft: rtl ? DAY : -DAY,
    }[event.key];
  }

  week.addEventListener("keydown", function (event) {
    var card = event.target;
    if (!card.classList.contains("slot-card--movable") || card.getAttribute("aria-busy")) return;
    var by = step(event);
    if (by && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!moving) begin(card, "keys");
      var at = written(minutes(moving.at) + by);
      if (!dayOf(at)) return say(says, week.dataset.edge);
      moving.at = at;
      place(card, at);
      card.scrollIntoView({ block: "nearest" });
      say(says, told("moving", at));
    } else if (event.key === "Enter" && moving) {
      event.preventDefault();
      settle();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") giveUp();
  });

  week.addEventListener("focusout", function (event) {
    if (!isPlacing && moving && moving.way === "keys" && event.target === moving.card) giveUp();
  });

  // ── By hand ──

  var pressed = null;

  function target(slot) {
    week.querySelectorAll(".is-target").forEach(function (one) {
      if (one !== slot) one.classList.remove("is-target");
    });
    if (slot) slot.classList.add("is-target");
  }

  // Into another slot with the same minutes; within its own slot a story stays as it is.
  function timeIn(slot, at) {
    var hour = Number(at.slice(11, 13));
    var from = Number(slot.dataset.from);
    if (hour < from || hour >= Number(slot.dataset.to)) hour = from;
    return slot.parentNode.dataset.day + "T" + String(hour).padStart(2, "0") + at.slice(13);
  }

  week.addEventListener("pointerdown", function (event) {
    var card = event.target.closest(".slot-card--movable");
    if (!card || moving || card.getAttribute("aria-busy") || !isWide.matches) return;
    // A finger scrolls, and what can be pressed is pressed.
    if (event.button || event.pointerType === "touch" || event.target.closest("form, summary")) return;
    pressed = { card: card, x: event.clientX, y: event.clientY, scroll: window.scrollY };
  });

  document.addEventListener("pointermove", function (event) {
    if (!pressed) return;
    var x = event.clientX - pressed.x;
    var y = event.clientY - pressed.y;
    if (!moving) {
      if (Math.hypot(x, y) < START) return;
      begin(pressed.card, "hand");
      pressed.card.classList.add("is-dragged");
      document.documentElement.classList.add("is-dragging");
    }
    if (event.clientY < EDGE) window.scrollBy(0, -EDGE / 4);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 4);
    pressed.card.style.translate = x + "px " + (y + window.scrollY - pressed.scroll) + "px";
    var under = document.elementFromPoint(event.clientX, event.clientY);
    var slot = under && under.closest(".slot");
    target(slot);
    moving.at = slot ? timeIn(slot, pressed.card.dataset.at) : pressed.card.dataset.at;
    pressed.card.querySelector(".slot-card__hour").textContent = hourOf(moving.at);
    say(says, told("moving", moving.at));
  });

  document.addEventListener("pointerup", function () {
    if (pressed && moving && moving.way === "hand") {
      settle();
      // The press ended a drag and is no press on the title's link.
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(function () {
        window.removeEventListener("click", swallow, { capture: true });
      }, 0);
    }
    pressed = null;
  });

  document.addEventListener("pointercancel", function () {
    pressed = null;
    giveUp();
  });

  function swallow(event) {
    event.preventDefault();
    event.stopPropagation();
  }
})();
