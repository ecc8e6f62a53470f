// Keeps the board fresh, and moves its cards by hand and by key. Every link and button works without it.

const EVERY = 25000; // milliseconds between two looks at what is new
const SAID = 12000; // how long an answer stays; what it says is on the board as well
const HAND = 8; // pixels before a press becomes a drag
const EDGE = 48; // pixels from the window's edge where a drag scrolls

const board = document.getElementById("board");
const status = document.getElementById("board-said");
const moving = document.getElementById("moving");
const words = board ? board.dataset : {};
const still = matchMedia("(prefers-reduced-motion: reduce)");
let latest = "", looked = Date.now(), asking = false, failing = false, silence = 0, held = null, byKey = false;

const titles = (column) => [...column.querySelectorAll(".card h3 a, .more a")];
const storyOf = (element) => element.closest("[data-story]")?.dataset.story;
const waysTo = (card, column) => [...card.querySelectorAll(".moves [data-end]")].filter((way) => way.dataset.end === column.dataset.state);
const listed = (part) => new Map([...board.querySelectorAll(`#${part} [data-story]`)].map((row) => [row.dataset.story, row.querySelector("a").textContent]));

function say(text, refused = false) {
  clearTimeout(silence);
  status.textContent = text;
  status.classList.toggle("refused", refused);
  if (!refused) silence = setTimeout(() => (status.textContent = ""), SAID);
}

// ── What is new ──

function busy() {
  const selected = getSelection();
  return (
    document.hidden || held || board.contains(document.activeElement) || board.querySelector("details[open]") ||
    (selected && !selected.isCollapsed && board.contains(selected.anchorNode))
  );
}

function tell(before) {
  for (const [part, said] of [["late", words.late], ["waiting", words.waiting]]) {
    const news = [...listed(part)].filter(([story]) => !before[part].has(story)).map(([, title]) => title);
    if (news.length) return say(`${said} ${news.join(" · ")}`);
  }
}

async function look(story, end) {
  looked = Date.now();
  const answer = await fetch(words.part, { headers: { "X-Requested-With": "fetch" } });
  if (answer.redirected || !answer.ok) {
    say(answer.redirected ? words.signedOut : words.failed, true);
    return false;
  }
  const html = await answer.text();
  if (failing) say("");
  failing = false;
  if (!story && (busy() || html === latest)) return true;
  const before = { late: listed("late"), waiting: listed("waiting") };
  latest = html;
  board.innerHTML = html;
  // A card that now lies behind the link to the others leaves the focus with its column.
  const place = (selector) => board.querySelector(selector);
  if (story) (place(`.card[data-story="${story}"] h3 a`) ?? place(`.col[data-state="${end}"] h2 a`))?.focus();
  else tell(before);
  return true;
}

async function freshen() {
  if (asking || busy() || Date.now() - looked < EVERY) return;
  asking = true;
  try {
    if (!(await look())) clearInterval(clock);
  } catch {
    failing = true;
    say(words.failed, true);
  } finally {
    asking = false;
  }
}

// ── One move, asked of the newsroom: what it says is said here ──

async function make(way) {
  if (way instanceof HTMLAnchorElement) return location.assign(way.href);
  if (asking) return;
  const story = storyOf(way);
  const body = new FormData(moving);
  body.append(way.name, way.value);
  asking = true;
  board.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(way.formAction, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) throw new Error(String(answer.status));
    const { done, problems } = await answer.json();
    await look(story, way.dataset.end);
    say(done ?? problems.join(" "), !done);
  } catch {
    say(words.failed, true);
  } finally {
    asking = false;
    board.removeAttribute("aria-busy");
  }
}

// ── By key: arrows between cards, M for the moves of the card that has the focus ──

function step(title, key) {
  const column = title.closest(".col");
  if (key === "ArrowDown" || key === "ArrowUp") {
    const all = titles(column);
    return all[all.indexOf(title) + (key === "ArrowDown" ? 1 : -1)];
  }
  const ahead = (key === "ArrowLeft") === (getComputedStyle(board).direction === "rtl");
  const columns = [...board.querySelectorAll(".col")].filter((one) => one === column || titles(one).length);
  const next = columns[columns.indexOf(column) + (ahead ? 1 : -1)];
  return next && titles(next)[Math.min(titles(column).indexOf(title), titles(next).length - 1)];
}

