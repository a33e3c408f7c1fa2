// Draws the paper beside the form of the head and the end while somebody types. Without this script a button draws it.
import { latest, pageOf } from "../../answers.js";
import { form } from "./saving.js";

const frame = document.querySelector("iframe[name=ban-in]");
const button = form.querySelector("[formtarget=ban-in]");
const PAUSE = 400; // milliseconds after the last key
let waiting;

const ask = latest(() => fetch(button.formAction, { method: "POST", body: new FormData(form) }).then(pageOf).catch(() => null));

// Only the content is replaced, so that the paper does not scroll.
async function draw() {
  const sheet = (await ask())?.querySelector("main");
  if (sheet) frame.contentDocument?.querySelector("main")?.replaceWith(sheet);
}

button.hidden = true;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(draw, PAUSE);
});
frame.addEventListener("load", draw);
if (frame.contentDocument?.readyState === "complete") draw();

