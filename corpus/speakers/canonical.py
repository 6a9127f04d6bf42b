"""Canonical speakers: who speaks in a whole corpus, when one person is printed in many ways.

Nothing of this is stored. It is worked out from the names each time, so that a better rule mends old corpora.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from corpus.speakers.disguise import disguise, passes_for
from corpus.speakers.grouping import compare_all, fitting, merge
from corpus.speakers.likeness import MIDDLE_INITIAL
from corpus.speakers.names import fold_name
from corpus.speakers.roster import Canonical, Flag, Proposal, Roster, Seen
from corpus.speakers.spellings import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.speakers.grouping import Pairs

AUTOMATIC: Final = MIDDLE_INITIAL
"""Names are merged unasked from this certainty on; what lies below is only proposed.

Measured on the pairs in tests/data/names, two names at a time (``python tests/quality/show_name_pairs.py``):

======================  ===================  =====================  =======================
pairs                   merges: right, of    proposals: right, of   found of the same: share
======================  ===================  =====================  =======================
pairs.tsv               94 of 94             32 of 40               126 of 126
pairs-fresh.tsv         25 of 25             27 of 34               52 of 66
======================  ===================  =====================  =======================

The same 126 and different 95 pairs of the first list were written beside the rules; the 66 and 60 of the second
after them, and nothing was changed for it: it is the one that tells. Of its same pairs 38% are merged, 79% merged
or proposed. All 24 disguises are flagged. Two people who are printed with one name in full are one here: nothing
in a name tells them apart.
"""

#: Less certain than this is not worth a reader's look: a last name that three people bear.
PROPOSED: Final = 0.25
#: Most proposals made, the most certain first; more than a reader goes through are a text that plays with us.
_MOST_PROPOSALS: Final = 1_000
#: What a role printed with both names adds to a proposal's certainty, never up to ``AUTOMATIC``.
_SAME_ROLE: Final = 0.1


def canonical_speakers(seen: Iterable[Seen]) -> Roster:
    """Say which of the names seen in a corpus are one speaker's.

    Args:
        seen: the names; one that comes more than once is added up.
    """
    known = _added_up(seen)
    flags = _flags(known)
    classes = {names[0]: names for names in _classes(known.keys() - {flag.name for flag in flags})}
    pairs = compare_all(map(spelling, classes))
    groups = merge(pairs, AUTOMATIC)
    home = {name: name for name in known}
    for group in groups:
        names = [name for member in group for name in classes[pairs.members[member].name]]
        home |= dict.fromkeys(names, names[0])
    speakers = {head: _canonical(names) for head, names in _sets(known, home).items()}
    heads = [speakers[home[pairs.members[group[0]].name]] for group in groups]
    return Roster(
        tuple(sorted(speakers.values(), key=lambda s: (-s.utterances, s.name))),
        tuple(_proposals(pairs, groups, heads)),
        tuple(flags),
    )


@lru_cache(maxsize=4)  # a filter by speaker asks for it with every question
def roster_of(seen: tuple[Seen, ...]) -> Roster:
    """Do what ``canonical_speakers`` does, once for the same names."""
    return canonical_speakers(seen)


def _added_up(seen: Iterable[Seen]) -> dict[str, Seen]:
    """Return one entry for each name, in an order that does not depend on the input's."""
    rows: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        rows[one.name].append(one)
    return {name: _sum(name, rows[name]) for name in sorted(rows)}


def _sum(name: str, rows: list[Seen]) -> Seen:
    if len(rows) == 1:
        return rows[0]
    roles = sorted({role for row in rows for role in row.roles})
    documents = frozenset[str]().union(*(row.documents for row in rows))
    return Seen(name, tuple(roles), documents, sum(row.utterances for row in rows))


def _flags(names: Iterable[str]) -> list[Flag]:
    listed = sorted(names)
    drawn = passes_for(listed)
    reasons = {
        name: disguise(name) or (drawn.get(name) and "letters that are drawn like others") for name in listed
    }
    return [Flag(name, reason, drawn.get(name)) for name, reason in reasons.items() if reason]


def _classes(names: Iterable[str]) -> list[list[str]]:
    """Return the names that are the same but for case, accents and points."""
    found: dict[object, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (not spelling(n).well_set, n)):
        found[spelling(name).same].append(name)
    return list(found.values())


def _sets(known: Mapping[str, Seen], home: Mapping[str, str]) -> dict[str, list[Seen]]:
    sets: dict[str, list[Seen]] = defaultdict(list)
    for name, one in known.items():
        sets[home[name]].append(one)
    return sets


def _canonical(rows: list[Seen]) -> Canonical:
    """Choose the speaker's name: the fullest spelling, of those the most often printed."""
    ordered = sorted(rows, key=lambda r: (-r.utterances, -len(r.documents), r.name))
    name = max(ordered, key=lambda r: (spelling(r.name).well_set, spelling(r.name).fullness)).name
    return Canonical(
        name,
        tuple(r.name for r in sorted(ordered, key=lambda r: r.name != name)),
        tuple(dict.fromkeys(role for row in ordered for role in row.roles)),
        frozenset[str]().union(*(r.documents for r in rows)),
        sum(r.utterances for r in rows),
    )


def _proposals(pairs: Pairs, groups: list[list[int]], heads: list[Canonical]) -> list[Proposal]:
    found = [
        _proposal(heads[one], heads[other], certainty, reason)
        for (one, other), (certainty, reason) in fitting(pairs, groups, AUTOMATIC).items()
        if certainty >= PROPOSED
    ]
    return sorted(found, key=lambda p: (-p.certainty, p.first, p.second))[:_MOST_PROPOSALS]


def _proposal(first: Canonical, second: Canonical, certainty: float, reason: str) -> Proposal:
    first, second = sorted((first, second), key=lambda s: (-s.utterances, s.name))
    shared = {fold_name(r) for r in first.roles} & {fold_name(r) for r in second.roles}
    if shared:
        role = next(r for r in first.roles if fold_name(r) in shared)
        certainty, reason = certainty + _SAME_ROLE, f"{reason}; both “{role}”"
    return Proposal(first.name, second.name, round(min(certainty, AUTOMATIC - 0.01), 2), reason)
