// Wears what the reader chose before the page is drawn, and keeps it in this browser. No cookie.
(function () {
  "use strict";
  var root = document.documentElement;
  var more = document.currentScript.dataset.more;
  var WORN = { look: "theme", size: "size", digits: "digits", months: "months" };

  function wear(name, value) {
    if (value) root.dataset[WORN[name]] = value;
    else delete root.dataset[WORN[name]];
    if (more && root.lang === "ar" && (root.dataset.digits || root.dataset.months)) {
      var script = document.createElement("script");
      script.src = more;
      script.setAttribute("blocking", "render");
      document.head.append(script);
      more = "";
    }
  }

  root.dataset.scripts = "";
  // A browser may refuse storage: then a choice lasts as long as the page.
  try {
    for (var name in WORN) wear(name, localStorage.getItem(name));
  } catch (refused) {}

  document.addEventListener("DOMContentLoaded", function () {
    var controls = document.querySelectorAll("[data-set]");

    function show() {
      controls.forEach(function (control) {
        var worn = root.dataset[WORN[control.dataset.set]] || "";
        if (control.type === "button") control.ariaPressed = control.value === worn;
        else control.value = worn;
      });
    }

    document.querySelectorAll("[data-needs-script]").forEach(function (part) {
      part.hidden = false;
    });
    show();
    controls.forEach(function (control) {
      control.addEventListener(control.type === "button" ? "click" : "change", function () {
        var name = control.dataset.set;
        wear(name, control.value);
        show();
        try {
          localStorage.setItem(name, control.value);
        } catch (refused) {}
      });
    });
  });
})();
