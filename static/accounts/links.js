// The choice of rows to link: typing shows those that match, ignoring marks; Enter takes the first of them. Of many rows
// the page has the last ones alone, and the server looks for the others.
import { latest, pageOf } from "../answers.js";
import { folded, onEnter } from "../fields.js";

const PAUSE = 250; // milliseconds after the last key

export function findByTyping(links) {
  const [filter, taken, list, all, cut, none] = [".filter input", ".taken", "details", ".choices", ".cut", ".none"].map((part) => links.querySelector(part));
  const [search, button] = [filter.name, links.querySelector(".filter button")];
  const isSearched = "searched" in links.dataset;
  const isFew = list.open && !isSearched && !links.querySelector(".invalid"); // they stay in the open
  const free = () => [...all.children];
  let waiting;

  const words = () => folded(filter.value).split(/\s+/).filter(Boolean);

  function narrow() {
    const wanted = words();
    for (const choice of free()) choice.hidden = !wanted.every((word) => folded(choice.textContent).includes(word));
    list.open = isFew || wanted.length > 0;
    none.hidden = free().some((choice) => !choice.hidden);
  }

  // The form as it is typed is sent with the words, as by the button; only the rows found are taken over.
  const ask = latest(async () => {
    const sent = new FormData(links.closest("form"));
    sent.set(search, filter.value);
    sent.set(button.name, button.value);
    return pageOf(await fetch(location.href, { method: "POST", body: sent })).catch(() => null);
  });

  async function look() {
    clearTimeout(waiting);
    waiting = null;
    const found = (await ask())?.getElementById(links.id);
    if (!found) return;
    const ticked = new Set([...taken.querySelectorAll("input")].map((box) => box.value));
    all.replaceChildren(...[...found.querySelector(".choices").children].filter((choice) => !ticked.has(choice.querySelector("input").value)));
    cut.hidden = found.querySelector(".cut").hidden;
    list.open = words().length > 0;
    none.hidden = all.childElementCount > 0;
  }

  function type() {
    if (!isSearched) return narrow();
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  }

  function take(box) {
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // What is ticked moves to the others that are linked, and the search begins anew.
  links.addEventListener("change", ({ target }) => {
    if (target === filter) return;
    (target.checked ? taken : all).append(target.closest(".form-check"));
    links.querySelector("legend b").textContent = taken.childElementCount;
    const isBegun = filter.value !== "";
    filter.value = "";
    if (!isSearched) narrow();
    else if (isBegun) look();
    (isFew ? target : filter).focus();
  });

  filter.removeAttribute("name"); // Enter takes a row here, and saving does not search
  filter.parentElement.hidden = isFew;
  button.hidden = true;
  filter.addEventListener("input", type);
  onEnter(filter, async () => {
    if (waiting) await look();
    const first = filter.value.trim() && all.querySelector(".form-check:not([hidden]) input");
    if (first) take(first);
  });
}
