// Writes digits and months as the reader chose; the rules are those of articles/text: digits, dates.
(() => {
  "use strict";
  const root = document.documentElement;
  const chosen = root.dataset;
  const kept = new WeakMap();
  const MONTHS = {
    __proto__: null,
    ar: "يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
    sy: "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول",
    dz: "جانفي,فيفري,,أفريل,ماي,جوان,جويلية,أوت",
    ma: ",,,,ماي,,يوليوز,غشت,شتنبر,,نونبر,دجنبر",
    mr: ",,,إبريل,,,,أغشت,شتمبر,,,دجمبر",
  };
  const STAYS = /[A-Za-z@#_\\]|:\/\//;
  const CODE = /^(\+|\d{4}-\d\d-\d\d$|\d+(\.\d+){2,}$|[\d-]*?\d{7})/;
  const AMOUNT = /\d{1,3}(,\d{3}){1,12}(?![,\d])(\.\d+)?|\d+(\.\d+)?/g;

  const month = (style, at) =>
    style === "both"
      ? month("sy", at) + "/" + month("ar", at)
      : (MONTHS[style] || "").split(",")[at] || month("ar", at);

  function named(text, at) {
    const names = ["both", ...Object.keys(MONTHS)].map((style) => month(style, at));
    names.sort((one, other) => other.length - one.length);
    return text.replace(RegExp(names.join("|")), month(chosen.months, at));
  }

  const toEastern = (sign) => "٠١٢٣٤٥٦٧٨٩٫٬"["0123456789.,".indexOf(sign)];
  const toWestern = (sign) => ({ "٫": ".", "٬": "," })[sign] || sign.charCodeAt() & 15;
  const inEastern = (figure) =>
    CODE.test(figure) ? figure : figure.replace(AMOUNT, (amount) => amount.replace(/./g, toEastern));
  const inWestern = (figure) => figure.replace(/\D/g, toWestern);

  function counted(chunk) {
    if (STAYS.test(chunk)) return chunk;
    return chosen.digits === "eastern"
      ? chunk.replace(/\+?\d([\d.,:/-]*\d)?/g, inEastern)
      : chunk.replace(/[\d٠-٩۰-۹]+([٫٬][\d٠-٩۰-۹]+)*/g, inWestern);
  }

  function write(node) {
    const parent = node.parentElement;
    const near = parent && parent.closest("[lang],[translate],head,code,pre,kbd,samp,script,select,textarea");
    if (!near || near.lang !== "ar") return;
    const last = kept.get(node);
    const was = last && last.now === node.data ? last.was : node.data;
    const time = parent.closest("time");
    let now = was;
    if (time && chosen.months) now = named(now, time.dateTime.slice(5, 7) - 1);
    if (chosen.digits) now = now.replace(/\S+/g, counted);
    kept.set(node, { was, now });
    if (node.data !== now) node.data = now;
  }

  function all(top) {
    if (top.nodeType === 3) write(top);
    const texts = document.createTreeWalker(top, 4);
    while (texts.nextNode()) write(texts.currentNode);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") all(root);
      change.addedNodes.forEach(all);
    }
  }).observe(root, { childList: true, subtree: true, attributeFilter: ["data-digits", "data-months"] });
  all(root);
  addEventListener("DOMContentLoaded", () => all(root));
})();
