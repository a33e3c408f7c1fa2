// Opens the box for a note below the line that it is about and saves it without leaving the page.
// Without this script a link opens the box, and saving loads the page again.
import { isChanged } from "../../fields.js";

const template = document.getElementById("o-nhan-xet");
const done = document.getElementById("da-ghi");
const reason = document.querySelector("#ket-luan textarea");
const CUT_OFF = "Chưa lưu được: mất kết nối với máy chủ. Chữ đã gõ vẫn còn ở đây, bấm Lưu nhận xét lần nữa.";
let boxes = 0;
let isLeaving = false;

// Returns a random key, also where the site is served without HTTPS.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Returns the element that holds the notes of a link's line or part.
const placeOf = (link) => link.closest(".line") ?? link.closest(".part").querySelector(":scope > .notes-here");

function open(link) {
  const place = placeOf(link);
  let box = place.querySelector(":scope > .note-box");
  if (!box) {
    box = template.content.firstElementChild.cloneNode(true);
    box.elements.sent_key.value = newKey();
    box.elements.heading.value = link.dataset.place;
    box.elements.line.value = link.dataset.line ?? "";
    box.elements.text.id = `nhan-xet-${++boxes}`;
    const label = box.querySelector("label");
    label.htmlFor = box.elements.text.id;
    label.append(link.dataset.about);
    place.append(box);
  }
  box.elements.text.focus();
}

function close(box) {
  const link = (box.closest(".line") ?? box.closest(".part")).querySelector(".note-on");
  box.remove();
  link.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".note-on");
  const leaving = event.target.closest(".note-box a");
  if (!link && !leaving) return;
  event.preventDefault();
  if (link) open(link);
  else close(leaving.closest(".note-box"));
});

document.addEventListener("keydown", (event) => {
  const box = event.target.closest(".note-box");
  if (event.key === "Escape" && box && !box.elements.text.value) close(box);
});

function refuse(box, words) {
  const refused = box.querySelector(".refused");
  refused.textContent = words;
  refused.hidden = false;
  box.querySelector("button").disabled = false;
}

// Shows the note that was saved, and what follows from it, as the new page has them.
function take(box, page) {
  const line = box.closest(".line");
  const part = box.closest(".part");
  const [old, now] = [document, page].map((one) => (line
    ? one.getElementById(line.id)
    : one.getElementById(part.id)?.querySelector(":scope > .notes-here")));
  old.replaceWith(now);
  for (const id of ["theo-muc", "gui-kem"]) document.getElementById(id).replaceWith(page.getElementById(id));
  const { value } = page.querySelector("#ket-luan textarea");
  if (reason.value === reason.defaultValue) reason.value = value;
  reason.defaultValue = value;
  done.textContent = "Đã ghi nhận xét.";
  (line ? now : part).querySelector(".note-on").focus();
}

async function save(box) {
  box.querySelector("button").disabled = true;
  let answer;
  let page;
  try {
    answer = await fetch(box.action, { method: "POST", body: new FormData(box) });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return refuse(box, CUT_OFF);
  }
  if (answer.ok && page.getElementById("ket-luan")) return take(box, page);
  const words = page.querySelector("main .deciding .refused")?.textContent.trim();
  if (words) return refuse(box, words);
  isLeaving = true;
  box.submit(); // the session has ended: the login page carries the note on
  return undefined;
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".note-box")) return;
  event.preventDefault();
  save(event.target);
});

// The browser asks before leaving a note or a reason that was typed and not sent.
const isTyped = () => [...document.querySelectorAll(".note-box textarea")].some((text) => text.value.trim());

reason.form.addEventListener("submit", () => { isLeaving = !isTyped(); });
addEventListener("pageshow", () => { isLeaving = false; });
addEventListener("beforeunload", (event) => {
  if (!isLeaving && (isTyped() || isChanged(reason.form))) event.preventDefault();
});
