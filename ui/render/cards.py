"""Answers as HTML. Document text becomes element content or an attribute value, never Markdown and no template."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.reading import reading_line
from ui.remarks import remarks, why_found
from ui.render.elements import copy_button, element, fold, marked
from ui.speakers import name_of, spoken_line, spoken_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.model import Passage
    from qa import Answer, Hit

    Context = Callable[[Hit], Sequence[Passage]]


def answer(found: Answer, context: Context) -> str:
    """Return the whole answer.

    Args:
        found: the answer.
        context: gives the passages around a hit, the hit's own among them.
    """
    cards = "".join(card(hit, context(hit)) for hit in found)
    if found.answered:
        one = len(found) == 1
        said = strings.ANSWERED_ONE if one else strings.ANSWERED_MANY.format(count=len(found))
        return element("section", "or-answer", element("p", "or-verdict", escape(said)) + _read_as(found) + cards)
    verdict = element("p", "or-verdict or-none", escape(strings.NOT_ANSWERED))
    nearest = element("h2", "or-nearest", escape(strings.NEAREST)) if cards else ""
    return element("section", "or-answer or-unanswered", verdict + _read_as(found) + nearest + cards)


def card(hit: Hit, around: Sequence[Passage]) -> str:
    """Return one passage with its speaker, its citation and its surroundings."""
    inner = (
        _speakers(hit)
        + element("blockquote", "or-words", marked(hit.text, hit.spans), 'dir="auto"')
        + element("p", "or-where", escape(_where(hit)))
        + _citation(hit)
        + _notes(hit)
        + fold(strings.WHY, element("p", "or-why", escape(why_found(hit))))
        + _context(hit, around)
    )
    return element("article", "or-card", inner, f'aria-label="{escape(strings.RANK.format(rank=hit.rank))}"')


def _read_as(found: Answer) -> str:
    """Return how the question was read, and what the reader must know beside the passages."""
    line = reading_line(found.reading)
    read = element("p", "or-reading", escape(line)) if line else ""
    return read + "".join(element("p", "or-remark", escape(remark)) for remark in remarks(found))


def _speakers(hit: Hit) -> str:
    answering = {spoken_line(u): name_of(u) for u in hit.answering}
    lines = []
    for line in spoken_lines(hit):
        name = answering.get(line)
        main = f"<strong>{escape(name)}</strong>{escape(line[len(name) :])}" if name else escape(line)
        lines.append(element("li", "" if name or not answering else "or-also", main))
    return element("ul", "or-speakers", "".join(lines))


def _where(hit: Hit) -> str:
    passage = hit.passage
    place = passage.section or strings.OPENING
    parts = [
        hit.citation.title or _file_name(hit.source),
        place,
        strings.PARAGRAPH.format(number=passage.paragraph),
    ]
    if hit.also_in:
        parts.append(strings.ALSO_IN.format(count=len(hit.also_in)))
    return " · ".join(part for part in parts if part)


def _citation(hit: Hit) -> str:
    buttons = copy_button(strings.COPY, hit.note) + copy_button(strings.COPY_QUOTE, f"{hit.quotation}\n{hit.note}")
    return element(
        "footer", "or-cite", f"<cite>{escape(hit.note)}</cite>" + element("span", "or-buttons", buttons)
    )


def _notes(hit: Hit) -> str:
    if not hit.footnotes:
        return ""
    items = "".join(element("li", "", f"[{escape(label)}] {escape(text)}") for label, text in hit.footnotes)
    return fold(strings.NOTES, element("ul", "or-notes", items))


def _context(hit: Hit, around: Sequence[Passage]) -> str:
    own = hit.passage.id
    paragraphs = [
        f'<p class="or-par{" or-own" if p.id == own else ""}" dir="auto">'
        f'<span class="or-number">{p.paragraph}</span>{marked(p.text, hit.spans if p.id == own else ())}</p>'
        for p in around
    ]
    heading = element("h3", "", escape(hit.passage.section)) if hit.passage.section else ""
    return fold(strings.IN_CONTEXT, heading + "".join(paragraphs)) if paragraphs else ""


def _file_name(source: str) -> str:
    return source.replace("\\", "/").rsplit("/", 1)[-1]
