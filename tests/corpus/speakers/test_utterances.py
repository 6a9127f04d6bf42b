from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, document

from corpus.blocks import Block
from corpus.model import BlockKind, UtteranceKind
from corpus.speakers import attribute
from corpus.speakers.utterances import LIKELY, SURE

WORDS = "“The harbour stays open tonight, whatever the council may decide.”"


def first(text):
    return document(text).passages[0].utterances[0]


def everything(text):
    read = document(text)
    return read, [(p, u) for p in read.passages for u in p.utterances]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"Oda Bern, the governor of the island, said: {WORDS}", "governor of the island"),
        (f"Harbour Governor Oda Bern said: {WORDS}", "Harbour Governor"),
        (f"Oda Bern said: {WORDS}", None),
        (f"She said: {WORDS}", None),
    ],
)
def test_a_role_is_what_is_printed_beside_the_name(text, role):
    assert first(text).role == role


def test_a_statement_has_the_date_that_its_sentence_prints():
    said = first(f"{WORDS[:-2]},” Oda Bern said on July 23, 2013.").said
    assert (said.as_printed, said.since, said.until) == ("on July 23, 2013", "2013-07-23", "2013-07-23")


def test_the_ground_for_a_last_name_is_where_it_is_printed():
    text = f"It rained. Oda Bern came. Bern said: {WORDS}"
    grounds = first(text).grounds
    assert text[slice(*grounds.mention)] == "Bern"
    assert text[slice(*grounds.cue)] == "said"
    assert text[slice(*grounds.sentence)] == f"Bern said: {WORDS}"


def test_grounds_count_in_the_document_and_offsets_in_the_passage():
    read = document(f"It rained.\n\nOda Bern said: {WORDS}")
    passage = read.passages[1]
    (said,) = passage.utterances
    assert passage.text[said.start : said.end] == WORDS
    assert read.text[slice(*said.grounds.mention)] == "Oda Bern"


def test_words_that_nobody_is_shown_to_say_are_bare():
    said = first(f"Oda Bern never said: {WORDS}")
    assert (said.speaker, said.probably, said.as_printed, said.grounds) == (None, None, None, None)
    assert said.confidence == 0


@pytest.mark.parametrize(("likely", "printed"), [(0.0, "Oda Bern"), (1.1, None)])
def test_the_confidence_asked_for_decides_who_is_named(likely, printed):
    text = f"Oda Bern said: {WORDS}"
    ((said,),) = attribute(text, [Block(BlockKind.PARAGRAPH, 0, len(text))], likely=likely)
    assert said.as_printed == printed


@given(any_text)
def test_every_utterance_is_a_slice_inside_its_passage(text):
    _, found = everything(text)
    assert all(0 <= u.start < u.end <= len(p.text) for p, u in found)


@given(any_text)
def test_every_ground_is_a_slice_of_the_document_and_the_mention_is_what_is_printed(text):
    read, found = everything(text)
    for _, said in found:
        if (grounds := said.grounds) is not None:
            spans = [s for s in (grounds.sentence, grounds.mention, grounds.cue, grounds.named) if s]
            assert all(0 <= start < end <= len(read.text) for start, end in spans)
            assert " ".join(read.text[slice(*grounds.mention)].split()) == said.as_printed
            inside = [grounds.mention, grounds.cue or grounds.mention]
            assert all(grounds.sentence[0] <= a and b <= grounds.sentence[1] for a, b in inside)


@given(any_text)
def test_a_confidence_lies_between_nought_and_one_and_decides_how_a_name_is_given(text):
    for _, said in everything(text)[1]:
        assert 0 <= said.confidence <= 1
        assert said.speaker is None or said.confidence >= SURE
        assert said.probably is None or LIKELY <= said.confidence < SURE
        assert not (said.speaker and said.probably)


@given(any_text)
def test_a_report_always_says_whose_it_is(text):
    assert all(u.as_printed for _, u in everything(text)[1] if u.kind is UtteranceKind.INDIRECT)


@given(any_text)
def test_only_passages_hold_utterances(text):
    blocks = [Block(kind, 0, len(text)) for kind in BlockKind if not kind.answers]
    assert not any(attribute(text, blocks))
