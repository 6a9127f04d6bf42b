from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from name_pairs import FILES, read_pairs, roster_of

from corpus.speakers.canonical import AUTOMATIC, PROPOSED, canonical_speakers
from corpus.speakers.canonical import roster_of as cached
from corpus.speakers.roster import Seen

LISTED = sorted({name for file in FILES for pair in read_pairs(file) for name in pair[1:]})
WORDS = [
    "Jane",
    "John",
    "J.",
    "Q.",
    "Quincy",
    "Roe",
    "Poe",
    "Qasem",
    "Qassem",
    "Mr.",
    "Mrs.",
    "Jr.",
    "al-Roe",
    "Roe,",
]
made = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
names = st.lists(st.one_of(st.sampled_from(LISTED), made, st.text(max_size=12)), max_size=14)
seen = st.builds(
    Seen, st.one_of(st.sampled_from(LISTED), made),
    st.lists(st.sampled_from(["mayor", "poet"]), unique=True).map(tuple),
    st.frozensets(st.sampled_from("abc")), st.integers(1, 3),
)  # fmt: skip


def sets(roster):
    return {frozenset(speaker.names) for speaker in roster.speakers}


def proposed(*names):
    return {(p.first, p.second): p for p in roster_of(*names).proposals}


@given(st.lists(seen, max_size=12, unique_by=lambda s: s.name), st.randoms())
def test_the_order_of_the_names_never_matters(rows, chance):
    other = rows[:]
    chance.shuffle(other)
    assert canonical_speakers(rows) == canonical_speakers(other)


@given(names)
def test_every_name_is_in_exactly_one_speaker(names):
    roster = canonical_speakers(map(Seen, names))
    assert sorted(name for s in roster.speakers for name in s.names) == sorted(set(names))
    assert all(name in roster.speaker_of(name).names for name in names)


@given(names)
def test_merging_again_what_was_merged_changes_nothing(names):
    roster = roster_of(*names)
    assert all(sets(roster_of(*s.names)) == {frozenset(s.names)} for s in roster.speakers)


@given(names)
def test_what_is_proposed_is_not_merged_and_less_than_certain(names):
    roster = roster_of(*names)
    chosen = [s.name for s in roster.speakers]
    for proposal in roster.proposals:
        assert proposal.first != proposal.second
        assert {proposal.first, proposal.second} <= set(chosen)
        assert PROPOSED <= proposal.certainty < AUTOMATIC
        assert proposal.reason


@given(names)
def test_a_flagged_name_stands_alone(names):
    roster = roster_of(*names)
    assert all(roster.speaker_of(flag.name).names == (flag.name,) for flag in roster.flags)
    assert not {f.name for f in roster.flags} & {n for p in roster.proposals for n in (p.first, p.second)}


def test_the_fullest_spelling_most_often_printed_is_the_name():
    rows = [Seen("Jane Q. Roe", utterances=9), Seen("Jane Quincy Roe"), Seen("JANE QUINCY ROE", utterances=5)]
    assert canonical_speakers(rows).speakers[0].name == "Jane Quincy Roe"
    spellings = [
        Seen("Qasem Dorn", utterances=2),
        Seen("Qassem Dorn", utterances=3),
        Seen("Dorn, Qasem", utterances=7),
    ]
    assert canonical_speakers(spellings).speakers[0].name == "Qassem Dorn"


def test_roles_documents_and_utterances_are_added_up():
    rows = [Seen("Jane Roe", ("Mayor",), frozenset("ab"), 3), Seen("Roe, Jane", ("poet",), frozenset("bc"), 2)]
    (roe,) = canonical_speakers(rows).speakers
    assert (roe.name, roe.names, roe.roles) == ("Jane Roe", ("Jane Roe", "Roe, Jane"), ("Mayor", "poet"))
    assert (roe.documents, roe.utterances) == (frozenset("abc"), 5)


def test_initials_that_fit_two_people_join_nobody_and_are_half_as_certain():
    roster = roster_of("Jane Q. Roe", "Jane Quincy Roe", "Jane Quentin Roe")
    assert len(roster.speakers) == 3
    assert all("it fits 2 people" in p.reason for p in roster.proposals)
    assert proposed("J. Roe", "Jane Roe")["J. Roe", "Jane Roe"].certainty == pytest.approx(0.65)
    assert {p.certainty for p in proposed("J. Roe", "Jane Roe", "John Roe").values()} == {0.33}


def test_a_last_name_that_fits_many_people_is_not_even_proposed():
    assert proposed("Roe", "Jane Roe")
    assert proposed("Roe", "Jane Roe", "John Roe")
    assert not proposed("Roe", "Jane Roe", "John Roe", "Mary Roe")


def test_reasons_are_plain():
    assert proposed("Naqdi", "Naghdi")["Naghdi", "Naqdi"].reason == "alike: Naghdi/Naqdi"
    assert (
        "transliteration: Qasem/Qassem"
        in proposed("Qasem Marne", "Qassem Marn")["Qasem Marne", "Qassem Marn"].reason
    )
    assert proposed("J. Roe", "Jane Roe")["J. Roe", "Jane Roe"].reason == "initials agree"


def test_a_role_printed_with_both_names_speaks_for_a_proposal_but_merges_nobody():
    rows = [Seen("Jane Roe", ("Mayor",)), Seen("Jane Q. Roe", ("mayor",))]
    (proposal,) = canonical_speakers(rows).proposals
    assert proposal.certainty == pytest.approx(0.85)
    assert proposal.reason.endswith("both “mayor”")


def test_a_shared_role_never_lifts_a_proposal_to_what_is_merged():
    (proposal,) = canonical_speakers(
        [Seen("Mohammad Ali", ("boxer",)), Seen("Muhammad Ali", ("boxer",))]
    ).proposals
    assert AUTOMATIC - 0.02 < proposal.certainty < AUTOMATIC


def test_a_last_name_with_another_title_is_another_name():
    assert len(roster_of("Mayor Roe", "Governor Roe", "Roe", "The Roe").speakers) == 4


def test_a_flagged_name_is_joined_to_nobody():
    assert len(roster_of("Jane R\u043ee", "Jane Roe").speakers) == 2


def test_aliases_are_all_names_of_the_speakers_of_some():
    roster = roster_of("Jane Roe", "JANE ROE", "John Roe")
    assert roster.with_aliases(["JANE ROE", "nobody"]) == ["Jane Roe", "JANE ROE"]


def test_the_same_names_are_worked_out_once():
    assert cached((Seen("Jane Roe"),)) is cached((Seen("Jane Roe"),))


def _many(shape, chance):
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    return {
        shape.format(*("".join(chance.choices(syllables, k=3)).title() for _ in range(2))) for _ in range(5200)
    }


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["{} {}", "{} Roe", "Jane {} Roe", "Jane A{} Roe", "{}"])
def test_five_thousand_names_take_seconds(shape):
    names = sorted(_many(shape, random.Random(7)))[:5000]  # noqa: S311 - names, not secrets
    began = time.perf_counter()
    canonical_speakers(map(Seen, names))
    assert time.perf_counter() - began < 30  # 1 to 4 s here; the bound is for a busy machine
