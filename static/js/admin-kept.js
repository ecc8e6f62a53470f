// What is written in the newsroom and not saved yet, kept in this browser: by account, article and window.
// Forgets what the server says it saved and what is old; asks before it is left behind at signing out.
(function () {
  "use strict";
  var PREFIX = "newsroom:kept:";
  var LONGEST = 600000; // letters of one text
  var MOST = 2000000; // letters of all texts; browsers give some five million
  var DAYS = 14;
  var COOKIE = "newsroom_saved"; // articles/admin/kept.py

  function keys() {
    try {
      return Object.keys(localStorage).filter(function (key) {
        return key.startsWith(PREFIX);
      });
    } catch {
      return []; // a browser that keeps nothing
    }
  }
  function read(key) {
    try {
      var kept = JSON.parse(localStorage.getItem(key));
      var parts = key.slice(PREFIX.length).split(":");
      return kept && kept.fields && { ...kept, key, user: parts[0], article: parts[1], id: parts[2] };
    } catch {
      return null;
    }
  }
  function remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // It keeps nothing, so there is nothing to remove.
    }
  }
  function all() {
    return keys().map(read).filter(Boolean).sort(function (one, other) {
      return other.at - one.at;
    });
  }
  function of(user) {
    return all().filter(function (kept) {
      return kept.user === user;
    });
  }

  // The oldest make room, whosever they are; the one that is being written never does.
  function put(user, article, id, kept) {
    var key = PREFIX + user + ":" + article + ":" + id;
    var text = JSON.stringify(kept);
    if (text.length > LONGEST) return false;
    var others = all().filter(function (other) {
      return other.key !== key;
    });
    var room = MOST - text.length;
    others.forEach(function (other) {
      room -= localStorage.getItem(other.key).length;
      if (room < 0) remove(other.key);
    });
    for (;;) {
      try {
        localStorage.setItem(key, text);
        return true;
      } catch {
        var oldest = all().filter(function (other) {
          return other.key !== key;
        }).pop();
        if (!oldest) return false;
        remove(oldest.key);
      }
    }
  }

  function tidy() {
    var found = document.cookie.match(new RegExp("(?:^|; )" + COOKIE + "=([a-z0-9.]+)"));
    var saved = found ? found[1].split(".") : [];
    keys().forEach(function (key) {
      var kept = read(key);
      var isOld = !kept || kept.at < Date.now() - DAYS * 86400000;
      if (isOld || saved.includes(kept.id)) remove(key);
    });
    var root = document.currentScript?.dataset.root;
    if (found && root) document.cookie = COOKIE + "=; Max-Age=0; SameSite=Lax; Path=" + root;
  }

  function askBeforeLeaving(form, dialog) {
    form.addEventListener("submit", function (event) {
      document.dispatchEvent(new CustomEvent("newsroom:keep"));
      var unsaved = of(form.dataset.user);
      if (form.dataset.asked || !unsaved.length) return;
      event.preventDefault();
      dialog.querySelector("ul").replaceChildren(
        ...unsaved.map(function (kept) {
          var line = document.createElement("li");
          line.textContent = kept.title || dialog.dataset.untitled;
          return line;
        })
      );
      dialog.showModal();
    });
    dialog.addEventListener("close", function () {
      if (dialog.returnValue === "forget") {
        of(form.dataset.user).forEach(function (kept) {
          remove(kept.key);
        });
      } else if (dialog.returnValue !== "keep") return;
      form.dataset.asked = "yes";
      document.dispatchEvent(new CustomEvent("newsroom:leaving"));
      form.requestSubmit();
    });
  }

  tidy();
  window.newsroomKept = { of, put, remove };
  document.addEventListener("DOMContentLoaded", function () {
    var form = document.getElementById("logout-form");
    var dialog = document.getElementById("leaving");
    if (form && dialog) askBeforeLeaving(form, dialog);
  });
})();
