// Fields for files speak the language of the site; the browser's own field lies above, and takes clicks, keys and drops.

export function speakOurLanguage(input) {
  const [field, button, names] = ["div", "span", "span"].map((name) => document.createElement(name));
  const show = () => {
    const chosen = [...input.files].map((file) => file.name);
    const count = chosen.length > 1 ? `Đã chọn ${chosen.length} tệp: ` : "";
    names.textContent = chosen.length ? count + chosen.join("; ") : "Chưa chọn tệp nào. Có thể kéo tệp thả vào đây.";
  };
  field.className = "file-field form-control";
  button.className = "btn btn-outline-primary";
  button.textContent = "Chọn tệp";
  names.className = "names";
  for (const part of [button, names]) part.setAttribute("aria-hidden", "true");
  input.replaceWith(field);
  field.append(button, names, input);
  input.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}
