"""Keys for citation records: readable, unique, and the same whatever else is exported beside them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from corpus.citing.when import year
from corpus.citing.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.citation import Citation

#: Words with which titles begin and which tell nothing.
_ARTICLES = frozenset("a an the der die das le la les el".split())
_DIGITS = 6


def keyed(citations: Mapping[str, Citation]) -> dict[str, Citation]:
    """Return the records under their keys: name, year and first word of the title, as ``quell2019long-3fa9c1``.

    The digits come from the document's id, so that a key does not change when another document is added, nor
    when a second one has the same author, year and title.
    """
    taken: dict[str, Citation] = {}
    for document_id, citation in citations.items():
        taken[next(key for key in _keys(document_id, citation) if key not in taken)] = citation
    return taken


def _keys(document_id: str, citation: Citation) -> Iterable[str]:
    work = Work.of(citation)
    name = _ascii(work.authors[0].surname) if work.authors else ""
    words = [word for word in map(_ascii, work.title.split()) if word and word not in _ARTICLES]
    found = re.search(r"\d{4}", year(work.issued))
    stem = f"{name[:20]}{found[0] if found else ''}{''.join(words[:1])[:20]}" or "document"
    digits = hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).hexdigest()
    return (f"{stem}-{digits[:size]}" for size in range(_DIGITS, len(digits) + 1))


def _ascii(word: str) -> str:
    """Return the letters and digits a key may have in every tool: a to z and 0 to 9."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower())
