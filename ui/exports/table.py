"""Passages as CSV (RFC 4180) in UTF-8 with a byte order mark, safe to open in a spreadsheet.

After OWASP's "CSV Injection": every cell is quoted, and an apostrophe is put before what would begin a formula.
Spreadsheets that part cells by semicolons or tabs would see a new cell behind one, and behind a line end, so it
stands there too.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from ui import strings
from ui.exports.texts import utf8
from ui.speakers import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citing import Style
    from qa.answer import Hit

COLUMNS: Final = (
    "passage id", "speaker", "role", "kind", "words", "document title", "date", "section", "page", "paragraph",
    "time", "citation", "reference", "URL", "digest", "note",
)  # fmt: skip
_BYTE_ORDER_MARK: Final = "\ufeff"
#: Signs that begin a formula, full width too; blanks and quotation marks before them do not always help.
_BEFORE, _SIGNS = "[ \u00a0'\"]*", "=+\\-@＝＋－＠"
_OPENS: Final = re.compile(
    rf"\A(?={_BEFORE}[{_SIGNS}\t\r\n])|(?<=[;\t\r\n])(?={_BEFORE}[{_SIGNS}])",
)
_OPENED: Final = re.compile(
    rf"(?:\A'(?={_BEFORE}[{_SIGNS}\t\r\n]))|(?:(?<=[;\t\r\n])'(?={_BEFORE}[{_SIGNS}]))",
)


def write_table(hits: Sequence[Hit], style: Style) -> bytes:
    """Return a row a passage below the columns' names; ``note`` says which cells were changed, if any.

    Several speakers, roles and kinds stand in one order, parted by " | ".
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(hit, style) for hit in hits)
    return utf8(_BYTE_ORDER_MARK + out.getvalue())


def defused(cell: str) -> str:
    """Return a cell in which nothing begins a formula; ``restored`` gives the cell back, to the character."""
    return _OPENS.sub("'", cell)


def restored(cell: str) -> str:
    """Return a cell as it was before ``defused`` changed it."""
    return _OPENED.sub("", cell)


def _row(hit: Hit, style: Style) -> list[str]:
    cells = _cells(hit, style)
    safe = [defused(cell) for cell in cells]
    changed = [name for name, a, b in zip(COLUMNS, cells, safe, strict=False) if a != b]
    return [*safe, strings.EXPORT_DEFUSED.format(columns=", ".join(changed)) if changed else ""]


def _cells(hit: Hit, style: Style) -> list[str]:
    passage, citation, cited = hit.passage, hit.citation, hit.cite(style)
    said = list(dict.fromkeys((name_of(u), u.role or "", u.kind.value) for u in passage.utterances))
    speakers, roles, kinds = (" | ".join(column) for column in zip(*said, strict=True)) if said else ("", "", "")
    return [
        passage.id, speakers, roles, kinds, passage.text, citation.title or "",
        citation.issued.iso if citation.issued else "", passage.section or "", passage.page or "",
        str(passage.paragraph), _time(passage.time), cited.in_text.text, cited.reference.text,
        str(citation.get("URL") or ""), passage.sha256,
    ]  # fmt: skip


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
