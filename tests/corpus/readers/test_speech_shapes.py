from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_reads_or_refuses, refusal, voices

from corpus.readers.speech_json import read_speech_json

PATH = NOWHERE / "quay.json"


def read(form):
    return read_speech_json(json.dumps(form), PATH)


def times(page):
    return [(b.time, b.of(page.text)) for b in page.blocks]


def spoken(words, start, end, **more):
    return {"word": words, "start": start, "end": end, **more}


def item(content, start=None, **more):
    kind = {"type": "punctuation"} if start is None else {"start_time": str(start), "end_time": str(start + 0.2)}
    return {"type": "pronunciation", **kind, "alternatives": [{"content": content, "confidence": "0.9"}], **more}


def test_whisper_segments_become_paragraphs_by_their_pauses():
    rows = [(0, 2.5, " It rained all night."), (2.5, 3, " Nobody slept."), (6, 7.5, " Then it stopped.")]
    page = read({"segments": [{"start": a, "end": b, "text": words} for a, b, words in rows]})
    assert times(page) == [(0.0, "It rained all night. Nobody slept."), (6.0, "Then it stopped.")]


def test_whisperx_segments_become_turns_by_their_speakers():
    rows = [("Oda Bern", "It rained."), ("Oda Bern", "All night."), ("Mara Quell", "It did.")]
    segments = [{"start": n, "end": n + 1, "text": w, "speaker": s, "words": []} for n, (s, w) in enumerate(rows)]
    assert voices(read({"segments": segments, "word_segments": []})) == [
        ("Oda Bern", "It rained. All night."),
        ("Mara Quell", "It did."),
    ]


def test_whisper_cpp_counts_in_milliseconds():
    form = {"transcription": [{"offsets": {"from": 1500, "to": 2500}, "text": " It rained."}]}
    assert times(read(form)) == [(1.5, "It rained.")]


def test_assembly_utterances_have_voices():
    form = {
        "text": "It rained. It did.",
        "utterances": [
            {"speaker": "A", "start": 1000, "end": 2000, "text": "It rained."},
            {"speaker": "Mara Quell", "start": 2500, "end": 3000, "text": "It did."},
        ],
        "words": [{"text": "It", "start": 1000, "end": 1100}],
    }
    page = read(form)
    assert voices(page) == [(None, "It rained."), ("Mara Quell", "It did.")]
    assert [time for time, _ in times(page)] == [1.0, 2.5]


def test_assembly_without_speakers_is_read_from_its_words():
    words = [
        {"text": w, "start": n * 300, "end": n * 300 + 200} for n, w in enumerate("It rained. It did.".split())
    ]
    page = read({"text": "It rained. It did.", "utterances": None, "words": words})
    assert times(page) == [(0.0, "It rained. It did.")]


def test_deepgram_utterances_have_voices():
    rows = [(0, "It rained."), (1, "It did.")]
    said = [{"start": n + 0.5, "end": n + 1, "transcript": w, "speaker": s} for n, (s, w) in enumerate(rows)]
    page = read({"metadata": {}, "results": {"channels": [], "utterances": said}})
    assert times(page) == [(0.5, "It rained."), (1.5, "It did.")]


def test_deepgram_words_are_taken_with_their_points():
    words = [spoken("it", 0.5, 0.7, punctuated_word="It"), spoken("rained", 0.8, 1, punctuated_word="rained.")]
    channel = {"alternatives": [{"transcript": "It rained.", "words": words}, {"transcript": "Hit", "words": []}]}
    assert times(read({"results": {"channels": [channel]}})) == [(0.5, "It rained.")]


def test_deepgram_channels_are_put_in_the_order_of_their_times():
    one = {"alternatives": [{"words": [spoken("Well?", 1, 2), spoken("So.", 5, 6)]}]}
    two = {"alternatives": [{"words": [spoken("Yes.", 3, 4)]}]}
    assert [words for _, words in times(read({"results": {"channels": [one, two]}}))] == ["Well?", "Yes.", "So."]


def test_amazon_points_stand_behind_their_words():
    items = [item("It", 0.5), item("rained", 0.8), item("."), item("Did", 1.2), item("it", 1.4), item("?")]
    page = read({"jobName": "a", "results": {"transcripts": [{"transcript": "-"}], "items": items}})
    assert times(page) == [(0.5, "It rained. Did it?")]


def test_amazon_speakers_are_found_with_the_words():
    items = [item("Yes", 0.5, speaker_label="spk_0"), item("."), item("No", 1.5, speaker_label="spk_1"), item("!")]
    assert times(read({"results": {"items": items}})) == [(0.5, "Yes."), (1.5, "No!")]


def test_amazon_speakers_are_found_beside_the_words_in_older_files():
    labels = [{"items": [{"start_time": "0.5", "speaker_label": "spk_0"}]},
              {"items": [{"start_time": "1.5", "speaker_label": "Oda Bern"}]}]  # fmt: skip
    form = {"results": {"items": [item("Yes", 0.5), item("No", 1.5)], "speaker_labels": {"segments": labels}}}
    assert voices(read(form)) == [(None, "Yes"), ("Oda Bern", "No")]


