// The commands for the selected rows of a list, which work without JavaScript too.

const bar = document.querySelector(".selected");
const ticks = [...document.querySelectorAll(".on-rows input[name=row]")];
const all = document.querySelector("[data-all]");
const whole = document.querySelector(".selected [name=all]");

// Counts the ticked rows; one link ticks all or none, one box stands for all rows of the list.
function count() {
  const ticked = whole?.checked ? Number(whole.dataset.count) : ticks.filter((tick) => tick.checked).length;
  bar.querySelector(".chosen").textContent = ticked ? `Đã chọn ${ticked} dòng:` : "Với các dòng đã chọn:";
  all.textContent = ticks.every((tick) => tick.checked) ? "Bỏ chọn tất cả" : "Chọn tất cả trên trang";
  for (const button of bar.querySelectorAll("button:not([data-unlink])")) button.disabled = !ticked;
}

if (all) {
  all.addEventListener("click", (event) => {
    event.preventDefault();
    const isOn = !ticks.every((tick) => tick.checked);
    for (const tick of ticks) tick.checked = isOn;
    count();
  });
  whole?.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = whole.checked;
  });
  // A row that is unticked leaves the list incomplete.
  for (const tick of ticks) tick.addEventListener("change", () => whole && (whole.checked &&= tick.checked));
  bar.closest("form").addEventListener("change", count);
  addEventListener("pageshow", count);
}

// Enter in a field presses the button beside it.
for (const value of document.querySelectorAll(".value-to-set")) {
  value.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input, select")) return;
    event.preventDefault();
    value.querySelector("button[name=command]").click();
  });
}

// A suggestion that is chosen becomes a line of its own, so that a further one can be typed.
const links = document.querySelector(".links-to-set");
const suggestions = new Set([...(links?.querySelectorAll("option") ?? [])].map((option) => option.value));

function chosenLink(text) {
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

links?.addEventListener("input", ({ target }) => {
  if (target.type !== "search" || !suggestions.has(target.value)) return;
  target.before(chosenLink(target.value));
  target.value = "";
});
