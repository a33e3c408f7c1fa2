// Replaces the changing parts of a list's page by those that the server sends for another address.
import { latest } from "../answers.js";

const PARTS = ["danh-sach", "viec"];

const ask = latest(async (address, options) => {
  try {
    const answer = await fetch(address, options);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { answer, page };
  } catch {
    return {};
  }
});

// Puts the parts of a page in place of the present ones; returns whether it has them.
function swap({ answer, page }) {
  if (!page?.getElementById(PARTS[0]) || answer.status >= 400) return false;
  for (const part of PARTS) {
    document.getElementById(part)?.replaceChildren(...(page.getElementById(part)?.childNodes ?? []));
  }
  document.body.className = page.body.className;
  for (const notice of document.querySelectorAll("main > .notice")) notice.remove();
  document.querySelector("main").prepend(...page.querySelectorAll("main > .notice"));
  history.replaceState(null, "", answer.url);
  document.getElementById(PARTS[0]).dispatchEvent(new Event("swapped", { bubbles: true }));
  return true;
}

// Shows the list of another address; returns whether it is shown, and not one asked for later. Without a connection
// the list stays as it is; any other page is opened.
export async function show(address) {
  const found = await ask(address);
  if (!found?.answer) return false;
  if (swap(found)) return true;
  location.assign(address);
  return false;
}

// Sends a form and shows the list that answers: returns "shown" then, "leaving" if any other page, such as that of two
// versions, is to answer the form itself, and "waiting" if nothing changed: without a connection, or if sent again.
export async function send(form, button = null) {
  const body = new FormData(form, button);
  const found = await ask(button?.getAttribute("formaction") ?? form.action, { method: "POST", body });
  if (!found) return "waiting";
  if (!found.answer) {
    complain(form);
    return "waiting";
  }
  if (swap(found)) {
    announce(document.querySelector("main > .notice p")?.textContent);
    return "shown";
  }
  sendWhole(form, button);
  return "leaving";
}

// Says beside the form that it could not be sent; what was typed stays.
function complain(form) {
  const place = document.querySelector(`.in-place:has([form="${form.id}"]) .fields`) ?? form;
  place.querySelector(".unsent")?.remove();
  const words = document.createElement("p");
  words.className = "unsent refused";
  words.setAttribute("role", "alert");
  words.textContent = "Chưa gửi được: không có kết nối tới máy chủ. Những gì đã gõ vẫn ở đây, bấm lại khi có mạng.";
  place.prepend(words);
}

// Sends a form as the browser does when its button is pressed, past the scripts that listen.
function sendWhole(form, button) {
  if (button) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: button.name, value: button.value });
    form.append(field);
    form.action = button.formAction;
  }
  form.submit();
}

// Reads a sentence out to those who cannot see that the list has changed.
export function announce(words = "") {
  document.getElementById("ket-qua").textContent = words.trim();
}
