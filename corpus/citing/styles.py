"""One door to the styles: a record in, its citation out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing import apa, chicago, harvard, mla
from corpus.citing.wording import flat, trimmed
from corpus.citing.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citation import Citation
    from corpus.citing.formatted import Formatted
    from corpus.citing.locator import Locator
    from corpus.model import Utterance


class Style(StrEnum):
    """The styles, by the names people know."""

    APA = "apa"
    CHICAGO = "chicago"
    HARVARD = "harvard"
    MLA = "mla"


_MODULES = {Style.APA: apa, Style.CHICAGO: chicago, Style.HARVARD: harvard, Style.MLA: mla}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in one style.

    ``in_text`` holds the pinpoint and whose words they are: what stands in parentheses, or in Chicago the
    footnote. ``reference`` is the entry of the list at the end, without a pinpoint.
    """

    style: Style
    in_text: Formatted
    reference: Formatted

    @property
    def whole(self) -> Formatted:
        """What to copy: Chicago's footnote; else the citation and, on a second line, the reference."""
        return self.in_text if self.style is Style.CHICAGO else self.in_text + "\n" + self.reference


def cite(citation: Citation, style: Style, *, locator: Locator | None = None, quoted: str | None = None) -> Cited:
    """Return a record's citation.

    Args:
        citation: the document's record; what it does not hold is left out as the style prescribes.
        style: one of the four.
        locator: where in the document, for the pinpoint.
        quoted: whose words they are, where they are somebody's in another's text; see ``quoted_speaker``.
    """
    work, module = Work.of(citation), _MODULES[style]
    speaker = trimmed(quoted) if quoted else None
    return Cited(style, module.in_text(work, locator, speaker), module.reference(work))


def quoted_speaker(citation: Citation, utterances: Sequence[Utterance]) -> str | None:
    """Return who is "quoted in" the document: the one known speaker of words that all are their own.

    None where the words are reported, several people's or nobody's known, and where they are its author's.
    """
    names = {u.speaker if u.kind.verbatim else None for u in utterances}
    speaker = names.pop() if len(names) == 1 else None
    work = Work.of(citation)
    own = {name.natural for name in (*work.authors, *work.interviewers)}
    return None if speaker is None or flat(speaker) in own else speaker
