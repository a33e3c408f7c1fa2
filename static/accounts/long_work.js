// Updates the progress of work that runs in the background; without JavaScript the page reloads itself.
import { pageOf } from "../answers.js";

const PAUSE = 1000; // milliseconds between two questions
const shown = document.getElementById("tien-do");

async function update() {
  try {
    // A redirection leads to the result: the browser goes there itself, so that its messages are shown once.
    const answer = await fetch(location.href, { redirect: "manual" });
    if (answer.type === "opaqueredirect") return location.reload();
    const page = (await pageOf(answer)).getElementById("tien-do");
    const [bar, newBar] = [shown.querySelector("progress"), page.querySelector("progress")];
    if (!newBar) return location.reload();
    shown.querySelector(".step").textContent = page.querySelector(".step").textContent;
    bar.replaceWith(newBar);
    const counts = page.querySelector(".counts");
    if (counts) shown.querySelector(".counts").textContent = counts.textContent;
  } catch {
    // Without a connection the next question is asked all the same.
  }
  return setTimeout(update, PAUSE);
}

setTimeout(update, PAUSE);
