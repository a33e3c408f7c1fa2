// Saves a text automatically: shortly after typing, when the window is left, and when a lost connection is back.
// Without this script the buttons save it.
import { isBox, isChanged, onSaveKey, typeInto } from "../../fields.js";
import { post, trouble, WORDS } from "./posting.js";

export const form = document.getElementById("viet");
export const area = form.elements.body; // none on the page of the head and the end
const version = form.elements.version;
const message = document.getElementById("da-luu");
// The names of what is saved; the form names its fields where it is not that of one text.
const names = form.dataset.saves?.split(" ") ?? ["title", "body", "is_done"];
const fields = names.map((name) => form.elements[name]).filter(Boolean);
// Returns whether all fields but the boxes have the same text, but for blanks around it.
const isSameText = (one, other) => fields.every((field) => isBox(field)
  || (one[field.name] ?? "").trim() === (other[field.name] ?? "").trim());
// What only the buttons save: the replies to notes.
const others = [...form.elements].filter((one) => one.name && one.type !== "hidden" && !fields.includes(one));
const PAUSE = 3000; // milliseconds after the last key
const LONGEST_UNSAVED = 15000; // while somebody types without a pause
const LONGEST_WAIT = 60000; // between two attempts while there is no connection

const gathered = (valueOf) => Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
const typed = () => gathered((field) => (isBox(field) ? field.checked : field.value));
const isSame = (one, other) => fields.every(({ name }) => one[name] === other[name]);

// The text on the server: the one that the page came with, not what was typed before this script ran.
let saved = "unsaved" in form.dataset
  ? {}
  : gathered((field) => (isBox(field) ? field.defaultChecked : field.defaultValue));
let unanswered = null; // sent without an answer yet: it is sent again unchanged, before anything newer
let sending = null;
let failures = 0;
export let hasStopped = false;
export let isLeaving = false;
let unsavedSince = 0;
let waiting;

function show(words, isTrouble = false) {
  message.textContent = words;
  message.classList.toggle("trouble", isTrouble);
}

function saveIn(milliseconds) {
  clearTimeout(waiting);
  if (!hasStopped) waiting = setTimeout(save, milliseconds);
}

function stop(words) {
  hasStopped = true;
  show(words, true);
}

function values(text) {
  const sent = { ...text, version: version.value };
  if (text.is_done === saved.is_done) delete sent.is_done; // somebody else may have changed it
  return sent;
}

async function send(text) {
  if (!failures) show(WORDS.saving);
  unanswered = text;
  unsavedSince = Date.now();
  try {
    await take(await post(form.dataset.autosave, values(text), form), text);
    unanswered = null;
    failures = 0;
  } catch (error) {
    failures += 1;
    show(trouble(error), true);
    store();
    saveIn(Math.min(LONGEST_WAIT, PAUSE * 2 ** (failures - 1)));
  }
}

// Handles the answer of the server.
async function take(answer, text) {
  if (answer.type === "opaqueredirect") return stop(WORDS.ended);
  if (!answer.headers.get("Content-Type")?.includes("json")) return stop(WORDS.refused);
  const result = await answer.json();
  if (answer.status === 409) return stop(result.refusal);
  if (!answer.ok) return show(result.refusal, true);
  const before = saved;
  saved = text;
  version.value = result.version;
  if (result.base) form.elements.base.value = result.base; // what the next change begins with
  if (isSame(typed(), saved)) {
    unsavedSince = 0;
    show(result.message);
    forget();
    if (!isChanged({ elements: others })) form.dispatchEvent(new Event("saved"));
  } else {
    show(WORDS.unsaved);
    saveIn(PAUSE);
  }
  form.dispatchEvent(new CustomEvent("stored", { detail: { before, now: text, mentions: result.mentions } }));
  return undefined;
}

// Saves the typed text, one request at a time.
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
  if (failures) return store(); // the next attempt is set already
  if (hasStopped) return;
  if (!unsavedSince) show(WORDS.unsaved);
  unsavedSince ||= Date.now();
  saveIn(Math.min(PAUSE, unsavedSince + LONGEST_UNSAVED - Date.now()));
});
addEventListener("online", () => saveIn(0));
// The person may not come back from another window.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) save();
});

onSaveKey(() => {
  if (hasStopped) form.requestSubmit();
  else if (isSame(typed(), saved) && !unanswered) show(message.textContent || "Không có gì mới để lưu");
  else saveIn(0);
});

// A button first saves the typed text. It waits for the request before, which would be a conflict otherwise, and does
// nothing without a connection, because the text would be lost with the page.
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

// While there is no connection, the typed text is stored in this browser, for this person and this text alone, and
// offered again if the page is lost. Each page stores its own.
const place = `chua-luu ${form.dataset.person} ${form.dataset.autosave} `;
const own = place + performance.timeOrigin;
const offer = document.getElementById("chu-con-giu");
const MOMENT = new Intl.DateTimeFormat("vi-VN", {
  ...{ hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric" },
  timeZone: "Asia/Ho_Chi_Minh", // as the server formats times
});
let cutOffAt = 0;

function store() {
  cutOffAt ||= Date.now();
  const unsaved = { ...typed(), version: version.value, cutOffAt };
  try {
    localStorage.setItem(own, JSON.stringify(unsaved));
  } catch {
    // No room, or not allowed: the text is still on the page.
  }
}

function forget() {
  cutOffAt = 0;
  localStorage.removeItem(own);
}

// Replaces the whole text of a field.
function retype(field, text) {
  field.select();
  typeInto(field, text);
}

function restore(unsaved) {
  version.value = unsaved.version; // a text saved meanwhile is not overwritten: both are shown
  cutOffAt = unsaved.cutOffAt;
  for (const field of fields) {
    const text = unsaved[field.name];
    if (!isBox(field) && text !== undefined && text !== field.value) retype(field, text);
  }
  store();
}

function offerUnsaved() {
  const key = Object.keys(localStorage).find((one) => one.startsWith(place) && one !== own);
  offer.hidden = !key;
  if (!key) return;
  const unsaved = JSON.parse(localStorage.getItem(key));
  const next = () => {
    localStorage.removeItem(key);
    offerUnsaved();
  };
  if (isSameText(unsaved, typed())) return next();
  offer.querySelector("span").textContent = MOMENT.format(unsaved.cutOffAt);
  offer.onclick = ({ target: { value } }) => {
    if (value === "restore") restore(unsaved);
    if (value) next();
    if (value) (area ?? fields[0]).focus();
  };
}

if (!isSame(typed(), saved)) saveIn(PAUSE);
offerUnsaved();
