// A timeline's marks: one stop of the Tab key, arrow keys from mark to mark, and what each stands for below the plot.
// Words of documents are only ever set as text.
const orPoints = (plot) => [...plot.querySelectorAll(".or-point")];

function orTell(point) {
  const told = point.closest(".or-time")?.querySelector(".or-told");
  if (told) told.textContent = point.getAttribute("aria-label");
}

for (const happening of ["focusin", "mouseover"]) {
  document.addEventListener(happening, (event) => {
    const point = event.target.closest?.(".or-point");
    if (point) orTell(point);
  });
}

document.addEventListener("keydown", (event) => {
  const point = event.target.closest?.(".or-point");
  if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = orPoints(point.closest(".or-plot"));
  const at = all.indexOf(point);
  const to = {
    ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = all[Math.max(0, Math.min(all.length - 1, to))];
  point.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}, true);
