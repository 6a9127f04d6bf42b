"""A passage as a card. Document text becomes element content or an attribute value, never Markdown or template."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.remarks import why_found
from ui.render.citations import citations
from ui.render.elements import act_button, address_button, copy_button, element, fold, link, marked, said
from ui.render.quoted import collect_button, file_name
from ui.speakers import name_of, spoken_line, spoken_lines
from ui.sureness import speaker_sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.model import Passage, Utterance
    from qa import Hit

#: So many of the places where the same words stand are listed.
MOST_ALSO = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """What a card shows beside its passage.

    ``around`` are the passages around it, itself among them; ``also`` those with the same words elsewhere.
    """

    around: Sequence[Passage] = ()
    also: Sequence[Hit] = ()


def card(hit: Hit, beside: Beside) -> str:
    """Return one passage with its speaker, its citation and its surroundings."""
    folds = _context(hit, beside.around) + citations(hit) + _also(hit, beside.also) + _notes(hit)
    inner = (
        _speakers(hit)
        + element("blockquote", "or-words", marked(hit.text, hit.spans), 'dir="auto"')
        + element("p", "or-where", _where(hit))
        + _citation(hit)
        + element("div", "or-folds", folds + fold(strings.WHY, _why(hit)))
    )
    label = strings.RANK.format(rank=hit.rank)
    return element("article", "or-card", inner, f'tabindex="-1" aria-label="{escape(label)}"')


def _speakers(hit: Hit) -> str:
    answering = {spoken_line(u): u for u in hit.answering}
    items = []
    for line in spoken_lines(hit):
        if utterance := answering.get(line):
            items.append(element("li", "", _speaker(utterance, line)))
        elif not answering and not items:  # the line that says that no quotation was found
            items.append(element("li", "", f"{said('strong', '', strings.CARD_OWN_VOICE)} ({escape(line)})"))
        else:
            items.append(said("li", "or-also", line))
    return element("ul", "or-speakers", "".join(items))


def _speaker(utterance: Utterance, line: str) -> str:
    """Return who says the answering words, as a link to all that this speaker says, and how sure that is."""
    name, known = name_of(utterance), utterance.speaker or utterance.probably
    shown = link(name, "speaker", known) if known else escape(name)
    sure = speaker_sureness(utterance)
    mark = f" {said('span', 'or-sure', sure)}" if sure else ""
    return element("strong", "", shown) + escape(line[len(name) :]) + mark


def _where(hit: Hit) -> str:
    passage = hit.passage
    title = link(hit.citation.title or file_name(hit.source), "document", passage.document_id)
    parts = [passage.section or strings.OPENING, *_place(passage), _date(hit)]
    return " · ".join([title, *(escape(part) for part in parts)])


def _place(passage: Passage) -> Iterator[str]:
    if passage.page:
        yield strings.CARD_PAGE.format(page=passage.page)
    if passage.time is not None:
        minutes, seconds = divmod(int(passage.time), 60)
        yield strings.CARD_TIME.format(time=f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}")
    yield strings.PARAGRAPH.format(number=passage.paragraph)


def _date(hit: Hit) -> str:
    """Return when it was said, where the text tells that, else when the document was published."""
    days = {(u.said.since, u.said.until) for u in hit.answering if u.said}
    if len(days) == 1:
        since, until = days.pop()
        return strings.CARD_SAID.format(date=since if since == until else f"{since}/{until}")
    issued = hit.citation.issued
    return strings.CARD_PUBLISHED.format(date=issued.iso) if issued else strings.CARD_UNDATED


def _citation(hit: Hit) -> str:
    own = hit.passage.id
    buttons = (
        copy_button(strings.COPY_QUOTE, f"{hit.quotation}\n{hit.note}")
        + copy_button(strings.COPY, hit.note)
        + collect_button(own)
        + link(strings.CARD_READ, "read", own, "or-copy")
        + address_button(strings.CARD_PERMALINK, "read", own)
        + act_button(strings.CARD_MORE, "more", own)
    )
    return element("footer", "or-cite", said("cite", "", hit.note) + element("span", "or-buttons", buttons))


def _also(hit: Hit, also: Sequence[Hit]) -> str:
    if not hit.also_in:
        return ""
    items = [element("li", "", link(_title(other), "read", other.passage.id)) for other in also[:MOST_ALSO]]
    if len(hit.also_in) > len(items):
        items.append(said("li", "", strings.CARD_ALSO_MORE.format(count=len(hit.also_in) - len(items))))
    return fold(strings.ALSO_IN.format(count=len(hit.also_in)), element("ul", "or-places", "".join(items)))


def _title(hit: Hit) -> str:
    title = hit.citation.title or file_name(hit.source)
    return strings.CARD_ALSO_PLACE.format(title=title, paragraph=hit.passage.paragraph)


def _notes(hit: Hit) -> str:
    if not hit.footnotes:
        return ""
    items = "".join(said("li", "", f"[{label}] {text}") for label, text in hit.footnotes)
    return fold(strings.NOTES, element("ul", "or-notes", items))


def _why(hit: Hit) -> str:
    lines = [why_found(hit)]
    sure = dict.fromkeys(filter(None, map(speaker_sureness, hit.answering)))
    lines += [strings.SURE_SPEAKER_HOW.format(sure=one) for one in sure]
    return "".join(said("p", "or-why", line) for line in lines)


def _context(hit: Hit, around: Sequence[Passage]) -> str:
    own = hit.passage.id
    paragraphs = [
        element(
            "p",
            "or-par or-own" if p.id == own else "or-par",
            said("span", "or-number", str(p.paragraph)) + marked(p.text, hit.spans if p.id == own else ()),
            'dir="auto"',
        )
        for p in around
    ]
    heading = said("h3", "", hit.passage.section) if hit.passage.section else ""
    return fold(strings.IN_CONTEXT, heading + "".join(paragraphs)) if paragraphs else ""
