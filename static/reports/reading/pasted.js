// Counts the lines of a list under review that will be saved.
const review = document.querySelector("form.review");
const counter = document.querySelector("[data-counter]");

function countLines() {
  const toSave = [...review.querySelectorAll("tbody")].filter((line) => !line.querySelector(".skip input").checked);
  const events = toSave.filter((line) => line.dataset.kind === "event").length;
  const parts = [[toSave.length - events, "văn bản"], [events, "hoạt động"]].filter(([count]) => count);
  const words = parts.map(([count, noun]) => `${count} ${noun}`).join(", ");
  counter.textContent = words ? `Sẽ lưu ${words}.` : "Mọi dòng đều được bỏ qua.";
}

counter.hidden = false;
countLines();
review.addEventListener("change", (event) => {
  if (event.target.closest(".skip")) countLines();
});
