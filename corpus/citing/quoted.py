"""Whose words are cited: the author's, or somebody's that are quoted there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.citing.wording import flat, trimmed
from corpus.citing.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citation import Citation
    from corpus.model import Utterance


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of somebody's in another's text. ``speaker`` is None where they are not surely one person's."""

    speaker: str | None = None

    @property
    def name(self) -> str:
        """The speaker's name on one line; empty where none can be given."""
        return trimmed(self.speaker or "")

    def opening(self, words: str, comma: str = ",") -> str:
        """Return what stands before the source: "Oda Bern, quoted in ", or "quoted in " where nobody is named."""
        return f"{self.name}{comma} {words} " if self.name else f"{words} "


def quoted_in(citation: Citation, utterances: Sequence[Utterance]) -> Quoted | None:
    """Return whose words are quoted in the document; None where they are its author's, or reported.

    The speaker is named only where all the words are one known person's own: a name that is only probable is
    none. Where some of several people's words are not the author's, they are quoted and nobody is named.
    """
    own = _own(citation)
    said = [u for u in utterances if u.kind.verbatim]
    if all(u.speaker and flat(u.speaker) in own for u in said):
        return None
    speakers = {u.speaker for u in said}
    return Quoted(speakers.pop() if len(speakers) == 1 and len(said) == len(utterances) else None)


def _own(citation: Citation) -> set[str]:
    work = Work.of(citation)
    return {name.natural for name in (*work.authors, *work.interviewers)}
