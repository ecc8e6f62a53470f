// Loads a list's next page in place, or else follows the link.
document.body.insertAdjacentHTML("beforeend", "<p class=vh role=status>");
const said = document.body.lastChild;
document.addEventListener("click", async (e) => {
  const link = e.target.closest("[rel=next]");
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  try {
    const text = await (await fetch(link.href)).text();
    if (!link.isConnected) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const [list, more] = [document, page].map((one) => one.querySelector("[data-older]"));
    const part = more.querySelector("[data-group]");
    const ours = part && list.querySelector(`[data-group="${part.dataset.group}"]`);
    const first = (ours ? part : more).children[0];
    if (ours) {
      ours.append(...part.children);
      part.parentNode.remove();
    }
    list.append(...more.children);
    link.parentNode.replaceWith(page.querySelector(".pager"));
    history.replaceState(null, "", link.href);
    said.textContent = more.dataset.older;
    const to = first.querySelector("h2,h3,h4") || first;
    to.tabIndex = -1;
    to.focus();
  } catch {
    location = link.href;
  }
});
