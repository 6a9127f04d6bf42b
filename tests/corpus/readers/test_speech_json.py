from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_reads_or_refuses, mutations, refusal, said, stated, voices

from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError
from corpus.model import BlockKind
from corpus.readers.build import read_here
from corpus.readers.files import decode
from corpus.readers.speech_json import KNOWN, read_speech_json

PATH = NOWHERE / "quay.json"
WHISPER = {
    "text": " It rained all night. Nobody slept.",
    "language": "en",
    "segments": [
        {"id": 0, "start": 0.0, "end": 2.5, "text": " It rained all night.", "speaker": "Oda Bern"},
        {"id": 1, "start": 2.5, "end": 4, "text": " Nobody slept.", "speaker": "SPEAKER_01"},
    ],
}


def read(form):
    return read_speech_json(form if isinstance(form, str) else json.dumps(form), PATH)


def test_a_shape_that_is_not_known_is_refused_with_those_that_are():
    message = refusal(read, {"paragraphs": ["It rained."]})
    assert "JSON of a shape that is not known" in message
    assert KNOWN in message


@pytest.mark.parametrize("form", ["[]", "7", '"It rained."', "null", "{}", '{"segments": {}}', '{"results": []}'])
def test_json_that_is_no_transcript_is_refused(form):
    assert refusal(read, form) is not None


@pytest.mark.parametrize("text", ["It rained.", "{", '{"segments": [}', '{"segments": [NaN]}', '{"a": Infinity}'])
def test_what_is_no_json_is_refused_as_that(text):
    assert "is no JSON" in refusal(read, text)


def test_nesting_without_end_is_refused():
    assert refusal(read, '{"segments":' + "[" * 100_000) is not None
    assert "nested too deep" in refusal(read, "[" * 100_000 + "]" * 100_000)


def test_a_number_of_ten_thousand_digits_is_refused():
    assert "is no JSON" in refusal(read, '{"segments": [' + "9" * 10_000 + "]}")


def test_more_values_than_are_read_are_refused_before_they_are_built(monkeypatch):
    monkeypatch.setattr(limits, "MAX_JSON_VALUES", 10)
    with pytest.raises(SourceTooLargeError, match="more than 10 values"):
        read(WHISPER)


def test_half_a_character_in_an_escape_is_refused():
    text = json.dumps(WHISPER).replace("Nobody", "\\ud83c")
    with pytest.raises(SourceFormatError, match=r"U\+D83C"):
        read(text)


def test_a_mark_before_the_first_brace_is_not_minded():
    assert voices(read("\ufeff" + json.dumps(WHISPER)))


@pytest.mark.parametrize(
    ("given_language", "kept"),
    [("en", "en"), ("en_us", "en-us"), ("pt-BR", "pt-BR"), ("english", None), ("", None), (7, None), ([], None)],
)
def test_the_language_is_stated_where_it_is_a_code(given_language, kept):
    fields = stated(read(WHISPER | {"language": given_language}))
    assert fields == ({"language": kept} if kept else {})


def test_nothing_else_is_stated_of_a_recording():
    assert set(stated(read(WHISPER | {"title": "x", "created": "2020-01-01"}))) == {"language"}


def test_a_named_voice_says_its_turn_and_a_numbered_one_is_nobody(tmp_path):
    path = tmp_path / "quay.json"
    path.write_text(json.dumps(WHISPER), encoding="utf-8")
    assert [row for row in said(path) if row[0]] == [("Oda Bern", "It rained all night.")]
    assert [name for name, _ in voices(read(WHISPER))] == ["Oda Bern", None]


def test_a_numbered_voice_is_unattributed_and_keeps_its_label(tmp_path):
    path = tmp_path / "quay.json"
    path.write_text(json.dumps(WHISPER), encoding="utf-8")
    turn = read_here(path).documents[0].passages[1]
    (said_by,) = turn.utterances
    assert turn.kind is BlockKind.TURN
    assert (said_by.speaker, said_by.as_printed, said_by.confidence) == (None, "SPEAKER_01", 0.0)


@given(mutations(json.dumps(WHISPER).encode()))
def test_any_bytes_are_a_page_or_a_refusal(data):
    check_reads_or_refuses(lambda: read_speech_json(decode(data, PATH), PATH))


_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**20), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                "text start end speaker words alternatives transcript items channels utterances".split()
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from("segments transcription results words utterances response".split()), _values)
)
def test_values_of_every_kind_in_every_place_are_read_or_refused(form):
    check_reads_or_refuses(lambda: read_speech_json(json.dumps(form), PATH))
