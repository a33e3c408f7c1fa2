// Asks for the number of pages until it is known; without JavaScript a link leads to it.
import { pageOf } from "../../answers.js";

const FIRST_PAUSE = 1000; // milliseconds between two questions
const LONGEST_PAUSE = 15000;
export const pages = document.getElementById("so-trang");

// Calls `show` with the page that says how many there are, or why there are none.
export async function askForPages(show, pause = FIRST_PAUSE) {
  try {
    const page = await pageOf(await fetch(pages.dataset.ask));
    if (!page.getElementById("so-trang")?.dataset.ask) return await show(page);
  } catch {
    // Without a connection a few more questions are asked; the link to the pages is still there.
    if (pause >= LONGEST_PAUSE) return null;
  }
  return setTimeout(askForPages, pause, show, Math.min(2 * pause, LONGEST_PAUSE));
}