def test_amazon_segments_are_taken_where_there_are_any():
    segment = {"transcript": "It rained.", "start_time": "0.0", "end_time": "1.5", "speaker_label": "spk_0"}
    assert times(read({"results": {"items": [], "audio_segments": [segment]}})) == [(0.0, "It rained.")]


def test_google_results_follow_one_another():
    results = [
        {"alternatives": [{"transcript": "It rained."}, {"transcript": "Hit"}], "resultEndTime": "2.5s"},
        {"alternatives": [{"transcript": " It did."}], "resultEndTime": "9s"},
        {"alternatives": [{}]},
    ]
    page = read({"results": results})
    assert times(page) == [(0.0, "It rained. It did.")]


def test_googles_last_result_has_all_the_words_of_told_apart_speakers():
    tagged = [spoken(w, 0, 0, startTime=f"{n}s", endTime=f"{n}.5s", speakerTag=tag)
              for n, (w, tag) in enumerate([("Well?", 1), ("Yes.", 2), ("So.", 1)])]  # fmt: skip
    results = [{"alternatives": [{"transcript": "Well? Yes. So."}]}, {"alternatives": [{"words": tagged}]}]
    assert times(read({"response": {"results": results}})) == [(0.0, "Well?"), (1.0, "Yes."), (2.0, "So.")]


def test_googles_second_version_names_its_speakers_by_labels():
    def result(words, start, label):
        word = {"word": words, "startOffset": f"{start}s", "endOffset": f"{start + 1}s", "speakerLabel": label}
        return {"alternatives": [{"transcript": words, "words": [word]}], "resultEndOffset": f"{start + 1}s"}

    page = read({"results": [result("Well?", 1, "1"), result("Yes.", 3, "Oda Bern")]})
    assert voices(page) == [(None, "Well?"), ("Oda Bern", "Yes.")]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"segments": ["It rained."]}, "segments that are a list; expected a list of objects"),
        ({"segments": [{"start": 0, "end": 1}]}, "segment 1 whose words are missing"),
        ({"segments": [{"start": 0, "end": 1, "text": ["It"]}]}, "segment 1 whose words are a list"),
        ({"segments": [{"text": "It rained."}]}, "segment 1 at the time 'None'"),
        ({"segments": [{"start": -1, "end": 1, "text": "It"}]}, "segment 1 at the time '-1'"),
        ({"segments": [{"start": True, "end": 1, "text": "It"}]}, "segment 1 at the time 'True'"),
        ({"segments": [{"start": 0, "end": 1e99, "text": "It"}]}, "segment 1 at the time '1e+99'"),
        ({"segments": [{"start": 0, "end": 1, "text": "It", "speaker": []}]}, "segment 1 whose speaker is a list"),
        ({"transcription": [{"text": "It"}]}, "segment 1 at the time"),
        ({"utterances": [{"text": "It"}]}, "utterance 1 at the time"),
        ({"results": {"channels": [{"alternatives": {}}]}}, "alternatives that are an object"),
        ({"results": {"items": [{"alternatives": []}]}}, "item 1 whose words are missing"),
        ({"results": [{"alternatives": [{"words": [{"word": "It", "startTime": "soon"}]}]}]}, "'soon'"),
    ],
)
def test_a_piece_that_is_not_whole_refuses_the_file_by_its_place(form, message):
    assert message in refusal(read, form)


FORMS = [
    {"segments": [{"start": 0, "end": 1, "text": " It rained.", "speaker": "A"}]},
    {"transcription": [{"offsets": {"from": 0, "to": 900}, "text": " It rained."}]},
    {"utterances": [{"speaker": "A", "start": 0, "end": 900, "text": "It rained."}]},
    {"results": {"channels": [{"alternatives": [{"words": [spoken("It", 0, 1), spoken("rained.", 1, 2)]}]}]}},
    {"results": {"items": [item("It", 0.5), item("rained", 0.8), item(".")]}},
    {"results": [{"alternatives": [{"transcript": "It rained."}], "resultEndTime": "2.5s"}]},
]


@pytest.mark.parametrize("form", FORMS)
def test_the_words_are_those_that_were_recognised(form):
    assert [words for _, words in voices(read(form))] == ["It rained."]


@pytest.mark.parametrize("form", FORMS)
@given(st.data())
def test_a_shape_with_a_value_out_of_place_is_read_or_refused(form, data):
    form = copy.deepcopy(form)
    spots = list(_spots(form))
    holder, key = data.draw(st.sampled_from(spots))
    holder[key] = data.draw(st.sampled_from([None, "", "soon", -1, 1e300, True, [], {}, [[]], [None], {"a": 1}]))
    check_reads_or_refuses(read, form)


def _spots(form):
    """Yield every place in a form whose value can be changed."""
    for key in range(len(form)) if isinstance(form, list) else form:
        yield form, key
        if isinstance(form[key], list | dict):
            yield from _spots(form[key])
