// Shows the number of pages once it is known, and makes the frame of the paper as tall as its pages, so that only the page
// scrolls.
import { pageOf } from "../../answers.js";
import { askForPages, pages } from "./pages.js";

const paper = document.querySelector("iframe.paper");
const contents = document.querySelector(".contents details");
const isPhone = matchMedia("(max-width: 991.98px)");

// Measured by the sheets, because the page in the frame is never lower than the frame and would not shrink again.
function fit() {
  const page = paper.contentDocument.body;
  const ends = Array.from(page.children, (sheet) => sheet.getBoundingClientRect().bottom);
  const below = parseFloat(getComputedStyle(page).paddingBottom);
  paper.style.height = `${Math.ceil(Math.max(...ends) - page.getBoundingClientRect().top + below)}px`;
}

function watch() {
  fit();
  new ResizeObserver(fit).observe(paper.contentDocument.body);
}

paper.addEventListener("load", watch);
const loaded = new Promise((done) => {
  const document = paper.contentDocument;
  if (document?.readyState !== "complete" || document.URL === "about:blank") return paper.addEventListener("load", done);
  watch();
  return done();
});

// Shows the pages once they are laid out, or why they cannot be, and then the paper with their ends.
async function show(page) {
  const known = page.getElementById("so-trang");
  if (!known) return; // the report was submitted meanwhile
  pages.replaceChildren(...known.childNodes);
  if (!pages.querySelector(".pages-of-draft")) return;
  const paged = await pageOf(await fetch(paper.src));
  await loaded;
  // Within the page in the frame, so that whoever is reading it stays at the place.
  paper.contentDocument.body.replaceChildren(...paged.body.childNodes);
}

if (pages.dataset.ask) askForPages(show);

// On a phone the contents would be in front of the paper.
function fold() {
  contents.open = !isPhone.matches;
}

fold();
isPhone.addEventListener("change", fold);
contents.addEventListener("click", (event) => {
  if (isPhone.matches && event.target.closest("a")) contents.open = false;
});
