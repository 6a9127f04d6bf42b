"""What a PDF says of itself: title and author where they can be trusted, page labels, outline.

The information dictionary is filled in by programs: a title is often a file's name, an author a login, the date
the file's. A title or author counts when the pages say it too, a title also where they show none; a date never.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.citation import Field, Provenance, csl_names
from corpus.readers.pdf_furniture import number_of
from corpus.readers.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pypdfium2

    from corpus.readers.pdf_furniture import Sheet

_NO_AUTHOR: Final = re.compile(
    r"(?:admin(?:istrator)?|user|owner|guest|unknown|author|anonymous|default)\b", re.IGNORECASE
)
_NAME: Final = re.compile(r"[^\W\d_][\w.'’-]*(?:,?\s+[\w.'’-]+)+\Z")
_MOST_DEPTH: Final = 8
_SHARE: Final = 0.6
_SHORT: Final = 3
_LEAST_CONSISTENT: Final = 0.6


def stated_by_file(
    pdf: pypdfium2.PdfDocument, path: Path, text: str, head: str, *, titled: bool
) -> dict[str, Field]:
    """Return the citation fields of the information dictionary that can be trusted.

    Args:
        pdf: the open file.
        path: its path; a title that only repeats its name is none.
        text: the words of the first pages.
        head: the title that the pages show, or nothing.
        titled: whether the pages show a title.
    """
    fields: dict[str, Field] = {}
    title = _line(pdf.get_metadata_value("Title"))
    proper = title and is_title(title) and _folded(title) != _folded(path.stem)
    if proper and (not titled or _folded(title) == _folded(head) or _share(title, text) >= _SHARE):
        fields["title"] = Field(title, Provenance.METADATA)
    author = _line(pdf.get_metadata_value("Author"))
    names = [name.strip() for name in re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", author) if name.strip()]
    if names and all(_NAME.match(n) and not _NO_AUTHOR.match(n) and _share(n, text) == 1 for n in names):
        fields["author"] = Field(csl_names(names), Provenance.METADATA)
    return fields


def own_labels(pdf: pypdfium2.PdfDocument, pages: int) -> list[str]:
    """Return the labels that the file gives its pages; none where it gives no more than a count."""
    own = [_line(pdf.get_page_label(n)) for n in range(pages)]
    return own if all(own) and own != [str(n + 1) for n in range(pages)] else []


def page_labels(own: list[str], sheets: Sequence[Sheet]) -> list[str | None]:
    """Return each page's label: the file's own where it is more than a count, else as printed, else the count.

    Of pages before the first that is printed as 1 the count would be another page's number: they have none, but
    for the Roman one that may be printed there.
    """
    if own:
        return list(own)
    count = [str(n + 1) for n in range(len(sheets))]
    printed = [(sheet.index, value) for sheet in sheets if (value := number_of(sheet.printed or "")) is not None]
    offsets = [value - index for index, value in printed]
    most = max(set(offsets), key=offsets.count, default=1)
    if offsets.count(most) < max(2, _LEAST_CONSISTENT * len(sheets)):
        return list(count)
    shown = {sheet.index: sheet.printed for sheet in sheets if sheet.printed}
    return [_counted(shown.get(n), n + most) for n in range(len(sheets))]


def _counted(printed: str | None, number: int) -> str | None:
    """Return the label of a page that the others' numbers make this one; of no number, the Roman one on it."""
    if number > 0:
        return printed if number_of(printed or "") == number else str(number)
    return printed if number_of(printed or "") and not str(printed).isdecimal() else None


def outline(pdf: pypdfium2.PdfDocument) -> set[tuple[int, str]]:
    """Return the outline's entries as ``(page from 0, folded title)``."""
    found: set[tuple[int, str]] = set()
    for entry in islice(pdf.get_toc(max_depth=_MOST_DEPTH), limits.MAX_PDF_OUTLINE_ENTRIES):
        target = entry.get_dest()
        index = target.get_index() if target else None
        if index is not None:
            found.add((index, folded(entry.get_title()[: limits.MAX_FIELD_CHARS])))
    return found


def folded(text: str) -> str:
    """Return a heading's words as they are compared: without case, marks, and the number before them."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0].isdecimal() else words)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))


def _share(words: str, text: str) -> float:
    """Return the share of the words that stand in the text; short ones stand in any."""
    there = set(_folded(text).split())
    wanted = [word for word in _folded(words).split() if len(word) > _SHORT] or _folded(words).split()
    return sum(word in there for word in wanted) / len(wanted) if wanted else 0.0


def _line(text: str) -> str:
    shown = " ".join(text.replace("\0", "").split())
    return shown if len(shown) <= limits.MAX_FIELD_CHARS else ""
