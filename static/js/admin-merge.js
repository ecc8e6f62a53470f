// Lets one see in the field itself what one chooses between: mine, theirs, both together. What was changed under
// one choice is there again when one comes back to it. Without this script the server does it at saving.
(function () {
  "use strict";
  if (!window.newsroomFields) return;
  var { form, input, fill } = window.newsroomFields;

  document.querySelectorAll("[data-dispute]").forEach(function (box) {
    var name = box.dataset.dispute;
    var element = input(name);
    var versions = box.querySelectorAll("[data-version]");
    // A section or a byline is chosen at saving: there is no text to look at.
    if (!element || !versions.length) return;
    var offered = { mine: element.value };
    versions.forEach(function (version) {
      offered[version.dataset.version] = version.value;
    });
    var texts = { ...offered };
    var current = "mine";

    function choose(which) {
      texts[current] = element.value;
      current = which;
      fill(element, texts[which]);
    }
    // What is kept in this browser is what a person typed, not what they are only looking at.
    element.newsroomTyped = function () {
      return current !== "mine" && element.value === offered[current] ? texts.mine : element.value;
    };
    box.addEventListener("change", function (event) {
      choose(event.target.value);
    });
    var checked = box.querySelector("input:checked");
    if (checked && checked.value !== "mine") choose(checked.value);
    form.addEventListener("formdata", function (event) {
      // What stands in the field is the choice.
      if (event.formData.has("_choice_" + name)) event.formData.set("_choice_" + name, "mine");
    });
  });
})();
