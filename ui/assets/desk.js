// Links and buttons that open another part of the page, and addresses that do the same.
let orCount = 0;
globalThis.orGo = (door, value) => {
  const box = document.querySelector(`#or-door-${door} textarea, #or-door-${door} input`);
  if (!box) return;
  box.value = JSON.stringify({ value, count: ++orCount });
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-or-go]");
  // A click meant for a new window is the browser's.
  if (!target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (target.href) history.pushState(null, "", target.href);
  orGo(target.dataset.orGo, target.dataset.orValue);
});

globalThis.orOpenAddress = () => {
  const given = new URLSearchParams(location.search);
  for (const [door, parameter] of Object.entries(OR_STRINGS.parameters)) {
    if (given.has(parameter)) return orGo(door, given.get(parameter));
  }
};

// Back and Forward: to where the conversation is, as it stands, or to what the address shows. No question is asked
// again that is on the screen already.
addEventListener("popstate", () => {
  const question = new URLSearchParams(location.search).get("q");
  const asked = [...document.querySelectorAll(".or-question")].some((shown) => shown.textContent === question);
  if (location.search && !(question !== null && asked)) return orOpenAddress();
  document.querySelector('#or-tabs [role="tab"]')?.click();
});
