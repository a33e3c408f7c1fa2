// What the scripts of several pages do with fields.

// Returns whether a field is ticked rather than typed into.
export const isBox = ({ type }) => type === "checkbox" || type === "radio";

// Returns whether a form differs from what the server sent: what was typed before the scripts came counts as well.
export function isChanged(form) {
  return [...form.elements].some((field) => (isBox(field)
    ? field.checked !== field.defaultChecked
    : "defaultValue" in field && field.value !== field.defaultValue));
}

// Returns a text as it is looked for: without marks and capitals, as the server's search has it.
export function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("đ", "d");
}

// Writes a text in the place of what is selected; the old way is the only one that the browser can undo.
export function typeInto(area, text) {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// What is one line on paper is one line: Enter does something else there.
export function onEnter(field, act) {
  field?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    act();
  });
}

// Ctrl+S, on a Mac ⌘S.
export function onSaveKey(act) {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    act();
  });
}
