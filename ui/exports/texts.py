"""What the formats share: characters that they can hold, and the list of references."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.citing.wording import flat
from ui import strings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citing import Formatted, Style
    from qa.answer import Hit

REPLACED: Final = "\ufffd"
#: What XML 1.0 admits nowhere (section 2.2); Markdown shows none of it either.
_UNHELD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """Return ``text`` with every line end as a newline, and characters that cannot be held as U+FFFD."""
    return _UNHELD.sub(REPLACED, _LINE_END.sub("\n", text))


def legible_line(text: str) -> str:
    """Return what is no passage (a name, a role) on one line, without changes of direction."""
    return legible(flat(text))


def held(cited: Formatted) -> Formatted:
    """Return a citation that every format can hold; its length, and so its italics, stay."""
    return replace(cited, text=_UNHELD.sub(REPLACED, cited.text))


def utf8(text: str) -> bytes:
    """Return ``text`` in UTF-8; half characters, which UTF-8 has not, become U+FFFD."""
    return _HALF.sub(REPLACED, text).encode()


def references(hits: Sequence[Hit], style: Style) -> list[Formatted]:
    """Return the list at the end: an entry for each document, in alphabetical order."""
    entries = {hit.passage.document_id: held(hit.cite(style).reference) for hit in hits}
    return sorted(entries.values(), key=lambda entry: (entry.text.casefold(), entry.text))


def remark(hits: Sequence[Hit]) -> str:
    """Return what is said of characters replaced; an empty line where there are none."""
    count = sum(_UNHELD.search(hit.text) is not None for hit in hits)
    return strings.EXPORT_REPLACED.format(count=count) if count else ""
