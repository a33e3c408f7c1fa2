// Enhancements of lists, whose links and buttons work without JavaScript too.
import { isChanged, onSaveKey } from "../fields.js";
import { announce, send, show } from "./swapping.js";

const list = document.getElementById("danh-sach");
const filters = document.querySelector("form#loc");
const search = document.getElementById("tim");
const PAUSE = 250; // milliseconds after the last key

// A filter chosen with the mouse applies at once; with the keyboard, which passes other options on the way, only by
// the button. Empty filters are left out of the address.
let byPointer = false;

filters?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

const isFilter = (target) => target.matches(".filters select");
list?.addEventListener("pointerdown", ({ target }) => { if (isFilter(target)) byPointer = true; });
list?.addEventListener("keydown", ({ target }) => { if (isFilter(target)) byPointer = false; });
list?.addEventListener("change", ({ target }) => { if (isFilter(target) && byPointer) filters.requestSubmit(); });

// The list is filtered while the user types, unless that would lose a row being edited.
const edited = () => document.getElementById("sua");
const isEdited = () => Boolean(edited()) && isChanged(edited());
let waiting;

search?.addEventListener("input", () => {
  clearTimeout(waiting);
  if (isEdited()) return;
  waiting = setTimeout(async () => {
    const asked = new URLSearchParams(new FormData(filters));
    if (await show(`${location.pathname}?${asked}`)) announce(list.querySelector(".found")?.textContent);
  }, PAUSE);
});

list?.addEventListener("click", async (event) => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = target.closest(".mend, [data-cancel]");
  if (link) {
    event.preventDefault();
    open(link);
    return;
  }
  // In a dense list a click on the text of a row shows the whole of it.
  if (!target.closest("a, input, label, button, .in-place") && String(getSelection()) === "") {
    target.closest(".compact .rows .subject")?.closest("tr").classList.toggle("open");
  }
});

// A row is edited where it stands: its form comes, and is saved, without another page.
async function open(link) {
  const address = new URL(link.href);
  if (isEdited() && !("cancel" in link.dataset)) {
    location.assign(address); // the browser asks first
    return;
  }
  if (await show(address.href)) back(address.hash);
}

function back(hash, isAt = false) {
  const field = list.querySelector(".in-place [autofocus]");
  const row = hash && document.querySelector(hash);
  if (field) field.focus();
  else row?.querySelector(".mend")?.focus();
  if (isAt && !field) row?.classList.add("at");
}

let isSaving = false;

document.addEventListener("submit", async (event) => {
  if (event.target.id !== "sua") return;
  event.preventDefault();
  if (isSaving) return;
  isSaving = true;
  const hash = `#dong-${new URL(event.target.action).searchParams.get("sua")}`;
  const sent = await send(event.target);
  if (sent === "shown") back(hash, true);
  isSaving = sent === "leaving";
});

addEventListener("beforeunload", (event) => { if (isEdited() && !isSaving) event.preventDefault(); });
onSaveKey(() => edited()?.requestSubmit());

// "e" edits the row that has the focus, Escape leaves its form; a pasted list goes into its box.
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "e" && !target.closest("input:not([type=checkbox]), textarea, select")) target.closest("tr")?.querySelector(".mend")?.click();
  if (key === "Escape" && target.closest(".in-place")) list.querySelector("[data-cancel]").click();
  // Enter adds no line break to a field for one line on paper.
  if (key === "Enter" && target.matches(".in-place textarea:not([name=wording], [name=description])") && !event.isComposing) {
    event.preventDefault();
    edited().requestSubmit();
  }
});

document.addEventListener("toggle", ({ target }) => {
  if (target.matches?.(".pasting[open]")) target.querySelector("textarea").focus();
}, true);

document.addEventListener("paste", (event) => {
  const box = list?.querySelector(".pasting");
  if (!box || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  box.open = true;
  box.querySelector("textarea").value += event.clipboardData.getData("text/plain");
});
