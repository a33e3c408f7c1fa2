// Ticks or unticks all places without loading the page again, and shows on the button how many are ticked.
const form = document.querySelector(".replacements");

if (form) {
  const boxes = [...form.querySelectorAll("[name=take]")];
  const button = form.querySelector(".btn-primary");
  const all = form.querySelector("[data-all]");
  const ticked = () => boxes.filter((box) => box.checked).length;

  const show = () => {
    button.textContent = `Sửa ${ticked()} chỗ đã chọn`;
    all.textContent = ticked() ? "Bỏ chọn tất cả" : "Chọn tất cả";
  };

  all.addEventListener("click", (event) => {
    event.preventDefault();
    const none = !ticked();
    for (const box of boxes) box.checked = none;
    show();
  });
  form.addEventListener("change", show);
  show();
}
