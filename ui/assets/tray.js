// The tray: ids of passages, kept in this browser and nowhere else.
const OR_TRAY = "onrecord-tray";
let orTray = [], orTrayBefore = null, orTrayRefused = false, orTrayFocus = null, orTrayWaiting = false;

function orTrayRead() {
  try {
    const kept = JSON.parse(localStorage.getItem(OR_TRAY) ?? "[]");
    const ids = Array.isArray(kept) ? kept.filter((id) => typeof id === "string" && id) : [];
    orTray = [...new Set(ids)].slice(0, OR_STRINGS.most);
  } catch (fault) {
    orTray = [];
    orTrayRefused = !(fault instanceof SyntaxError);
  }
}

function orTrayWrite(ids, before = null) {
  orTray = ids;
  orTrayBefore = before;
  try {
    localStorage.setItem(OR_TRAY, JSON.stringify(ids));
    orTrayRefused = false;
  } catch (refused) {
    orTrayRefused = true;
  }
  orTrayShow();
  orGo("tray", JSON.stringify(ids));
}

// The page is asked once it stands; an empty tray is what it shows anyway.
globalThis.orTrayOpen = () => { if (orTray.length) orGo("tray", JSON.stringify(orTray)); };

addEventListener("storage", (event) => {
  if (event.key !== OR_TRAY && event.key !== null) return;
  orTrayRead();
  orTrayBefore = null;
  orTrayShow();
  orGo("tray", JSON.stringify(orTray));
});

document.addEventListener("click", (event) => {
  const collect = event.target.closest("[data-or-collect]");
  if (collect) return orCollect(collect);
  const act = event.target.closest("[data-or-tray]");
  if (act) orTrayAct(act.dataset.orTray, act.dataset.orId);
});

function orCollect(button) {
  const id = button.dataset.orCollect;
  if (orTray.includes(id)) return orTrayWrite(orTray.filter((one) => one !== id));
  if (orTray.length < OR_STRINGS.most) return orTrayWrite([...orTray, id]);
  button.textContent = OR_STRINGS.full;
  setTimeout(() => { button.textContent = OR_STRINGS[orTray.includes(id) ? "collected" : "collect"]; }, 2400);
}

function orTrayAct(act, id) {
  const at = orTray.indexOf(id), ids = [...orTray];
  if (act === "undo" && orTrayBefore) return orTrayMoved(act, null, orTrayBefore);
  if (act === "clear") return orTrayMoved(act, null, [], orTray);
  if (at < 0) return;
  if (act === "remove") {
    ids.splice(at, 1);
    return orTrayMoved(act, ids[at] ?? ids[at - 1], ids, orTray);
  }
  // Past those that are gone: they stand in a list of their own.
  const shown = ids.filter((one) => document.querySelector(`[data-or-tray="down"][data-or-id="${CSS.escape(one)}"]`));
  const other = ids.indexOf(shown[shown.indexOf(id) + (act === "up" ? -1 : 1)]);
  if (other < 0) return;
  [ids[at], ids[other]] = [ids[other], ids[at]];
  orTrayMoved(act, id, ids);
}

// The list is drawn anew into the same elements, whatever passage they are of now: the focus goes with the passage.
function orTrayMoved(act, id, ids, before = null) {
  orTrayFocus = { act, id, old: orTrayOrder() };
  orTrayWrite(ids, before);
}

function orTrayOrder() {
  return [...document.querySelectorAll('[data-or-tray="remove"]')].map((button) => button.dataset.orId).join();
}

function orTrayRefocus() {
  if (!orTrayFocus || orTrayOrder() === orTrayFocus.old) return;
  const { act, id } = orTrayFocus;
  const of = id ? [...document.querySelectorAll(`[data-or-tray][data-or-id="${CSS.escape(id)}"]`)] : [];
  const rest = [...document.querySelectorAll('[data-or-tray="undo"], [data-or-tray="clear"]')];
  const usable = [...of.filter((b) => b.dataset.orTray === act), ...of, ...rest].find((b) => !b.disabled && !b.hidden);
  orTrayFocus = null;
  usable?.focus();
}

// Buttons, badge and notes say how things stand. Nothing is written that stands so already: writing calls this again.
function orTrayShow() {
  for (const button of document.querySelectorAll("[data-or-collect]")) {
    const inside = orTray.includes(button.dataset.orCollect);
    if (button.getAttribute("aria-pressed") === String(inside)) continue;
    button.setAttribute("aria-pressed", inside);
    button.textContent = inside ? OR_STRINGS.collected : OR_STRINGS.collect;
  }
  // On a narrow screen the tab is in a menu, whose button then has the badge.
  const tab = document.querySelector('[data-tab-id="tray"]'), menu = document.querySelector(".overflow-menu > button");
  orBadge(tab, orTray.length);
  orBadge(menu, tab ? 0 : orTray.length);
  orHide(".or-kept-here", orTrayRefused);
  orHide(".or-not-kept", !orTrayRefused);
  orHide('[data-or-tray="undo"]', !orTrayBefore);
}

function orBadge(place, count) {
  if (!place || (place.dataset.orCount ?? "0") === String(count)) return;
  if (count) place.dataset.orCount = count;
  else delete place.dataset.orCount;
}

function orHide(selector, hidden) {
  for (const part of document.querySelectorAll(selector)) if (part.hidden !== hidden) part.hidden = hidden;
}

new MutationObserver(() => {
  if (orTrayWaiting) return;
  orTrayWaiting = true;
  queueMicrotask(() => {
    orTrayWaiting = false;
    orTrayShow();
    orTrayRefocus();
  });
}).observe(document, {
  childList: true, subtree: true, attributeFilter: ["aria-pressed", "data-or-collect", "data-or-id", "hidden"],
});

// A file that the page made is saved from the browser's own memory.
globalThis.orSave = (file) => {
  if (!file) return null;
  const bytes = Uint8Array.from(atob(file.data), (c) => c.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return null;
};

orTrayRead();
