// Guards what is being written on an article's page: asks before it is lost, saves on Ctrl+S.
(function () {
  "use strict";
  var form = document.getElementById("article_form");
  if (!form) return;
  // A page that came back with errors holds text that is saved nowhere.
  var unsaved = Boolean(form.querySelector(".errornote"));

  // The finding field reports its changes through jQuery only, and once while the page is made ready.
  window.addEventListener("load", function () {
    django.jQuery(form).on("input change", function () {
      unsaved = true;
    });
  });
  form.addEventListener("submit", function () {
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
