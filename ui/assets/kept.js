// Conversations that the visitor keeps: questions, parts left out and passage ids, in this browser and nowhere else.
// What comes out of the store goes into the page as text, never as HTML.
const OR_KEPT = "onrecord.kept", OR_KEPT_MOST = 50;

function orKeptRead() {
  try {
    const kept = JSON.parse(localStorage.getItem(OR_KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => one && Array.isArray(one.turns)) : [];
  } catch (refused) {
    return [];
  }
}

function orKeptWrite(kept, said, id) {
  try {
    localStorage.setItem(OR_KEPT, JSON.stringify(kept));
  } catch (refused) {
    return orKeptSay("refused");
  }
  orKeptShow();
  orKeptSay(said);
  // The button that was pressed is gone with its line.
  if (document.activeElement !== document.body) return;
  const item = id && document.querySelector(`.or-kept-list [data-or-id="${CSS.escape(id)}"] button[data-or-keep=open]`);
  (item || document.querySelector("#or-kept summary")).focus();
}

function orKeptSay(name) {
  const status = document.querySelector(".or-kept-said");
  status.textContent = status.getAttribute(`data-or-${name}`);
}

// The turns on the screen; beside what is kept of each, for an export, what it says.
function orTurns() {
  return [...document.querySelectorAll("#or-chat .or-answer[data-or-turn]")].map((answer) => ({
    ...JSON.parse(answer.dataset.orTurn),
    verdict: answer.querySelector(".or-verdict").textContent,
    answers: [...answer.querySelectorAll(".or-card")].map((card) => ({
      words: card.querySelector(".or-words").textContent,
      speakers: [...card.querySelectorAll(".or-speakers li")].map((line) => line.textContent),
      citation: card.querySelector(".or-cite cite").textContent,
    })),
  }));
}

const orBare = ({ question, like, dropped, passages }) => ({ question, like, dropped, passages });
const orName = (turns) => (turns.find((turn) => turn.question)?.question ?? turns[0]?.like ?? "").slice(0, 120);

const orHere = {
  keep() {
    const turns = orTurns().map(orBare), kept = orKeptRead();
    if (!turns.length) return orKeptSay("empty");
    if (kept.length >= OR_KEPT_MOST) return orKeptSay("full");
    const id = `${Date.now()}-${kept.length}`;
    orKeptWrite([{ id, name: orName(turns), at: new Date().toISOString(), turns }, ...kept], "done");
  },
  new() { orGo("kept", JSON.stringify({ turns: [] })); },
  markdown() { orExport({ name: orName(orTurns()), turns: orTurns() }, orMarkdown, "md"); },
  json() { orExport({ name: orName(orTurns()), turns: orTurns() }, orJson, "json"); },
};

const orThere = {
  open(one) { orGo("kept", JSON.stringify({ turns: one.turns })); },
  rename(one, item) { orNaming(item, true); },
  save(one, item) {
    const name = item.querySelector("input").value.trim().slice(0, 120) || one.name;
    orKeptWrite(orKeptRead().map((other) => (other.id === one.id ? { ...other, name } : other)), "renamed", one.id);
  },
  delete(one) { orKeptWrite(orKeptRead().filter((other) => other.id !== one.id), "deleted"); },
  markdown(one) { orExport(one, orMarkdown, "md"); },
  json(one) { orExport(one, orJson, "json"); },
};

function orNaming(item, begin) {
  const [name, save, title] = [item.querySelector("input"), item.querySelector("[data-or-keep=save]"), item.firstChild];
  [name.hidden, save.hidden, title.hidden] = [!begin, !begin, begin];
  if (begin) {
    name.value = title.textContent;
    name.focus();
    name.select();
  }
}

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-or-keep]");
  if (!act) return;
  const item = act.closest(".or-kept-list li");
  if (!item) return orHere[act.dataset.orKeep]();
  const one = orKeptRead().find((other) => other.id === item.dataset.orId);
  if (one) orThere[act.dataset.orKeep](one, item);
});

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(".or-kept-name")) return;
  const item = event.target.closest("li");
  if (event.key === "Enter") item.querySelector("[data-or-keep=save]").click();
  if (event.key === "Escape") orNaming(item, false);
});

function orKeptShow() {
  const fold = document.querySelector("#or-kept"), list = fold?.querySelector(".or-kept-list");
  if (!list) return;
  const pattern = fold.querySelector("template").content.firstElementChild;
  list.replaceChildren(...orKeptRead().map((one) => {
    const item = pattern.cloneNode(true);
    item.dataset.orId = String(one.id);
    item.firstChild.textContent = String(one.name);
    for (const button of item.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent}: ${one.name}`);
    }
    return item;
  }));
}

// The fold comes with the tab, and again whenever the tab is opened.
document.addEventListener("toggle", (event) => { if (event.target.closest?.("#or-kept")) orKeptShow(); }, true);

function orExport(one, write, ending) {
  if (!one.turns.length) return orKeptSay("empty");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([write(one)], { type: "text/plain;charset=utf-8" }));
  link.download = `onrecord-conversation.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const orJson = (one) => `${JSON.stringify({ name: one.name, turns: one.turns }, null, 2)}\n`;

// Every mark that Markdown or HTML could take for its own is written as a number, so that the words stay the words.
// A full stop is kept where it ends a word: not in "1." at a line's beginning, nor in an address.
const orPlain = (text) => String(text).replace(/\s+/gu, " ").trim()
  .replace(/(?<=\p{L})\.(?= |$)|[^\p{L}\p{N}\p{M} ,;?’‘“”–—…]/gu, (mark, at, whole) =>
    (mark === "." && /^\p{L}\.( |$)/u.test(whole.slice(at - 1, at + 2)) ? mark : `&#${mark.codePointAt(0)};`));

function orMarkdown(one) {
  const link = (id) => new URL(`?passage=${encodeURIComponent(id)}`, location.href).href;
  const parts = [`# ${orPlain(one.name)}`];
  for (const turn of one.turns) {
    parts.push(`## ${orPlain(turn.question || turn.like)}`);
    if (turn.dropped?.length) parts.push(turn.dropped.map((part) => `- ~~${orPlain(part.said)}~~`).join("\n"));
    if (turn.verdict) parts.push(orPlain(turn.verdict));
    (turn.passages ?? []).forEach((id, n) => {
      const said = turn.answers?.[n];
      if (said) parts.push(`> ${orPlain(said.words)}`, said.speakers.map(orPlain).join("; "), orPlain(said.citation));
      parts.push(`<${link(id)}>`);
    });
  }
  return `${parts.join("\n\n")}\n`;
}
