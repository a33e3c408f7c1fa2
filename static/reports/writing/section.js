// What stands beside a text while it is written: its paper, last year's paragraphs, its listings.
import { latest, pageOf } from "../../answers.js";
import { onEnter, typeInto } from "../../fields.js";
import { area, form, hasStopped, isLeaving } from "./saving.js";

// Returns how a page is fetched, or nothing where it did not come or was asked for again meanwhile.
const fetching = (address) => latest(() => fetch(address).then(pageOf).catch(() => null));

// The paper follows what is saved; it keeps its place, and only what it holds is changed.
const paper = document.querySelector(".piece-of-paper");
const fetchPaper = fetching(paper.src);
let isOlder = false; // what the frame comes with may be older than what was saved meanwhile

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

// A paragraph goes to the cursor, with a blank line around it, and can be taken back by Ctrl+Z.
function insert(text) {
  const before = area.value.slice(0, area.selectionStart).trimEnd();
  const after = area.value.slice(area.selectionEnd).trimStart();
  area.setSelectionRange(before.length, area.value.length - after.length);
  typeInto(area, `${before && "\n\n"}${text}${after && "\n\n"}`);
  const end = area.value.length - (after ? after.length + 2 : 0);
  area.setSelectionRange(end, end);
}

// Who has not been in the text yet adds at its end.
let hasBeenInText = false;
for (const kind of ["keydown", "pointerdown"]) area.addEventListener(kind, () => { hasBeenInText = true; });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=piece]");
  if (!button || hasStopped || isLeaving) return;
  event.preventDefault();
  if (!hasBeenInText) area.setSelectionRange(area.value.length, area.value.length);
  insert(document.getElementById(button.getAttribute("aria-describedby")).textContent);
});

// The listings beside the text are those that the text names.
const listed = (text = "") => (text.match(/^\s*\[\[.*\]\]\s*$/gm) ?? []).join();
const fetchPage = fetching(location.pathname);

async function showListings() {
  const listings = (await fetchPage())?.getElementById("danh-muc");
  if (listings) document.getElementById("danh-muc").replaceWith(listings);
}

form.addEventListener("stored", ({ detail: { before, now, mentions } }) => {
  showPaper();
  const oldYear = document.getElementById("nam-cu");
  if (!oldYear) return; // an annex has neither old year nor listings beside it
  oldYear.hidden = !mentions;
  oldYear.lastElementChild.textContent = mentions;
  if (listed(now.body) !== listed(before.body)) showListings();
});

// A title is one line on paper: Enter leads from it to the text.
onEnter(form.elements.title, () => area.focus());

// What somebody folded away stays so on the next section.
for (const panel of document.querySelectorAll(".guidance, .beside > details")) {
  const place = `gap-${panel.id || "huong-dan"}`;
  if (localStorage.getItem(place) === "1") panel.open = false;
  panel.addEventListener("toggle", () => {
    if (panel.open) localStorage.removeItem(place);
    else localStorage.setItem(place, "1");
  });
}
