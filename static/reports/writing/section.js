// Updates what the page shows beside a text: the paper, last year's paragraphs, the listings.
import { latest, pageOf } from "../../answers.js";
import { typeInto } from "../../fields.js";
import { area, form, hasStopped, isLeaving } from "./saving.js";

// Returns a function that fetches a page; it gives nothing if the page did not come or was fetched again meanwhile.
const fetching = (address) => latest(() => fetch(address).then(pageOf).catch(() => null));

// The paper shows the saved text; only its content is replaced, so that it does not scroll.
const paper = document.querySelector(".piece-of-paper");
const fetchPaper = fetching(paper.src);
let isOlder = false; // the paper that the frame loads first may be older than the saved text

function fit() {
  const sheet = paper.contentDocument?.querySelector("main");
  if (sheet) paper.style.height = `${Math.ceil(sheet.getBoundingClientRect().height) + 16}px`;
}

async function showPaper() {
  isOlder = true;
  const sheet = (await fetchPaper())?.querySelector("main");
  if (sheet) paper.contentDocument?.querySelector("main")?.replaceWith(sheet);
  fit();
}

paper.addEventListener("load", () => {
  fit();
  if (isOlder) showPaper();
});
addEventListener("resize", fit);
if (paper.contentDocument?.readyState === "complete") fit();

// Inserts a paragraph at the cursor, with a blank line around it; Ctrl+Z removes it.
function insert(text) {
  const before = area.value.slice(0, area.selectionStart).trimEnd();
  const after = area.value.slice(area.selectionEnd).trimStart();
  area.setSelectionRange(before.length, area.value.length - after.length);
  typeInto(area, `${before && "\n\n"}${text}${after && "\n\n"}`);
  const end = area.value.length - (after ? after.length + 2 : 0);
  area.setSelectionRange(end, end);
}

// Before the cursor has been in the text, paragraphs are added at its end.
let hasBeenInText = false;
for (const kind of ["keydown", "pointerdown"]) area.addEventListener(kind, () => { hasBeenInText = true; });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=piece]");
  if (!button || hasStopped || isLeaving) return;
  event.preventDefault();
  if (!hasBeenInText) area.setSelectionRange(area.value.length, area.value.length);
  insert(document.getElementById(button.getAttribute("aria-describedby")).textContent);
});

// Enter in the search looks for the bodies' words; without this it saves, and shows them as well.
document.getElementById("loi")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(document.querySelector("button[name=look]"));
});

// The listings and figures that a text names.
const named = (text = "") => (text.match(/\[\[[^[\]\n]+\]\]/g) ?? []).join();
const fetchPage = fetching(location.pathname);

async function show(...panels) {
  const page = await fetchPage();
  for (const id of panels) {
    const panel = page?.getElementById(id);
    if (panel) document.getElementById(id)?.replaceWith(panel);
  }
}

form.addEventListener("stored", ({ detail: { before, now, mentions } }) => {
  showPaper();
  const oldYear = document.getElementById("nam-cu"); // not on the page of an annex
  const areOthers = oldYear && oldYear.lastElementChild.textContent !== mentions;
  if (oldYear) {
    oldYear.hidden = !mentions;
    oldYear.lastElementChild.textContent = mentions;
  }
  if (areOthers || named(now.body) !== named(before.body)) show("danh-muc", "chuyen-nam", "so-lieu");
});


// A panel that was folded stays folded on the next section.
for (const panel of document.querySelectorAll(".guidance, .beside > details")) {
  const place = `gap-${panel.id || "huong-dan"}`;
  if (localStorage.getItem(place) === "1") panel.open = false;
  panel.addEventListener("toggle", () => {
    if (panel.open) localStorage.removeItem(place);
    else localStorage.setItem(place, "1");
  });
}
