"""The labelled pairs of names, and how two names come out."""

from __future__ import annotations

from pathlib import Path

from corpus.speakers.canonical import canonical_speakers
from corpus.speakers.roster import Seen

DATA = Path(__file__).resolve().parents[1] / "data" / "names"
FILES = ("pairs.tsv", "pairs-fresh.tsv")


def read_pairs(name):
    """Return (label, name, name) for each line; invisible characters are written as escapes in the file."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [tuple(map(_plain, line.split("\t"))) for line in lines if not line.startswith("#")]


def _plain(cell):
    return cell.encode().decode("unicode_escape") if "\\u" in cell else cell


def roster_of(*names):
    return canonical_speakers([Seen(name) for name in names])


def outcome(one, other):
    roster = roster_of(one, other)
    if len(roster.speakers) == 1:
        return "merged"
    return "flagged" if roster.flags else "proposed" if roster.proposals else "apart"
