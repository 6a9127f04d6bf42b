"""What is said in passages as CSV (RFC 4180) in UTF-8 with a byte order mark, safe to open in a spreadsheet.

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
from ui.exports.said import words_of
from ui.exports.texts import utf8
from ui.speakers import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.citing import Style
    from corpus.model import Passage, Utterance
    from qa.answer import Hit

COLUMNS: Final = (
    "passage id", "words", "speaker", "role", "kind", "probable speaker", "passage", "document title", "date",
    "section", "page", "paragraph", "time", "citation", "reference", "URL", "digest", "note",
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
    """Return a row for each utterance of a passage, or one for a passage without any, below the columns' names.

    ``words`` are those of the utterance alone, ``passage`` all those around it, of which ``digest`` is.
    ``note`` says which cells were changed, if any.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(row for hit in hits for row in _rows(hit, style))
    return utf8(_BYTE_ORDER_MARK + out.getvalue())


def defused(cell: str) -> str:
    """Return a cell in which nothing begins a formula; ``restored`` gives the cell back, to the character."""
    return _OPENS.sub("'", cell)


def restored(cell: str) -> str:
    """Return a cell as it was before ``defused`` changed it."""
    return _OPENED.sub("", cell)


def _rows(hit: Hit, style: Style) -> Iterator[list[str]]:
    shared = _shared(hit, style)
    for utterance in hit.passage.utterances or (None,):
        yield _row([hit.passage.id, *_said(hit.passage, utterance), *shared])


def _row(cells: list[str]) -> list[str]:
    safe = [defused(cell) for cell in cells]
    changed = [name for name, a, b in zip(COLUMNS, cells, safe, strict=False) if a != b]
    return [*safe, strings.EXPORT_DEFUSED.format(columns=", ".join(changed)) if changed else ""]


def _said(passage: Passage, utterance: Utterance | None) -> tuple[str, str, str, str, str]:
    """Return the words, who says them, the role, the kind, and who probably says them where nobody surely does."""
    if utterance is None:
        return passage.text, "", "", strings.EXPORT_OWN_VOICE, ""
    probable = "" if utterance.speaker else utterance.probably or ""
    speaker = "" if probable else name_of(utterance)
    return words_of(passage, utterance), speaker, utterance.role or "", utterance.kind.value, probable


def _shared(hit: Hit, style: Style) -> list[str]:
    """Return what all rows of a passage have in common."""
    passage, citation, cited = hit.passage, hit.citation, hit.cite(style)
    return [
        passage.text, citation.title or "",
        citation.issued.iso if citation.issued else "", passage.section or "", passage.page or "",
        str(passage.paragraph), _time(passage.time), cited.in_text.text, cited.reference.text,
        str(citation.get("URL") or ""), passage.sha256,
    ]  # fmt: skip


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
