// A page to which a finding leads shows where its words stand: they are selected in the field that holds them.

// Returns how far below its top a letter of a field stands, measured on a copy that ends there.
function depthOf(field, letter) {
  const copy = field.cloneNode();
  copy.removeAttribute("id");
  copy.removeAttribute("name");
  copy.value = field.value.slice(0, letter);
  const size = { width: `${field.offsetWidth}px`, height: "0", minHeight: "0" };
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", ...size });
  field.after(copy);
  const depth = copy.scrollHeight;
  copy.remove();
  return depth;
}

function showFound(words) {
  const letters = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(letters.join("\\s+")); // a line may be broken between any two words
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
