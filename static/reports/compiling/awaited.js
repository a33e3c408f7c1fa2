// Asks whether the file is made, and then lets the browser fetch it; without JavaScript the page reloads itself.
const PAUSE = 1000; // milliseconds between two questions
const MADE_LATER = 202;
const shown = document.getElementById("tien-do");

async function ask() {
  try {
    const answer = await fetch(location.href, { method: "HEAD", redirect: "manual" });
    if (answer.status !== MADE_LATER) return go();
  } catch {
    // Without a connection the next question is asked all the same.
  }
  return setTimeout(ask, PAUSE);
}

// The browser saves the file and stays on this page.
function go() {
  shown.querySelector("progress").remove();
  shown.querySelector(".step").textContent = shown.dataset.made;
  location.reload();
}

setTimeout(ask, PAUSE);
