"""The sentence that is marked is the one a reader would mark: 100 questions marked by hand, bound to their texts.

The marks are ids and offsets; the passages and questions stay outside the project.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.sentences import sentence_offsets
from qa.evidence import read_terms
from qa.highlight import Highlighter
from qa.search import question_vector

MARKS = Path(__file__).resolve().parents[1] / "data" / "answers" / "squad_dev.tsv"
#: Of the 100 sentences marked by hand, how many the program marks too, at least.
LEAST_SAME = 85


class Mark(NamedTuple):
    """A question, the passage that answers it, and the offsets of each sentence that does."""

    question: str
    passage: str
    accepted: tuple[tuple[int, int], ...]


@pytest.fixture(scope="module")
def marks():
    lines = MARKS.read_text(encoding="utf-8").splitlines()
    return [_mark(*line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def texts(request):
    """The texts of questions and passages by id, which have to be those that were read when marking."""
    folder = request.getfixturevalue("eval_folder") / "retrieval" / "squad_dev"
    return {key: text for name in ("passages.jsonl", "questions.jsonl") for key, text in _read(folder / name)}


def _mark(question, passage, start, end, *others):
    pairs = [(start, end), *(other.split("-") for other in others)]
    return Mark(question, passage, tuple((int(first), int(last)) for first, last in pairs))


def _read(path):
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    assert f"{path.name}: {found}" in MARKS.read_text(encoding="utf-8"), f"{path.name}: other data, mark it anew"
    return [(row["id"], row["text"]) for row in map(json.loads, content.splitlines())]


def _marked(asked, mark, text, question):
    """Return the offsets of the sentence that the program marks in a passage of the set."""
    snapshot = asked.corpus.snapshot()
    ours = {theirs: mine for mine, theirs in asked.set_ids.items()}
    position = snapshot.position[ours[mark.passage]]
    vector = question_vector(asked.corpus.encoder, question)
    terms = read_terms(snapshot.lexical, question)
    return Highlighter(snapshot.sentences, vector, terms).mark(position, text).span


def test_there_are_a_hundred_questions_four_of_each_article(marks):
    assert len({mark.question for mark in marks}) == len(marks) == 100
    articles = [mark.passage.rpartition("-")[0] for mark in marks]
    assert {articles.count(article) for article in articles} == {4}


def test_what_is_marked_by_hand_is_a_sentence_among_others(marks, texts):
    for mark in marks:
        sentences = sentence_offsets(texts[mark.passage])
        assert set(mark.accepted) < set(sentences), mark
        assert len(sentences) >= 3, mark


@pytest.mark.slow
def test_the_sentence_marked_is_the_readers_for_eighty_five_of_a_hundred_questions(marks, texts, retrieval_sets):
    asked = retrieval_sets.get("squad_dev")
    found = {mark: _marked(asked, mark, texts[mark.passage], texts[mark.question]) for mark in marks}
    missed = [(mark.question, span) for mark, span in found.items() if span not in mark.accepted]
    assert len(marks) - len(missed) >= LEAST_SAME, f"{len(missed)} missed: {missed}"
