from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_small import QUESTIONS, SENTENCES, small, smalls

from embeddings.lexical import Field, Lexical, build
from embeddings.tokens import STOP_WORDS, stem, stems, words
from qa.evidence import FORGIVEN, TermMatch, in_text, match_terms, read_terms, share

TEXTS = ["The director spoke of Qods day.", "The ferry leaks, the ferry sails.", "A ferry of peat.", "Lamps."]


@pytest.fixture
def lexical():
    return Lexical(build([Field(text, "Notes from the quay . Sanna Veld") for text in TEXTS]))


def term(lexical, word):
    (found,) = read_terms(lexical, word)
    return found


def test_the_terms_are_the_telling_words_in_order_each_stem_once(lexical):
    found = read_terms(lexical, "What did the ferries say of the Ferry, the lamps and the ferry?")
    assert [one.text for one in found] == ["ferries", "lamps"]


def test_a_question_of_common_words_has_no_terms(lexical):
    assert read_terms(lexical, "what did they say about it?") == ()


def test_a_known_word_weighs_the_more_the_rarer_it_is(lexical):
    assert term(lexical, "ferry").weight == pytest.approx(math.log(1 + 4 / 2.5))
    assert term(lexical, "peat").weight == pytest.approx(math.log(1 + 4 / 1.5))
    assert term(lexical, "quay").weight < term(lexical, "ferry").weight < term(lexical, "peat").weight


def test_a_word_that_the_corpus_does_not_have_weighs_most(lexical):
    unknown = term(lexical, "granite")
    assert (unknown.known, unknown.rows.tolist()) == (False, [])
    assert unknown.weight == pytest.approx(math.log(1 + 4 / 0.5))
    assert unknown.weight > term(lexical, "peat").weight


@pytest.mark.parametrize("misspelt", ["direcotr", "direktor", "directtor", "drector", "Direcror"])
def test_a_word_with_one_wrong_letter_stands_where_the_right_one_does_and_counts_less(lexical, misspelt):
    found = term(lexical, misspelt)
    assert (found.known, found.rows.tolist()) == (False, [0])
    assert found.counts == pytest.approx(FORGIVEN * found.weight)


@pytest.mark.parametrize(("asked", "printed"), [("Quds", "Qods"), ("Qods", "Quds")])
def test_another_spelling_of_a_name_is_the_name_and_counts_the_same(asked, printed):
    lexical = Lexical(build([Field(f"They met on {printed} day."), Field("The ferry leaks.")]))
    other, same = term(lexical, asked), term(lexical, printed)
    assert (other.known, other.rows.tolist()) == (True, [0])
    assert (other.weight, other.counts) == (same.weight, same.counts)


@pytest.mark.parametrize("short", ["lamp9", "quey", "1998", "sale"])
def test_numbers_and_short_words_are_not_forgiven(lexical, short):
    assert term(lexical, short).rows.tolist() == []


def test_a_word_of_the_title_or_the_speaker_stands_in_the_passage(lexical):
    assert term(lexical, "Veld").rows.tolist() == [0, 1, 2, 3]
    assert match_terms(read_terms(lexical, "Veld's ferry"), [3]).coverage(3) > 0


def test_what_is_found_is_what_stands_in_each_passage(lexical):
    matched = match_terms(read_terms(lexical, "granite ferry of peat"), [1, 2, 3])
    texts = {position: [one.text for one in found] for position, found in matched.found.items()}
    assert texts == {1: ["ferry"], 2: ["ferry", "peat"], 3: []}


def test_the_coverage_is_the_share_by_weight(lexical):
    terms = read_terms(lexical, "ferry peat granite")
    matched = match_terms(terms, [1, 2, 3])
    ferry, peat, granite = (one.weight for one in terms)
    assert matched.coverage(2) == pytest.approx((ferry + peat) / (ferry + peat + granite))
    assert matched.coverage(1) == pytest.approx(ferry / (ferry + peat + granite))
    assert (matched.coverage(3), matched.coverage(99)) == (0.0, 0.0)


def test_a_word_read_past_an_error_covers_in_part(lexical):
    (misspelt,) = terms = read_terms(lexical, "direcotr")
    assert match_terms(terms, [0]).coverage(0) == pytest.approx(FORGIVEN)
    assert misspelt.weight == pytest.approx(math.log(1 + 4 / 0.5))


def test_without_terms_nothing_is_covered():
    assert (TermMatch((), {0: ()}).coverage(0), share((), ())) == (0.0, 0.0)


def test_terms_stand_in_a_text_by_their_stem_and_not_by_a_part_of_a_word(lexical):
    terms = read_terms(lexical, "ferry peat")
    assert [one.text for one in in_text(terms, "Two FERRIES passed.")] == ["ferry"]
    assert in_text(terms, "The ferryman repeats.") == ()


def test_a_word_broken_over_two_lines_is_there():
    lexical = small(["The ferry sank."]).snapshot.lexical
    assert in_text(read_terms(lexical, "ferry"), "Two fer-\nries passed.") != ()


@given(smalls(), st.sampled_from([*QUESTIONS, "Granite lamps of 1998, Notes"]))
def test_terms_and_matches_are_those_of_plain_loops(one, question):
    terms = read_terms(one.snapshot.lexical, question)
    stands = [set(stems(text)) | set(stems("Notes")) for text in one.texts]
    asked = dict.fromkeys(stem(word) for word in words(question) if word not in STOP_WORDS)
    assert [stem(found.text) for found in terms] == list(asked)
    matched = match_terms(terms, range(len(one)))
    for position, there in enumerate(stands):
        plain = [found.text for found in terms if there & set(found.forms)]
        assert [found.text for found in matched.found[position]] == plain


@given(smalls(), st.text(max_size=30) | st.sampled_from(QUESTIONS), st.data())
def test_shares_are_between_nothing_and_all(one, question, data):
    terms = read_terms(one.snapshot.lexical, question)
    position = data.draw(st.integers(0, len(one) - 1))
    matched = match_terms(terms, [position])
    assert 0 <= matched.coverage(position) <= 1 + 1e-9
    assert share(terms, terms) <= 1 + 1e-9


def test_the_rows_of_a_term_are_in_order():
    one = small(SENTENCES * 3)
    for found in read_terms(one.snapshot.lexical, "harbour wall ferry quay"):
        assert (np.diff(found.rows) > 0).all()
