// Files can be dropped anywhere on the page; without JavaScript they are dropped on the field, or chosen.
const area = document.querySelector("[data-drop]");
const field = area.querySelector("[type=file]");
const chosen = area.querySelector("[data-chosen]");
const DROP = "Có thể kéo tệp thả vào trang này.";

const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");

function showChosen() {
  const names = Array.from(field.files, ({ name }) => name);
  chosen.textContent = names.length > 1 ? `Đã chọn ${names.length} tệp: ${names.join("; ")}.` : DROP;
}

addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  area.classList.add("over");
});

addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) area.classList.remove("over");
});

addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  area.classList.remove("over");
  field.files = event.dataTransfer.files;
  showChosen();
});

field.addEventListener("change", showChosen);
chosen.hidden = false;
showChosen();
