"""What is told of a Markdown file beside its text: notes that go astray, and front matter that is not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from corpus.readers.remarks import counted, listed, lost_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from corpus.citation import Field

_REFERENCE: Final = re.compile(r"\[\^([^\]\s]{1,200})\]")


def note_remarks(tokens: Iterable[Token], footnotes: Mapping[str, Any]) -> Iterator[str]:
    """Yield the remarks on notes.

    Args:
        tokens: the whole file's; a reference to no note has stayed words.
        footnotes: what the parser's plugin keeps: each note by its mark, below 0 where nothing refers to it.
    """
    words = (c.content for t in tokens if t.children for c in t.children if c.type == "text" and "[^" in c.content)
    yield from lost_notes(len({mark for line in words for mark in _REFERENCE.findall(line)}))
    if unread := sum(place < 0 for place in footnotes.get("refs", {}).values()):
        yield counted(
            unread, "note that nothing refers to was not read", "notes that nothing refers to were not read"
        )


def matter_remarks(fields: Mapping[str, Field], unread: Sequence[str]) -> Iterator[str]:
    """Yield the remarks on front matter: its fields, and the keys that say something and give none."""
    issued = fields["issued"].value if "issued" in fields else None
    if isinstance(issued, dict) and "literal" in issued:
        yield "the date in the front matter could not be read as a day and is kept as words"
    if unread:
        yield f"not read of the front matter: {listed(unread)}"
