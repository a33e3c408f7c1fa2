// Reads copied HTML as paragraphs, items of lists and tables, and tells what it leaves out.
// The HTML is parsed apart from the page: nothing of it is shown, run or fetched.
import { isNote, isRemark, isSilent, styleOf, whyLeftOut, wordsOf } from "./left_out.js";
import { dash, isIgnored, itemOf, typedSign, wordItemOf } from "./lists.js";
import { rowsOf } from "./tables.js";

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1
  H2 H3 H4 H5 H6 HEADER LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

// The browser would report each style and each handler of the copied HTML as against our content security policy.
const withoutStyles = (html) => html
  .replace(/<(\/?)style\b/gi, "<$1noframes")
  .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2"));

// Returns { blocks, leftOut, notes }: blocks are { kind: "text", mark, words } or { kind: "table", rows };
// leftOut has { why, words }, notes what happened how often.
export function readHtml(html) {
  const parsed = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const reader = new Reader(parsed);
  reader.read(parsed.body);
  reader.flush();
  return reader;
}

class Reader {
  constructor(root, { leftOut, notes } = { leftOut: [], notes: {} }) {
    Object.assign(this, { root, leftOut, notes, blocks: [], words: "", mark: "" });
  }

  note = (name) => { this.notes[name] = (this.notes[name] ?? 0) + 1; };

  leave = (why, words) => { this.leftOut.push({ why, words }); };

  // Ends a paragraph; the mark of an item goes to its first one.
  flush() {
    const words = this.words.replace(/[\s\u00a0]+/g, " ").trim();
    this.words = "";
    if (!words) return;
    const typed = this.mark ? null : typedSign(words);
    if (typed?.sign) this.leave("dấu đầu dòng", typed.sign);
    this.blocks.push({ kind: "text", mark: typed?.mark ?? this.mark, words: typed?.words ?? words });
    this.mark = "";
  }

  read(node, upper = false, kept = false) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.readText(child.data, upper, kept);
      else if (child.nodeType === Node.ELEMENT_NODE) this.readElement(child, upper, kept);
      else if (isRemark(child, this.root)) this.leave("nhận xét", child.data.trim());
    }
  }

  // `upper` text is shown in capitals; in `kept` text each line end is one.
  readText(data, upper, kept) {
    const shown = upper ? data.toLocaleUpperCase("vi") : data;
    const [first, ...more] = kept ? shown.split(/\r?\n/) : [shown];
    this.words += first;
    for (const line of more) {
      this.flush();
      this.words = line;
    }
  }

  isLeftOut = (element) => {
    const why = whyLeftOut(element);
    if (why) this.leave(why, wordsOf(element));
    return Boolean(why);
  };

  readElement(element, upper, kept) {
    if (isSilent(element) || this.isLeftOut(element)) return;
    const style = styleOf(element);
    const tag = element.tagName.toUpperCase();
    const isKept = tag === "PRE" || /white-space:\s*(?:pre(?!-line\b)|break)/.test(style);
    const inner = [upper || /text-transform:\s*uppercase/.test(style), kept || isKept];
    if (isIgnored(element)) return; // the sign or number of the paragraph, which has been read
    if (tag === "BR") return this.flush();
    if (tag === "SUP" || tag === "SUB") this.noteLevel(element);
    if (tag === "TABLE") return this.readTable(element, inner);
    if (!BLOCKS.has(tag)) return this.read(element, ...inner);
    this.flush();
    if (tag === "LI") this.openItem(itemOf(element));
    if (element.matches("p, div, h1, h2, h3, h4, h5, h6") && /mso-list:/.test(style)) this.openWordItem(element);
    if (isNote(element)) this.openNote();
    this.read(element, ...inner);
    this.flush();
    if (tag === "LI") this.mark = "";
  }

  openItem({ level, number, sign = "" }) {
    if (sign && sign !== dash(level)) this.leave("dấu đầu dòng", sign);
    if (level > 2 && !number) this.note("deep");
    this.mark = number || dash(level);
  }

  openWordItem(paragraph) {
    const item = wordItemOf(paragraph);
    if (item) this.openItem(item);
  }

  openNote() {
    this.note("notes");
    this.mark = `Chú thích ${this.notes.notes}:`;
  }

  noteLevel(element) {
    if (wordsOf(element) && ![...element.children].some((one) => whyLeftOut(one))) this.note("raised");
  }

  readTable(table, inner) {
    this.flush();
    if (table.caption) this.readElement(table.caption, ...inner);
    const cells = [...table.rows].map((row) => row.cells.length);
    if (Math.max(0, ...cells) <= 1) return [...table.rows].forEach((row) => this.readElement(row, ...inner));
    const textOf = (cell) => this.cellText(cell, inner);
    const rows = rowsOf(table, { isLeftOut: this.isLeftOut, textOf, note: this.note });
    if (rows.length) this.blocks.push({ kind: "table", rows });
    return undefined;
  }

  // A cell is one line on our paper.
  cellText(cell, inner) {
    const reader = new Reader(this.root, this);
    reader.read(cell, ...inner);
    reader.flush();
    if (reader.blocks.length > 1) this.note("lines");
    return reader.blocks.map((block) => (block.kind === "table"
      ? block.rows.flat().filter(Boolean).join(" ")
      : `${block.mark} ${block.words}`.trim())).join(" ");
  }
}
