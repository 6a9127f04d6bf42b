"""What the user says of a document's citation: in files of metadata above what was read, by corrections above all.

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


def with_given(citation: Citation, given: Mapping[str, Any]) -> Citation:
    """Return the record as read with what a file of metadata says above it: CSL values by field."""
    if not given:
        return citation
    return Citation.of(dict(citation.fields) | {n: Field(value, Provenance.GIVEN) for n, value in given.items()})
