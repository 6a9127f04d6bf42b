from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import SourceFormatError
from qa.evaluation.judging import Judged, judge_all
from qa.evaluation.questions import OwnQuestion

CANAL = """The canal is open

Mara Quell, the minister for waterways, promised, “The canal will carry grain before the winter.”

The locks were rebuilt over two summers, and the old towpath was kept for walkers and herons.

Tobin Ash, an engineer, warned, “The lower gates are too weak for a flood.”
"""
OTHER = """Letters

Jonas Ash, a reader, wrote, “The herons left when the dredgers came to the canal.”

MARA QUELL, the minister, said, “No dredger came near a heron.”
"""


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({"canal.txt": CANAL, "letters.txt": OTHER})


@pytest.fixture
def judge(corpus):
    def one(text, **right):
        return next(judge_all(Path("own.csv"), [OwnQuestion(7, text, **right)], corpus, k=5))

    return one


def passage_with(corpus, words):
    return next(
        p.id for d in corpus.documents() for p in corpus.document(d.id).passages if words in p.text
    )  # fmt: skip


def test_the_passage_given_is_right(corpus, judge):
    gates = passage_with(corpus, "lower gates")
    assert judge("the lower gates are too weak for a flood", passage=gates).rank == 1
    assert judge("the canal will carry grain before the winter", passage=gates).rank != 1


def test_a_passage_that_holds_the_expected_words_is_right(judge):
    assert judge("the lower gates are too weak for a flood", expected="Too weak for a  FLOOD").rank == 1


def test_either_the_passage_or_the_words_are_enough(corpus, judge):
    found = judge(
        "the lower gates are too weak for a flood", passage=passage_with(corpus, "towpath"), expected="weak"
    )
    assert found.rank == 1


def test_a_passage_that_is_gone_leaves_the_words(judge):
    assert judge("the lower gates are too weak for a flood", passage="gone", expected="too weak").rank == 1


def test_the_speaker_given_must_speak_in_it_under_any_of_the_names(judge):
    words = "the canal will carry grain before the winter"
    assert judge(words, expected="carry grain", speaker="Quell").rank == 1
    other = judge(words, expected="carry grain", speaker="Tobin Ash")
    assert (other.rank, other.by_speaker) == (None, False)


def test_a_speaker_alone_makes_every_passage_of_that_speaker_right(judge):
    found = judge("no dredger came near a heron", speaker="Mara Quell")
    assert (found.rank, found.by_speaker) == (1, True)


def test_a_folded_copy_of_the_passage_is_right(make_corpus, judge):
    copy = CANAL.replace("The canal is open", "The canal is open again")
    corpus = make_corpus({"a.txt": CANAL, "b.txt": copy}, name="copies")
    ids = [p.id for d in corpus.documents() for p in corpus.document(d.id).passages if "lower gates" in p.text]
    rows = [OwnQuestion(n, "the lower gates are too weak for a flood", passage=p) for n, p in enumerate(ids)]
    assert len(ids) == 2
    assert [j.rank for j in judge_all(Path("own.csv"), rows, corpus, k=5)] == [1, 1]


def test_an_unanswerable_question_has_no_right_passage(judge):
    found = judge("What did Quell say about grain?", speaker="Quell", answerable=False)
    assert (found.rank, found.by_speaker) == (None, None)


@pytest.mark.parametrize(
    ("right", "found"),
    [
        ({"passage": "0123456789"}, "no passage '0123456789' in the corpus"),
        ({"expected": "weak for a storm"}, "the words 'weak for a storm' stand in no passage"),
        ({"passage": "gone", "expected": "no storm"}, "the words 'no storm' stand in no passage"),
        ({"speaker": "Warden Tolliver"}, "'Warden Tolliver' fits nobody"),
        ({"speaker": "Ash"}, "'Ash' fits Jonas Ash, Tobin Ash"),
    ],
)
def test_a_row_that_no_passage_could_satisfy_is_a_mistake_and_no_miss(judge, right, found):
    fault = judge("the lower gates", **right)
    assert isinstance(fault, SourceFormatError)
    assert f"own.csv line 7: {found}" in str(fault)


def failure(*, rank=None, answered=True, **row):
    return Judged(OwnQuestion(2, "Who?", **row), 0.5, answered, rank, None, None).failure


def test_what_failed_is_said():
    assert failure(expected="x", rank=1) is None
    assert failure(expected="x", rank=3) == "the right passage came as number 3"
    assert failure(expected="x") == "the right passage was not found"
    assert failure(expected="x", rank=1, answered=False) == "found, but not taken for an answer"
    assert failure(answerable=False) == "answered, and should not have been"
    assert failure(answerable=False, answered=False) is None
    assert failure() is None
