from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers.canonical import canonical_speakers
from corpus.speakers.merged import merged
from corpus.speakers.roster import Seen

NAMES = [
    "Oda Bern", "Mrs. Oda Bern", "O. Bern", "Sanna Veld", "VELD, SANNA", "Sanna R. Veld", "Warden Tolliver",
    "Jory Pell", "J\u043ery Pell",
]  # fmt: skip
seen = st.builds(
    Seen, st.sampled_from(NAMES), st.lists(st.sampled_from(["mayor", "poet"]), unique=True).map(tuple),
    st.frozensets(st.sampled_from("abc")), st.integers(1, 3),
)  # fmt: skip
rosters = st.lists(seen, max_size=9, unique_by=lambda s: s.name).map(canonical_speakers)
merges = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), max_size=5)


def roster_of(**utterances):
    """Return the roster of speakers a, b, c, each with so many utterances."""
    return canonical_speakers(Seen(f"Speaker {n.upper()}", (n,), frozenset(n), u) for n, u in utterances.items())


def names(roster):
    return [speaker.name for speaker in roster.speakers]


def closed(roster, told):
    """Return the sets of names that are one speaker's: those of the roster, joined until no merge joins two."""
    sets = [set(speaker.names) for speaker in roster.speakers] + [{name} for name in NAMES]
    for pair in [{name} for name in NAMES] + [set(pair) for pair in told.items()]:
        touched = [s for s in sets if s & pair]
        sets = [s for s in sets if not s & pair] + [set().union(*touched)]
    found = (frozenset(s & set(roster.names)) for s in sets)
    return {s for s in found if s}


@given(rosters, merges)
def test_speakers_are_joined_by_the_users_word_and_by_nothing_else(roster, told):
    assert {frozenset(s.names) for s in merged(roster, told).speakers} == closed(roster, told)


@given(rosters, merges)
def test_no_utterance_document_or_role_is_lost(roster, told):
    after = merged(roster, told)
    assert sum(s.utterances for s in after.speakers) == sum(s.utterances for s in roster.speakers)
    assert sorted(after.names) == sorted(roster.names)
    for one in after.speakers:
        before = [roster.speaker_of(name) for name in one.names]
        assert one.documents == frozenset().union(*(s.documents for s in before))
        assert set(one.roles) == {role for s in before for role in s.roles}
        assert one.name == one.names[0]


@given(rosters, merges)
def test_what_is_proposed_or_flagged_names_speakers_that_are_there_and_apart(roster, told):
    after = merged(roster, told)
    pairs = [frozenset((p.first, p.second)) for p in after.proposals]
    assert all(len(pair) == 2 and pair <= set(names(after)) for pair in pairs)
    assert len(set(pairs)) == len(pairs)
    assert {flag.name for flag in after.flags} <= {flag.name for flag in roster.flags}


@given(rosters)
def test_without_merges_nothing_changes(roster):
    assert merged(roster, {}) is roster


@given(rosters, st.sampled_from(NAMES))
def test_a_name_nobody_bears_changes_nothing(roster, name):
    told = merged(roster, {"Nobody Here": name})
    assert (told.speakers, told.flags) == (roster.speakers, roster.flags)


def test_the_speaker_goes_by_the_name_that_the_other_was_merged_into():
    assert names(merged(roster_of(a=9, b=1), {"Speaker A": "Speaker B"})) == ["Speaker B"]


def test_merges_are_followed_to_the_end():
    roster = roster_of(a=3, b=2, c=1)
    assert names(merged(roster, {"Speaker A": "Speaker B", "Speaker B": "Speaker C"})) == ["Speaker C"]


def test_a_circle_ends_at_the_name_most_often_printed():
    roster = roster_of(a=1, b=5)
    assert names(merged(roster, {"Speaker A": "Speaker B", "Speaker B": "Speaker A"})) == ["Speaker B"]


def test_names_that_lead_to_somebody_who_is_gone_are_still_one_speaker():
    roster = roster_of(a=1, b=2)
    (one,) = merged(roster, {"Speaker A": "Gone", "Speaker B": "Gone"}).speakers
    assert (one.name, one.names, one.utterances) == ("Speaker B", ("Speaker B", "Speaker A"), 3)


def test_all_spellings_of_a_speaker_follow():
    roster = canonical_speakers(map(Seen, ["Qasem Dorn", "Qassem Dorn", "Oda Bern"]))
    (one,) = merged(roster, {"Qassem Dorn": "Oda Bern"}).speakers
    assert set(one.names) == {"Qasem Dorn", "Qassem Dorn", "Oda Bern"}


def test_a_merge_leaves_others_as_they_were():
    spelled = ["Qassem Dorn", "Qassem R. Dorn", "Qassem T. Dorn", "Oda Bern"]
    roster = canonical_speakers(map(Seen, spelled))
    after = merged(roster, {roster.speaker_of("Qassem R. Dorn").name: "Oda Bern"})
    others = [s for s in roster.speakers if not {"Qassem R. Dorn", "Oda Bern"} & set(s.names)]
    assert [s for s in after.speakers if s.name != "Oda Bern"] == others


def test_a_disguise_that_the_user_explains_is_no_longer_flagged():
    roster = canonical_speakers(map(Seen, ["Jory Pell", "J\u043ery Pell"]))
    assert roster.flags
    assert merged(roster, {"J\u043ery Pell": "Jory Pell"}).flags == ()


@pytest.mark.parametrize("told", [{"Speaker A": "Speaker C"}, {"Speaker C": "Speaker A"}])
def test_the_most_often_printed_still_come_first(told):
    after = merged(roster_of(a=2, b=3, c=2), told)
    assert [s.utterances for s in after.speakers] == [4, 3]
