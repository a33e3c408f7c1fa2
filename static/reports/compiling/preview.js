// Makes the frame of the paper as tall as its pages, so that only the page scrolls.
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

if (paper.contentDocument?.readyState === "complete" && paper.contentDocument.URL !== "about:blank") watch();
paper.addEventListener("load", watch);

// On a phone the contents would be in front of the paper.
function fold() {
  contents.open = !isPhone.matches;
}

fold();
isPhone.addEventListener("change", fold);
contents.addEventListener("click", (event) => {
  if (isPhone.matches && event.target.closest("a")) contents.open = false;
});
