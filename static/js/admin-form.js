// Guards what is being written on an article's page: asks before it is lost, saves on Ctrl+S.
(function () {
  "use strict";
  var form = document.getElementById("article_form");
  if (!form) return;
  // A page that came back with errors holds text that is saved nowhere.
  var unsaved = Boolean(form.querySelector(".errornote"));

  function touched() {
    unsaved = true;
  }

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  // The finding field reports to jQuery only; its "change" also comes while the page is made ready.
  django.jQuery(form).on("select2:select select2:clear", touched);
  form.addEventListener("submit", function () {
    unsaved = false;
  });
  document.addEventListener("newsroom:leaving", function () {
    unsaved = false;
  });
  window.addEventListener("beforeunload", function (event) {
    if (unsaved) event.preventDefault();
  });
  document.addEventListener("keydown", function (event) {
    var save = form.querySelector('[name="_continue"]');
    if (save && (event.ctrlKey || event.metaKey) && event.code === "KeyS") {
      event.preventDefault();
      form.requestSubmit(save);
    }
  });
})();
