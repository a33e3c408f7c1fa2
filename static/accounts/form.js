// Comforts of entry pages: they can be filled in and saved without them.
import { latest } from "../answers.js";
import { folded, isChanged, onEnter, onSaveKey } from "../fields.js";

const form = document.querySelector("form.entry");
const sentence = document.getElementById("cau-in");
const PAUSE = 300; // milliseconds after the last key
const AGAIN = 3000; // milliseconds after an answer that did not come
const PATIENCE = 10000; // milliseconds that an answer may take

// The sentence follows what is typed.
let waiting;

const ask = latest(async () => {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(form.dataset.sentence, { method: "POST", body: new FormData(form), signal });
    if (answer.status >= 500) return { isLost: true };
    return answer.ok && !answer.redirected ? { words: await answer.text() } : null;
  } catch {
    return { isLost: true };
  }
});

async function tell() {
  const answer = await ask();
  // Without a connection the sentence stays as it is until there is one again.
  if (answer?.isLost) waiting = setTimeout(tell, AGAIN);
  if (!answer || answer.isLost) return;
  sentence.innerHTML = answer.words;
  explain();
}

// What the server says of a field takes the place of the help below that field.
function explain() {
  for (const words of sentence.querySelectorAll("[data-helps]")) {
    const help = document.getElementById(`${words.dataset.helps}_helptext`);
    if (help) help.textContent = words.textContent;
  }
}

if (sentence) {
  form.querySelector("[name=preview]").hidden = true;
  if ("unsaved" in form.dataset || isChanged(form)) tell();
  form.addEventListener("input", (event) => {
    if (!event.target.name) return; // a filter of choices
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE);
  });
}

// Ctrl+S saves; Enter does not break what is one line on paper.
const save = form.querySelector(".form-foot [type=submit]");

const submit = () => form.requestSubmit(save);

onSaveKey(submit);
for (const line of form.querySelectorAll("#id_subject, #id_name, #id_title")) onEnter(line, submit);

// Long choices are narrowed by typing, whatever the marks.
for (const links of form.querySelectorAll("details.links")) {
  const choices = Array.from(links.querySelectorAll(".choices .form-check"), (choice) => [choice, folded(choice.textContent)]);
  const filter = links.querySelector(".filter");
  links.addEventListener("change", () => {
    links.querySelector(".chosen b").textContent = links.querySelectorAll("input:checked").length;
  });
  if (!filter) continue;
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const words = folded(filter.value).split(/\s+/);
    for (const [choice, text] of choices) choice.hidden = !words.every((word) => text.includes(word));
    links.querySelector(".none").hidden = choices.some(([choice]) => !choice.hidden);
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
