"""A passage's citation in each style, and its document's record for other programs, each to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citing import Style
from corpus.citing.records import RecordFormat, export_records
from ui import strings
from ui.render.elements import copy_button, element, fold, said
from ui.render.quoted import italics

if TYPE_CHECKING:
    from corpus.citing import Formatted
    from qa import Hit

_STYLES = {
    Style.APA: strings.TRAY_APA,
    Style.CHICAGO: strings.TRAY_CHICAGO,
    Style.MLA: strings.TRAY_MLA,
    Style.HARVARD: strings.TRAY_HARVARD,
}
_RECORDS = {
    RecordFormat.BIBTEX: strings.TRAY_BIBTEX,
    RecordFormat.RIS: strings.TRAY_RIS,
    RecordFormat.CSL_JSON: strings.TRAY_CSL,
}


def citations(hit: Hit) -> str:
    """Return a fold with the citation in the text and the reference in every style, and the records."""
    return fold(strings.CARD_CITE, "".join(_style(hit, style) for style in _STYLES) + _records(hit))


def _style(hit: Hit, style: Style) -> str:
    found = hit.cite(style)
    where = strings.CARD_FOOTNOTE if style is Style.CHICAGO else strings.CARD_IN_TEXT
    lines = _line(style, where, found.in_text) + _line(style, strings.CARD_REFERENCE, found.reference)
    return said("h3", "", _STYLES[style]) + lines


def _line(style: Style, what: str, text: Formatted) -> str:
    name = f"{what} ({_STYLES[style]})"
    button = copy_button(strings.CARD_COPY_NAMED.format(what=name), text.text)
    return element("p", "or-style", element("span", "or-cited", italics(text)) + button)


def _records(hit: Hit) -> str:
    records = {hit.passage.document_id: hit.citation}
    made = ((name, export_records(records, form)) for form, name in _RECORDS.items())
    buttons = "".join(copy_button(strings.CARD_COPY_NAMED.format(what=name), text) for name, text in made if text)
    return said("h3", "", strings.CARD_RECORDS) + element("p", "or-buttons", buttons)