function openMoves(card) {
  const moves = card.querySelector(".moves");
  if (!moves) return say(words.none, true);
  moves.open = true;
  moves.querySelector("[data-end]").focus();
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const title = event.target.closest(".card h3 a, .more a");
  const moves = event.target.closest(".moves[open]");
  const arrow = event.key.startsWith("Arrow");
  let next = null;
  byKey = false;
  if (moves && event.key === "Escape") {
    moves.open = false;
    next = moves.closest(".card").querySelector("h3 a");
  } else if (moves && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const all = [moves.querySelector("summary"), ...moves.querySelectorAll("[data-end]")];
    next = all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  } else if (title && arrow) {
    next = step(title, event.key);
  } else if (title && storyOf(title) && (event.code === "KeyM" || event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))) {
    event.preventDefault();
    byKey = true;
    openMoves(title.closest(".card"));
  }
  if (next || (arrow && (title || moves))) event.preventDefault();
  next?.focus();
}

// ── By hand: a mouse or a pen carries a card; fingers scroll, and have the card's moves ──

function take(event) {
  const card = event.target.closest(".card[data-story]");
  if (!card || event.button || event.pointerType === "touch" || event.target.closest(".moves")) return;
  held = { card, from: card.closest(".col"), x: event.clientX, y: event.clientY, ghost: null, under: null };
}

function lift() {
  const box = held.card.getBoundingClientRect();
  held.ghost = held.card.cloneNode(true);
  held.ghost.classList.add("ghost");
  held.ghost.setAttribute("aria-hidden", "true");
  held.ghost.inert = true;
  held.ghost.style.width = `${box.width}px`;
  held.dx = box.x - held.x;
  held.dy = box.y - held.y;
  board.append(held.ghost);
  held.base = held.ghost.getBoundingClientRect();
  held.card.classList.add("held");
  document.body.classList.add("dragging");
  getSelection()?.removeAllRanges();
  for (const column of board.querySelectorAll(".col")) {
    if (column !== held.from && waysTo(held.card, column).length) column.classList.add("accepts");
  }
}

function put(x, y) {
  held.ghost.style.transform = `translate(${x + held.dx - held.base.x}px, ${y + held.dy - held.base.y}px)`;
}

function carry(event) {
  if (!held) return;
  if (!held.ghost) {
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < HAND) return;
    lift();
  }
  event.preventDefault();
  put(event.clientX, event.clientY);
  if (event.clientY < EDGE) scrollBy(0, -EDGE / 2);
  else if (event.clientY > innerHeight - EDGE) scrollBy(0, EDGE / 2);
  const under = document.elementFromPoint(event.clientX, event.clientY)?.closest(".col") ?? null;
  if (under === held.under) return;
  held.under?.classList.remove("under");
  under?.classList.toggle("under", under.classList.contains("accepts"));
  held.under = under;
}

function release(back) {
  const { card, ghost, x, y } = held;
  card.classList.remove("held");
  document.body.classList.remove("dragging");
  board.querySelectorAll(".accepts, .under").forEach((column) => column.classList.remove("accepts", "under"));
  if (back && ghost && !still.matches) {
    ghost.classList.add("returning");
    put(x, y);
    ghost.addEventListener("transitionend", () => ghost.remove());
    setTimeout(() => ghost.remove(), 400);
  } else ghost?.remove();
  held = null;
}

function drop() {
  if (!held?.ghost) return (held = null);
  // The press that ends a drag is not a press on the card's link.
  const swallow = (event) => event.preventDefault();
  addEventListener("click", swallow, { capture: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
  const { card, from, under } = held;
  const ways = under && under !== from ? waysTo(card, under) : [];
  release(ways.length === 0);
  if (ways.length === 1) make(ways[0]);
  else if (ways.length) {
    openMoves(card);
    say(words.several);
  } else if (under && under !== from) say(words.noWay, true);
}

let clock = 0;
if (board) {
  board.classList.add("alive");
  board.addEventListener("click", (event) => {
    const way = event.target.closest('button[form="moving"]');
    if (!way) return;
    event.preventDefault();
    make(way);
  });
  board.addEventListener("keydown", pressed);
  board.addEventListener("contextmenu", (event) => byKey && event.preventDefault());
  board.addEventListener("dragstart", (event) => event.preventDefault());
  board.addEventListener("pointerdown", take);
  addEventListener("pointermove", carry);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", () => held && release(true));
  addEventListener("keydown", (event) => event.key === "Escape" && held && release(true));
  // A refusal stays until it was seen: until somebody does the next thing.
  addEventListener("pointerdown", () => status.classList.contains("refused") && say(""));
  document.addEventListener("visibilitychange", freshen);
  clock = setInterval(freshen, EVERY / 5);
}
