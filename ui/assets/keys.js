// Keys: Esc clears the box, and leads from an empty one to the cards and back; arrows move through the cards.
// Letters count only inside an answer, so that they are nobody's shortcut anywhere else (WCAG 2.2, 2.1.4).
const OR_STEPS = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const at = event.target, box = document.querySelector("#or-box textarea");
  if (event.key === "Escape") return orEscape(event, at, box);
  const inside = at.closest?.("#or-chat .or-answer");
  if (at.closest?.("input, textarea, select, [contenteditable=true]")) return;
  if (event.key === "c" && inside && !event.shiftKey) {
    at.closest(".or-card")?.querySelector("[data-or-copy]")?.click();
  } else if (OR_STEPS[event.key] && !event.shiftKey && (inside || (at === document.body && event.key.length > 1))) {
    if (orMove(OR_STEPS[event.key])) event.preventDefault();
  }
});

function orEscape(event, at, box) {
  if (at === box && box.value) {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (at === box) {
    const answers = document.querySelectorAll("#or-chat .or-answer");
    orFocus(answers[answers.length - 1]?.querySelector(".or-card"));
  } else if (box && at.closest?.("#or-chat")) {
    box.focus();
  } else return;
  event.preventDefault();
}

// From a card to the next; from anywhere else to the first card that can be seen.
function orMove(step) {
  const cards = [...document.querySelectorAll("#or-chat .or-card")].filter((card) => card.offsetParent);
  const here = cards.indexOf(document.activeElement.closest(".or-card"));
  const seen = cards.findIndex((card) => card.getBoundingClientRect().bottom > 60);
  const next = cards[here >= 0 ? here + step : seen];
  return orFocus(next);
}

function orFocus(card) {
  if (!card) return false;
  card.focus({ preventScroll: true });
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "auto" });
  return true;
}
