// The keyboard of the grid, as in a spreadsheet: arrows and Enter go to the row below, pasted columns fill rows.
import { onSaveKey } from "../fields.js";

const grid = document.querySelector(".grid");
const rows = grid ? [...grid.tBodies[0].rows] : [];
const fields = (row) => [...row.querySelectorAll("td > :is(input:not([type=hidden]), select)")];

function place(field) {
  const row = rows.indexOf(field.closest("tr"));
  return { row, column: fields(rows[row]).indexOf(field) };
}

function go(field, step) {
  const { row, column } = place(field);
  const target = rows[row + step] && fields(rows[row + step])[column];
  if (target) {
    target.focus();
    target.select?.();
  } else if (step > 0) {
    document.querySelector(".on-grid .form-foot button").focus();
  }
}

grid?.addEventListener("keydown", (event) => {
  const isList = event.target.matches("select");
  const isOther = event.altKey || event.ctrlKey || event.metaKey || event.isComposing;
  if (isOther || !event.target.matches("td > :is(input, select)")) return;
  if (event.key === "Enter") go(event.target, event.shiftKey ? -1 : 1);
  else if (!isList && event.key === "ArrowDown") go(event.target, 1);
  else if (!isList && event.key === "ArrowUp") go(event.target, -1);
  else return;
  event.preventDefault();
});

// Cells copied from a spreadsheet: lines go to the rows below, tabs to the fields beside.
grid?.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain").replace(/\r?\n$/, "") ?? "";
  if (!/[\t\n]/.test(text) || !event.target.matches("td > input")) return;
  event.preventDefault();
  const { row, column } = place(event.target);
  text.split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((value, right) => {
    const field = rows[row + down] && fields(rows[row + down])[column + right];
    if (field?.matches("input")) field.value = value.trim();
  }));
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});

if (grid) onSaveKey(() => document.querySelector(".on-grid").requestSubmit());
