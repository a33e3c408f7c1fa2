// Enhancements of every page, which work without JavaScript too.
import "./typed.js";
import { isChanged } from "./fields.js";
import { speakOurLanguage } from "./files.js";
import { suggestRows } from "./find.js";

document.querySelectorAll("input[type=file]").forEach(speakOurLanguage);

// "/" leads to the box that searches all years, "l" to the box of a list, "n" to the page where a new row is entered.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const found = [...document.querySelectorAll("[data-key]")]
    .find((one) => one.dataset.key === event.key && one.checkVisibility());
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) found.select();
  else found.click();
});

const find = document.querySelector(".find");
if (find) suggestRows(find);

// The browser asks before leaving a changed form with data-guarded; one with data-unsaved counts as changed from the
// start. A form that saves itself reports this by the event "saved".
const guarded = document.querySelector("form[data-guarded]");

if (guarded) {
  let isTyped = "unsaved" in guarded.dataset || isChanged(guarded);
  let isSent = false;
  guarded.addEventListener("input", (event) => { isTyped ||= Boolean(event.target.name); });
  guarded.addEventListener("saved", () => { isTyped = false; });
  guarded.addEventListener("submit", ({ submitter }) => { isSent = submitter?.formTarget !== "_blank"; });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("beforeunload", (event) => { if (isTyped && !isSent) event.preventDefault(); });
}

// An open menu closes by Esc, and by a click or the focus outside of it.
const openMenus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of openMenus()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}
