from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qa_small import ENCODER, QUESTIONS, SENTENCES, small, smalls

from corpus.sentences import sentence_offsets
from qa.evidence import in_text, read_terms, share
from qa.highlight import answering_sentence

TEXT = "The ferry leaks at the bow. The harbour wall leans to the north. Is that so?"


def marked(text, question, terms=None):
    """Return the words marked in a passage of its own."""
    one = small([text])
    terms = read_terms(one.snapshot.lexical, question) if terms is None else terms
    vector = ENCODER.encode([question])[0]
    spans = answering_sentence(one.snapshot.sentences, 0, text, vector, terms)
    return [text[start:end] for start, end in spans]


def test_the_sentence_with_the_questions_words_is_marked():
    assert marked(TEXT, "harbour wall north") == ["The harbour wall leans to the north."]
    assert marked(TEXT, "ferry bow") == ["The ferry leaks at the bow."]


def test_a_question_of_common_words_is_answered_by_the_nearest_sentence():
    assert marked(TEXT, "Is that so?") == ["Is that so?"]


def test_words_count_beside_nearness():
    text = "Is that so, and is that so? There is a road of peat."
    assert marked(text, "is that so peat", terms=()) == ["Is that so, and is that so?"]
    assert marked(text, "is that so peat") == ["There is a road of peat."]


def test_a_passage_of_one_sentence_is_marked_whole():
    assert marked(SENTENCES[0], "lamps") == [SENTENCES[0]]


def test_of_equals_the_first_is_marked():
    one = small(["The lamps. The lamps."])
    vector = ENCODER.encode(["lamps"])[0]
    assert answering_sentence(one.snapshot.sentences, 0, "The lamps. The lamps.", vector, ()) == ((0, 10),)


class _Without:
    """Sentences of a passage that has none."""

    def spans(self, position):
        return []


def test_a_passage_without_sentences_has_nothing_marked():
    assert answering_sentence(_Without(), 0, "", ENCODER.encode(["lamps"])[0], ()) == ()


@given(smalls(), st.sampled_from(QUESTIONS), st.data())
def test_what_is_marked_is_one_whole_sentence_of_the_passage_and_the_best(one, question, data):
    at = data.draw(st.integers(0, len(one) - 1))
    text = one.texts[at]
    terms, vector = read_terms(one.snapshot.lexical, question), ENCODER.encode([question])[0]
    ((start, end),) = answering_sentence(one.snapshot.sentences, at, text, vector, terms)
    spans = sentence_offsets(text)
    near = one.snapshot.sentences.cosines(vector, at)
    worth = [
        float(c) + 0.5 * share(in_text(terms, text[a:b]), terms) for c, (a, b) in zip(near, spans, strict=True)
    ]
    assert worth[spans.index((start, end))] >= max(worth) - 1e-5
