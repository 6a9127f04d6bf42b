"""One door to the styles: a record in, its citation out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing import apa, chicago, harvard, mla
from corpus.citing.work import Work

if TYPE_CHECKING:
    from corpus.citation import Citation
    from corpus.citing.formatted import Formatted
    from corpus.citing.locator import Locator
    from corpus.citing.quoted import Quoted


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


def cite(
    citation: Citation, style: Style, *, locator: Locator | None = None, quoted: Quoted | None = None
) -> Cited:
    """Return a record's citation; neither part of it is ever empty.

    Args:
        citation: the document's record; what it does not hold is left out as the style prescribes.
        style: one of the four.
        locator: where in the document, for the pinpoint.
        quoted: that the words are somebody's in another's text, and whose; see ``quoted_in``.
    """
    work, module = Work.of(citation), _MODULES[style]
    return Cited(style, module.in_text(work, locator, quoted), module.reference(work))
