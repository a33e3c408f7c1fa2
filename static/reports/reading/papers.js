// Files can be dropped anywhere on the page; without JavaScript they are dropped on the field, or chosen.
const area = document.querySelector("[data-drop]");
const field = area.querySelector("[type=file]");

const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");

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
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
