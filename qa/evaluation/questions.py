"""A file of one's own questions: what is asked, and what would be the right passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import OnRecordError, SourceFormatError, printable
from qa.evaluation.tables import read_table
from qa.evaluation.wording import folded
from qa.retrieve import check_question

if TYPE_CHECKING:
    from pathlib import Path

#: The columns, in the order in which a proposed file has them. All but the question may be missing.
COLUMNS = ("question", "passage", "expected", "speaker", "answerable", "check")
#: What stands under ``check`` until somebody has looked at the row.
PROPOSED = "proposed"
_YES, _NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """One row. ``line`` is where it ends in the file, from 1.

    ``passage`` is the id of a passage, ``expected`` words that stand in the right one, ``speaker`` who speaks
    in it; each may be empty. ``proposed`` says that nobody has checked the row yet.
    """

    line: int
    text: str
    passage: str = ""
    expected: str = ""
    speaker: str = ""
    answerable: bool = True
    proposed: bool = False

    @property
    def judged(self) -> bool:
        """Whether the row says which passage is right."""
        return bool(self.passage or self.expected or self.speaker)


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """The rows that can be asked, and for each of the others the error that says why it cannot."""

    questions: tuple[OwnQuestion, ...]
    refused: tuple[SourceFormatError, ...] = ()


def read_questions(path: Path) -> QuestionFile:
    """Read a file of questions: columns question, passage, expected, speaker, answerable, check.

    Raises:
        SourceError: the file as a whole cannot be read.
    """
    questions, refused = [], []
    for line, cells in read_table(path, COLUMNS[0]):
        if isinstance(cells, SourceFormatError):
            refused.append(cells)
            continue
        try:
            questions.append(_question(line, cells))
        except OnRecordError as fault:
            refused.append(row_fault(path, line, fault.found, fault.expected))
    return QuestionFile(tuple(questions), tuple(refused))


def row_fault(path: Path, line: int, found: str, expected: str) -> SourceFormatError:
    """Return the error for one row; the others go on."""
    return SourceFormatError(
        f"{printable(path)} line {line:,}: {found}", expected=expected, action="Correct the row; it was left out."
    )


def _question(line: int, cells: dict[str, str]) -> OwnQuestion:
    text = check_question(cells["question"])
    passage, expected, speaker = (cells.get(name, "") for name in COLUMNS[1:4])
    named = bool(passage or expected or speaker)
    answerable = _answerable(cells.get("answerable", ""), named=named)
    if not answerable and (passage or expected):
        raise _bad("answerable is no, but a right passage is given", "one or the other")
    if expected and not any(c.isalnum() for c in folded(expected)):
        raise _bad("no words under 'expected'", "words that stand in the passage")
    proposed = cells.get("check", "").casefold() == PROPOSED
    return OwnQuestion(line, text, passage, expected, speaker, answerable, proposed)


def _answerable(cell: str, *, named: bool) -> bool:
    said = cell.casefold()
    if said in _YES or (not said and named):
        return True
    if said in _NO:
        return False
    if said:
        raise _bad(f"{printable(cell, 40)!r} under 'answerable'", "yes or no")
    raise _bad("nothing says what is right", "a passage, expected words or a speaker, or 'no' under 'answerable'")


def _bad(found: str, expected: str) -> SourceFormatError:
    return SourceFormatError(found, expected=expected, action="")
