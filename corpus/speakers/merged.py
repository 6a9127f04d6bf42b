"""Speakers whom the user says to be one person, put together in a corpus's list of speakers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.speakers.roster import Canonical, Proposal, Roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def merged(roster: Roster, merges: Mapping[str, str]) -> Roster:
    """Return the list of speakers with these merged, and everybody else exactly as before.

    The names are not judged anew with the user's word among the rules: what two names being one person leaves of
    the others could then look alike, and be merged though nobody said so.

    Args:
        roster: who speaks, as the names themselves tell.
        merges: from a speaker's name to the name of the speaker who it is as well. A name that nobody bears at
            present still joins those that lead to it.
    """
    if not merges:
        return roster
    whose = {name: _name(roster, name) for pair in merges.items() for name in pair}
    leads = {whose[name]: whose[into] for name, into in sorted(merges.items())}
    homes = _homes([(whose[name], whose[into]) for name, into in merges.items()])
    sets: dict[str, list[Canonical]] = defaultdict(list)
    for speaker in roster.speakers:
        sets[homes.get(speaker.name, speaker.name)].append(speaker)
    joined = [_joined(speakers, leads) for speakers in sets.values()]
    of = {
        speaker.name: one.name for one, speakers in zip(joined, sets.values(), strict=True) for speaker in speakers
    }
    told = {name for one in joined if len(sets[homes.get(one.name, one.name)]) > 1 for name in one.names}
    return Roster(
        tuple(sorted(joined, key=lambda s: (-s.utterances, s.name))),
        tuple(_proposals(roster.proposals, of)),
        tuple(flag for flag in roster.flags if flag.name not in told),
    )


def _name(roster: Roster, name: str) -> str:
    speaker = roster.speaker_of(name)
    return speaker.name if speaker else name


def _homes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each name in a pair one name of its set, sets being what pairs join."""
    homes: dict[str, str] = {}
    for pair in pairs:
        one, other = (homes.setdefault(name, name) for name in pair)
        homes = {name: one if home == other else home for name, home in homes.items()}
    return homes


def _joined(speakers: list[Canonical], leads: Mapping[str, str]) -> Canonical:
    """Return one speaker of several, by the name that leads to no other, of those the most often printed."""
    if len(speakers) == 1:
        return speakers[0]
    head, *others = sorted(speakers, key=lambda s: (s.name in leads, -s.utterances, s.name))
    everybody = [head, *others]
    return replace(
        head,
        names=tuple(name for s in everybody for name in s.names),
        roles=tuple(dict.fromkeys(role for s in everybody for role in s.roles)),
        documents=frozenset[str]().union(*(s.documents for s in everybody)),
        utterances=sum(s.utterances for s in everybody),
    )


def _proposals(proposals: Iterable[Proposal], of: Mapping[str, str]) -> Iterable[Proposal]:
    """Yield what is left to be proposed, the most certain first, each pair of speakers once."""
    seen = set()
    for p in proposals:
        first, second = of[p.first], of[p.second]
        if first != second and frozenset((first, second)) not in seen:
            seen.add(frozenset((first, second)))
            yield replace(p, first=first, second=second)
