"""Reading the store: everything one revision holds."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from corpus.citation import Citation
from corpus.corrections import corrected, with_given
from corpus.model import Document, DocumentSummary, Passage
from corpus.remembering import Remembering, merged_given
from corpus.rows import PASSAGE_COLUMNS, Stored, aside_from, citation_from, passage_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UTTERANCE_COLUMNS = 'start, "end", kind, speaker, as_printed, role, cue, confidence, probably, said, grounds'


class View(Remembering):
    """One revision of the store. Lives inside ``Store.reading()``."""

    @property
    def revision(self) -> int:
        """How many changes have been made."""
        return int(self._one("SELECT value FROM meta WHERE key = 'revision'")[0])

    @property
    def layout(self) -> tuple[int, int]:
        """The file's application id and the version of its tables; both 0 before the tables are made."""
        return self._one("PRAGMA application_id")[0], self._one("PRAGMA user_version")[0]

    def faults(self) -> list[str]:
        """Return what SQLite's own check and the passages' digests find wrong; empty when all is well."""
        found = [str(row[0]) for row in self._all("PRAGMA integrity_check") if row[0] != "ok"]
        for document_id in self.document_ids():
            try:
                self.document(document_id)
            except ValueError as fault:
                found.append(str(fault))
        return found

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, in a fixed order."""
        return [row[0] for row in self._all("SELECT id FROM documents ORDER BY id")]

    def document(self, document_id: str) -> Document | None:
        """Return a document with its passages and asides, or None when it is not there."""
        return self._document(document_id, self.citation(document_id))

    def stored(self, document_id: str) -> Stored | None:
        """Return all that the store holds of a document as it was read, or None when it is not there."""
        document = self._document(document_id, self.read_citation(document_id))
        row = self._one("SELECT reader, added_at FROM documents WHERE id = ?", document_id)
        return Stored(document, tuple(self.sources(document_id)), *row) if document else None

    def _document(self, document_id: str, citation: Citation) -> Document | None:
        row = self._one("SELECT id, sha256, text FROM documents WHERE id = ?", document_id)
        if row is None:
            return None
        said = self._utterances("passage_id IN (SELECT id FROM passages WHERE document_id = ?)", [document_id])
        rows = self._all(
            f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE document_id = ? ORDER BY ordinal", document_id
        )
        asides = self._all(
            'SELECT start, "end", kind, label FROM asides WHERE document_id = ? ORDER BY start', document_id
        )
        return Document(
            id=row[0], sha256=row[1], text=row[2], citation=citation,
            source=next(iter(self.sources(document_id)), ""),
            passages=tuple(passage_from(r, row[2], said[r[0]]) for r in rows),
            asides=tuple(aside_from(a) for a in asides),
        )  # fmt: skip

    def documents(self) -> Iterator[Document]:
        """Yield every document, one at a time in memory."""
        for document_id in self.document_ids():
            if document := self.document(document_id):
                yield document

    def summaries(self, *, given: bool = True) -> list[DocumentSummary]:
        """Return a row for each document, by title.

        Args:
            given: whether what files of metadata say counts.
        """
        rows = self._all(
            "SELECT d.id, d.citation, count(DISTINCT p.id), count(DISTINCT u.speaker) FROM documents d"
            " JOIN passages p ON p.document_id = d.id LEFT JOIN utterances u ON u.passage_id = p.id GROUP BY d.id"
        )
        said, metadata = self._corrections(), self.all_given() if given else {}
        found = []
        for document_id, citation, passages, speakers in rows:
            sources = tuple(self.sources(document_id))
            described = with_given(citation_from(citation), merged_given(metadata, sources))
            stated = corrected(described, said[document_id])
            found.append(DocumentSummary(document_id, stated, sources, passages, speakers))
        return sorted(found, key=lambda s: (s.citation.title or "", s.sources))

    def citation(self, document_id: str) -> Citation:
        """Return a document's citation record; empty when it is not there.

        The user's corrections stand above what a file of metadata says, and that above what was read.
        """
        described = with_given(self.read_citation(document_id), self.given(self.sources(document_id)))
        return corrected(described, self.corrections(document_id))

    def read_citation(self, document_id: str) -> Citation:
        """Return a document's citation record as read; an empty one when it is not there."""
        row = self._one("SELECT citation FROM documents WHERE id = ?", document_id)
        return citation_from(row[0]) if row else Citation()

    def corrections(self, document_id: str) -> dict[str, Any]:
        """Return what the user says of a document: CSL values by field, "" for a field that is to be left out."""
        return self._corrections(document_id)[document_id]

    def _corrections(self, document_id: str | None = None) -> dict[str, dict[str, Any]]:
        """Return the corrections by document, of one or of all; the latest of several sources' counts."""
        rows = self._all(
            "SELECT s.document_id, c.field, c.value FROM corrections c JOIN sources s ON s.source = c.source"
            " WHERE ?1 IS NULL OR s.document_id = ?1 ORDER BY c.revision, c.field, c.source",
            document_id,
        )
        found: dict[str, dict[str, Any]] = defaultdict(dict)
        for row in rows:
            found[row[0]][row[1]] = json.loads(row[2])
        return found

    def notes(self, passage: Passage) -> list[tuple[str, str]]:
        """Return the label and text of each footnote that a passage cites, in the order cited."""
        if not passage.notes:
            return []
        document = self.document(passage.document_id)
        return [(label, text) for label in passage.notes if document and (text := document.note(label))]

    def sources(self, document_id: str) -> list[str]:
        """Return where a document was found."""
        query = "SELECT source FROM sources WHERE document_id = ? ORDER BY source"
        return [row[0] for row in self._all(query, document_id)]

    def document_at(self, source: str) -> tuple[str, str] | None:
        """Return the id and reader version of the document found at ``source``, or None."""
        query = "SELECT d.id, d.reader FROM sources s JOIN documents d ON d.id = s.document_id WHERE s.source = ?"
        row = self._one(query, source)
        return (row[0], row[1]) if row else None

    def reader_of(self, document_id: str) -> str | None:
        """Return the version of the reader that read a document, or None when it is not there."""
        row = self._one("SELECT reader FROM documents WHERE id = ?", document_id)
        return str(row[0]) if row else None

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Return the passages with these ids, those that are there, in the order asked."""
        wanted = list(ids)
        marks = ",".join("?" * len(wanted))
        rows = {
            r[0]: r for r in self._all(f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE id IN ({marks})", *wanted)
        }
        said = self._utterances(f"passage_id IN ({marks})", wanted)
        texts = {
            d: self._one("SELECT text FROM documents WHERE id = ?", d)[0] for d in {r[1] for r in rows.values()}
        }
        return {i: passage_from(rows[i], texts[rows[i][1]], said[i]) for i in wanted if i in rows}

    def texts(self, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the id and the words of these passages, those that are there, document by document."""
        wanted = set(ids)
        for document_id in self.document_ids():
            rows = self._all('SELECT id, start, "end" FROM passages WHERE document_id = ?', document_id)
            if any(row[0] in wanted for row in rows):
                text = self._one("SELECT text FROM documents WHERE id = ?", document_id)[0]
                yield from ((i, text[start:end]) for i, start, end in rows if i in wanted)

    def passages_of(self, document_ids: Iterable[str]) -> set[str]:
        """Return the ids of the passages of these documents."""
        return {
            row[0]
            for document_id in document_ids
            for row in self._all("SELECT id FROM passages WHERE document_id = ?", document_id)
        }

    def passage_ids(self) -> set[str]:
        """Return the ids of all passages."""
        return {row[0] for row in self._all("SELECT id FROM passages")}

    def _utterances(self, where: str, values: list[str]) -> dict[str, list[Any]]:
        rows = self._all(
            f"SELECT passage_id, {_UTTERANCE_COLUMNS} FROM utterances WHERE {where} ORDER BY start", *values
        )
        found: dict[str, list[Any]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(row[1:])
        return found
