// Wears the reader's choice of light or dark before the page is drawn, and keeps it in this browser. No cookie.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "look";

  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function wear(look) {
    if (look === "light" || look === "dark") root.setAttribute("data-theme", look);
    else root.removeAttribute("data-theme");
  }

  function keep(look) {
    try {
      if (look === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, look);
    } catch (refused) {
      // Storage is closed: the choice lasts as long as the page.
    }
  }

  wear(chosen());
  document.addEventListener("DOMContentLoaded", function () {
    var buttons = document.querySelectorAll("[data-look]");

    function press(look) {
      buttons.forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.dataset.look === look));
      });
    }

    document.querySelectorAll("[data-needs-script]").forEach(function (control) {
      control.hidden = false;
    });
    press(root.getAttribute("data-theme") || "auto");
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        wear(button.dataset.look);
        keep(button.dataset.look);
        press(button.dataset.look);
      });
    });
  });
})();
