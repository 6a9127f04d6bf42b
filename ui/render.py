"""Answers as HTML: the only module that writes any, and everything in it that is not ours is escaped here.

Document text becomes element content or an attribute value, never Markdown and never a template.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.reading import reading_line
from ui.remarks import remarks, why_found
from ui.speakers import name_of, spoken_line, spoken_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from corpus.model import Passage
    from qa import Answer, Hit

    Context = Callable[[Hit], Sequence[Passage]]


def header(documents: int, passages: int) -> str:
    """Return the page's head: what this is and what it searches."""
    searched = strings.SEARCHED.format(documents=documents, passages=passages) if passages else strings.EMPTY
    return _element(
        "header",
        "or-head",
        _element("h1", "", escape(strings.NAME))
        + _element("p", "or-tagline", escape(strings.TAGLINE))
        + _element("p", "or-searched", escape(searched)),
    )


def question(text: str) -> str:
    """Return the reader's question as they typed it."""
    return _element("p", "or-question", escape(text))


def failure(message: str) -> str:
    """Return a refusal in the place of an answer."""
    return _element("p", "or-failure", escape(strings.FAILED.format(message=message)), 'role="alert"')


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
        return _element(
            "section", "or-answer", _element("p", "or-verdict", escape(said)) + _read_as(found) + cards
        )
    verdict = _element("p", "or-verdict or-none", escape(strings.NOT_ANSWERED))
    nearest = _element("h2", "or-nearest", escape(strings.NEAREST)) if cards else ""
    return _element("section", "or-answer or-unanswered", verdict + _read_as(found) + nearest + cards)


def card(hit: Hit, around: Sequence[Passage]) -> str:
    """Return one passage with its speaker, its citation and its surroundings."""
    inner = (
        _speakers(hit)
        + _element("blockquote", "or-words", marked(hit.text, hit.spans), 'dir="auto"')
        + _element("p", "or-where", escape(_where(hit)))
        + _citation(hit)
        + _notes(hit)
        + _fold(strings.WHY, _element("p", "or-why", escape(why_found(hit))))
        + _context(hit, around)
    )
    return _element("article", "or-card", inner, f'aria-label="{escape(strings.RANK.format(rank=hit.rank))}"')


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` escaped with each span in a ``mark``; without the tags it is the text, to the character."""
    out, at = [], 0
    for start, end in sorted(spans):
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*out, escape(text[at:])])


def _read_as(found: Answer) -> str:
    """Return how the question was read, and what the reader must know beside the passages."""
    line = reading_line(found.reading)
    read = _element("p", "or-reading", escape(line)) if line else ""
    return read + "".join(_element("p", "or-remark", escape(remark)) for remark in remarks(found))


def _speakers(hit: Hit) -> str:
    answering = {spoken_line(u): name_of(u) for u in hit.answering}
    lines = []
    for line in spoken_lines(hit):
        name = answering.get(line)
        main = f"<strong>{escape(name)}</strong>{escape(line[len(name) :])}" if name else escape(line)
        lines.append(_element("li", "" if name or not answering else "or-also", main))
    return _element("ul", "or-speakers", "".join(lines))


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
    buttons = _copy(strings.COPY, hit.note) + _copy(strings.COPY_QUOTE, f"{hit.quotation}\n{hit.note}")
    return _element(
        "footer", "or-cite", f"<cite>{escape(hit.note)}</cite>" + _element("span", "or-buttons", buttons)
    )


def _notes(hit: Hit) -> str:
    if not hit.footnotes:
        return ""
    items = "".join(_element("li", "", f"[{escape(label)}] {escape(text)}") for label, text in hit.footnotes)
    return _fold(strings.NOTES, _element("ul", "or-notes", items))


def _context(hit: Hit, around: Sequence[Passage]) -> str:
    own = hit.passage.id
    paragraphs = [
        f'<p class="or-par{" or-own" if p.id == own else ""}" dir="auto">'
        f'<span class="or-number">{p.paragraph}</span>{marked(p.text, hit.spans if p.id == own else ())}</p>'
        for p in around
    ]
    heading = _element("h3", "", escape(hit.passage.section)) if hit.passage.section else ""
    return _fold(strings.IN_CONTEXT, heading + "".join(paragraphs)) if paragraphs else ""


def _fold(summary: str, inner: str) -> str:
    return f'<details class="or-fold"><summary>{escape(summary)}</summary>{inner}</details>'


def _copy(label: str, text: str) -> str:
    return f'<button type="button" class="or-copy" data-or-copy="{escape(text)}">{escape(label)}</button>'


def _file_name(source: str) -> str:
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def _element(tag: str, classes: str, inner: str, attributes: str = "") -> str:
    """Wrap ``inner``, which is HTML already, in an element; classes and attributes are our own words."""
    opening = " ".join(part for part in (tag, f'class="{classes}"' if classes else "", attributes) if part)
    return f"<{opening}>{inner}</{tag}>"
