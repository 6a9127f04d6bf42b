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
