// Suggests names, words and titles while a query is typed: a combobox with a list under the field.
// Without it the form searches as well. Sends only what was typed, to our own address.
(function () {
  "use strict";
  var WAIT = 120; // milliseconds after a key
  var form = document.querySelector("form[data-suggest]");
  if (!form || !window.fetch) return;
  var field = form.elements.q;
  var list = make("ul", "listbox");
  var said = make("p", "status");
  var options = [];
  var at = -1;
  var asked = "";
  var timer = 0;

  function make(tag, role) {
    var element = document.createElement(tag);
    element.setAttribute("role", role);
    return element;
  }

  function open(is) {
    list.hidden = !is;
    field.setAttribute("aria-expanded", String(is));
    if (!is) choose(-1);
  }

  function choose(number) {
    at = number;
    options.forEach(function (option, place) {
      option.setAttribute("aria-selected", String(place === at));
    });
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  function show(answer) {
    if (answer.query !== asked || document.activeElement !== field) return;
    list.textContent = "";
    options = answer.items.map(function (item, place) {
      var option = make("li", "option");
      var words = option.appendChild(document.createElement("b"));
      var kind = option.appendChild(document.createElement("span"));
      words.appendChild(document.createElement("bdi")).textContent = item.text;
      kind.textContent = item.label;
      option.id = "suggestion-" + place;
      option.addEventListener("click", function () {
        location.assign(item.url);
      });
      return list.appendChild(option);
    });
    open(options.length > 0);
    choose(-1);
    said.textContent = answer.said;
  }

  function ask() {
    var typed = field.value.trim().replace(/\s+/g, " ");
    if (typed === asked) return;
    asked = typed;
    if (!typed) return open(false);
    fetch(form.dataset.suggest + "?q=" + encodeURIComponent(typed))
      .then(function (response) {
        return response.ok ? response.json() : Promise.reject();
      })
      .then(show)
      .catch(function () {
        // No suggestions now; the search itself works.
        open(false);
      });
  }

  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length && !event.isComposing) {
      event.preventDefault();
      if (list.hidden) open(true);
      // One place more than there are options: the field itself.
      var places = options.length + 1;
      choose(((at + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      options[at].click();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    }
  });
  field.addEventListener("blur", function () {
    open(false);
  });
  list.addEventListener("mousedown", function (event) {
    event.preventDefault(); // the field keeps the focus, so that the click arrives
  });

  list.id = "suggestions";
  list.setAttribute("aria-label", form.dataset.name);
  said.className = "vh";
  form.append(list, said);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  asked = field.value.trim();
  open(false);
})();
