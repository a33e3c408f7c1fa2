// Comforts of pasting: how many lines will be saved, and a warning before a list is left unsaved.

const review = document.querySelector("form.review");
const counter = document.querySelector("[data-counter]");

const countLines = () => {
  const kept = [...review.querySelectorAll("tbody")].filter((line) => !line.querySelector(".skip input").checked);
  const events = kept.filter((line) => line.dataset.kind === "event").length;
  const parts = [[kept.length - events, "văn bản"], [events, "hoạt động"]].filter(([count]) => count);
  const words = parts.map(([count, noun]) => `${count} ${noun}`).join(", ");
  counter.textContent = words ? `Sẽ lưu ${words}.` : "Mọi dòng đều được bỏ qua.";
};

if (review) {
  counter.hidden = false;
  countLines();
  review.addEventListener("change", (event) => {
    if (event.target.closest(".skip")) countLines();
  });
}

// The list of a review is unsaved from the start, the text of a box as soon as there is some.
const form = document.querySelector("form[data-unsaved]");
let isSent = false;

form?.addEventListener("submit", () => { isSent = true; });
addEventListener("pageshow", () => { isSent = false; });

addEventListener("beforeunload", (event) => {
  const box = form?.elements[form.dataset.unsaved];
  if (form && !isSent && (!form.dataset.unsaved || box.value.trim())) event.preventDefault();
});
