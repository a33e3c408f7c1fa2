// Saves each criterion of the page by itself shortly after typing, and inserts last year's text. Without this script
// the buttons save all criteria.
import { isBox, onSaveKey, typeInto } from "../../fields.js";
import { post, trouble, WORDS } from "./posting.js";

const form = document.getElementById("cac-tieu-chi");
const count = document.getElementById("da-danh-gia");
const PAUSE = 3000; // milliseconds after the last key
const LONGEST_WAIT = 60000; // between two attempts while there is no connection
const NAMES = ["text", "result", "points"];

class Criterion {
  constructor(section) {
    this.section = section;
    this.message = section.querySelector(".saved");
    this.progress = section.querySelector(".assessment-progress");
    this.version = this.field("version");
    this.area = this.field("text");
    this.failures = 0;
    // The values on the server: those that the page came with, not what was typed before this script ran.
    this.saved = "unsaved" in form.dataset ? {} : this.values((field) => (isBox(field) ? field.defaultChecked : field.defaultValue));
    section.addEventListener("input", ({ target }) => {
      if (!target.name || this.hasStopped) return;
      this.show(WORDS.unsaved);
      if (!this.failures) this.saveIn(isBox(target) ? 0 : PAUSE);
    });
    section.querySelector("button[name=take]")?.addEventListener("click", (event) => this.take(event));
  }

  field(name) {
    return form.elements[`${this.section.dataset.prefix}-${name}`];
  }

  // Returns the values of the fields: `valueOf` returns that of one, of a radio button whether it is chosen.
  values(valueOf) {
    const found = {};
    for (const name of NAMES) {
      const field = this.field(name);
      if (field instanceof RadioNodeList) found[name] = [...field].find(valueOf)?.value ?? "";
      else if (field) found[name] = valueOf(field);
    }
    return found;
  }

  get typed() {
    return this.values((field) => (isBox(field) ? field.checked : field.value));
  }

  get isChanged() {
    return Object.entries(this.typed).some(([name, value]) => this.saved[name] !== value);
  }

  show(words, isTrouble = false) {
    this.message.textContent = words;
    this.message.classList.toggle("trouble", isTrouble);
  }

  saveIn(milliseconds) {
    clearTimeout(this.waiting);
    if (!this.hasStopped) this.waiting = setTimeout(() => this.save(), milliseconds);
  }

  // Saves what was typed, one request at a time; `isConfirmed` saves it also if nothing has changed.
  save(isConfirmed = false) {
    clearTimeout(this.waiting);
    if (!this.hasStopped && !this.sending && (isConfirmed || this.isChanged)) {
      this.sending = this.send(this.typed).finally(() => { this.sending = null; });
    }
    return this.sending ?? Promise.resolve();
  }

  async send(values) {
    if (!this.failures) this.show(WORDS.saving);
    try {
      await this.accept(await post(this.section.dataset.autosave, { ...values, version: this.version.value }, form), values);
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.show(trouble(error), true);
      this.saveIn(Math.min(LONGEST_WAIT, PAUSE * 2 ** (this.failures - 1)));
    }
  }

  // Handles the answer of the server.
  async accept(answer, values) {
    const isJson = answer.headers.get("Content-Type")?.includes("json");
    if (!isJson) return this.stop(answer.type === "opaqueredirect" ? WORDS.ended : WORDS.refused);
    const result = await answer.json();
    if (answer.status === 409) return this.stop(result.refusal);
    if (!answer.ok) return this.show(result.refusal, true);
    this.saved = values;
    this.version.value = result.version;
    this.showProgress(result);
    if (this.isChanged) {
      this.show(WORDS.unsaved);
      return this.saveIn(PAUSE);
    }
    this.show(result.message);
    if (!criteria.some((one) => one.isChanged)) form.dispatchEvent(new Event("saved"));
    return undefined;
  }

  stop(words) {
    this.hasStopped = true;
    this.show(words, true);
  }

  showProgress({ progress, count: words }) {
    this.progress.className = `assessment-progress ${progress.name}`;
    this.progress.querySelector("span").textContent = progress.words;
    const use = this.progress.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${progress.icon}`));
    count.textContent = words;
  }

  // Inserts last year's text at the cursor, where Ctrl+Z removes it; a text that is there already is only confirmed.
  take(event) {
    if (this.hasStopped) return;
    event.preventDefault();
    const text = this.section.dataset.earlier;
    if (!this.area.value.includes(text)) {
      const before = this.area.value.slice(0, this.area.selectionEnd).trimEnd();
      const after = this.area.value.slice(this.area.selectionEnd).trimStart();
      this.area.setSelectionRange(before.length, this.area.value.length - after.length);
      typeInto(this.area, `${before && "\n\n"}${text}${after && "\n\n"}`);
    }
    this.save(true);
  }
}

const criteria = Array.from(form.querySelectorAll(".criterion"), (section) => new Criterion(section));
const saveAll = () => Promise.all(criteria.map((one) => one.save()));

// The box of a section says whether it is done.
for (const box of form.querySelectorAll("[name=section_done]")) {
  const message = box.closest("label").nextElementSibling;
  box.addEventListener("change", async () => {
    try {
      const answer = await post(box.dataset.autosave, { is_done: box.checked, version: box.dataset.version }, form);
      message.textContent = answer.ok ? (await answer.json()).message : WORDS.refused;
    } catch {
      message.textContent = WORDS.refused;
    }
  });
}

addEventListener("online", saveAll);
// The person may not come back from another window.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) saveAll();
});

onSaveKey(() => {
  if (criteria.some((one) => one.hasStopped)) form.requestSubmit();
  else saveAll();
});

// A button waits for what is being saved, which would be a conflict otherwise.
let isLeaving = false;
form.addEventListener("submit", async (event) => {
  if (isLeaving || !criteria.some((one) => one.sending)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await Promise.all(criteria.map((one) => one.sending));
  isLeaving = true;
  form.requestSubmit(event.submitter);
}, { capture: true });
addEventListener("pageshow", (event) => {
  if (event.persisted) isLeaving = false;
});

for (const one of criteria) if (one.isChanged) one.saveIn(PAUSE);
