// Suggests rows of any year while somebody types into the box of the top bar, whose form works without JavaScript too.
import { latest, pageOf } from "./answers.js";

const PAUSE = 250; // milliseconds after the last key
const MOST = 8;

const ask = latest(async (address) => {
  try {
    return await pageOf(await fetch(address));
  } catch {
    return null; // the form itself still works
  }
});

// Returns the first rows of each kind in turn, so that none hides the others.
function fromEachKind(page) {
  const kinds = Array.from(page.querySelectorAll(".found-rows"), (kind) => [...kind.querySelectorAll("a")]);
  const turns = Array.from({ length: MOST }, (_, turn) => kinds.map((links) => links[turn]));
  return turns.flat().filter(Boolean).slice(0, MOST);
}

export function suggestRows(form) {
  const box = form.querySelector("input");
  const list = form.querySelector("ul");
  const status = form.querySelector("[role=status]");
  let waiting;

  function show(links) {
    list.replaceChildren(...links.map((link) => {
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    list.hidden = !links.length;
  }

  function close() {
    clearTimeout(waiting);
    show([]);
  }

  async function suggest() {
    const words = box.value.trim();
    const page = words && await ask(`${form.action}?${new URLSearchParams({ tim: words })}`);
    if (!page) return words || show([]);
    const links = fromEachKind(page);
    show(links.map((link) => document.importNode(link, true)));
    status.textContent = links.length ? `${links.length} gợi ý, phím mũi tên xuống để chọn` : "Không có gợi ý";
    return null;
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PAUSE);
  });

  form.addEventListener("keydown", (event) => {
    const places = [box, ...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
      box.focus();
    }
    if (!step || places.length < 2) return;
    event.preventDefault();
    places[(places.indexOf(event.target) + step + places.length) % places.length].focus();
  });

  document.addEventListener("click", ({ target }) => { if (!form.contains(target)) show([]); });
  form.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !form.contains(relatedTarget)) show([]); });
}
