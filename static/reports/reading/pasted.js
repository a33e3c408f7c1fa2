// Counts the lines of a list under review that will be saved.
const review = document.querySelector("form.review");
const counter = document.querySelector("[data-counter]");

function countLines() {
  const toSave = [...review.querySelectorAll("tbody")].filter((line) => !line.querySelector(".skip input").checked);
  const count = (...kinds) => toSave.filter((line) => kinds.includes(line.dataset.kind)).length;
  const counts = [[count("plan", "directive"), "văn bản"], [count("policy"), "chính sách, dự thảo"], [count("event"), "hoạt động"]];
  const parts = counts.filter(([number]) => number);
  const words = parts.map(([number, noun]) => `${number} ${noun}`).join(", ");
  counter.textContent = words ? `Sẽ lưu ${words}.` : "Mọi dòng đều được bỏ qua.";
}

counter.hidden = false;
countLines();
review.addEventListener("change", (event) => {
  if (event.target.closest(".skip")) countLines();
});
