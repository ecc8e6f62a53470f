// Shows a source beside its number. Where this does not run, the number leads to the list of sources.
(function () {
  "use strict";
  var list = document.querySelector(".sources ol");
  if (!list || !list.showPopover) return;
  var page = document.documentElement;
  var note = document.createElement("div");
  var close = document.createElement("button");
  var owner = {}; // the number whose source is shown
  var held; // the number that was pressed while its source was shown: the press closes it
  Object.assign(note, { className: "note", popover: "auto", tabIndex: -1, role: "dialog" });
  Object.assign(close, { type: "button", textContent: list.dataset.close, onclick: hide });

  function hide() {
    note.hidePopover();
  }

  function open(mark) {
    var at = mark.getBoundingClientRect();
    var start = page.dir === "rtl" ? page.clientWidth - at.right : at.left;
    owner.ariaExpanded = false;
    owner = mark;
    note.replaceChildren(...document.querySelector(mark.hash).cloneNode(true).childNodes, close);
    note.ariaLabel = mark.ariaLabel;
    mark.after(note);
    mark.focus();
    note.showPopover();
    note.style.setProperty("--note-x", Math.min(start, page.clientWidth - note.offsetWidth) + "px");
    note.style.setProperty("--note-y", scrollY + at.bottom + "px");
    note.focus();
  }

  note.ontoggle = function (event) {
    owner.ariaExpanded = event.newState === "open";
  };
  note.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !note.contains(event.relatedTarget)) hide();
  });
  function press(event) {
    var mark = event.target.closest(".src");
    var isOpen = mark === owner && note.matches(":popover-open");
    if (event.type === "pointerdown") held = isOpen && mark;
    else if (mark) {
      event.preventDefault();
      if (isOpen || mark === held) hide();
      else open(mark);
      held = null;
    }
  }
  document.addEventListener("pointerdown", press);
  document.addEventListener("click", press);
})();
