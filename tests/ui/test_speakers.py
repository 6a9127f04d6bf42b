from __future__ import annotations

import pytest
from ui_hits import hit, utterance

from corpus.model import Utterance, UtteranceKind
from ui.speakers import name_of, spoken_line, spoken_lines

TEXT = "“The ferry is late,” said Jane Roe. “No,” said John Doe."
JANE = Utterance(0, 20, UtteranceKind.DIRECT, "Jane Roe", "Mayor Roe", "Mayor", "said", 0.9)
JOHN = Utterance(36, 41, UtteranceKind.DIRECT, "John Doe", "John Doe", None, "said", 0.9)


def test_a_known_speaker_goes_by_the_full_name():
    assert name_of(utterance("x", "Jane Roe", as_printed="Roe")) == "Jane Roe"


def test_an_unknown_speaker_is_unattributed_with_what_the_text_prints():
    assert name_of(utterance("x", None, as_printed="the mayor")) == "unattributed (the text has “the mayor”)"


def test_an_unknown_speaker_of_whom_nothing_is_printed_is_plainly_unattributed():
    assert name_of(utterance("x", None)) == "unattributed"


@pytest.mark.parametrize("kind", UtteranceKind)
def test_every_kind_of_speech_has_its_words(kind):
    name, said = spoken_line(utterance("x", kind=kind)).split(", ", 1)
    assert name == "Jane Roe"
    assert said


def test_the_role_is_given_as_printed():
    assert (
        spoken_line(utterance("x", role="the harbour master")) == "Jane Roe, the harbour master, quoted directly"
    )


def test_a_role_that_is_the_printed_name_itself_is_not_said_twice():
    assert spoken_line(utterance("x", as_printed="the mayor", role="the mayor")) == "Jane Roe, quoted directly"


def test_no_role_is_given_to_somebody_unattributed():
    assert "Mayor" not in spoken_line(utterance("x", None, role="Mayor"))


def test_the_speaker_of_the_answering_sentence_comes_before_the_others():
    lines = spoken_lines(hit(TEXT, spans=((36, 56),), utterances=[JANE, JOHN]))
    assert lines == ["John Doe, quoted directly", "Jane Roe, Mayor, quoted directly (also quoted here)"]


def test_nobody_is_listed_twice():
    again = Utterance(0, 5, UtteranceKind.DIRECT, "Jane Roe", "Mayor Roe", "Mayor", "said", 0.9)
    assert len(spoken_lines(hit(TEXT, utterances=[JANE, again], spans=((0, 20),)))) == 1


def test_a_sentence_outside_every_quotation_is_the_documents_own_voice():
    lines = spoken_lines(hit(TEXT, spans=((21, 35),), utterances=[JANE]))
    assert lines == [
        "No quotation found in the marked sentence",
        "Jane Roe, Mayor, quoted directly (also quoted here)",
    ]
