// Shows the number of pages once the report is printed, or why it cannot be submitted.
import { askForPages, pages } from "../compiling/pages.js";

askForPages((page) => {
  const known = page.getElementById("so-trang");
  if (known) return pages.replaceChildren(...known.childNodes);
  return document.querySelector("main > .handing-in").replaceChildren(...page.querySelector("main > .handing-in").childNodes);
});
