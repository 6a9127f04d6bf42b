"""A quotation beside the real words, each verbatim, with the words marked in which they differ.

Two texts and not one mixed of both: in each every character is its own, and neither can be taken for the other.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from qa.checking import Change, Grade
from ui import strings
from ui.render.elements import element, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.checking import Operation, QuoteMatch, QuotePart

    Stretch = tuple[int, int, Change]

#: What a mark is, and what a screen reader hears before the words in it.
_IN_SOURCE: Final = {
    Change.MISSING: ("del", "", strings.QUOTING_IS_MISSING),
    Change.CHANGED: ("del", "", strings.QUOTING_IS_CHANGED),
    Change.LEFT_OUT: ("span", "or-quiet", strings.QUOTING_IS_QUIET),
    Change.INSERTED: ("span", "or-quiet", strings.QUOTING_IS_QUIET),
}
_IN_QUOTATION: Final = {
    Change.ADDED: ("ins", "", strings.QUOTING_IS_ADDED),
    Change.CHANGED: ("ins", "", strings.QUOTING_IS_OTHER),
    Change.INSERTED: ("span", "or-quiet", strings.QUOTING_IS_QUIET),
    Change.DEBRIS: ("span", "or-quiet", strings.QUOTING_IS_QUIET),
}


def differences(quotation: str, match: QuoteMatch) -> str:
    """Return the real words; beside them the quotation, unless it has nothing but the same words."""
    real = "".join(_source(number, part, match.operations) for number, part in enumerate(match.parts))
    shown = _row(strings.QUOTING_SOURCE, real)
    if match.grade is Grade.EXACT and all(o.change is Change.SAME for o in match.operations):
        return shown
    stretches = [(o.start, o.end, o.change) for o in match.operations]
    given = marked(quotation, 0, len(quotation), stretches, _IN_QUOTATION)
    return shown + _row(strings.QUOTING_QUOTATION, _words("or-given", given))


def marked(
    text: str, first: int, last: int, stretches: Iterable[Stretch], marks: dict[Change, tuple[str, str, str]]
) -> str:
    """Return ``text[first:last]`` escaped, with each stretch marked that has a mark.

    But for the hidden words, which say to a screen reader what a mark is, it is the text, to the character.
    """
    out, at = [], first
    for start, end, change in sorted(stretches, key=lambda one: one[:2]):
        begin, stop = max(start, at), min(end, last)
        if change in marks and begin < stop:
            out += [escape(text[at:begin]), _mark(text[begin:stop], *marks[change])]
            at = stop
    return "".join([*out, escape(text[at:last])])


def _source(number: int, part: QuotePart, operations: Sequence[Operation]) -> str:
    stretches = [(o.source_start, o.source_end, o.change) for o in operations if o.part == number]
    return _words("or-real", marked(part.passage.text, part.start, part.end, stretches, _IN_SOURCE))


def _mark(text: str, tag: str, classes: str, heard: str) -> str:
    hidden = said("span", "or-hidden", heard), said("span", "or-hidden", strings.QUOTING_ENDS)
    return element(tag, classes, hidden[0] + escape(text) + hidden[1])


def _words(classes: str, inner: str) -> str:
    return element("blockquote", f"or-words {classes}", inner, 'dir="auto"')


def _row(label: str, inner: str) -> str:
    return element("div", "or-row", said("p", "or-label", label) + inner)
