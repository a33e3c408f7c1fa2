// Writes blocks as text with our marks; reports/document/typed.py reads it.
import { letter } from "./lists.js";

const isDash = ({ mark }) => mark === "-" || mark === "+";
// Words that would be read as a table or that begin with our sign for plain text.
const escaped = (words) => (/^\\|^\|.*\|$/.test(words) ? `\\${words}` : words);
const line = ({ mark, words }) => (mark ? `${mark} ${words}` : escaped(words));
const row = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

// Returns the text, with a blank line wherever lines would be printed in one paragraph.
export function typedText(blocks) {
  let text = "";
  let points = 0; // of the list of points that is being written
  let above = null;
  for (const block of blocks) {
    const isNext = block.mark === `${letter(points + 1)})`;
    points = isNext ? points + 1 : block.mark === "a)" ? 1 : 0;
    const isOneList = above && ((isDash(above) && isDash(block)) || points > 1);
    text += `${above ? (isOneList ? "\n" : "\n\n") : ""}${block.kind === "table" ? block.rows.map(row).join("\n") : line(block)}`;
    above = block;
  }
  return text;
}

// Returns the text for a field whose lines are paragraphs, and that prints no tables.
export function plainLines(blocks) {
  return blocks.flatMap((block) => (block.kind === "table"
    ? block.rows.map((cells) => cells.filter(Boolean).join("; ")).filter(Boolean)
    : `${block.mark} ${block.words}`.trim())).join("\n");
}
