// Enhancements of the pages about users and passwords, which work without JavaScript too.
import { folded } from "../fields.js";

// A button shows the passwords while they are typed; the length of the new one stands below its field.
const passwords = [...document.querySelectorAll("main input[type=password]")];

function showPasswords(button, areShown) {
  for (const field of passwords) field.type = areShown ? "text" : "password";
  button.textContent = `${areShown ? "Ẩn" : "Hiện"} mật khẩu`;
}

if (passwords.length) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-link reveal" });
  showPasswords(button, false);
  passwords.at(-1).closest(".mb-3").after(button);
  button.addEventListener("click", () => showPasswords(button, passwords[0].type === "password"));
  // Browsers offer to keep what is sent from a field for passwords.
  button.closest("form").addEventListener("submit", () => showPasswords(button, false));
}

const chosen = document.querySelector("[name=new_password]");

if (chosen) {
  const typedLength = Object.assign(document.createElement("p"), { className: "typed-length" });
  typedLength.setAttribute("role", "status");
  chosen.after(typedLength);
  chosen.addEventListener("input", () => {
    const length = [...chosen.value.trim().replace(/\s+/g, " ")].length;
    const worth = length < 12 ? "cần ít nhất 12" : length < 16 ? "đủ dài" : "đủ dài, khó đoán hơn";
    typedLength.textContent = length ? `Đã gõ ${length} ký tự, ${worth}.` : "";
  });
}

// The user name that a new person would get stands in its empty field.
const fullName = document.querySelector("[name=full_name]");
const userName = document.querySelector("[name=username]:not([hidden])");

function proposeUserName() {
  const words = folded(fullName.value).replace(/[^\p{L}\p{N} ]/gu, "").split(" ").filter(Boolean);
  userName.placeholder = words.length ? words.at(-1) + words.slice(0, -1).map((word) => word[0]).join("") : "";
}

if (fullName && userName) {
  fullName.addEventListener("input", proposeUserName);
  proposeUserName();
}

// A slip is copied, or printed.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    const isCopied = document.execCommand("copy"); // works without HTTPS as well
    getSelection().removeAllRanges();
    button.querySelector("span").textContent = isCopied ? "Đã chép" : "Chưa chép được, hãy bôi đen và chép";
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
