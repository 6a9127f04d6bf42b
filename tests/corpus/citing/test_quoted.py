"""Whose words are cited: nobody's become the author's, and no name is given that is not sure."""

from __future__ import annotations

import pytest
from citations import record
from hypothesis import given
from hypothesis import strategies as st

from corpus import Utterance, UtteranceKind
from corpus.citing import Quoted, quoted_in

VERBATIM = [kind for kind in UtteranceKind if kind.verbatim]
REPORTED = UtteranceKind.INDIRECT
QUELL = record(author=[{"family": "Quell", "given": "Mara"}])
people = st.sampled_from(["Mara Quell", "Oda Bern", "Sanna Veld", None])
said_by = st.builds(
    lambda name, kind, probably: Utterance(0, 1, kind, name, probably=None if name else probably),
    people,
    st.sampled_from(UtteranceKind),
    people,
)


def said(name, kind=UtteranceKind.DIRECT, probably=None):
    return Utterance(0, 1, kind, name, probably=probably)


@pytest.mark.parametrize("kind", VERBATIM)
def test_the_speaker_of_verbatim_words_is_quoted(kind):
    assert quoted_in(QUELL, [said("Oda Bern", kind)]) == Quoted("Oda Bern")


@pytest.mark.parametrize("probably", [None, "Oda Bern", "Mara Quell"])
@pytest.mark.parametrize("kind", VERBATIM)
def test_verbatim_words_whose_speaker_is_not_sure_are_quoted_without_a_name(kind, probably):
    assert quoted_in(QUELL, [said(None, kind, probably)]) == Quoted(None)


@pytest.mark.parametrize(
    "utterances",
    [
        [said("Oda Bern"), said("Sanna Veld")],
        [said("Oda Bern"), said(None)],
        [said("Oda Bern"), said("Oda Bern", REPORTED)],
        [said("Mara Quell"), said("Oda Bern")],
        [said("Mara Quell"), said(None)],
    ],
)
def test_nobody_is_named_when_not_all_the_words_are_one_persons_own(utterances):
    assert quoted_in(QUELL, utterances) == Quoted(None)


@pytest.mark.parametrize("utterances", [[], [said("Oda Bern", REPORTED)], [said(None, REPORTED)]])
def test_the_authors_own_voice_and_reported_speech_are_not_quoted(utterances):
    assert quoted_in(QUELL, utterances) is None
    assert quoted_in(record(), utterances) is None


@pytest.mark.parametrize(
    "values",
    [
        {"author": [{"literal": "Oda Bern"}]},
        {"author": [{"family": "Bern", "given": "Oda"}]},
        {"author": [{"literal": "Mara Quell"}, {"literal": "Oda Bern"}]},
        {"author": [{"literal": "Mara Quell"}], "interviewer": [{"family": "Bern", "given": "Oda"}]},
    ],
)
def test_nobody_is_quoted_in_a_text_that_is_their_own(values):
    assert quoted_in(record(values), [said("Oda Bern")]) is None


@given(st.lists(said_by, max_size=4))
def test_words_not_quoted_are_the_authors_own_or_reported(utterances):
    others = [u for u in utterances if u.kind.verbatim and u.speaker != "Mara Quell"]
    assert (quoted_in(QUELL, utterances) is None) == (not others)


@given(st.lists(said_by, max_size=4))
def test_whoever_is_named_surely_said_all_the_words(utterances):
    quoted = quoted_in(QUELL, utterances)
    if quoted and quoted.speaker:
        assert all(u.kind.verbatim and u.speaker == quoted.speaker for u in utterances)


@pytest.mark.parametrize("speaker", [None, "", " ", ":", "\u202e"])
def test_a_name_without_words_is_no_name(speaker):
    assert Quoted(speaker).opening("quoted in") == "quoted in "


def test_a_name_stands_on_one_line_before_the_words():
    assert Quoted("Oda\n Bern,").opening("quoted in") == "Oda Bern, quoted in "
    assert Quoted("Oda Bern").opening("qtd. in", comma="") == "Oda Bern qtd. in "
