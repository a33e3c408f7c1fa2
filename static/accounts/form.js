// Enhancements of entry pages, which work without JavaScript too.
import { latest } from "../answers.js";
import { isChanged, onEnter, onSaveKey } from "../fields.js";
import { findByTyping } from "./links.js";

const form = document.querySelector("form.entry");
const sentence = document.getElementById("cau-in");
const PAUSE = 300; // milliseconds after the last key
const AGAIN = 3000; // milliseconds between attempts after a failure
const PATIENCE = 10000; // milliseconds that an answer may take

// The sentence is updated while the user types.
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
  // Without a connection the sentence stays unchanged until the next successful attempt.
  if (answer?.isLost) waiting = setTimeout(tell, AGAIN);
  if (!answer || answer.isLost) return;
  sentence.innerHTML = answer.words;
  explain();
}

// Help from the server replaces the help below a field.
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

// Ctrl+S saves; Enter adds no line break to a field for one line on paper.
const save = form.querySelector(".form-foot [type=submit]");

const submit = () => form.requestSubmit(save);

onSaveKey(submit);
for (const line of form.querySelectorAll("#id_subject, #id_name")) onEnter(line, submit);

form.querySelectorAll("fieldset.links").forEach(findByTyping);

// Fields that only some kinds need are hidden for the others, unless they are filled in or invalid.
const kind = form.querySelector("#id_kind");
const parts = [...form.querySelectorAll("[data-kinds]")];

function fitKind() {
  for (const part of parts) {
    const isFilled = [...part.querySelectorAll("input")].some((field) => field.value || field.ariaInvalid === "true");
    part.hidden = !isFilled && !part.dataset.kinds.split(" ").includes(kind.value);
  }
}

if (parts.length) {
  fitKind();
  kind.addEventListener("change", fitKind);
}
