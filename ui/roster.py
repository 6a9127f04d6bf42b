"""The list of speakers in plain text: who speaks, who may be the same, which names may be disguises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import printable
from ui import strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.model import Speaker
    from corpus.speakers.roster import Roster

_MAX_CELL_CHARS = 300


def roster_lines(speakers: Iterable[Speaker], roster: Roster) -> Iterator[str]:
    """Yield a line of tab-separated cells for each speaker, then the proposals and the flags, if there are any."""
    for speaker in speakers:
        yield _cells(
            f"{speaker.utterances} utterances", f"{speaker.documents} documents", speaker.name,
            "; ".join(speaker.roles), *_also(speaker),
        )  # fmt: skip
    if roster.proposals:
        yield from ("", strings.MAY_BE_SAME)
    for p in roster.proposals:
        yield _cells(f"{p.certainty:.2f}", p.first, p.second, p.reason)
    if roster.flags:
        yield from ("", strings.MAY_BE_DISGUISED)
    for f in roster.flags:
        yield _cells(f.name, f.reason, *([strings.DRAWN_LIKE.format(name=f.like)] if f.like else []))


def _also(speaker: Speaker) -> list[str]:
    """Return the other names in a cell, without those that are the name with its role before it."""
    others = [a for a in speaker.aliases if not any(a == f"{role} {speaker.name}" for role in speaker.roles)]
    return [strings.ALSO_PRINTED.format(names="; ".join(others))] if others else []


def _cells(*cells: str) -> str:
    return "\t".join(printable(cell, _MAX_CELL_CHARS) for cell in cells)
