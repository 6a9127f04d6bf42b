from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_small import ENCODER, QUESTIONS, SENTENCES, small, smalls

from corpus.sentences import sentence_offsets
from qa.evidence import in_text, read_terms, share
from qa.highlight import Highlighter, Mark

TEXT = "The ferry leaks at the bow. The harbour wall leans to the north. Is that so?"


def marked(text, question, terms=None):
    """Return the sentence marked in a passage of its own."""
    one = small([text])
    terms = read_terms(one.snapshot.lexical, question) if terms is None else terms
    start, end = highlighter(one, question, terms).mark(0, text).span
    return text[start:end]


def highlighter(one, question, terms):
    return Highlighter(one.snapshot.sentences, ENCODER.encode([question])[0], terms)


def test_the_sentence_with_the_questions_words_is_marked():
    assert marked(TEXT, "harbour wall north") == "The harbour wall leans to the north."
    assert marked(TEXT, "ferry bow") == "The ferry leaks at the bow."


def test_a_question_of_common_words_is_answered_by_the_nearest_sentence():
    assert marked(TEXT, "Is that so?") == "Is that so?"


def test_words_count_beside_nearness():
    text = "Is that so, and is that so? There is a road of peat."
    assert marked(text, "is that so peat", terms=()) == "Is that so, and is that so?"
    assert marked(text, "is that so peat") == "There is a road of peat."


def test_a_passage_of_one_sentence_is_marked_whole():
    assert marked(SENTENCES[0], "lamps") == SENTENCES[0]


def test_of_equals_the_first_is_marked():
    one = small(["The lamps. The lamps."])
    assert highlighter(one, "lamps", ()).mark(0, "The lamps. The lamps.").span == (0, 10)


class _Without:
    """Sentences of a passage that has none."""

    def spans(self, position):
        return []


def test_a_passage_without_sentences_has_nothing_marked():
    assert Highlighter(_Without(), ENCODER.encode(["lamps"])[0], ()).mark(0, "") is None


def test_each_passage_is_looked_at_once():
    one = small([TEXT, SENTENCES[0]])
    marker = highlighter(one, "ferry bow", read_terms(one.snapshot.lexical, "ferry bow"))
    first = marker.mark(0, TEXT)
    assert marker.mark(0, TEXT) is first
    assert marker.mark(1, SENTENCES[0]) is not first


def test_a_mark_holds_the_sentences_nearness_and_its_share_of_the_words():
    one = small([TEXT])
    terms = read_terms(one.snapshot.lexical, "ferry wall bow")
    sentence = "The ferry leaks at the bow."
    near = float(one.snapshot.sentences.cosines(ENCODER.encode(["ferry wall bow"])[0], 0)[0])
    expected = Mark((0, len(sentence)), near, share(in_text(terms, sentence), terms))
    assert highlighter(one, "ferry wall bow", terms).mark(0, TEXT) == expected
    assert 0 < expected.share < 1


@given(smalls(), st.sampled_from(QUESTIONS), st.data())
def test_what_is_marked_is_one_whole_sentence_of_the_passage_and_the_best(one, question, data):
    at = data.draw(st.integers(0, len(one) - 1))
    text = one.texts[at]
    terms = read_terms(one.snapshot.lexical, question)
    mark = highlighter(one, question, terms).mark(at, text)
    spans = sentence_offsets(text)
    near = one.snapshot.sentences.cosines(ENCODER.encode([question])[0], at)
    worth = [
        float(c) + 0.5 * share(in_text(terms, text[a:b]), terms) for c, (a, b) in zip(near, spans, strict=True)
    ]
    assert worth[spans.index(mark.span)] == pytest.approx(mark.cosine + 0.5 * mark.share)
    assert mark.cosine + 0.5 * mark.share >= max(worth) - 1e-5
