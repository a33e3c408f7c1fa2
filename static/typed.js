// Keeps what was typed into the forms of a page for the way back to it: the browser stores no page of this site, so that
// it asks for the page anew. It lasts as long as the tab, for the person who typed it.

const key = `typed ${document.body.dataset.person} ${location.pathname}${location.search}`;
const forms = () => document.querySelectorAll("main form[method=post]:not([data-passwords], [data-autosave])");
const isTicked = ({ type }) => type === "checkbox" || type === "radio";
const fields = (form) => [...form.elements].filter((field) => field.name && "value" in field
  && !["hidden", "file", "password", "submit", "button"].includes(field.type));

const chosen = (list) => [...list.options].filter((one) => one.selected).map((one) => one.value).join("\n");
const preset = (list) => [...list.options].filter((one) => one.defaultSelected).map((one) => one.value).join("\n");

function value(field) {
  if (isTicked(field)) return field.checked;
  return field.options ? chosen(field) : field.value;
}

function sent(field) {
  if (isTicked(field)) return field.defaultChecked;
  return field.options ? preset(field) || (field.multiple ? "" : field.options[0]?.value) : field.defaultValue;
}

function set(field, stored) {
  if (isTicked(field)) field.checked = stored;
  else if (field.options) for (const one of field.options) one.selected = stored.split("\n").includes(one.value);
  else field.value = stored;
}

function keep() {
  const typed = [...forms()].map((form) => ({
    version: form.elements.version?.value,
    values: fields(form).flatMap((field, place) => (value(field) === sent(field) ? [] : [[place, field.name, value(field)]])),
  }));
  try {
    if (typed.some(({ values }) => values.length)) sessionStorage.setItem(key, JSON.stringify(typed));
    else sessionStorage.removeItem(key);
  } catch { /* The tab has no room: the page comes back as the server sends it. */ }
}

// The version of a row comes back with what was typed, so that a change by somebody else in between is noticed.
function restore(typed) {
  for (const [number, form] of forms().entries()) {
    const { version, values } = typed[number] ?? { values: [] };
    const found = fields(form);
    for (const [place, name, stored] of values) if (found[place]?.name === name) set(found[place], stored);
    if (form.elements.version && version && found.some((field) => value(field) !== sent(field))) form.elements.version.value = version;
  }
}

if (document.body.dataset.person) {
  const [visit] = performance.getEntriesByType("navigation");
  const stored = visit?.type === "back_forward" && sessionStorage.getItem(key);
  if (stored) restore(JSON.parse(stored));
  addEventListener("pagehide", keep);
}

// Whoever logs out leaves nothing for the next person at this tab.
document.querySelector("form[action$='/dang-xuat/']")?.addEventListener("submit", () => {
  removeEventListener("pagehide", keep);
  for (const name of Object.keys(sessionStorage)) if (name.startsWith("typed ")) sessionStorage.removeItem(name);
});
