// The paper beside its contents: as tall as its pages, so that only one thing scrolls.
const paper = document.querySelector("iframe.paper");
const contents = document.querySelector(".contents details");
const isPhone = matchMedia("(max-width: 991.98px)");

function fit() {
  const page = paper.contentDocument.documentElement;
  paper.style.height = "auto";
  paper.style.height = `${page.scrollHeight}px`;
}

function watch() {
  fit();
  new ResizeObserver(fit).observe(paper.contentDocument.body);
}

if (paper.contentDocument?.readyState === "complete" && paper.contentDocument.URL !== "about:blank") watch();
paper.addEventListener("load", watch);

// On a phone the contents would stand in the way of the paper.
function fold() {
  contents.open = !isPhone.matches;
}

fold();
isPhone.addEventListener("change", fold);
contents.addEventListener("click", (event) => {
  if (isPhone.matches && event.target.closest("a")) contents.open = false;
});
