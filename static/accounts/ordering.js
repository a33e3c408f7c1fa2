// Moves rows by dragging them, and with Alt and the arrow keys; the buttons work without JavaScript too.
import { send } from "./swapping.js";

const list = document.getElementById("danh-sach");
const table = () => list?.querySelector("[data-ordering]");
const tick = (row) => row.querySelector("[name=row]");
let dragged = null;

function ready() {
  for (const row of table()?.tBodies[0].rows ?? []) row.draggable = true;
}

list?.addEventListener("swapped", ready);
ready();

// Sends the form of the list for the ticked rows, or for this row alone if it is not ticked.
async function move(row, command, before = "") {
  const form = table().closest("form");
  if (!tick(row).checked) {
    for (const one of form.querySelectorAll("[name=row]")) one.checked = one === tick(row);
  }
  const sent = { command, before };
  const fields = Object.keys(sent).map((name) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value: sent[name] });
    form.append(field);
    return field;
  });
  const pk = tick(row).value;
  if (await send(form) === "shown") list.querySelector(`#dong-${pk} [name=row]`)?.focus();
  for (const field of fields) field.remove();
}

// A button moves rows without another page, and the focus stays on it.
list?.addEventListener("submit", async (event) => {
  const { submitter, target } = event;
  if (!table() || !target.matches(".on-rows")) return;
  event.preventDefault();
  if (await send(target, submitter) === "shown") list.querySelector("[autofocus]")?.focus();
});

list?.addEventListener("keydown", (event) => {
  const row = table() && event.target.closest("tbody tr");
  const command = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!row || !command || !event.altKey) return;
  event.preventDefault();
  move(row, command);
});

function mark(row) {
  for (const one of list.querySelectorAll(".target")) one.classList.remove("target");
  row?.classList.add("target");
}

list?.addEventListener("dragstart", (event) => {
  dragged = table() && event.target.closest("tbody tr");
  if (!dragged) return;
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
});

list?.addEventListener("dragover", (event) => {
  const row = event.target.closest("tbody tr");
  if (!dragged || !row) return;
  event.preventDefault();
  mark(row === dragged ? null : row);
});

// The dragged row comes before the one it is dropped on, or last if it is dropped below the last row of all.
list?.addEventListener("drop", (event) => {
  const row = event.target.closest("tbody tr");
  if (!dragged || !row || row === dragged) return;
  event.preventDefault();
  const box = row.getBoundingClientRect();
  const isEnd = event.clientY > box.top + box.height / 2 && row.querySelector("[value=down]").disabled;
  move(dragged, "before", isEnd ? "end" : tick(row).value);
});

list?.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  mark(null);
});
