// Enhancements of lists, whose links and buttons work without JavaScript too.

// A filter chosen with the mouse applies at once; with the keyboard, which passes other options on the way, only by
// the button. Empty filters are left out of the address.
const filters = document.querySelector("form#loc");
let byPointer = false;

filters?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("pointerdown", () => (byPointer = true));
  select.addEventListener("keydown", () => (byPointer = false));
  select.addEventListener("change", () => byPointer && filters.requestSubmit());
}

const table = document.querySelector(".on-rows .rows");

// Rows that have buttons for moving can be dragged too.
let dragged = null;

// Moves the dragged row before another one, or to the end if it is dropped below the last row.
function moveTo(row, isBelow) {
  const moves = (one) => one.querySelector("[name=direction]");
  const address = (one) => moves(one).getAttribute("formaction");
  const isEnd = isBelow && row.querySelector("[value=down]").disabled;
  const place = document.createElement("input");
  Object.assign(place, { type: "hidden", name: "before", value: isEnd ? "end" : parseInt(address(row)) });
  const { form } = moves(dragged);
  form.append(place);
  form.action = address(dragged);
  form.submit();
}

function mark(row) {
  for (const one of table.querySelectorAll(".target")) one.classList.remove("target");
  row?.classList.add("target");
}

if (table?.hasAttribute("data-ordering")) {
  for (const row of table.tBodies[0].rows) row.draggable = true;
  table.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("tr");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  table.addEventListener("dragover", (event) => {
    const row = event.target.closest("tbody tr");
    if (!dragged || !row) return;
    event.preventDefault();
    mark(row === dragged ? null : row);
  });
  table.addEventListener("drop", (event) => {
    const row = event.target.closest("tbody tr");
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    const box = row.getBoundingClientRect();
    moveTo(row, event.clientY > box.top + box.height / 2);
  });
  table.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = null;
    mark(null);
  });
}
