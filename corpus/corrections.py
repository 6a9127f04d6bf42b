"""Corrections: what the user says of a document's citation, above all that was read.

What was read stays stored beside them, so that each can be withdrawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from corpus.citation import Citation, Field, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A correction that takes a field away: what was read is wrong, and what is right is not known.
LEFT_OUT: Final = ""


def corrected(citation: Citation, corrections: Mapping[str, Any]) -> Citation:
    """Return the record as read with the user's corrections above it.

    Args:
        citation: as read.
        corrections: CSL values by field, as ``corpus.citing.values`` checks them; ``LEFT_OUT`` takes a field away.
    """
    if not corrections:
        return citation
    kept = {name: field for name, field in citation.fields if name not in corrections}
    given = {name: Field(value, Provenance.USER) for name, value in corrections.items() if value != LEFT_OUT}
    return Citation.of(kept | given)
