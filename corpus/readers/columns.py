"""What a table's columns hold: guessed by their names, or said by the user."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.errors import SourceFormatError, UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

#: What a column may hold, with the names that people give it, the surest first. A name stands for one thing only.
SPELLINGS: Final[dict[str, tuple[str, ...]]] = {
    "quotation": ("quotation", "quote", "quote text", "quoted text", "quoted words", "direct quote"),
    "text": (
        "text", "speech", "speech text", "full text", "speech content", "transcript", "utterance", "statement",
        "paragraph", "passage", "content", "contents", "body", "remarks", "words", "message", "segment",
    ),
    "speaker": (
        "speaker", "speaker name", "name of speaker", "speaker full name", "said by", "spoken by", "attributed to",
        "orator", "voice", "participant", "member", "mp", "politician", "person", "who", "full name", "name",
    ),
    "role": ("role", "speaker role", "position", "office", "function", "job title", "occupation", "speaker title"),
    "date": (
        "date", "speech date", "sitting date", "session date", "publication date", "date published", "published",
        "published at", "date of speech", "date said", "issued", "day", "year",
    ),
    "title": (
        "title", "headline", "speech title", "article title", "document title", "debate title", "debate",
        "subject",
    ),
    "author": ("author", "authors", "byline", "writer", "journalist", "reporter"),
    "url": ("url", "link", "source url", "web address", "permalink", "href", "source link"),
    "source": ("source", "publication", "outlet", "newspaper", "site", "website", "publisher", "container title"),
    "page": ("page", "page number", "page no", "pages"),
    "time": (
        "start time", "start", "time", "timecode", "time code", "timestamp", "start s", "start seconds", "seconds",
        "offset", "time offset",
    ),
    "document": (
        "document id", "doc id", "document", "doc", "speech id", "article id", "debate id", "transcript id", "id",
        "file name", "filename", "file",
    ),
}  # fmt: skip
_WORDS: Final = ("text", "quotation")
#: What a column must hold on average, in characters, to be taken for the words though its name does not say so.
_LEAST_PROSE: Final = 40
#: A recording's times begin near nought; those of a clock do not.
_LATEST_START_S: Final = 60.0
_MOST_SHOWN: Final = 12
_TIME = re.compile(
    r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d(?:[.,]\d{1,6})?)\Z|(?P<all>\d{1,7}(?:\.\d+)?)\Z"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what: pairs of what it holds (a key of ``SPELLINGS``) and the column's own name.

    ``guessed`` holds those that the user has not said.
    """

    pairs: tuple[tuple[str, str], ...]
    guessed: frozenset[str] = frozenset()

    def of(self, what: str) -> str | None:
        """Return the name of the column that holds ``what``, None where none does."""
        return dict(self.pairs).get(what)

    def __str__(self) -> str:
        return ", ".join(f"{what}={column}{' (guessed)' * (what in self.guessed)}" for what, column in self.pairs)


def guess_columns(header: Sequence[str], sample: Sequence[Sequence[str]]) -> Columns:
    """Guess what the columns hold by their names and, where those leave it open, by the rows of ``sample``.

    Args:
        header: the columns' names.
        sample: some of the rows, each as long as the header.

    Returns:
        The columns that were recognised; perhaps none that holds the words.
    """
    free = {_folded(name): place for place, name in reversed(list(enumerate(header))) if name.strip()}
    found: dict[str, int] = {}
    for what, spellings in SPELLINGS.items():
        for spelling in spellings:
            if spelling in free and _fits(what, [row[free[spelling]] for row in sample]):
                found[what] = free.pop(spelling)
                break
    if not found.keys() & set(_WORDS) and (place := _prose(free.values(), sample)) is not None:
        found["text"] = place
    pairs = tuple((what, header[found[what]]) for what in SPELLINGS if what in found)
    return Columns(pairs, frozenset(found))


def choose_columns(
    header: Sequence[str], sample: Sequence[Sequence[str]], given: Mapping[str, str], path: Path
) -> Columns:
    """Return the columns as ``given`` by the user, and the guess for all that is not.

    Raises:
        UsageError: ``given`` speaks of what no column is asked for.
        SourceFormatError: the table has not the column given, has it twice, or none that holds words.
    """
    if unknown := [what for what in given if what not in SPELLINGS]:
        raise UsageError(
            f"columns are given for {printable(', '.join(unknown), 80)}",
            expected=f"some of {', '.join(SPELLINGS)}",
            action="Write for instance --map speaker=Name,date=Date.",
        )
    chosen = {what: _column(name, header, path) for what, name in given.items()}
    taken = set(chosen.values())
    guess = {what: name for what, name in guess_columns(header, sample).pairs if name not in taken} | chosen
    if given.keys() & set(_WORDS):  # whoever says what holds the words has said all that does
        guess = {what: name for what, name in guess.items() if what not in _WORDS or what in given}
    if not guess.keys() & set(_WORDS):
        raise _refusal(
            header, path, "has no column that looks like the words", "a column such as text or quotation"
        )
    twice = [name for name in guess.values() if list(header).count(name) > 1]
    if twice:
        raise _refusal(header, path, f"has more than one column {printable(twice[0], 40)!r}", "one of each name")
    pairs = tuple((what, guess[what]) for what in SPELLINGS if what in guess)
    return Columns(pairs, frozenset(guess.keys() - given.keys()))


def seconds(cell: str) -> float | None:
    """Read a time from the start of a recording: 75, 75.5, 1:15 or 0:01:15.5; None for anything else."""
    match = _TIME.match(cell.strip())
    if match is None:
        return None
    if match["all"]:
        return float(match["all"])
    return int(match["h"] or 0) * 3600 + int(match["m"]) * 60 + float(match["s"].replace(",", "."))


def _fits(what: str, cells: Sequence[str]) -> bool:
    """Whether a column's cells can be what its name says: "time" may be that of a clock."""
    if what != "time":
        return True
    times = [seconds(cell) for cell in cells if cell.strip()]
    known = [time for time in times if time is not None]
    return bool(known) and len(known) == len(times) and min(known) < _LATEST_START_S


def _prose(places: Iterable[int], sample: Sequence[Sequence[str]]) -> int | None:
    """Return the column with the longest words, if they are as long as a sentence."""
    sizes = {place: sum(len(row[place]) for row in sample) / max(1, len(sample)) for place in places}
    longest = max(sizes, key=lambda place: sizes[place], default=None)
    return longest if longest is not None and sizes[longest] >= _LEAST_PROSE else None


def _column(name: str, header: Sequence[str], path: Path) -> str:
    """Return a column by the name that the user gives it, however its letters and blanks are set."""
    alike = [column for column in header if _folded(column) == _folded(name)]
    if name in header:
        return name
    if len(set(alike)) == 1:
        return alike[0]
    raise _refusal(header, path, f"has no column {printable(name, 40)!r}", "a name in its first row")


def _folded(name: str) -> str:
    """Return a name as it compares: "SpeakerName", "speaker_name" and "Speaker name" are one."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:200])
    return " ".join(re.findall(r"[^\W_]+", parted.casefold()))


def _refusal(header: Sequence[str], path: Path, found: str, expected: str) -> SourceFormatError:
    names = ", ".join(name for name in header[:_MOST_SHOWN] if name.strip()) + ", …" * (len(header) > _MOST_SHOWN)
    return SourceFormatError(
        f"{printable(path)} {found}; its columns are {printable(names)}",
        expected=expected,
        action="Say which column holds what, for instance --map text=Speech,speaker=Name.",
    )
