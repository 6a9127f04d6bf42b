// Copy buttons, and what is shown and told when an answer has come. One listener serves cards that arrive later.
const orLabels = new WeakMap(); // a second click finds "Copied" on the button, not its name
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-or-copy], [data-or-copy-address]");
  if (!button) return;
  const address = button.dataset.orCopyAddress;
  const done = await orCopy(address === undefined ? button.dataset.orCopy : new URL(address, location.href).href);
  const said = done ? OR_STRINGS.copied : OR_STRINGS.failed;
  if (!orLabels.has(button)) orLabels.set(button, button.textContent);
  button.textContent = said;
  orSay(said);
  button.classList.add("or-done");
  setTimeout(() => {
    if (button.textContent === said) button.textContent = orLabels.get(button) ?? said;
    orLabels.delete(button); // the same button may be another's in the next answer
    button.classList.remove("or-done");
  }, 1600);
});

// A chip changes the answer it stands on, and may then be another chip: the answer gets the focus.
let orTurn = { at: -1, kept: "" };
const orAnswers = () => [...document.querySelectorAll("#or-chat .or-answer")];
document.addEventListener("click", (event) => {
  const answer = event.target.closest('[data-or-go="ignore"]')?.closest(".or-answer");
  if (answer) orTurn = { at: orAnswers().indexOf(answer), kept: answer.dataset.orTurn };
}, true);

// What Gradio was told to show is there a moment later, on a busy machine a long one.
function orWhen(there, then, tries = 40) {
  if (there()) return then();
  if (tries) setTimeout(() => orWhen(there, then, tries - 1), 100);
}

globalThis.orShowChanged = () => orWhen(() => orAnswers()[orTurn.at]?.dataset.orTurn !== orTurn.kept, () => {
  const answer = orAnswers()[orTurn.at];
  if (!answer) return;
  orTellVerdict(answer);
  if (document.activeElement === document.body || answer.contains(document.activeElement)) answer.focus();
});

// A new answer is longer than the screen: bring its question to the top instead of leaving the reader above it.
globalThis.orShowLatest = () => {
  const asked = () => [...document.querySelectorAll("#or-chat .or-question")];
  const said = () => [...document.querySelectorAll("#or-chat .or-answer, #or-chat .or-failure")];
  orWhen(() => asked().length && said().length >= asked().length, () => {
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const there = said().at(-1).contains(document.activeElement); // a quick reader is not taken back to the top
    if (!there) asked().at(-1).scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "auto" });
    orTellVerdict(said().at(-1));
  });
};

// Screen readers hear the verdict, and not every card of a long answer.
function orTellVerdict(answer) {
  document.querySelector("#or-chat [role=log]")?.setAttribute("aria-live", "off");
  const verdict = answer.querySelector(".or-verdict"); // a refusal has none, and is an alert by itself
  if (verdict) orSay(verdict.textContent);
}

// One thing is told at a time: of two at once a screen reader would tell only the second.
const orWords = { waiting: [], told: false };
globalThis.orSay = (text) => {
  if (!orWords.waiting.includes(text)) orWords.waiting.push(text);
  if (!orWords.told) orTellNext();
};

function orTellNext() {
  const spoken = document.querySelector(".or-spoken"), text = orWords.waiting.shift();
  orWords.told = Boolean(spoken) && text !== undefined;
  if (!orWords.told) return;
  spoken.textContent = "";
  setTimeout(() => { spoken.textContent = text; }, 50); // the same words twice are told twice
  setTimeout(orTellNext, 1000);
}

async function orCopy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) {
    // Pages served over plain HTTP to another machine have no clipboard; a selection still works.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
