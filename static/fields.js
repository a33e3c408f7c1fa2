// Functions for form fields, shared by the scripts of several pages.

// Returns whether a field is ticked rather than typed into.
export const isBox = ({ type }) => type === "checkbox" || type === "radio";

// Returns whether a form differs from the one that the server sent, also by text typed before the scripts were loaded.
export function isChanged(form) {
  return [...form.elements].some((field) => (isBox(field)
    ? field.checked !== field.defaultChecked
    : "defaultValue" in field && field.value !== field.defaultValue));
}

// Returns a text for searching: without marks and capitals, as the server's `fold`.
export function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("đ", "d");
}

// Replaces the selection by a text; execCommand is the only way that the browser can undo.
export function typeInto(area, text) {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// Prevents line breaks in a field for one line on paper, where Enter calls a function instead.
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
