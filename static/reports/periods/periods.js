// Comforts of the pages about periods and their outlines: they work without them.
import { latest, pageOf } from "../../answers.js";

// The usual days follow the year and the kind, as long as nobody has typed others.
const kind = document.querySelector(".of-period [name=kind]");

if (kind) {
  const year = document.querySelector("[name=reporting_year]");
  const days = { from: document.querySelector("[name=statistics_from]"), to: document.querySelector("[name=statistics_to]") };
  const usual = () => ({ from: `01/01/${year.value}`, to: `${kind.value === "half_year" ? "30/06" : "31/10"}/${year.value}` });
  let before = usual();

  const follow = () => {
    if (!/^[0-9]{4}$/.test(year.value)) return;
    const now = usual();
    for (const name of ["from", "to"]) if (days[name].value === before[name]) days[name].value = now[name];
    before = now;
  };

  kind.addEventListener("change", follow);
  year.addEventListener("input", follow);
}

// Rows are added and moved without loading the page anew: the answer is the same, only its rows are put in place.
const rows = document.getElementById("cac-dong");
const form = document.getElementById("bo-mau");

if (rows && form) {
  // Returns the page after a command, or nothing where another one was asked for meanwhile.
  const ask = latest(async (command) => {
    const typed = new FormData(form);
    typed.set("command", command);
    return pageOf(await fetch(form.action, { method: "POST", body: typed }));
  });

  // What has no such answer is sent as it would be without this.
  let isPlain = false;

  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button?.name !== "command" || isPlain) return;
    event.preventDefault();
    form.inert = true; // what is typed meanwhile would go with the rows
    const page = await ask(button.value).catch(() => null);
    form.inert = false;
    if (!page || page.querySelector(".faults")) {
      isPlain = true;
      form.requestSubmit(button);
      isPlain = false;
      return;
    }
    rows.replaceChildren(...page.getElementById("cac-dong").children);
    const focused = rows.querySelector("[autofocus]");
    (focused?.disabled ? focused.closest(".row-actions").querySelector("button:not(:disabled)") : focused)?.focus();
  });

  // The printed numbers follow the depths and what is left out.
  form.addEventListener("change", async (event) => {
    if (!/-(depth|left_out)$|^numbering$/.test(event.target.name ?? "")) return;
    try {
      const numbers = (await ask(""))?.querySelectorAll("[data-number]");
      if (!numbers) return;
      rows.querySelectorAll("[data-number]").forEach((one, place) => {
        one.textContent = numbers[place].textContent;
        one.className = numbers[place].className;
      });
    } catch {
      // The numbers stay as they were until the form is sent.
    }
  });
}
