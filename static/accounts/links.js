// The choice of rows to link: typing shows those that match, ignoring marks; Enter takes the first of them.
import { folded, onEnter } from "../fields.js";

export function findByTyping(links) {
  const [filter, taken, list, all, none] = [".filter", ".taken", "details", ".choices", ".none"].map((part) => links.querySelector(part));
  const choices = Array.from(links.querySelectorAll(".form-check"), (choice) => [choice, folded(choice.textContent)]);
  const isFew = list.open && !links.querySelector(".invalid"); // they stay in the open
  const isFree = (choice) => !choice.querySelector("input").checked;

  function narrow() {
    const words = folded(filter.value).split(/\s+/).filter(Boolean);
    for (const [choice, text] of choices) choice.hidden = isFree(choice) && !words.every((word) => text.includes(word));
    list.open = isFew || words.length > 0;
    none.hidden = choices.some(([choice]) => isFree(choice) && !choice.hidden);
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
    filter.value = "";
    narrow();
    (isFew ? target : filter).focus();
  });

  filter.hidden = isFew;
  filter.addEventListener("input", narrow);
  onEnter(filter, () => {
    const first = filter.value.trim() && all.querySelector(".form-check:not([hidden]) input");
    if (first) take(first);
  });
}
