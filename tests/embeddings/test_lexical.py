from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.limits import MAX_QUESTION_CHARS
from embeddings.lexical import Lexical, build, terms

TEXTS = [
    "The ferry to Skarholm sails at nine.",
    "Odile Marchetti repaired the ferry engines, engine by engine.",
    "Nobody asked about the library near the harbour.",
    "Die Straße zum Café ist lang.",
    "Паром уходит в девять.",
    "渡し船 は 九時 に 出る",
    "हिन्दी में एक वाक्य",
]


@pytest.fixture(scope="module")
def index():
    return Lexical(build(TEXTS))


def _rows(index, question, allowed=None, limit=10):
    return [row for row, _ in index.search(question, limit, allowed)]


@pytest.mark.parametrize(
    "question",
    ['ferry"', '"ferry" OR "', "ferry*", "-ferry", "text:ferry", "NEAR(ferry, 2)", "ferry AND NOT", "^ferry",
     "(ferry", "{text}: ferry", "ferry + -", "ferry'; DROP TABLE words; --", "words MATCH ferry"],
)  # fmt: skip
def test_query_syntax_in_a_question_is_only_words(index, question):
    assert set(_rows(index, question)) >= {0, 1}


def test_a_star_does_not_widen_a_word(index):
    assert _rows(index, "ferr*") == []


def test_a_word_with_a_minus_is_not_excluded(index):
    assert _rows(index, "ferry -Skarholm")[0] == 0


def test_near_is_a_word_like_any_other(index):
    assert _rows(index, "NEAR") == [2]


@pytest.mark.parametrize(
    ("question", "row"),
    [("Straße", 3), ("STRAßE", 3), ("café", 3), ("cafe\u0301", 3), ("CAFÉ", 3), ("паром", 4), ("ПАРОМ", 4),
     ("渡し船", 5), ("हिन्दी", 6)],
)  # fmt: skip
def test_words_are_found_in_every_script_and_composition(index, question, row):
    assert _rows(index, question) == [row]


def test_a_letter_with_its_mark_apart_is_found_as_one():
    assert Lexical(build(["a naïve plan"])).search("nai\u0308ve", 1)
    assert Lexical(build(["a nai\u0308ve plan"])).search("naïve", 1)


def test_words_are_found_by_their_stem(index):
    assert _rows(index, "repairing engine") == [1]


@pytest.mark.parametrize("question", ["", "   ", "?!", "—", "_", '"', "\0", "\u0301", "\udce9"])
def test_a_question_without_words_finds_nothing(index, question):
    assert _rows(index, question) == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_question_breaks_the_search(question):
    index = Lexical(build(TEXTS))
    assert all(0 <= row < len(TEXTS) for row in _rows(index, question))
    assert len(index.document_counts(terms(question))) == len(terms(question))
    index.close()


def test_the_longest_question_of_different_words_is_answered(index):
    words = " ".join(chr(0x4E00 + n) for n in range(MAX_QUESTION_CHARS // 2 - 3)) + " ferry"
    assert len(words) <= MAX_QUESTION_CHARS
    assert set(_rows(index, words)) == {0, 1}


def test_the_filter_comes_before_the_cut():
    index = Lexical(build(["ferry ferry ferry"] * 40 + ["a ferry among many other words"]))
    assert _rows(index, "ferry", limit=1) != [40]
    assert _rows(index, "ferry", allowed=[40], limit=1) == [40]


def test_nothing_allowed_finds_nothing(index):
    assert _rows(index, "ferry", allowed=[]) == []


def test_better_matches_come_first_and_score_higher(index):
    (first, best), (second, next_best) = index.search("ferry Skarholm", 5)
    assert (first, second) == (0, 1)
    assert best > next_best


def test_common_words_do_not_count_unless_there_are_no_others(index):
    assert terms("What did she say about the ferry?") == ["ferry"]
    assert terms("to be or not to be") == ["to", "be", "or", "not"]


def test_counts_and_rows_agree_with_the_texts(index):
    assert index.document_counts(["ferry", "library", "zeppelin"]) == [2, 1, 0]
    assert index.rows_with("ferry", [0, 2]) == [0]


def test_threads_get_the_answers_that_one_gets(index):
    questions = ["ferry", "library", "engine", "Straße", "zeppelin"] * 40
    alone = [index.search(q, 5) for q in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda q: index.search(q, 5), questions)) == alone


def test_the_index_holds_no_copy_of_the_texts():
    data = build(["Odile Marchetti repaired the engines on a Sunday."])
    assert b"repaired the engines" not in data


def test_an_index_that_is_closed_says_so():
    index = Lexical(build(TEXTS))
    index.close()
    with pytest.raises(sqlite3.ProgrammingError):
        index.search("ferry", 1)
