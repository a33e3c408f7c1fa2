// What is pasted from Word, LibreOffice, Google Docs or a page comes in as text with our marks, and the page says how.
// Text without HTML is pasted by the browser; the server asks how to read it before it is saved.
import { typeInto } from "../../fields.js";
import { readHtml } from "./pasting/blocks.js";
import { differences, summary } from "./pasting/summary.js";
import { plainLines, typedText } from "./pasting/typed.js";

const LONGEST = 8_000_000; // characters of HTML; Word writes thirty for each of the text
const MOST_LINES = 400; // typed at once: the browser's own typing, which Ctrl+Z undoes, grows slow with their square

function replaceSelection(area, text) {
  const changed = text + area.value.slice(area.selectionStart, area.selectionEnd);
  if (changed.split("\n", MOST_LINES + 1).length <= MOST_LINES) {
    typeInto(area, text);
    return;
  }
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// Replaces the selection by the text; lists, tables and several paragraphs get blank lines around.
function insert(area, text, isInline, gap) {
  const start = area.selectionStart;
  const replaced = area.value.slice(start, area.selectionEnd);
  const before = area.value.slice(0, start).replace(/[ \t]+$/, "");
  const after = area.value.slice(area.selectionEnd);
  const lead = isInline || !before.trim() ? "" : gap.slice(/\n*$/.exec(before)[0].length);
  const tail = isInline || !after.trim() ? "" : gap.slice(/^\n*/.exec(after)[0].length);
  const whole = `${lead}${text}${tail}`;
  replaceSelection(area, whole);
  return { start, whole, replaced };
}

// Takes a paste back if what it brought still stands there; Ctrl+Z of the browser does it in any case.
function takeBack(area, { start, whole, replaced }) {
  if (area.value.slice(start, start + whole.length) !== whole) return false;
  area.focus();
  area.setSelectionRange(start, start + whole.length);
  if (replaced || whole.split("\n").length > MOST_LINES) replaceSelection(area, replaced);
  else if (!document.execCommand("delete")) area.setRangeText("");
  return true;
}

function tell(notice, words, details) {
  notice.hidden = false;
  notice.querySelector("p").textContent = words;
  notice.querySelector("ul").replaceChildren(...details.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = `${sentence}.`;
    return item;
  }));
  notice.scrollIntoView({ block: "nearest" });
}

export function listenToPaste(area, notice) {
  const isProse = area.dataset.marks === "all";
  const button = notice.querySelector("button");
  let last = null;

  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!html || html.length > LONGEST) return;
    const { blocks, leftOut, notes } = readHtml(html);
    if (!blocks.length && !leftOut.length) return;
    event.preventDefault();
    const text = isProse ? typedText(blocks) : plainLines(blocks);
    const isInline = blocks.length < 2 && blocks.every(({ kind, mark }) => kind === "text" && !mark);
    if (text) last = insert(area, text, isInline, isProse ? "\n\n" : "\n");
    const sentences = differences(leftOut, notes);
    if (!isProse && blocks.some(({ kind }) => kind === "table")) sentences.push("Bảng thành các dòng chữ: ở ô này không in bảng");
    notice.hidden = isInline && !sentences.length;
    if (!notice.hidden) tell(notice, blocks.length ? summary(blocks) : "Không có chữ nào để dán.", sentences);
    button.hidden = !text;
  });

  button.addEventListener("click", () => {
    const isBack = last && takeBack(area, last);
    tell(notice, isBack ? "Đã bỏ chữ vừa dán." : "Chữ vừa dán đã được sửa: dùng Ctrl+Z trong ô để lùi từng bước.", []);
    button.hidden = true;
    last = null;
    area.focus();
  });
}
