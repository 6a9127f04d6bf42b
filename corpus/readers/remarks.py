"""What readers say of what they passed over: counts, and which rows or pages, in words of one make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from corpus.readers.draft import Para

#: Stretches that are spelled out before "and 12 more" stands for the rest.
_MOST_STRETCHES: Final = 8


def told(remarks: Iterable[str]) -> tuple[str, ...]:
    """Return remarks fit to be shown: each once, of no more length and number than ``corpus.limits`` admits."""
    each = dict.fromkeys(printable(remark, limits.MAX_REMARK_CHARS) for remark in remarks)
    return tuple(each)[: limits.MAX_REMARKS]


def counted(count: int, one: str, several: str | None = None) -> str:
    """Return "1 comment" or "3 comments"; ``several`` where the plural is another word than that with an s."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def was(count: int) -> str:
    """Return the verb for so many: "was" or "were"."""
    return "was" if count == 1 else "were"


def undated(whose: str, words: str) -> str:
    """Return the remark on a date, as it is written, that no day could be read from; "the page's" is whose."""
    return f"{whose} date, “{printable(words, 40)}”, could not be read as a day and was left out"


def lost_notes(count: int) -> Iterator[str]:
    """Yield the remark on so many notes that the text refers to and that are not there; none of no note."""
    if count:
        yield counted(
            count, "note that the text refers to was not found", "notes that the text refers to were not found"
        )


def note_remarks(paras: Iterable[Para], known: Collection[str | None]) -> Iterator[str]:
    """Yield the remark on the notes that paragraphs cite and that have none of the ``known`` labels."""
    cited = {note for para in paras if para.kind.answers for note in para.notes}
    yield from lost_notes(len(cited.difference(known)))


def numbered(numbers: Sequence[int], one: str, several: str | None = None) -> str:
    """Return "row 4" or "rows 4, 5–7 and 9" of rising numbers; many are cut to "rows 4, 6 ... and 12 more".

    Raises:
        ValueError: there is no number.
    """
    if not numbers:
        raise ValueError("no numbers to tell")
    stretches = _stretches(numbers)
    shown = [f"{a:,}" if a == b else f"{a:,}–{b:,}" for a, b in stretches[:_MOST_STRETCHES]]
    if left := sum(b - a + 1 for a, b in stretches[_MOST_STRETCHES:]):
        shown.append(f"{left:,} more")
    words = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"{one if len(numbers) == 1 else several or f'{one}s'} {words}"


def listed(names: Sequence[str], *, most: int = 8, chars: int = 200) -> str:
    """Return "a, b and 3 more" of a document's own words, cut to ``most`` names and ``chars`` characters."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{printable(', '.join(names[:most]), chars)}{more}"


def _stretches(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of numbers that follow one another."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
