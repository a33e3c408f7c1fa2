// Shows the sample of the paper while the letterhead is typed; without this the button "Xem thử" does.
import { latest, pageOf } from "../answers.js";
import { isChanged } from "../fields.js";

const WAIT = 300; // milliseconds
const form = document.querySelector("form[data-letterhead]");
const button = form.querySelector("[formtarget]");
const frame = document.querySelector(`iframe[name="${button.formTarget}"]`);
const fetchPaper = latest(() => fetch(button.formAction, { method: "POST", body: new FormData(form) }).then(pageOf).catch(() => null));
let timer;

// Only the content of the frame is replaced, so that it neither scrolls nor adds to the browser's history.
async function show() {
  const page = await fetchPaper();
  if (page?.querySelector("main.sheet")) frame.contentDocument?.body.replaceChildren(...page.body.childNodes);
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, WAIT);
});

button.addEventListener("click", (event) => {
  event.preventDefault();
  show();
});

// The form may hold other values than those stored, after an error or when the browser restores them.
const isOther = () => isChanged(form) || form.querySelector(".is-invalid") !== null;
frame.addEventListener("load", () => { if (isOther()) show(); });
if (isOther()) show();
