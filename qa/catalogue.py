"""What there is in a corpus: documents and speakers, listed and looked up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.citation import Citation
    from corpus.model import Document, DocumentSummary, Speaker
    from corpus.speakers.roster import Roster
    from corpus.store import Store


class Catalogue:
    """The lists of a corpus."""

    store: Store

    def find(self, reference: str) -> DocumentSummary:
        """Return the one document that answers to an id (or its beginning), source, file name or title.

        Raises:
            UsageError: none does, or several do.
        """
        return answering(self.documents(), reference)

    def documents(self) -> list[DocumentSummary]:
        """Return a row for each document, by title."""
        with self.store.reading() as view:
            return view.summaries()

    def document(self, document_id: str) -> Document | None:
        """Return a whole document, or None when it is not there."""
        with self.store.reading() as view:
            return view.document(document_id)

    def read_citation(self, document_id: str) -> Citation:
        """Return a document's citation record as read, without the user's corrections; empty when not there."""
        with self.store.reading() as view:
            return view.read_citation(document_id)

    def corrections(self, document_id: str) -> dict[str, Any]:
        """Return what the user says of a document: CSL values by field, "" for a field that is to be left out."""
        with self.store.reading() as view:
            return view.corrections(document_id)

    def speakers(self) -> list[Speaker]:
        """Return everybody who speaks in the corpus, most often first, each with the names surely the same."""
        with self.store.reading() as view:
            return view.speakers()

    def roster(self) -> Roster:
        """Return who speaks under which names, who may be the same, and which names may be disguises."""
        with self.store.reading() as view:
            return view.roster()

    def merges(self) -> dict[str, str]:
        """Return which speakers the user says to be one: from a name to that of the speaker it leads to."""
        with self.store.reading() as view:
            return view.merges()


def answering(documents: Iterable[DocumentSummary], reference: str) -> DocumentSummary:
    """Return the one of these documents that answers to a reference.

    Raises:
        UsageError: none does, or several do.
    """
    fits = [s for s in documents if _answers_to(s, reference)]
    if len(fits) != 1:
        raise UsageError(
            f"{len(fits)} documents answer to {printable(reference, 80)!r}",
            expected="the id, path, file name or title of one document",
            action="See them with: onrecord list",
        )
    return fits[0]


def _answers_to(summary: DocumentSummary, reference: str) -> bool:
    least = 6  # shorter beginnings of an id are more likely part of a title
    names = {summary.id, summary.citation.title, *summary.sources, *(Path(s).name for s in summary.sources)}
    absolute = str(Path(reference).expanduser().resolve())
    return (
        reference in names
        or absolute in summary.sources
        or (len(reference) >= least and summary.id.startswith(reference))
    )
