// Keeps what is being written on an article's page in this browser, and offers it again on the page where it
// belongs. The server says what it saved (admin-kept.js forgets that); until then nothing here is thrown away.
(function () {
  "use strict";
  var place = document.getElementById("kept");
  var store = window.newsroomKept;
  if (!place || !store || !window.newsroomFields) return;
  var { form, input, written, valueOf, sentValueOf, same, row: ROW, rowsOf, target, fill } = window.newsroomFields;
  var REST = 700; // milliseconds without a key before it is kept
  var user = place.dataset.user;
  var article = place.dataset.article;
  var sentBack = /^[a-z0-9]+$/.test(place.dataset.sentBack) ? place.dataset.sentBack : "";
  var id = sentBack || Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  var isWritable = Boolean(input("_kept"));
  var timer = 0;
  var touched = false;
  var stopped = false;
  var sent = false;
  // What is kept although it stands on the page as the server sent it: a text that came back unsaved, or was restored.
  var held = new Set();

  function snapshot() {
    var fields = {};
    written().forEach(function (element) {
      var value = element.newsroomTyped ? element.newsroomTyped() : valueOf(element);
      if (!held.has(element.name) && same(value, sentValueOf(element))) return;
      fields[element.name] = value;
      var row = element.name.match(ROW);
      var number = row && input(row[1] + "-" + row[2] + "-id");
      if (number) fields[number.name] = number.value;
    });
    return fields;
  }

  function keep() {
    clearTimeout(timer);
    if (stopped || sent || !touched) return;
    var fields = snapshot();
    if (!Object.keys(fields).length) {
      store.remove("newsroom:kept:" + user + ":" + article + ":" + id);
      return report("");
    }
    // Where it may no longer be written, the page has no fields to take their names from.
    var names = {};
    Object.keys(fields).forEach(function (name) {
      names[name] = nameOf(input(name));
    });
    var title = input("title_ar").value.trim();
    var kept = { at: Date.now(), revision: revision(), title, fields, names };
    report(store.put(user, article, id, kept) ? "kept" : "full");
  }
  // The version that the text rests on; of a text that waits for a choice, the one before both.
  function revision() {
    var base = input("_base") || input("_revision");
    return base ? base.value : "";
  }
  function report(what) {
    document.querySelectorAll("[data-kept-report]").forEach(function (line) {
      line.hidden = line.dataset.keptReport !== what;
      var time = line.querySelector("time");
      if (time) time.textContent = clock(Date.now());
    });
  }
  function touch() {
    touched = true;
    sent = false;
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  }

  function clock(at) {
    var time = new Date(at);
    var two = function (number) {
      return String(number).padStart(2, "0");
    };
    var hour = two(time.getHours()) + ":" + two(time.getMinutes());
    if (time.toDateString() === new Date().toDateString()) return hour;
    return time.getDate() + "/" + (time.getMonth() + 1) + "، " + hour;
  }

  // A window that still writes holds the lock of its text, so that no other window offers it.
  function hold() {
    if (!navigator.locks) return;
    navigator.locks.request("newsroom:kept:" + user + ":" + article + ":" + id, function () {
      return new Promise(function () {});
    });
  }
  async function living() {
    if (!navigator.locks) return new Set();
    var state = await navigator.locks.query();
    return new Set(
      state.held.map(function (lock) {
        return lock.name;
      })
    );
  }
  function adopt(kept) {
    id = kept.id;
    Object.keys(kept.fields).forEach(held.add, held);
    input("_kept").value = id;
    touched = true;
    hold();
  }

  // ── Putting it back ──

  // Returns how many fields have no place on the page any more.
  function restore(kept) {
    keep();
    var rows = rowsOf(kept.fields);
    var lost = 0;
    Object.entries(kept.fields).forEach(function (pair) {
      if (/-\d+-id$/.test(pair[0])) return;
      var element = target(pair[0], rows);
      if (element) fill(element, pair[1]);
      else lost += 1;
    });
    // It rests on the version it was written over: the server compares it with what was saved since.
    if (kept.revision && input("_revision")) input("_revision").value = kept.revision;
    adopt(kept);
    keep();
    return lost;
  }

  // ── Offering it ──

  function nameOf(element) {
    var label = form.querySelector('label[for="' + element.id + '"]');
    var group = element.closest("fieldset, .inline-group")?.querySelector("h2");
    return [group, label]
      .filter(Boolean)
      .map(function (one) {
        return one.textContent.replace(/:\s*$/, "").trim();
      })
      .join(" · ");
  }
  function textOf(name, value) {
    if (name.startsWith("body_")) {
      var page = new DOMParser().parseFromString(value, "text/html");
      page.querySelectorAll("p, li, h2, h3, h4, blockquote, footer, td, br").forEach(function (block) {
        block.after("\n");
      });
      return page.body.textContent.replace(/\n{2,}/g, "\n").trim();
    }
    if (Array.isArray(value)) {
      return value
        .map(function (pair) {
          return pair[1];
        })
        .join("، ");
    }
    return value === true ? "✓" : String(value || "—");
  }
  function look(kept, list) {
    Object.entries(kept.fields).forEach(function (pair) {
      if (/-\d+-id$/.test(pair[0])) return;
      var name = document.createElement("dt");
      var text = document.createElement("dd");
      name.textContent = (kept.names && kept.names[pair[0]]) || place.dataset.row;
      text.textContent = textOf(pair[0], pair[1]);
      text.dir = "auto";
      list.append(name, text);
    });
  }
  function offer(kept) {
    var box = document.getElementById("kept-offer").content.firstElementChild.cloneNode(true);
    var part = function (name) {
      return box.querySelector("[data-" + name + "]");
    };
    var step = function (name) {
      box.querySelectorAll("[data-step]").forEach(function (one) {
        one.hidden = one.dataset.step !== name;
      });
    };
    box.querySelectorAll("time").forEach(function (time) {
      time.textContent = clock(kept.at);
    });
    part("title").textContent = kept.title;
    look(kept, part("look"));
    part("restore")?.addEventListener("click", function () {
      var was = input("_revision") && input("_revision").value;
      part("lost").hidden = !restore(kept);
      part("newer").hidden = !was || was === kept.revision;
      step("restored");
    });
    part("forget").addEventListener("click", function () {
      store.remove(kept.key);
      step("forgotten");
      part("undo").focus();
    });
    part("undo").addEventListener("click", function () {
      store.put(user, article, kept.id, kept);
      step("offered");
      part("forget").focus();
    });
    step("offered");
    place.querySelector("[data-offers]").append(box);
  }

  async function start() {
    if (isWritable) {
      input("_kept").value = id;
      hold();
    }
    if (isWritable && sentBack) {
      written().forEach(function (element) {
        held.add(element.name);
      });
      touched = true;
      keep();
    }
    var elsewhere = await living();
    store.of(user).forEach(function (kept) {
      if (kept.article !== article || kept.id === id || elsewhere.has(kept.key)) return;
      var isSaved = Object.entries(kept.fields).every(function (pair) {
        var element = input(pair[0]);
        return element && (element.type === "hidden" || same(sentValueOf(element), pair[1]));
      });
      if (isSaved) store.remove(kept.key);
      else offer(kept);
    });
  }

  if (isWritable) {
    form.addEventListener("input", touch);
    form.addEventListener("change", touch);
    // It was kept just before (admin-send.js); what the server says it saved is not kept once more.
    form.addEventListener("submit", function () {
      sent = true;
    });
    // The finding field reports to jQuery only.
    django.jQuery(form).on("select2:select select2:clear", touch);
  }
  document.addEventListener("newsroom:keep", keep);
  document.addEventListener("newsroom:leaving", function () {
    stopped = true;
  });
  document.addEventListener("visibilitychange", keep);
  window.addEventListener("pagehide", keep);
  start();
})();
