// Sends an article's page only when somebody is there to take it: asks first whether the server answers and who is
// signed in, puts the token of now into the forms, and says in place what stands against it. The text stays here.
(function () {
  "use strict";
  var form = document.getElementById("article_form");
  var place = document.getElementById("kept");
  var notice = document.getElementById("sending");
  if (!form || !place || !notice) return;
  var PATIENCE = 8000; // milliseconds that an answer may take
  var ONCE = 10000; // milliseconds in which a second press is a slip of the finger
  var asking = false;
  var cleared = false;
  var sentAt = 0;
  var said = "";

  function say(what, name) {
    if (what === said) return;
    said = what;
    notice.querySelectorAll("[data-say]").forEach(function (line) {
      line.hidden = line.dataset.say !== what;
    });
    notice.querySelectorAll("[data-name]").forEach(function (one) {
      one.textContent = name || "";
    });
    notice.hidden = !what;
  }
  function renew(token) {
    document.querySelectorAll('[name="csrfmiddlewaretoken"]').forEach(function (field) {
      field.value = token;
    });
  }

  // Answers "ready", or what stands against sending.
  async function check() {
    try {
      var reply = await fetch(place.dataset.alive, {
        headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE),
      });
      if (reply.status === 401) return ["signed-out"];
      if (reply.status >= 502) return ["unreachable"];
      // Whatever else is wrong with this address need not be wrong with the form's.
      if (!reply.ok) return ["ready"];
      var answer = await reply.json();
      if (String(answer.user) !== place.dataset.user) return ["another", answer.name];
      renew(answer.csrf);
      return ["ready"];
    } catch (problem) {
      // A slow line is no lost one: who asks a second time is taken at their word.
      var insists = problem.name === "TimeoutError" && said === "unreachable";
      return [insists ? "ready" : "unreachable"];
    }
  }

  async function send(submitter) {
    asking = true;
    submitter?.setAttribute("aria-busy", "true");
    document.dispatchEvent(new CustomEvent("newsroom:keep"));
    var [answer, name] = await check();
    submitter?.removeAttribute("aria-busy");
    if (answer !== "ready") {
      asking = false;
      return say(answer, name);
    }
    say("");
    // Not within the event that was stopped: a browser would take no second one there.
    setTimeout(function () {
      asking = false;
      cleared = true;
      form.requestSubmit(submitter);
    });
  }
  document.addEventListener("submit", function (event) {
    if (event.target !== form) return;
    if (cleared) {
      cleared = false;
      sentAt = Date.now();
      return;
    }
    // Before anybody else hears of it: nothing has been sent yet.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asking && Date.now() - sentAt > ONCE) send(event.submitter);
  }, true);
  window.addEventListener("pageshow", function () {
    sentAt = 0;
  });

  // Coming back from the sign-in page, or into the net: say so, for the text is still not saved.
  async function again() {
    var [answer, name] = await check();
    if (answer !== "ready") {
      if (answer !== "unreachable" || said) say(answer, name);
    } else if (said && said !== "back") say("back");
    return answer;
  }
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && said && said !== "back") again();
  });
  document.addEventListener("newsroom:stale", async function () {
    if ((await again()) === "ready") document.dispatchEvent(new CustomEvent("newsroom:renewed"));
  });
  document.addEventListener("newsroom:signed-out", function () {
    say("signed-out");
  });
  document.addEventListener("newsroom:unreachable", function () {
    if (said !== "signed-out") say("unreachable");
  });
  document.addEventListener("newsroom:reached", function () {
    if (said === "unreachable") again();
  });
  form.addEventListener("input", function () {
    if (said === "back") say("");
  });
})();
