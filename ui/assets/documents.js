// The reading view: bring what was asked for into view, once it is on the page.
globalThis.orShowPassage = (tries = 40) => {
  const here = document.querySelector("#or-in-view") ?? document.querySelector("#or-doc-view .or-doc-name");
  if (!here || !here.offsetParent) {
    if (tries) setTimeout(() => orShowPassage(tries - 1), 50);
    return;
  }
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  here.scrollIntoView({ block: here.id ? "center" : "start", behavior: smooth ? "smooth" : "auto" });
  if (here.id) here.focus({ preventScroll: true });
};

// Gradio calls every place for files alike, and by other words than stand on it: who speaks to the page, or hears it,
// needs those words, and which place it is (WCAG 2.2, 2.5.3).
function orNamePlaces() {
  for (const place of document.querySelectorAll('.upload-container[aria-label="Click to upload or drop files"]')) {
    const label = place.parentElement.querySelector("[data-testid=block-label]")?.textContent ?? "";
    place.setAttribute("aria-label", `${place.textContent}: ${label}`.replace(/\s+/g, " ").trim());
  }
}
new MutationObserver(orNamePlaces).observe(document, { childList: true, subtree: true });
