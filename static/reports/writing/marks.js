// A toolbar over each field for text with marks, and the notice of what was pasted below it.
import { pageOf } from "../../answers.js";
import { typeInto } from "../../fields.js";
import { listenToPaste } from "./paste.js";
import { letter } from "./pasting/lists.js";

const MARKED = /^\s*(?:[-+•]|[a-zđ]{1,2}\))\s+/;
const bare = (line) => line.replace(MARKED, "").trim();
const isWords = (line) => line.trim() !== "";

// Each tool gets the selected lines and returns what stands in their place.
const TOOLS = {
  dash: (lines) => {
    const words = lines.filter(isWords);
    const areAll = words.length > 0 && words.every((line) => /^\s*-\s/.test(line));
    if (!words.length) return "- ";
    return areAll ? words.map(bare).join("\n\n") : words.map((line) => `- ${bare(line)}`).join("\n");
  },
  point: (lines) => lines.filter(isWords).map((line, place) => `${letter(place + 1) || place + 1}) ${bare(line)}`).join("\n") || "a) ",
  table: (lines) => {
    const rows = lines.filter(isWords).map((line) => line.replace(/^\s*\|(.*)\|\s*$/, "$1").split(/\t|(?<!\\)\||;\s/));
    if (!rows.length) return "| STT | Nội dung |\n| 1 |  |";
    return rows.map((cells) => `| ${cells.map((cell) => cell.trim()).join(" | ")} |`).join("\n");
  },
  part: (lines) => lines.filter(isWords).map((line) => line.trim()).join("\n\n"),
  join: (lines) => lines.filter(isWords).map((line) => line.trim()).join(" "),
};

// Replaces the whole lines of the selection, which stays on what was written.
function useTool(area, write, needsGap) {
  const { value } = area;
  const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = (value.indexOf("\n", area.selectionEnd) + 1 || value.length + 1) - 1;
  const written = write(value.slice(start, end).split("\n"));
  if (written === value.slice(start, end)) return area.focus();
  const isBelowWords = needsGap && start > 1 && value[start - 2] !== "\n";
  const isAboveWords = needsGap && end < value.length && value[end + 1] !== "\n" && value.slice(end).trim() !== "";
  const lead = isBelowWords ? "\n" : "";
  area.setSelectionRange(start, end);
  typeInto(area, `${lead}${written}${isAboveWords ? "\n" : ""}`);
  const from = start + lead.length;
  area.setSelectionRange(written.includes("\n") ? from : from + written.length, from + written.length);
  return undefined;
}

// A listing is a line of its own, below the line with the cursor or with the end of the selection.
function addListing(area, name) {
  area.setSelectionRange(area.selectionEnd, area.selectionEnd);
  useTool(area, (lines) => [...lines.filter(isWords), `[[${name}]]`].join("\n\n"), true);
}

// A figure stands inside a line, at the cursor, with a space before it where a word stands.
function addFigure(area, words) {
  const before = area.value.slice(0, area.selectionStart);
  typeInto(area, `${/[\p{L}\p{N}]$/u.test(before) ? " " : ""}[[${words}]]`);
}

function figureButton(figure) {
  const button = document.createElement("button");
  const value = document.createElement("b");
  button.type = "button";
  button.className = "btn btn-link";
  button.dataset.figure = figure.dataset.figure;
  button.textContent = figure.querySelector("span")?.textContent ?? figure.dataset.figure;
  value.textContent = figure.querySelector("b").textContent;
  button.append(value);
  return button;
}

// Fills the menu with the figures as they are now; each time it opens, because rows may have changed.
async function fillMenu(menu) {
  const list = menu.querySelector("div");
  try {
    const page = await pageOf(await fetch(menu.dataset.figures));
    list.replaceChildren(...Array.from(page.querySelectorAll("#cac-so-lieu h2, #cac-so-lieu li"), (one) => {
      if (one.dataset.figure) return figureButton(one);
      const title = document.createElement("p");
      title.textContent = one.textContent;
      return title;
    }));
  } catch {
    list.firstElementChild.textContent = "Chưa tải được số liệu. Đóng rồi mở lại mục này.";
  }
}

const template = document.getElementById("thanh-dau");
for (const area of document.querySelectorAll("textarea[data-marks]")) {
  const pieces = template.content.cloneNode(true);
  const [toolbar, notice] = pieces.children;
  toolbar.setAttribute("aria-controls", area.id);
  toolbar.setAttribute("aria-label", `Dấu cho ô ${area.labels[0]?.textContent.trim() ?? ""}`);
  toolbar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    button.closest("details")?.removeAttribute("open");
    if (button.dataset.figure) addFigure(area, button.dataset.figure);
    else if (button.dataset.listing) addListing(area, button.dataset.listing);
    else useTool(area, TOOLS[button.dataset.tool], button.dataset.tool !== "dash");
  });
  const figures = toolbar.querySelector("[data-figures]");
  figures.addEventListener("toggle", () => { if (figures.open) fillMenu(figures); });
  if (area.dataset.marks === "all") area.before(toolbar);
  area.after(notice);
  listenToPaste(area, notice);
}
