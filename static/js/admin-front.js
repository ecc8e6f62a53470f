// Keeps one's place while the front page is arranged, and finds stories while one types.
// Every button works without it: the server answers each with the whole page.
(function () {
  "use strict";
  const WAIT = 250; // milliseconds of rest before a search
  const form = document.getElementById("front");
  const said = document.getElementById("front-said");
  const part = () => document.getElementById("front-part");
  let timer = 0, question = null, leaving = false;

  function say(text) {
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = text));
  }

  // ── Buttons that change the form and keep nothing ──

  async function ask(button) {
    const body = new FormData(form, button);
    const before = document.activeElement?.id;
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = document.adoptNode(page.getElementById("front-part"));
      const aim = fresh.querySelector("[autofocus]");
      aim?.removeAttribute("autofocus");
      part().replaceWith(fresh);
      (aim ?? document.getElementById(before) ?? document.getElementById("front-q")).focus();
      say(part().dataset.said || "");
    } catch {
      say(form.dataset.failed);
      said.classList.remove("vh");
      return;
    } finally {
      form.removeAttribute("aria-busy");
    }
    said.classList.add("vh");
  }
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || ["_save", "_announce"].includes(button.name)) {
      leaving = true;
      return;
    }
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) ask(button);
  });

  // ── Stories while one types ──

  async function find(field) {
    question?.abort();
    question = new AbortController();
    const asked = new URLSearchParams({ q: field.value, for: field.dataset.for });
    try {
      const answer = await fetch(`${field.dataset.found}?${asked}`, { signal: question.signal });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const found = document.getElementById("front-found");
      if (found) found.innerHTML = await answer.text();
    } catch (problem) {
      if (problem.name !== "AbortError") say(form.dataset.failed);
    }
  }
  form.addEventListener("input", (event) => {
    if (event.target.id !== "front-q") return part().setAttribute("data-unsaved", "");
    clearTimeout(timer);
    timer = setTimeout(find, WAIT, event.target);
  });

  addEventListener("beforeunload", (event) => {
    if (!leaving && form.action.includes("/change/") && part().hasAttribute("data-unsaved")) event.preventDefault();
  });
})();
