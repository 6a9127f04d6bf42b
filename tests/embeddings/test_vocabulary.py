from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from embeddings.vocabulary import Vocabulary

STEMS = [
    "",
    "ferri",
    "soleimani",
    "skarholm",
    "harbour",
    "1998",
    "q1998",
    "quay",
    "паром",
    "marchetti",
    "machetti",
]


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(STEMS)


def test_stems_have_the_numbers_of_their_places(vocabulary):
    assert [vocabulary.number(stem) for stem in STEMS[1:]] == list(range(1, len(STEMS)))


@pytest.mark.parametrize("stem", ["zeppelin", "", "Ferri", "ferri "])
def test_a_stem_that_is_not_here_has_no_number(vocabulary, stem):
    assert vocabulary.number(stem) == 0
    assert stem not in vocabulary


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("solemani", "soleimani"),  # a letter too few
        ("soleimanni", "soleimani"),  # too many
        ("soleymani", "soleimani"),  # wrong
        ("soleiamni", "soleimani"),  # exchanged
        ("suleymani", "soleimani"),  # two, in a long word
        ("harbuor", "harbour"),
        ("паромы", "паром"),
    ],
)
def test_a_typing_error_is_forgiven(vocabulary, typed, meant):
    assert vocabulary.nearest(typed) == (meant,)


@pytest.mark.parametrize(
    "typed", ["1999", "19988", "q1999", "qay", "quai", "soleyman", "hrb", "habuor", "zeppelin", "", "sol eimani"]
)
def test_numbers_short_words_and_too_many_errors_are_not(vocabulary, typed):
    assert vocabulary.nearest(typed) == ()


def test_words_that_are_equally_near_are_all_given(vocabulary):
    assert vocabulary.nearest("marchett") == ("marchetti",)
    assert set(vocabulary.nearest("maxchetti")) == {"marchetti", "machetti"}


def test_a_word_with_a_digit_never_stands_for_one_without():
    assert Vocabulary(["", "veld1", "veld2", "veld3", "velda"]).nearest("veldx") == ("velda",)


def test_no_more_than_three_words_stand_for_one():
    assert len(Vocabulary(["", *(f"harbou{c}" for c in "bcdefg")]).nearest("harbour")) == 3


letters = st.text("abcd", min_size=1, max_size=11)


@st.composite
def mistyped(draw):
    """Draw words, and one of them with up to three letters cut, put in or changed."""
    stems = draw(st.lists(letters, min_size=1, unique=True))
    typed = draw(st.sampled_from(stems))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(typed)))
        typed = typed[:at] + draw(st.sampled_from(["", "x", "y"])) + typed[at + draw(st.integers(0, 1)) :]
    return stems, typed


@given(mistyped())
def test_the_nearest_are_as_near_as_any_word_is(drawn):
    stems, typed = drawn
    found = Vocabulary(["", *stems]).nearest(typed)
    most = 0 if len(typed) < 5 else 1 if len(typed) < 9 else 2
    distances = sorted(OSA.distance(typed, stem) for stem in stems)
    near = [d for d in distances if d <= most] if most else []
    assert len(found) == min(3, near.count(near[0]) if near else 0)
    assert all(OSA.distance(typed, stem) == near[0] for stem in found)


def test_a_stem_comes_with_the_other_spellings_that_are_here():
    vocabulary = Vocabulary(["", "soleimani", "suleimani", "sulejmani", "quay"])
    assert set(vocabulary.spellings("suleimani")) == {"suleimani", "soleimani", "sulejmani"}
    assert vocabulary.spellings("suleimani")[0] == "suleimani"
    assert set(vocabulary.spellings("sulaimani")) == {"sulaimani", "soleimani", "suleimani", "sulejmani"}


@pytest.mark.parametrize("stem", ["quay", "zeppelin", "khamenei", ""])
def test_a_stem_without_other_spellings_comes_alone(stem):
    assert Vocabulary(["", "quay", "khomeini"]).spellings(stem) == (stem,)


def test_an_empty_vocabulary_knows_nothing():
    empty = Vocabulary([""])
    assert empty.nearest("harbour") == ()
    assert empty.spellings("harbour") == ("harbour",)
    assert "" not in empty
