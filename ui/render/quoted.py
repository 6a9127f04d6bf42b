"""What the parts of the page that take words away share: who said them, where they stand, a citation's italics."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.render.elements import copy_button, element, link, said
from ui.speakers import name_of, spoken_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.citation import Citation
    from corpus.citing import Formatted
    from corpus.model import Passage, Utterance


def speakers(utterances: Iterable[Utterance]) -> str:
    """Return a line for everybody who says the words, with role and kind; a known name leads to its page."""
    lines = dict.fromkeys((spoken_line(u), name_of(u), u.speaker) for u in utterances)
    items = [element("li", "", _speaker(*line)) for line in lines] or [said("li", "", strings.NO_QUOTATION)]
    return element("ul", "or-speakers", "".join(items))


def speaker(utterance: Utterance) -> str:
    """Return who says an utterance, with role and kind; a known name leads to its page."""
    return _speaker(spoken_line(utterance), name_of(utterance), utterance.speaker)


def place(citation: Citation, source: str, passage: Passage) -> str:
    """Return in which document, section and paragraph a passage stands."""
    number = strings.PARAGRAPH.format(number=passage.paragraph)
    parts = [citation.title or file_name(source), passage.section or strings.OPENING, number]
    return said("p", "or-where", " · ".join(part for part in parts if part))


def file_name(source: str) -> str:
    """Return the last part of a path of any system."""
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def collect_button(passage_id: str) -> str:
    """Return the button that puts a passage into the tray or takes it out; assets/tray.js follows it."""
    given = f'type="button" aria-pressed="false" data-or-collect="{escape(passage_id)}"'
    return said("button", "or-copy or-collect", strings.COLLECT, given)


def cited(note: Formatted | str, *buttons: tuple[str, str], more: str = "") -> str:
    """Return a citation with a button for each (label, text to copy), and ``more``, which is HTML already."""
    shown = escape(note) if isinstance(note, str) else italics(note)
    row = "".join(copy_button(label, text) for label, text in buttons) + more
    return element("footer", "or-cite", element("cite", "", shown) + element("span", "or-buttons", row))


def italics(text: Formatted) -> str:
    """Return formatted text escaped, with its italics; without the tags it is the text, to the character."""
    out, at = [], 0
    for start, end in text.italics:
        out += [escape(text.text[at:start]), said("i", "", text.text[start:end])]
        at = end
    return "".join([*out, escape(text.text[at:])])


def _speaker(line: str, name: str, known: str | None) -> str:
    shown = link(name, "speaker", known) if known else escape(name)
    return element("strong", "", shown) + escape(line[len(name) :])
