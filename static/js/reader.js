// Counts a read and a share of an article, and offers what only a script can: copying the link, the
// device's own share sheet. Sends nothing about the reader; the page reads as well without it.
(function () {
  "use strict";
  var READ_AFTER = 5000; // milliseconds in sight
  var article = document.querySelector("article[data-read-url], article[data-share-url]");
  if (!article) return;

  function tell(address) {
    if (address && navigator.sendBeacon) navigator.sendBeacon(address);
  }

  function countRead(address) {
    var seen = 0;
    var since = 0;
    var timer = 0;

    function done() {
      document.removeEventListener("visibilitychange", look);
      tell(address);
    }

    function look() {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        since = Date.now();
        timer = setTimeout(done, READ_AFTER - seen);
      } else if (since) {
        seen += Date.now() - since;
        since = 0;
      }
    }

    document.addEventListener("visibilitychange", look);
    look();
  }

  var shared = false;

  function countShare() {
    if (!shared) tell(article.dataset.shareUrl);
    shared = true;
  }

  if (article.dataset.readUrl) countRead(article.dataset.readUrl);

  article.querySelectorAll("[data-share]").forEach(function (link) {
    link.addEventListener("click", countShare);
  });

  var copy = article.querySelector("[data-copy]");
  if (copy && navigator.clipboard) {
    var label = copy.textContent;
    copy.hidden = false;
    copy.addEventListener("click", function () {
      var address = new URL(copy.dataset.copy || location.pathname, location.href).href;
      navigator.clipboard.writeText(address).then(function () {
        copy.textContent = copy.dataset.done;
        article.querySelector("[data-copied]").textContent = copy.dataset.done;
        setTimeout(function () {
          copy.textContent = label;
        }, 4000);
        countShare();
      }, function () {});
    });
  }

  var native = article.querySelector("[data-native-share]");
  if (native && navigator.share) {
    native.hidden = false;
    native.addEventListener("click", function () {
      var card = document.querySelector("meta[property='og:title']");
      var canonical = document.querySelector("link[rel=canonical]");
      navigator
        .share({ title: card ? card.content : document.title, url: canonical ? canonical.href : location.href })
        .then(countShare, function () {});
    });
  }
})();
