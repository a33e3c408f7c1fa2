// The marks of list items in copied HTML: our dashes, or the number that the list shows.
import { styleOf } from "./left_out.js";

const LETTERS = "abcdđeghiklmnopqrstuvxy"; // as the printed points: without f, j, w, z
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ROMAN = [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-zđ]{1,2})[.)]$|^\d{1,3}(?:\.\d{1,3})*$/i;
// The signs that people type in place of a list, and those of Word's fonts for signs.
const SIGN = /^(?:([–—‒―·∙•●○◦▪▫■□◆◇►▶▸➢➤❖✓✔\uf000-\uf0ff])(?:\s+|(?=\p{L}))|(\*)\s+|([-+])(?:\s+|(?=\p{L})))(?=\S)/u;

export const letter = (number) => LETTERS[number - 1] ?? "";

// Returns our mark of a bullet: "+" for all below the first level.
export const dash = (level) => (level > 1 ? "+" : "-");

function roman(number) {
  const [most, digits] = ROMAN.find(([value]) => value <= number);
  return digits + (number > most ? roman(number - most) : "");
}

function written(number, kind) {
  switch (kind) {
    case "lower-alpha": case "lower-latin": case "a": return `${letter(number)})`;
    case "upper-alpha": case "upper-latin": case "A": return `${(LATIN[number - 1] ?? "").toUpperCase()}.`;
    case "lower-roman": case "i": return `${roman(number)}.`;
    case "upper-roman": case "I": return `${roman(number).toUpperCase()}.`;
    default: return `${number}.`;
  }
}

const kindIn = (element) => /list-style(?:-type)?:\s*([\w-]+)/.exec(styleOf(element))?.[1];

// Returns the level of an item, from 1, and its number or "" for a bullet.
export function itemOf(item) {
  const list = item.closest("ul, ol");
  const level = Number(item.getAttribute("aria-level"))
    || [...ancestors(item)].filter((one) => one.matches("ul, ol")).length || 1;
  const kind = kindIn(item) ?? (list && kindIn(list)) ?? list?.getAttribute("type");
  const isNumbered = list?.matches("ol") && !["disc", "circle", "square", "none"].includes(kind);
  return { level, number: isNumbered ? written(Math.min(placeOf(item, list), 999), kind) : "" };
}

function* ancestors(element) {
  for (let one = element.parentElement; one; one = one.parentElement) yield one;
}

const places = new WeakMap(); // of the items of each list

function placeOf(item, list) {
  if (item.hasAttribute("value")) return Math.max(1, Number(item.getAttribute("value")) || 1);
  const start = Math.max(1, Number(list.getAttribute("start")) || 1);
  if (!places.has(list)) {
    places.set(list, new Map([...list.children].filter((one) => one.matches("li")).map((one, place) => [one, place])));
  }
  return start + (places.get(list).get(item) ?? 0);
}

// Returns the sign or number that Word wrote for a paragraph of a list, and its level; nothing for other paragraphs.
export function wordItemOf(paragraph) {
  const level = Number(/mso-list:[^;]*?level(\d)/.exec(styleOf(paragraph))?.[1] ?? 1);
  const ignored = [...paragraph.querySelectorAll("span")].find((one) => isIgnored(one));
  const sign = ignored?.textContent.replace(/\s+/g, "") ?? "";
  if (!sign) return null;
  return NUMBER.test(sign) ? { level, number: sign, sign: "" } : { level, number: "", sign };
}

export const isIgnored = (element) => /mso-list:\s*ignore/.test(styleOf(element));

// Returns [the typed sign before words, the words without it], or nothing.
export function typedSign(words) {
  const found = SIGN.exec(words);
  if (!found) return null;
  return { sign: found[1] ?? found[2] ?? "", mark: found[3] ?? "-", words: words.slice(found[0].length) };
}
