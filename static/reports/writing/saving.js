// A text saves itself: a little after it was typed, when its window is left, and again when a lost connection is back.
// Without this its buttons do the same.
import { isBox, onSaveKey, typeInto } from "../../fields.js";

export const form = document.getElementById("viet");
export const area = form.elements.body;
const version = form.elements.version;
const told = document.getElementById("da-luu");
const fields = ["title", "body", "is_done"].map((name) => form.elements[name]).filter(Boolean);
const PAUSE = 3000; // milliseconds after the last key
const LONGEST_UNSAVED = 15000; // while somebody types without a pause
const LONGEST_WAIT = 60000; // between two attempts while there is no connection
const PATIENCE = 30000; // until an answer counts as lost

const UNSAVED = "Chưa lưu";
const ENDED = "Phiên làm việc đã hết. Bấm Lưu để đăng nhập lại, chữ đã gõ vẫn giữ.";
const CUT_OFF = "Chưa lưu được: mất kết nối với máy chủ. Chữ đã gõ vẫn còn ở đây, trang tự thử lại.";
const REFUSED = "Chưa tự lưu được. Bấm Lưu để xem vì sao, chữ đã gõ vẫn giữ.";

const gathered = (valueOf) => Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
const typed = () => gathered((field) => (isBox(field) ? field.checked : field.value));
const isSame = (one, other) => fields.every(({ name }) => one[name] === other[name]);

// What the server has: what the page came with, not what was typed before this script ran.
let saved = "unsaved" in form.dataset
  ? {}
  : gathered((field) => (isBox(field) ? field.defaultChecked : field.defaultValue));
let unanswered = null; // sent and not answered: it goes again as it was, before anything newer
let sending = null;
let failures = 0;
export let hasStopped = false;
export let isLeaving = false;
let unsavedSince = 0;
let waiting;

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
  const body = new URLSearchParams({ ...text, version: version.value });
  if (text.is_done === saved.is_done) body.delete("is_done"); // somebody else may have changed it
  const headers = { "X-CSRFToken": token() };
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(form.dataset.autosave, { method: "POST", body, headers, redirect: "manual", signal });
}

async function send(text) {
  if (!failures) tell("Đang lưu…");
  unanswered = text;
  unsavedSince = Date.now();
  try {
    const answer = await post(text);
    if (answer.status >= 500) throw new Error(answer.status);
    await take(answer, text);
    unanswered = null;
    failures = 0;
  } catch {
    failures += 1;
    tell(CUT_OFF, true);
    keep();
    saveIn(Math.min(LONGEST_WAIT, PAUSE * 2 ** (failures - 1)));
  }
}

// Takes in what the server answered.
async function take(answer, text) {
  if (answer.type === "opaqueredirect") return stop(ENDED);
  if (!answer.headers.get("Content-Type")?.includes("json")) return stop(REFUSED);
  const heard = await answer.json();
  if (answer.status === 409) return stop(heard.refusal);
  if (!answer.ok) return tell(heard.refusal, true);
  const before = saved;
  saved = text;
  version.value = heard.version;
  if (isSame(typed(), saved)) {
    unsavedSince = 0;
    tell(heard.message);
    forget();
    form.dispatchEvent(new Event("saved"));
  } else {
    tell(UNSAVED);
    saveIn(PAUSE);
  }
  form.dispatchEvent(new CustomEvent("stored", { detail: { before, now: text, mentions: heard.mentions } }));
  return undefined;
}

// Saves what is typed, one request at a time.
function save() {
  clearTimeout(waiting);
  if (hasStopped || isLeaving) return Promise.resolve();
  const text = unanswered ?? typed();
  if (!sending && !isSame(text, saved)) {
    sending = send(text).finally(() => {
      sending = null;
    });
  }
  return sending ?? Promise.resolve();
}

form.addEventListener("input", (event) => {
  if (!fields.includes(event.target)) return;
  if (failures) return keep(); // it is tried again anyway
  if (hasStopped) return;
  if (!unsavedSince) tell(UNSAVED);
  unsavedSince ||= Date.now();
  saveIn(Math.min(PAUSE, unsavedSince + LONGEST_UNSAVED - Date.now()));
});
addEventListener("online", () => saveIn(0));
// Who turns to another window, or puts the phone away, may not come back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) save();
});

onSaveKey(() => {
  if (hasStopped) form.requestSubmit();
  else if (isSame(typed(), saved) && !unanswered) tell(told.textContent || "Không có gì mới để lưu");
  else saveIn(0);
});

// A button first saves what is typed: it waits for what was sent before, else a person would be in conflict with
// themselves, and without a connection it leads nowhere, else the text would be gone with the page.
form.addEventListener("submit", async (event) => {
  if (isLeaving) return;
  if (hasStopped || (!unanswered && isSame(typed(), saved))) {
    isLeaving = true;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  await save();
  if (failures || isLeaving) return;
  clearTimeout(waiting);
  isLeaving = true;
  form.requestSubmit(event.submitter);
}, { capture: true });
addEventListener("pageshow", (event) => {
  if (event.persisted) hasStopped = isLeaving = false;
});

// While there is no connection, what is typed is kept in this browser, for this person and this text alone, and
// offered back should the page be lost. Each page keeps its own.
const place = `chua-luu ${form.dataset.person} ${form.dataset.autosave} `;
const own = place + performance.timeOrigin;
const offer = document.getElementById("chu-con-giu");
const MOMENT = new Intl.DateTimeFormat("vi-VN", {
  ...{ hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric" },
  timeZone: "Asia/Ho_Chi_Minh", // as the server tells moments
});
let cutOffAt = 0;

function keep() {
  cutOffAt ||= Date.now();
  const kept = { title: form.elements.title?.value, body: area.value, version: version.value, cutOffAt };
  try {
    localStorage.setItem(own, JSON.stringify(kept));
  } catch {
    // No room, or not allowed: the text still stands on the page.
  }
}

function forget() {
  cutOffAt = 0;
  localStorage.removeItem(own);
}

// Puts words in the place of all.
function retype(text) {
  area.select();
  typeInto(area, text);
}

function takeBack(kept) {
  version.value = kept.version; // who saved meanwhile is not written over: both texts are shown
  cutOffAt = kept.cutOffAt;
  if (kept.title) form.elements.title.value = kept.title;
  retype(kept.body);
  keep();
}

function offerKept() {
  const key = Object.keys(localStorage).find((one) => one.startsWith(place) && one !== own);
  offer.hidden = !key;
  if (!key) return;
  const kept = JSON.parse(localStorage.getItem(key));
  const next = () => {
    localStorage.removeItem(key);
    offerKept();
  };
  if (kept.body.trim() === area.value.trim() && kept.title === form.elements.title?.value) return next();
  offer.querySelector("time").textContent = MOMENT.format(kept.cutOffAt);
  offer.onclick = ({ target: { value } }) => {
    if (value === "lay-lai") takeBack(kept);
    if (value) next();
    if (value) area.focus();
  };
}

if (!isSame(typed(), saved)) saveIn(PAUSE);
offerKept();
