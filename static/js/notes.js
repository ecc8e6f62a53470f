// Shows a source beside its number in the text. Where this does not run, the number leads to the list of sources.
(function () {
  "use strict";
  var list = document.querySelector(".sources ol");
  if (!list || !("popover" in list)) return;
  var note = document.createElement("div");
  var owner = null; // the number whose source is shown
  var held = null; // the number whose note was open when it was pressed: the press itself closes it
  note.className = "note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");

  function isOpen(mark) {
    return mark === owner && note.matches(":popover-open");
  }

  function place(mark) {
    var at = mark.getClientRects()[0];
    var page = document.documentElement;
    var start = getComputedStyle(page).direction === "rtl" ? page.clientWidth - at.right : at.left;
    var below = at.bottom + note.offsetHeight < innerHeight || at.top < note.offsetHeight;
    note.style.setProperty("--note-x", Math.max(0, Math.min(start, page.clientWidth - note.offsetWidth)) + "px");
    note.style.setProperty("--note-y", scrollY + (below ? at.bottom : at.top - note.offsetHeight) + "px");
  }

  function open(mark) {
    var row = document.querySelector(mark.getAttribute("href"));
    var close = document.createElement("button");
    close.type = "button";
    close.textContent = list.dataset.close;
    close.addEventListener("click", function () {
      note.hidePopover();
    });
    if (owner) note.hidePopover();
    owner = mark;
    note.replaceChildren(...row.cloneNode(true).childNodes, close);
    note.setAttribute("aria-label", mark.getAttribute("aria-label"));
    mark.after(note);
    mark.focus();
    note.showPopover();
    place(mark);
    note.focus({ preventScroll: true });
  }

  note.addEventListener("toggle", function (event) {
    owner.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  note.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !note.contains(event.relatedTarget)) note.hidePopover();
  });
  document.addEventListener("pointerdown", function (event) {
    held = event.target.closest(".src");
    if (!isOpen(held)) held = null;
  });
  document.addEventListener("click", function (event) {
    var mark = event.target.closest(".prose .src");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (mark === held || isOpen(mark)) note.hidePopover();
    else open(mark);
    held = null;
  });
})();
