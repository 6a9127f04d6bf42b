"""The reading view as HTML: a document's own words in order, none left out, and beside them who says what."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from qa.layout import runs
from ui import strings
from ui.render.elements import act_button, element, fold, link, said
from ui.render.quoted import cited, collect_button
from ui.render.tints import swatch
from ui.speakers import name_of, spoken_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.model import Passage, Utterance
    from qa.layout import Page, Stretch
    from ui.render.tints import Tints

    Note = Callable[[Passage], str]

_LABELS: Final = {
    BlockKind.TITLE: strings.DOC_TITLE_KIND,
    BlockKind.DATE: strings.DOC_DATE_KIND,
    BlockKind.BYLINE: strings.DOC_BYLINE_KIND,
    BlockKind.CAPTION: strings.DOC_CAPTION_KIND,
    BlockKind.NOTE: strings.DOC_NOTE_KIND,
    BlockKind.LEFTOVER: strings.DOC_LEFTOVER_KIND,
}
_LOOKS: Final = {
    BlockKind.QUOTE: "or-doc-quote",
    BlockKind.ITEM: "or-doc-item",
    BlockKind.TURN: "or-doc-turn",
}


def body(text: str, page: Page, tints: Tints, note: Note, in_view: str | None = None) -> str:
    """Return a page of a document.

    The texts of the elements of the class ``or-text``, put together, are the document's text from the first to
    the last stretch, to the character.

    Args:
        text: the document's whole text.
        page: the stretches to show.
        tints: a colour for each speaker.
        note: gives a passage's citation as a footnote.
        in_view: the id of the passage that was asked for.
    """
    return element("div", "or-doc-text", "".join(_stretch(text, s, tints, note, in_view) for s in page.stretches))


def _stretch(text: str, stretch: Stretch, tints: Tints, note: Note, in_view: str | None) -> str:
    words = text[stretch.start : stretch.end]
    if stretch.passage:
        whole = words == stretch.passage.text
        inner = _tinted(stretch.passage, tints) if whole else exact(words)
        return _passage(stretch.passage, inner, tints, note, own=stretch.passage.id == in_view)
    if stretch.aside is None:
        return element("span", "or-text or-doc-gap" if not words.strip() else "or-text or-doc-loose", exact(words))
    if stretch.aside.kind is BlockKind.HEADING:
        return element("h3", "or-text or-doc-heading", exact(words), 'dir="auto"')
    kind = _LABELS.get(stretch.aside.kind, stretch.aside.kind.value)
    named = strings.DOC_LABELLED.format(kind=kind, label=stretch.aside.label) if stretch.aside.label else kind
    label = said("span", "or-doc-kind", named)
    leftover = " or-doc-leftover" if stretch.aside.kind is BlockKind.LEFTOVER else ""
    return element("div", f"or-doc-aside{leftover}", label + element("p", "or-text", exact(words), 'dir="auto"'))


def _passage(passage: Passage, words: str, tints: Tints, note: Note, *, own: bool) -> str:
    place = [strings.DOC_PARAGRAPH.format(number=passage.paragraph)]
    if passage.page:
        place.append(strings.DOC_PAGE.format(page=passage.page))
    inner = (
        link(" · ".join(place), "read", passage.id, "or-doc-number")
        + element("p", f"or-text or-doc-words {_LOOKS.get(passage.kind, '')}".strip(), words, 'dir="auto"')
        + _speakers(passage, tints)
        + _tools(passage, note(passage), own=own)
    )
    here = 'id="or-in-view" aria-current="true" tabindex="-1"' if own else ""
    return element("div", "or-doc-passage or-doc-own" if own else "or-doc-passage", inner, here)


def _tinted(passage: Passage, tints: Tints) -> str:
    """Return a passage's text with each speaker's words in their colour."""
    out = []
    for run in runs(passage):
        words = exact(passage.text[run.start : run.end])
        out.append(element("span", tints.classes(run.said), words) if run.said else words)
    return "".join(out)


def _speakers(passage: Passage, tints: Tints) -> str:
    lines = {spoken_line(u): u for u in reversed(passage.utterances)}
    items = [_spoken(line, lines[line], tints) for line in reversed(lines)]
    return element("ul", "or-doc-who", "".join(items)) if items else ""


def _spoken(line: str, utterance: Utterance, tints: Tints) -> str:
    """Return who speaks, in the words that the answers have, the name a link where there is one."""
    name, named = name_of(utterance), tints.speaker(utterance)
    shown = link(name, "speaker", named) if named else escape(name)
    return element("li", "", swatch(tints.classes(utterance)) + shown + escape(line[len(name) :]))


def _tools(passage: Passage, note: str, *, own: bool) -> str:
    more = collect_button(passage.id) + act_button(strings.DOC_CHECK, "check", passage.text)
    shown = cited(note, (strings.COPY_QUOTE, f"{passage.text}\n{note}"), more=more)
    return element("div", "or-doc-tools", shown) if own else fold(strings.DOC_USE, shown)


def exact(text: str) -> str:
    """Escape a text so that the browser shows it to the character: bare carriage returns it would change."""
    return escape(text).replace("\r", "&#13;")
