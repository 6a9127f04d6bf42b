"""A passage's footnote, after the notes style of The Chicago Manual of Style (17th ed., ch. 14).

The other styles, and records for other programs, are in ``corpus.citing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.citing.locator import locator_of
from corpus.citing.quoted import quoted_in
from corpus.citing.styles import Style, cite
from corpus.citing.wording import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.citation import Citation
    from corpus.model import Passage, Utterance

#: Room for one footnote mark behind a sentence's full stop: "[12]", "[iii]".
_MARK_CHARS: Final = 6


def notes_at(
    text: str, spans: Iterable[tuple[int, int]], footnotes: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the (label, text) of those footnotes whose marks stand in or right behind the spans of a text."""
    marked = "".join(text[start : end + _MARK_CHARS] for start, end in spans)
    return tuple(one for one in footnotes if f"[{one[0]}]" in marked)


def note(
    citation: Citation, passage: Passage, utterances: Sequence[Utterance] = (), footnotes: Sequence[str] = ()
) -> str:
    """Return one footnote for a passage, ending in a full stop.

    Args:
        citation: the document's record.
        passage: what is cited; gives the pinpoint.
        utterances: what is cited; somebody's own words open the note with "Quoted in", after the name of the one
            known speaker whose they all are.
        footnotes: texts of the notes that the words rest on, given as "citing".
    """
    quoted = quoted_in(citation, utterances)
    shown = cite(citation, Style.CHICAGO, locator=locator_of(passage), quoted=quoted).in_text
    if not footnotes:
        return shown.text
    citing = "; ".join(flat(text).removesuffix(".") for text in footnotes)
    body = shown.text.removesuffix(".") + f", citing {citing}"
    return body if body.endswith((".", ".”")) else f"{body}."
