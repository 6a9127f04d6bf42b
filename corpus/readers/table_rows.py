"""One row of a table by what its columns hold, and the date that it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.citation import csl_date
from corpus.dates import parse_date

_NUMBERS = re.compile(
    r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>\d{4})\Z|(?P<first>\d{4})/(?P<c>\d{1,2})/(?P<d>\d{1,2})\Z"
)
_MONTHS = 12
_MOST_PAGE_CHARS = 20
#: What tells one document from the next where no column gives an id.
APART = ("title", "date", "url", "source")


@dataclass(frozen=True, slots=True)
class Row:
    """One row by what its columns hold; ``number`` is a spreadsheet's: the header is row 1."""

    number: int
    cells: dict[str, str]

    def get(self, what: str) -> str:
        """Return a cell's words on one line."""
        return " ".join(self.cells.get(what, "").split())

    @property
    def page(self) -> str | None:
        """The printed page's label; None where the cell is empty or too long to be one."""
        label = self.get("page")
        return label if 0 < len(label) <= _MOST_PAGE_CHARS else None


def row_date(words: str) -> dict[str, Any]:
    """Return a cell's date as CSL, read as ``corpus.dates`` does, or of numbers if one only can be the month.

    Others stay words: which day they name is not ours to say.
    """
    match = _NUMBERS.match(words.removesuffix(" 00:00:00").removesuffix(" 0:00:00").removesuffix(" 00:00"))
    if match is None:
        return csl_date(words)
    year = match["year"] or match["first"]
    a, b = (match["d"], match["c"]) if match["first"] else (match["a"], match["b"])
    day, month = int(a), int(b)
    if not match["first"] and month > _MONTHS:
        day, month = month, day
    elif not match["first"] and day <= _MONTHS and day != month:
        return csl_date(words)
    known = parse_date(f"{year}-{month:02d}-{day:02d}")
    return csl_date(known.iso) if known else csl_date(words)
