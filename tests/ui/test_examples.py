from __future__ import annotations

import pytest

from qa import retrieve
from qa.bundled import open_bundled
from ui.examples import example_questions

DOCUMENT = "## On {topic}\n\n“{topic} is late because the harbour froze over,” said {name}.\n"
PEOPLE = ["Jane Roe", "John Doe", "Mary Moe", "Peter Poe", "Anna Loe", "Carl Coe"]


@pytest.fixture
def crowd(make_corpus):
    return make_corpus({f"{n}.md": DOCUMENT.format(topic=f"Boat{n}", name=name) for n, name in enumerate(PEOPLE)})


def test_examples_name_a_speaker_and_words_of_theirs(make_corpus):
    corpus = make_corpus({"a.md": DOCUMENT.format(topic="Ferries", name="Jane Roe")})
    [question] = example_questions(corpus)
    assert question.startswith("What did Jane Roe say about ")
    assert "harbour" in question


def test_examples_are_few_and_each_is_about_somebody_else(crowd):
    assert len(set(example_questions(crowd))) == 4
    assert len(example_questions(crowd, 2)) == 2


def test_a_corpus_without_speakers_has_no_examples(make_corpus):
    assert example_questions(make_corpus({"a.md": "It rained."})) == []
    assert example_questions(make_corpus({}, name="empty")) == []


def test_every_example_of_the_bundled_corpus_is_answered_by_the_one_it_names(minilm, sample_at_home):
    corpus = open_bundled(encoder=minilm)
    for question in (questions := example_questions(corpus)):
        answer = retrieve(question, corpus=corpus)
        assert answer.answered, question
        assert any(name in question for hit in answer for name in hit.speakers), question
    assert len(questions) == 4


def test_what_was_said_in_several_words_comes_before_a_single_one(make_corpus):
    texts = {"a.md": "“Late,” said Jane Roe.\n", "b.md": DOCUMENT.format(topic="Coal", name="John Doe")}
    assert "John Doe" in example_questions(make_corpus(texts), 1)[0]
