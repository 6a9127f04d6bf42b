"""The look-up tables behind the known speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN, SPEAKERS

from qa.reading import Known, KnownSpeaker
from qa.reading.index import build_index, fold_title, role_words


def names(found):
    return set(KNOWN.names(found))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["sanna", "veld"], {"Sanna Veld"}),
        (["veld"], {"Sanna Veld"}),
        (["ash"], {"Tobin Ash", "Lena Ash"}),
        (["l", "ash"], {"Lena Ash"}),
        (["tobias", "ash"], set()),
        (["finch"], {"Pia Finch-Vex"}),
        (["vex"], {"Pia Finch-Vex"}),
        (["pia", "finch", "vex"], {"Pia Finch-Vex"}),
        (["ada", "finch", "vex"], set()),
        (["george", "pell"], {"George H. W. Pell"}),
        (["george", "w", "pell"], set()),
        (["nobody"], set()),
    ],
)
def test_a_name_fits_by_its_last_and_its_given_names(words, expected):
    assert names(KNOWN.index.fitting(words)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (("port", "director"), {"Sanna Veld"}),
        (("director",), {"Sanna Veld"}),
        (("minister", "for", "peat"), {"Oda Bern"}),
        (("peat",), set()),
        (("port",), set()),
        ((), set()),
    ],
)
def test_a_role_is_known_whole_and_by_each_part_that_names_an_office(role, expected):
    assert names(KNOWN.index.roles.get(role, frozenset())) == expected


def test_a_first_name_is_known_while_one_speaker_has_it_and_it_is_nobodys_last():
    index = build_index([KnownSpeaker("Ivo Hale"), KnownSpeaker("Una Moss"), KnownSpeaker("Una Lark")])
    assert index.by_first("ivo") == {0}
    assert index.by_first("una") == frozenset()
    assert build_index([KnownSpeaker("Ivo Hale"), KnownSpeaker("Una Ivo")]).by_first("ivo") == frozenset()


@pytest.mark.parametrize(
    ("aliases", "words", "found"),
    [
        (("Bern",), ["jonas", "bern"], False),
        (("Bern",), ["j", "bern"], False),
        (("Bern",), ["oda", "bern"], True),
        (("Bern",), ["o", "bern"], True),
        (("Bern",), ["bern"], True),
        (("Holm",), ["jonas", "holm"], False),
        (("O. Bern",), ["otto", "bern"], False),
        (("O. Bern",), ["o", "bern"], True),
        (("O. Bern", "Otto Bern"), ["otto", "bern"], True),
        (("O. Holm",), ["olga", "holm"], True),
        (("Jonas Bern", "Bern"), ["jonas", "bern"], True),
    ],
)
def test_a_last_name_printed_alone_opens_it_to_no_other_given_name(aliases, words, found):
    assert build_index([KnownSpeaker("Oda Bern", aliases)]).fitting(words) == frozenset({0} if found else ())


def test_a_speaker_of_whom_no_given_name_is_known_may_bear_any():
    assert build_index([KnownSpeaker("Bern", ("Minister Bern",))]).fitting(["jonas", "bern"]) == {0}


def test_near_is_one_speaker_or_nobody():
    index = build_index([KnownSpeaker("Ida Marlen"), KnownSpeaker("Per Marlin")])
    assert index.near(["marlun"]) == frozenset()
    assert index.near(["ida", "marlun"]) == {0}
    assert index.near(["marlen"]) == frozenset()


def test_two_errors_are_forgiven_in_a_long_name_only():
    index = build_index([KnownSpeaker("Una Stancoviczek"), KnownSpeaker("Ivo Tarvald")])
    assert index.near(["stankovizek"]) == {0}
    assert index.near(["tervold"]) == frozenset()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["edda", "rook"], True),
        (["edda", "rookee"], True),
        (["edda", "roke"], True),
        (["edda", "rooek"], True),
        (["edda", "orooke"], False),
        (["edda", "brooke"], False),
        (["eda", "rooke"], True),
        (["eddaa", "rooke"], True),
        (["edad", "rooke"], True),
        (["edna", "rooke"], False),
        (["ed", "rooke"], False),
        (["edgar", "rooke"], False),
        (["eda", "rook"], False),
        (["rook"], False),
    ],
)
def test_a_slip_in_a_short_name_is_forgiven_beside_the_other_name(words, found):
    index = build_index([KnownSpeaker("Edda Rooke"), KnownSpeaker("Ivo Hale")])
    assert index.near(words) == frozenset({0} if found else ())


LETTERS = st.text("abdeklmnorst", min_size=4, max_size=4)


@given(LETTERS, LETTERS, st.integers(1, 3), st.sampled_from("abdeklmnorst"))
def test_a_letter_too_many_or_too_few_never_finds_anybody_else(given_name, last, at, letter):
    index = build_index([KnownSpeaker("Edda Rooke"), KnownSpeaker(f"{given_name} {last}")])
    for typed in (last[:at] + letter + last[at:], last[:at] + last[at + 1 :]):
        assert index.near([given_name, typed]) <= {1} or given_name == "edda"


@pytest.mark.parametrize(
    ("title", "folded"), [("The  Flood, of 1912!", "the flood of 1912"), ("?!", ""), ("Ébb", "ebb")]
)
def test_titles_compare_by_their_words(title, folded):
    assert fold_title(title) == folded


def test_roles_compare_without_articles():
    assert role_words("the Director of a Port") == ("director", "of", "port")


def test_names_come_in_the_order_of_the_speakers_and_once():
    known = Known((KnownSpeaker("Una"), KnownSpeaker("Ivo"), KnownSpeaker("Una")))
    assert known.names([2, 1, 0]) == ("Una", "Ivo")


@given(st.permutations(SPEAKERS))
def test_the_order_of_the_speakers_does_not_matter(speakers):
    known = Known(tuple(speakers))
    assert set(known.names(known.index.fitting(["ash"]))) == {"Tobin Ash", "Lena Ash"}
    assert known.names(known.index.near(["stankovic"])) == ("Mirela Stancovic",)


@given(st.text(max_size=40))
def test_no_name_breaks_the_tables(name):
    index = build_index([KnownSpeaker(name, (name,), (name,))])
    assert all(found <= {0} for found in (*index.full.values(), *index.roles.values()))
