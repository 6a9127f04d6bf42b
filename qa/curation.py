"""What a user changes in a corpus: corrections of citations, merges of speakers, removals; each can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UsageError, printable
from corpus.model import DocumentSummary
from qa.catalogue import Catalogue, answering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.citation import Citation
    from corpus.model import Speaker
    from corpus.rows import Stored
    from qa.describing import Description


@dataclass(frozen=True, slots=True)
class Removed(DocumentSummary):
    """A document that was taken out of the corpus: its row in the list, and what it takes to put it back."""

    stored: Stored


class Curation(Catalogue):
    """The changes to a corpus that come from its user and from no file.

    What a call has returned from is safely on the disk; the next question brings the index up to date.
    """

    def correct(self, reference: str, values: Mapping[str, Any]) -> Citation:
        """Correct fields of a document's citation and return it as it is now.

        A correction belongs to the places where the document was found: it stays when their text changes or is
        read anew, and when the document is removed and added again.

        Args:
            reference: its id, source, file name or title.
            values: by CSL field name; ``corpus.citing.values`` says what may be given. An empty value takes the
                field away, None withdraws a correction: what was read shows again.

        Raises:
            UsageError: none or several documents answer to ``reference``, there is no such field, or a value does
                not fit its field; nothing is changed.
        """
        from corpus.citing.values import read_corrections  # noqa: PLC0415 - the readers of citation records

        changes = read_corrections(values)
        with self.store.writing() as writer:
            found = answering(writer.view.summaries(), reference)
            writer.correct(found.id, changes)
            return writer.view.citation(found.id)

    def describe(self, path: str | Path, *, encoding: str | None = None) -> list[Description]:
        """Take a file of CSL-JSON, BibTeX or RIS for corrections of the documents that its records fit.

        A record fits the one document with which it agrees on DOI, URL or title. One that fits none is named in
        its description and the others go on.

        Raises:
            SourceError: the file cannot be read, is of another format, or holds no record; nothing is changed.
        """
        from qa.describing import describe  # noqa: PLC0415 - the readers of citation records

        return describe(self.store, path, encoding=encoding)

    def merge(self, name: str, into: str) -> Speaker:
        """Take two speakers for one person, by the name of the second, and return that speaker.

        No utterance is changed: this says only that names are one person's.

        Args:
            name: any name of the one, exactly as seen.
            into: any name of the other.

        Raises:
            UsageError: nobody goes by one of the names, or both are one speaker's already.
        """
        with self.store.writing() as writer:
            roster = writer.view.roster()
            one, other = (roster.speaker_of(n) for n in (name, into))
            if one is None or other is None:
                raise _nobody(name if one is None else into)
            if one == other:
                raise UsageError(
                    f"{printable(name, 80)!r} and {printable(into, 80)!r} are one speaker already",
                    expected="names of two speakers",
                    action="See who goes by which names with: onrecord speakers",
                )
            writer.merge(one.name, other.name)
            both = writer.view.roster().speaker_of(one.name)
            return next(s for s in writer.view.speakers() if both and s.name == both.name)

    def unmerge(self, name: str) -> None:
        """Take a merge back: the speaker of this name stands as before.

        Args:
            name: one of the keys of ``merges()``, or another spelling of it.

        Raises:
            UsageError: it is none of them.
        """
        with self.store.writing() as writer:
            alone = writer.view.roster(merges=False).speaker_of(name)
            spellings = [name, *(alone.names if alone else ())]
            if not any(map(writer.unmerge, spellings)):
                raise UsageError(
                    f"{printable(name, 80)!r} was not merged into another speaker",
                    expected="a name that was",
                    action="See the merges with: onrecord merge",
                )

    def remove(self, reference: str) -> Removed:
        """Remove a document, named by its id, source, file name or title, and return what it was.

        Raises:
            UsageError: none or several documents answer to ``reference``; nothing is removed.
        """
        with self.store.writing() as writer:
            s = answering(writer.view.summaries(), reference)
            stored = writer.view.stored(s.id)
            assert stored is not None  # noqa: S101 - it was listed a moment ago, and nobody else writes
            writer.remove(s.id)
        return Removed(s.id, s.citation, s.sources, s.passages, s.speakers, stored)

    def restore(self, removed: Removed) -> None:
        """Put a removed document back exactly as it was, with the same ids. One that is there again stays.

        A source that holds another document by now stays that document's.

        Raises:
            UsageError: all its sources do; nothing is changed.
        """
        with self.store.writing() as writer:
            if not writer.restore(removed.stored) and writer.view.reader_of(removed.id) is None:
                raise UsageError(
                    f"{printable(Path(removed.sources[0]).name, 80)!r} holds another document by now",
                    expected="the place of the removed one to be free",
                    action="Remove the other document first.",
                )


def _nobody(name: str) -> UsageError:
    return UsageError(
        f"nobody in the corpus goes by the name {printable(name, 80)!r}",
        expected="a speaker's name, exactly as listed",
        action="See the names with: onrecord speakers",
    )
