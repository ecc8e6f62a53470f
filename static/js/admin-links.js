// Asks where a link leads: to a story of ours, found while one types its words, or to any address, as it is.
// Knows nothing of the editor; answers with {href}, for a story also {text, language}, or with null.

const WAIT = 250; // milliseconds of rest before a search
const SHORTEST = 2; // letters that are worth one

// A path, a web or mail address, a host with its dot: nothing to search for.
const isAddress = (text) => /^(https?:|mailto:|\/|#)/i.test(text) || /^[^\s.]\S*\.[^\s.]{2,}\S*$/.test(text) || /^\S+@\S+$/.test(text);
const whole = (text) => {
  const href = /^([a-z][a-z+.-]*:|\/|#)/i.test(text) ? text : text.includes("@") ? `mailto:${text}` : `https://${text}`;
  // A page of ours stays ours when the site moves to another host.
  return href.startsWith(`${location.origin}/`) ? href.slice(location.origin.length) : href;
};
const readable = (href) => {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
};

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function describe(story, number) {
  const title = make("span", { class: "link-story", dir: story.direction, lang: story.language }, story.title);
  const about = [story.mark, story.section, story.date].filter(Boolean).join(" · ");
  return make("li", { role: "option", id: `link-story-${number}`, "aria-selected": "false" }, title, make("small", {}, about));
}

export function askWhereTo({ words, stories, leave, href }) {
  const input = make("input", {
    type: "text", id: "link-where", dir: "auto", autocomplete: "off", role: "combobox",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "link-stories",
  });
  const list = make("ul", { id: "link-stories", role: "listbox", "aria-label": words.stories });
  const status = make("p", { role: "status" });
  const apply = make("button", { type: "button", class: "button default" }, words.apply);
  const cancel = make("button", { type: "button", class: "button" }, words.cancel);
  const dialog = make(
    "dialog", { class: "link-dialog", "aria-labelledby": "link-what" },
    make("h2", { id: "link-what" }, words.link), make("label", { for: "link-where" }, words.address),
    input, status, list, make("div", { class: "link-buttons" }, apply, cancel),
  );
  let found = [], active = -1, asked = "", timer = 0, question = null, answer = null;

  function point(number) {
    active = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    if (number < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number].scrollIntoView({ block: "nearest" });
  }
  function show(answered, told) {
    found = answered;
    list.replaceChildren(...found.map(describe));
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = told;
    point(found.length ? 0 : -1);
  }
  async function search(text) {
    question?.abort();
    question = new AbortController();
    asked = text;
    try {
      const reply = await fetch(`${stories}?${new URLSearchParams({ q: text, leave })}`, { signal: question.signal });
      if (!reply.ok || reply.redirected) throw new Error(String(reply.status));
      const { stories: answered } = await reply.json();
      show(answered, answered.length ? `${words.found} ${answered.length}` : words.nothing);
    } catch (problem) {
      if (problem.name !== "AbortError") show([], words.failed);
    }
  }
  function changed() {
    clearTimeout(timer);
    const text = input.value.trimStart();
    if (isAddress(text.trim()) || text.trim().length < SHORTEST) {
      question?.abort();
      asked = "";
      show([], "");
    } else if (text !== asked) {
      // What stands there answers other words.
      point(-1);
      timer = setTimeout(search, WAIT, text);
    }
  }
  function finish(result) {
    answer = result;
    dialog.close();
  }
  function choose({ address, title, language }) {
    finish({ href: address, text: title, language });
  }
  function submit() {
    const text = input.value.trim();
    if (active >= 0) choose(found[active]);
    else if (href && text === readable(href)) finish({ href });
    else if (isAddress(text)) finish({ href: whole(text) });
    else if (text.length >= SHORTEST) {
      clearTimeout(timer);
      search(input.value.trimStart());
    } else input.focus();
  }

  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && found.length) {
      event.preventDefault();
      point((active + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      submit();
    }
  });
  // The field keeps the focus while one clicks.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const at = [...list.children].indexOf(event.target.closest("li"));
    if (at >= 0) choose(found[at]);
  });
  apply.addEventListener("click", submit);
  cancel.addEventListener("click", () => dialog.close());

  document.body.append(dialog);
  input.value = href ? readable(href) : "";
  dialog.showModal();
  input.focus();
  input.select();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      clearTimeout(timer);
      question?.abort();
      dialog.remove();
      resolve(answer);
    });
  });
}
