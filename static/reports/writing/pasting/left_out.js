// Which elements of copied HTML are not taken over, and why; the words tell it to the person who pastes.

const SILENT = new Set(["HEAD", "STYLE", "NOFRAMES", "SCRIPT", "TITLE", "META", "LINK", "TEMPLATE", "NOSCRIPT", "XML", "COL", "HR"]);
const PICTURES = new Set(
  ["IMG", "PICTURE", "SVG", "CANVAS", "VIDEO", "AUDIO", "OBJECT", "EMBED", "IFRAME", "V:SHAPE", "V:IMAGEDATA"],
);
const FIELDS = new Set(["INPUT", "SELECT", "TEXTAREA", "DATALIST"]);
const NOTE_ANCHOR = /mso-(?:footnote|endnote)-id/;
const COMMENT = /mso-element:\s*comment-list|mso-special-character:\s*comment/;
const HIDDEN = /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/;

export const styleOf = (element) => (element.dataset.style ?? "").toLowerCase();
const tagOf = (element) => element.tagName.toUpperCase();

export const isSilent = (element) => SILENT.has(tagOf(element));

// Returns why an element is left out, or nothing.
export function whyLeftOut(element) {
  const style = styleOf(element);
  const tag = tagOf(element);
  if (tag === "DEL" || element.classList.contains("msoDel")) return "chữ đã xóa, còn trong theo dõi sửa đổi";
  if (HIDDEN.test(style) || element.hasAttribute("hidden")) return "chữ ẩn, không in";
  if (PICTURES.has(tag)) return "hình";
  if (tag === "MATH") return "công thức";
  if (FIELDS.has(tag)) return "ô nhập liệu";
  if (COMMENT.test(style) || element.matches(".MsoCommentReference, .msocomanchor, .msocomtxt")) return "nhận xét";
  if (NOTE_ANCHOR.test(style) || element.matches(".sdfootnoteanc, .sdendnoteanc, .sdfootnotesym, .sdendnotesym")) {
    return "số của chú thích";
  }
  return "";
}

// Returns whether an element has the words of one footnote or endnote.
export const isNote = (element) => /mso-element:\s*(?:footnote|endnote)(?![\w-])/.test(styleOf(element))
  || /^sd(?:foot|end)note\d+$/.test(element.id);

// Returns the visible words of an element that is left out.
export const wordsOf = (element) => (element.cells ? [...element.cells].map(wordsOf).join(" ") : element.textContent)
  .replace(/\s+/g, " ").trim();

// LibreOffice writes a comment of the document as one of HTML; other comments have nothing that was ever visible.
export const isRemark = (node, root) => node.nodeType === Node.COMMENT_NODE && node.data.trim()
  && !/^\[|^(?:Start|End)Fragment/.test(node.data.trim())
  && /LibreOffice/.test(root.querySelector("meta[name=generator]")?.content ?? "");
