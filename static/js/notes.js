// Shows a source beside its number. Where this does not run, the number leads to the list of sources.
(function () {
  "use strict";
  var list = document.querySelector(".sources ol");
  if (!list || !list.showPopover) return;
  var note = document.createElement("div");
  var close = document.createElement("button");
  var owner = null; // the number whose source is shown
  var held = null; // the number that was pressed while its source was shown: the press closes it
  Object.assign(note, { className: "note", popover: "auto", tabIndex: -1, role: "dialog" });
  Object.assign(close, { type: "button", textContent: list.dataset.close });

  function hide() {
    note.hidePopover();
  }

  function isOpen(mark) {
    return mark && mark === owner && note.matches(":popover-open");
  }

  function open(mark) {
    var page = document.documentElement;
    var at = mark.getBoundingClientRect();
    var start = getComputedStyle(page).direction === "rtl" ? page.clientWidth - at.right : at.left;
    if (owner) owner.ariaExpanded = "false";
    owner = mark;
    note.replaceChildren(...document.querySelector(mark.hash).cloneNode(true).childNodes, close);
    note.ariaLabel = mark.ariaLabel;
    mark.after(note);
    mark.focus();
    note.showPopover();
    var high = note.offsetHeight;
    var above = at.bottom + high > innerHeight && at.top > high;
    note.style.setProperty("--note-x", Math.max(0, Math.min(start, page.clientWidth - note.offsetWidth)) + "px");
    note.style.setProperty("--note-y", scrollY + (above ? at.top - high : at.bottom) + "px");
    note.focus({ preventScroll: true });
  }

  close.addEventListener("click", hide);
  note.addEventListener("toggle", function (event) {
    owner.ariaExpanded = String(event.newState === "open");
  });
  note.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !note.contains(event.relatedTarget)) hide();
  });
  document.addEventListener("pointerdown", function (event) {
    var mark = event.target.closest(".src");
    held = isOpen(mark) ? mark : null;
  });
  document.addEventListener("click", function (event) {
    var mark = event.target.closest(".src");
    if (!mark) return;
    event.preventDefault();
    if (mark === held || isOpen(mark)) hide();
    else open(mark);
    held = null;
  });
})();
