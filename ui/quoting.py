"""What is to be said of a quotation that was checked, in words. One place for the page and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.checking import WarningKind
from ui import strings

if TYPE_CHECKING:
    from qa.checking import QuoteWarning

_WARNINGS: Final = {
    WarningKind.OTHER_SPEAKER: strings.WARN_OTHER_SPEAKER,
    WarningKind.UNATTRIBUTED: strings.WARN_UNATTRIBUTED,
    WarningKind.PROBABLE: strings.WARN_PROBABLE,
    WarningKind.AUTHORS: strings.WARN_AUTHORS,
    WarningKind.PARTLY_AUTHORS: strings.WARN_PARTLY_AUTHORS,
    WarningKind.REPORTED: strings.WARN_REPORTED,
    WarningKind.TWO_SPEAKERS: strings.WARN_TWO_SPEAKERS,
    WarningKind.BRACKETED: strings.WARN_BRACKETED,
    WarningKind.NEGATION: strings.WARN_NEGATION,
    WarningKind.CUT_NEGATION: strings.WARN_CUT_NEGATION,
    WarningKind.NUMBER: strings.WARN_NUMBER,
    WarningKind.NAME: strings.WARN_NAME,
    WarningKind.CASE: strings.WARN_CASE,
    WarningKind.PUNCTUATION: strings.WARN_PUNCTUATION,
    WarningKind.FAR_APART: strings.WARN_FAR_APART,
    WarningKind.JUMPED_NEGATION: strings.WARN_JUMPED_NEGATION,
    WarningKind.JUMPED_SPEAKER: strings.WARN_JUMPED_SPEAKER,
    WarningKind.FRAGMENTS: strings.WARN_FRAGMENTS,
}
#: Warnings of what turns a quotation into something that was not said, or not by them: whatever its grade.
_GRAVE: Final = frozenset(
    {
        WarningKind.OTHER_SPEAKER, WarningKind.TWO_SPEAKERS, WarningKind.NEGATION, WarningKind.CUT_NEGATION,
        WarningKind.JUMPED_NEGATION, WarningKind.FAR_APART,
    }
)  # fmt: skip


def warning_line(warning: QuoteWarning) -> str:
    """Return a warning as a sentence."""
    told = strings.TOLD.format(told=", ".join(strings.QUOTED.format(value=one) for one in warning.told))
    return _WARNINGS[warning.kind] + (told if warning.told else "")


def is_grave(warning: QuoteWarning) -> bool:
    """Whether a warning says that the quotation may tell something else than was said, or of somebody else."""
    return warning.kind in _GRAVE
