// The commands for the selected rows of a list, which work without JavaScript too. The list may be replaced by another
// one at any time, so that all that happens in it is noticed at the document.

const TICK = "[name=row], [name=chon]"; // the first is sent by POST, the second is part of an address

const bar = () => document.querySelector(".selected");
const ticks = () => [...document.querySelectorAll(".on-rows input")].filter((input) => input.matches(TICK));
const whole = () => document.querySelector(".selected [name=all]");

// Counts the ticked rows; one link ticks all or none, one box stands for all rows of the list.
function count() {
  if (!bar()) return;
  const ticked = whole()?.checked ? Number(whole().dataset.count) : ticks().filter((tick) => tick.checked).length;
  bar().querySelector(".chosen").textContent = ticked ? `Đã chọn ${ticked} dòng:` : "Với các dòng đã chọn:";
  const isAll = ticks().every((tick) => tick.checked);
  bar().querySelector("[data-all]").textContent = isAll ? "Bỏ chọn tất cả" : "Chọn tất cả trên trang";
  for (const button of bar().querySelectorAll("button:not([data-unlink])")) button.disabled = !ticked;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-all]")) return;
  event.preventDefault();
  const isOn = !ticks().every((tick) => tick.checked);
  for (const tick of ticks()) tick.checked = isOn;
  if (whole()) whole().checked = false;
  count();
});

document.addEventListener("change", ({ target }) => {
  if (target === whole()) for (const tick of ticks()) tick.checked = target.checked;
  // A row that is unticked leaves the list incomplete.
  if (target.matches(TICK) && whole()) whole().checked &&= target.checked;
  count();
});

addEventListener("pageshow", count);
document.addEventListener("swapped", count);

// Enter on a box would press the form's first button.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".on-rows [type=checkbox]")) event.preventDefault();
});

// Enter in a field presses the button beside it.
document.addEventListener("keydown", (event) => {
  const value = event.target.closest(".value-to-set");
  if (event.key !== "Enter" || !value || !event.target.matches("input, select")) return;
  event.preventDefault();
  value.querySelector("button[name=command]").click();
});

// A suggestion that is chosen becomes a line of its own, so that a further one can be typed.
function chosenLink(links, text) {
  const line = document.createElement("p");
  const sent = Object.assign(document.createElement("input"), { type: "hidden", name: "link", value: text });
  const remove = Object.assign(document.createElement("button"), { type: "button", textContent: links.dataset.remove });
  remove.className = "btn btn-link";
  remove.dataset.unlink = "";
  remove.setAttribute("aria-label", `${links.dataset.remove} ${text}`);
  remove.addEventListener("click", () => {
    line.remove();
    links.querySelector("input[type=search]").focus();
  });
  line.append(sent, text, remove);
  return line;
}

// A long list of suggestions is loaded when somebody is about to type.
document.addEventListener("focusin", async ({ target }) => {
  const options = target.closest(".links-to-set")?.querySelector("datalist[data-more]");
  if (!options) return;
  const address = options.dataset.more;
  delete options.dataset.more;
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok && !answer.redirected) options.innerHTML = await answer.text();
  else options.dataset.more = address;
});

document.addEventListener("input", ({ target }) => {
  const links = target.closest(".links-to-set");
  const isSuggested = [...(links?.querySelectorAll("option") ?? [])].some((option) => option.value === target.value);
  if (target.type !== "search" || !isSuggested) return;
  target.before(chosenLink(links, target.value));
  target.value = "";
});
