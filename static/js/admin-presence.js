// Says every few seconds that this article is open here, and shows who else has it open, and what was saved or
// moved meanwhile. Changes no field; asks only while the page can be seen.
(function () {
  "use strict";
  var place = document.getElementById("company");
  var form = document.getElementById("article_form");
  if (!place || !form) return;
  var PAUSE = 12000; // milliseconds between two signs of life
  var PATIENCE = 8000; // milliseconds that an answer may take
  var AWAY = 300000; // milliseconds without a touch after which an open page is nobody's
  var timer = 0;
  var touchedAt = Date.now();
  var refused = false;

  function field(name) {
    return form.querySelector('[name="' + name + '"]');
  }
  function isAway() {
    return Date.now() - touchedAt > AWAY;
  }
  function touch() {
    var wasAway = isAway();
    touchedAt = Date.now();
    if (wasAway) beat();
  }
  function message() {
    var body = new FormData();
    body.append("csrfmiddlewaretoken", field("csrfmiddlewaretoken").value);
    if (isAway()) body.append("away", "1");
    body.append("seen", field("_revision") ? field("_revision").value : "");
    return body;
  }
  function tell(name) {
    document.dispatchEvent(new CustomEvent("newsroom:" + name));
  }
  // Unchanged text is not written again: a screen reader would read it out every time.
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function show(answer) {
    var others = place.querySelector(".company__others");
    var names = place.querySelector("[data-names]");
    if (names.dataset.shown !== answer.others.join("\n")) {
      names.dataset.shown = answer.others.join("\n");
      names.replaceChildren();
      answer.others.forEach(function (name, number) {
        var isolated = document.createElement("bdi");
        isolated.textContent = name;
        names.append(number ? "، " : "", isolated);
      });
    }
    others.hidden = !answer.others.length;
    write(place.querySelector("[data-told]"), answer.told);
    var link = place.querySelector("[data-compare]");
    link.href = link.dataset.compare + "?old=" + field("_revision").value + "&new=" + answer.revision;
    place.querySelector(".company__saved").hidden = !answer.told;
    write(place.querySelector("[data-state-label]"), answer.state_label);
    place.querySelector(".company__moved").hidden = answer.state === place.dataset.state;
  }

  async function ask() {
    var reply = await fetch(place.dataset.presence, {
      method: "POST", body: message(), signal: AbortSignal.timeout?.(PATIENCE),
    });
    // Signing in anew changed the form's token; where that is not the reason, asking again is no help.
    if (reply.status === 403 && !refused) tell("stale");
    refused = reply.status === 403;
    if (reply.status === 401) tell("signed-out");
    else if (reply.status >= 502) tell("unreachable");
    return reply.ok ? reply.json() : null;
  }
  async function beat() {
    clearTimeout(timer);
    if (document.hidden) return;
    var answer = null;
    try {
      answer = await ask();
      if (answer) tell("reached");
    } catch {
      tell("unreachable");
    }
    clearTimeout(timer);
    timer = setTimeout(beat, PAUSE);
    if (answer) show(answer);
  }

  ["input", "keydown", "pointerdown", "scroll"].forEach(function (name) {
    document.addEventListener(name, touch, { passive: true });
  });
  document.addEventListener("visibilitychange", beat);
  document.addEventListener("newsroom:renewed", beat);
  window.addEventListener("online", beat);
  window.addEventListener("offline", beat);
  window.addEventListener("pageshow", beat);
  window.addEventListener("pagehide", function () {
    clearTimeout(timer);
    navigator.sendBeacon(place.dataset.leave, message());
  });
})();
