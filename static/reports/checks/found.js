// Selects the words of a finding in the field of the page that its link leads to.

// Returns how far below the top of a field a character is, measured on a copy that ends there.
function depthOf(field, place) {
  const copy = field.cloneNode();
  copy.removeAttribute("id");
  copy.removeAttribute("name");
  copy.value = field.value.slice(0, place);
  const size = { width: `${field.offsetWidth}px`, height: "0", minHeight: "0" };
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", ...size });
  field.after(copy);
  const depth = copy.scrollHeight;
  copy.remove();
  return depth;
}

function showFound(words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("\\s+")); // there may be a line break between any two words
  for (const field of document.querySelectorAll("main textarea, main input[type=text]")) {
    const found = pattern.exec(field.value);
    if (!found) continue;
    field.focus({ preventScroll: true });
    field.setSelectionRange(found.index, found.index + found[0].length);
    const depth = depthOf(field, found.index);
    field.scrollTop = depth - field.clientHeight / 2;
    scrollBy(0, field.getBoundingClientRect().top + depth - field.scrollTop - innerHeight / 2);
    return;
  }
}

const meant = new URLSearchParams(location.search).get("tim")?.trim();
if (meant) showFound(meant.split(/\s+/));
