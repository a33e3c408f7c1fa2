// Comforts of writing a section: it saves itself, its paper follows, paragraphs are taken over at the cursor.
// Without them the buttons do the same.
const form = document.getElementById("viet");
const area = form.elements.body;
const version = form.elements.version;
const done = form.elements.is_done;
const told = document.getElementById("da-luu");
const mentions = document.getElementById("nam-cu");
const PAUSE = 3000; // milliseconds after the last key
const LONGEST_WAIT = 60000; // between two attempts while there is no connection

const ENDED = "Phiên làm việc đã hết. Bấm Lưu để đăng nhập lại, chữ đã gõ vẫn giữ.";
const CUT_OFF = "Chưa lưu được: mất kết nối với máy chủ. Chữ đã gõ vẫn còn ở đây, trang tự thử lại.";
const REFUSED = "Chưa tự lưu được. Bấm Lưu để xem vì sao, chữ đã gõ vẫn giữ.";

// What the server has; what was sent and not answered yet goes again as it was, before anything newer.
let saved = { body: area.value, is_done: done.checked };
let unanswered = null;
let sending = null;
let failures = 0;
let hasStopped = false;
let waiting;

const typed = () => ({ body: area.value, is_done: done.checked });
const isSame = (one, other) => one.body === other.body && one.is_done === other.is_done;

function tell(words, isTrouble = false) {
  told.textContent = words;
  told.classList.toggle("trouble", isTrouble);
}

function saveIn(milliseconds) {
  clearTimeout(waiting);
  if (!hasStopped) waiting = setTimeout(save, milliseconds);
}

function stop(words) {
  hasStopped = true;
  tell(words, true);
}

// Another tab may have logged in again: the cookie knows the token of now.
function token() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="));
  return cookie ? cookie.slice("csrftoken=".length) : form.elements.csrfmiddlewaretoken.value;
}

function post(text) {
  const fields = new URLSearchParams({ body: text.body, version: version.value });
  if (text.is_done !== saved.is_done) fields.set("is_done", text.is_done);
  const headers = { "X-CSRFToken": token() };
  return fetch(form.dataset.autosave, { method: "POST", body: fields, headers, redirect: "manual" });
}

async function send(text) {
  if (!failures) tell("Đang lưu…");
  unanswered = text;
  try {
    const answer = await post(text);
    if (answer.status >= 500) throw new Error(answer.status);
    unanswered = null;
    failures = 0;
    await take(answer, text);
  } catch {
    failures += 1;
    tell(CUT_OFF, true);
    saveIn(Math.min(LONGEST_WAIT, PAUSE * 2 ** (failures - 1)));
  }
}

// Takes in what the server answered.
async function take(answer, text) {
  if (answer.type === "opaqueredirect") return stop(ENDED);
  if (!answer.headers.get("Content-Type")?.includes("json")) return stop(REFUSED);
  const { version: now, told: words, mentions: left, refusal } = await answer.json();
  if (answer.status === 409) return stop(refusal);
  if (!answer.ok) return tell(refusal, true);
  const namesOthers = listed(text.body) !== listed(saved.body);
  saved = text;
  version.value = now;
  mentions.hidden = !left;
  mentions.lastElementChild.textContent = left;
  if (isSame(typed(), saved)) {
    tell(words);
    form.dispatchEvent(new Event("saved"));
  } else {
    saveIn(PAUSE);
  }
  showPaper();
  if (namesOthers) showListings();
  return undefined;
}

// Saves what is typed, one request at a time.
function save() {
  clearTimeout(waiting);
  if (hasStopped) return Promise.resolve();
  const text = unanswered ?? typed();
  if (!sending && !isSame(text, saved)) {
    sending = send(text).finally(() => {
      sending = null;
    });
  }
  return sending ?? Promise.resolve();
}

form.addEventListener("input", (event) => {
  if (event.target === area || event.target === done) saveIn(failures ? PAUSE * 2 ** failures : PAUSE);
});
addEventListener("online", () => saveIn(0));
// Who turns to another window, or puts the phone away, may not come back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) save();
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    if (hasStopped) form.requestSubmit();
    else if (isSame(typed(), saved) && !unanswered) tell(told.textContent || "Không có gì mới để lưu");
    else saveIn(0);
  }
});

// A button waits for the answer to what was sent before: else a person would be in conflict with themselves.
form.addEventListener("submit", (event) => {
  clearTimeout(waiting);
  if (!sending) {
    hasStopped = true;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const pressed = event.submitter;
  sending.then(() => {
    clearTimeout(waiting);
    form.requestSubmit(pressed);
  });
}, { capture: true });
addEventListener("pageshow", (event) => {
  if (event.persisted) hasStopped = false;
});

// A paragraph goes to the cursor, with a blank line around it, and can be taken back by Ctrl+Z.
function insert(text) {
  const before = area.value.slice(0, area.selectionStart).trimEnd();
  const after = area.value.slice(area.selectionEnd).trimStart();
  area.focus();
  area.setSelectionRange(before.length, area.value.length - after.length);
  const whole = `${before && "\n\n"}${text}${after && "\n\n"}`;
  // The old way is the only one that the browser can undo.
  if (!document.execCommand("insertText", false, whole)) {
    area.setRangeText(whole, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const end = area.value.length - (after ? after.length + 2 : 0);
  area.setSelectionRange(end, end);
}

// Who has not been in the text yet adds at its end.
let hasBeenInText = false;
for (const kind of ["keydown", "pointerdown"]) area.addEventListener(kind, () => { hasBeenInText = true; });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=lay]");
  if (!button || hasStopped) return;
  event.preventDefault();
  if (!hasBeenInText) area.setSelectionRange(area.value.length, area.value.length);
  insert(document.getElementById(button.getAttribute("aria-describedby")).textContent);
});

// The paper follows what is saved; it keeps its place, and only what it holds is changed.
const paper = document.querySelector(".piece-of-paper");

function fit() {
  const sheet = paper.contentDocument?.querySelector("main");
  if (sheet) paper.style.height = `${Math.ceil(sheet.getBoundingClientRect().height) + 16}px`;
}

async function showPaper() {
  const answer = await fetch(paper.src).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  paper.contentDocument.querySelector("main")?.replaceWith(page.querySelector("main"));
  fit();
}

paper.addEventListener("load", fit);
addEventListener("resize", fit);
if (paper.contentDocument?.readyState === "complete") fit();

// The listings beside the text are those that the text names.
const listed = (text) => (text.match(/^\s*\[\[.*\]\]\s*$/gm) ?? []).join();

async function showListings() {
  const answer = await fetch(location.pathname).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("danh-muc").replaceWith(page.getElementById("danh-muc"));
}

// What somebody folded away stays so on the next section.
for (const panel of document.querySelectorAll(".guidance, .beside > details")) {
  const place = `gap-${panel.id || "huong-dan"}`;
  if (localStorage.getItem(place) === "1") panel.open = false;
  panel.addEventListener("toggle", () => {
    if (panel.open) localStorage.removeItem(place);
    else localStorage.setItem(place, "1");
  });
}
