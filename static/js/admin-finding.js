// Names the box of each field that finds, for those who hear the page: the package leaves it nameless.
(function () {
  "use strict";
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const box = select.parentElement.querySelector('.select2-selection__rendered[role="textbox"]');
      box?.setAttribute("aria-label", select.dataset.placeholder);
    }
  };
  // Behind the script that makes the boxes, which waits for the same two moments.
  django.jQuery(() => name(document));
  document.addEventListener("formset:added", (event) => name(event.target));
})();
