// Copy buttons. One listener on the document serves cards that arrive later.
const orLabels = new WeakMap(); // a second click finds "Copied" on the button, not its name
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-or-copy]");
  if (!button) return;
  if (!orLabels.has(button)) orLabels.set(button, button.textContent);
  button.textContent = (await orCopy(button.dataset.orCopy)) ? OR_STRINGS.copied : OR_STRINGS.failed;
  button.classList.add("or-done");
  setTimeout(() => { button.textContent = orLabels.get(button); button.classList.remove("or-done"); }, 1600);
});

// A new answer is longer than the screen: bring its question to the top instead of leaving the reader above it.
globalThis.orShowLatest = () => setTimeout(() => {
  const questions = document.querySelectorAll(".or-question");
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  questions[questions.length - 1]?.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "auto" });
}, 150);

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
