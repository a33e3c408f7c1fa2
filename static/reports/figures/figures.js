// The keyboard of a statistical form, as in a spreadsheet, blocks of cells pasted from one, and differences while typing.
import { onSaveKey } from "../../fields.js";

const form = document.getElementById("so-lieu");
const lines = [...form.querySelectorAll("tr.line")];
const cells = (line) => [...line.querySelectorAll("input.cell")];
const GROUPED = /^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)$/;

const inWords = (number) => number.toLocaleString("vi-VN");
const named = (line) => `(${line.dataset.code})`;

// Returns the number in a text as the server reads it, null where it is none.
function numberIn(text) {
  const written = text.trim();
  return GROUPED.test(written) ? BigInt(written.replace(/[. ]/g, "")) : null;
}

// Arrows and Enter.

function place(cell) {
  const row = lines.indexOf(cell.closest("tr"));
  return { row, column: cells(lines[row]).indexOf(cell) };
}

// The cell in a line and column; a line of words has one cell, which stands below all columns.
const cellAt = (row, column) => lines[row] && (cells(lines[row])[column] ?? cells(lines[row]).at(-1));

function go(cell, down, right) {
  const { row, column } = place(cell);
  const target = right ? cells(lines[row])[column + right] : cellAt(row + down, column);
  if (target) {
    target.focus();
    target.select();
  } else if (down > 0) {
    form.querySelector(".form-foot button").focus();
  }
}

const isAtEnd = (cell, end) => cell.selectionStart === cell.selectionEnd
  ? cell.selectionStart === end
  : cell.selectionEnd - cell.selectionStart === cell.value.length;

form.addEventListener("keydown", (event) => {
  const cell = event.target;
  if (!cell.matches("input.cell") || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter") go(cell, event.shiftKey ? -1 : 1, 0);
  else if (event.shiftKey) return;
  else if (event.key === "ArrowDown") go(cell, 1, 0);
  else if (event.key === "ArrowUp") go(cell, -1, 0);
  else if (event.key === "ArrowRight" && isAtEnd(cell, cell.value.length)) go(cell, 0, 1);
  else if (event.key === "ArrowLeft" && isAtEnd(cell, 0)) go(cell, 0, -1);
  else return;
  event.preventDefault();
});

onSaveKey(() => form.requestSubmit());

// The difference to what the rows say, and the sums of other columns.

function settled(line) {
  const [cell] = cells(line);
  if (line.querySelector("[name$=does_not_apply]")?.checked || cell.value.trim() === "-") return null;
  if (cell.value.trim() === "") return line.dataset.counted === "" ? null : BigInt(line.dataset.counted);
  return numberIn(cell.value);
}

function showDifference(line) {
  const place = line.querySelector(".difference");
  if (!place) return;
  const actual = settled(line);
  const counted = line.dataset.counted === "" ? null : BigInt(line.dataset.counted);
  const by = actual === null || counted === null ? 0n : actual - counted;
  place.textContent = by ? `${by > 0 ? "hơn" : "kém"} ${inWords(by > 0 ? by : -by)} so với đếm được` : "";
  const reason = form.elements[`c${line.dataset.code}-reason`];
  const wanted = line.nextElementSibling.querySelector(".wanted");
  if (wanted) wanted.hidden = !by || reason.value.trim() !== "";
}

function showSums() {
  for (const sum of lines.filter((line) => line.dataset.sum)) {
    const parts = sum.dataset.sum.split(" ").map((code) => lines.find((line) => line.dataset.code === code));
    const numbers = parts.map((line) => line && settled(line)).filter((one) => typeof one === "bigint");
    const total = numbers.length ? numbers.reduce((one, other) => one + other, 0n) : null;
    sum.dataset.counted = total === null ? "" : String(total);
    sum.querySelector(".counted b").textContent = total === null ? "" : inWords(total);
    cells(sum)[0].placeholder = total === null ? "" : inWords(total);
    showDifference(sum);
  }
}

form.addEventListener("input", ({ target }) => {
  const line = target.closest("tr.line") ?? target.closest("tr.more")?.previousElementSibling;
  if (!line) return;
  const box = line.querySelector("[name$=does_not_apply]");
  // A number and "-" exclude each other: what was done last counts.
  if (box && target === box && box.checked) for (const cell of cells(line)) cell.value = "";
  else if (box && target.matches("input.cell") && numberIn(target.value) !== null) box.checked = false;
  showDifference(line);
  showSums();
});

// Cells copied from a spreadsheet: lines go to the lines below, tabs to the cells beside.

const notice = document.getElementById("da-dan");
let pasted = []; // [cell, its value before, whether its line did not apply]
const boxOf = (cell) => cell.closest("tr").querySelector("[name$=does_not_apply]");

function said(words) {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  return paragraph;
}

function show(filled, left) {
  const words = [];
  if (filled.length) words.push(`Đã điền ${filled.length} ô, chưa lưu:`);
  words.push(...filled.map(([cell, before]) => `${named(cell.closest("tr"))} ${before || "trống"} → ${cell.value || "trống"}`));
  if (left.length) words.push(`${left.length} ô không vừa biểu, chưa điền: ${left.join("; ")}`);
  notice.querySelector("div").replaceChildren(...words.map(said));
  notice.querySelector("button").hidden = !filled.length;
  notice.hidden = false;
}

form.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain").replace(/\r?\n$/, "") ?? "";
  if (!/[\t\n]/.test(text) || !event.target.matches("input.cell")) return;
  event.preventDefault();
  const { row, column } = place(event.target);
  const left = [];
  pasted = [];
  text.split(/\r?\n/).forEach((values, down) => values.split("\t").forEach((value, right) => {
    const cell = lines[row + down] && cells(lines[row + down])[column + right];
    if (cell) fill(cell, value.trim());
    else if (value.trim()) left.push(value.trim());
  }));
  show(pasted, left);
});

function fill(cell, value) {
  if (cell.value === value) return;
  pasted.push([cell, cell.value, boxOf(cell)?.checked]);
  put(cell, value);
}

function put(cell, value) {
  cell.value = value;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

notice.querySelector("button").addEventListener("click", () => {
  for (const [cell, before, doesNotApply] of [...pasted].reverse()) {
    put(cell, before);
    if (boxOf(cell)) boxOf(cell).checked = doesNotApply;
  }
  lines.forEach(showDifference);
  showSums();
  notice.hidden = true;
  pasted[0]?.[0].focus();
});
