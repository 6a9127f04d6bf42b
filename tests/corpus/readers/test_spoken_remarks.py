from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE
from subtitle_files import srt, vtt

from corpus import limits
from corpus.errors import SourceFormatError
from corpus.readers.speech_json import read_speech_json
from corpus.readers.spoken_remarks import bracket_remarks, cue_remarks, stray_lines, time_remarks, voice_remarks
from corpus.readers.subtitles import read_srt, read_vtt

TIMES = "00:00:01.000 --> 00:00:02.000"


def of_vtt(text):
    return list(read_vtt(text, NOWHERE / "quay.vtt").remarks)


def of_srt(text):
    return list(read_srt(text, NOWHERE / "quay.srt").remarks)


def of_json(form):
    return list(read_speech_json(json.dumps(form), NOWHERE / "quay.json").remarks)


def segments(*rows, **more):
    """Return what Whisper writes of rows of start, words and speaker."""
    keys = ("start", "text", "speaker")
    return {"segments": [{"end": row[0] + 1, **dict(zip(keys, row, strict=False))} for row in rows], **more}


@pytest.mark.parametrize(
    "text",
    [
        vtt("It rained.", "It <i>did</i>."),
        vtt("<v Oda Bern>It rained.", "<v.loud Mara Quell>It did.</v>", "[Applause]", "♪"),
        vtt(
            "<c.yellow.bg>It <00:01.000>rained.</c>",
            "<lang en><ruby>a<rt>b</rt></ruby></lang>",
            "<font color=red>So",
        ),
        "WEBVTT\nKind: captions\nLanguage: en\n\nSTYLE\n::cue {}\n\nNOTE\nOne.\nTwo.\n\nopening\n"
        f"{TIMES}\nIt rained.\n\nNOTE Three.\n\n\n2\n00:00:03.000 --> 00:00:04.000\nIt did.\n\n\n",
        f"WEBVTT\n\n{TIMES}\nSix &lt; seven, and 5 > 4.\n",
        f"WEBVTT\n{TIMES}\nIt rained.\n",
    ],
)
def test_an_ordinary_webvtt_file_has_no_remark(text):
    assert of_vtt(text) == []


@pytest.mark.parametrize(
    "text", [srt("It rained.", "It did."), srt("ODA BERN: So.", "MARA QUELL: No.", "ODA BERN: Yes."),
             "\n\n" + srt("<i>It rained.</i>", "a\n\nb"), f"{TIMES}\nIt rained.\n"]
)  # fmt: skip
def test_an_ordinary_subrip_file_has_no_remark(text):
    assert of_srt(text) == []


@pytest.mark.parametrize(
    "rows", [[(0, "It rained."), (1, "It did.")], [(0, "So.", "Oda Bern"), (1, "No.", "Mara Quell")]]
)
def test_an_ordinary_transcript_has_no_remark(rows):
    assert of_json(segments(*rows, text=" ".join(row[1] for row in rows))) == []


@pytest.mark.parametrize(
    ("cues", "told"), [([""], "1 cue has no words and was"), (["", " "], "2 cues have no words and were")]
)
@pytest.mark.parametrize(("read", "write"), [(of_vtt, vtt), (of_srt, srt)])
def test_cues_without_words_are_counted(read, write, cues, told):
    assert read(write("It rained.", *cues, "It did.")) == [f"{told} passed over"]


def test_times_that_run_backwards_are_counted():
    clock = "{0:02}:00.000 --> {1:02}:00.000\nIt rained {0}."
    cues = [clock.format(*times) for times in ((1, 2), (4, 3), (3, 4), (9, 8), (5, 6))]
    assert of_vtt("\n\n".join(["WEBVTT", *cues])) == [
        "2 cues end before they begin",
        "2 cues begin before the one above; all were put in the order of their times",
    ]
    assert list(cue_remarks([(1, 0), (0, 1)], 0, 0)) == [
        "1 cue ends before it begins",
        "1 cue begins before the one above; all were put in the order of their times",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"WEBVTT\n\n{TIMES}\nIt rained.\n\nall night\n", "1 line outside of all cues was"),
        (f"WEBVTT\n\n{TIMES}\nIt rained.\n\nall\n\nnight\n\n2\n{TIMES}\nSo.", "2 lines outside of all cues were"),
        (f"WEBVTT\n\nA title\n\n1\n{TIMES}\nIt rained.", "1 line outside of all cues was"),
    ],
)
def test_lines_outside_of_all_cues_of_webvtt_are_counted(text, told):
    assert of_vtt(text) == [f"{told} not read"]


def test_lines_above_the_first_cue_of_subrip_are_counted():
    assert of_srt(f"A title\nby Oda Bern\n\n{srt('It rained.')}") == ["2 lines outside of all cues were not read"]
    assert of_srt(f"A title\n{TIMES}\nIt rained.") == ["1 line outside of all cues was not read"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["", "1"], 1),
        (["", "NOTE a", "b", "", "c", "NOTE d"], 2),
        (["STYLE", "::cue {}"], 0),
        (["NOTED", ""], 1),
    ],
)
def test_comments_are_no_stray_lines(lines, count):
    assert stray_lines(lines) == count


@given(st.lists(st.sampled_from(["", " ", "NOTE", "NOTE a", "REGION", "words", "2"]), max_size=9))
def test_stray_lines_are_never_more_than_say_something(lines):
    assert 0 <= stray_lines(lines) <= sum(bool(line.strip()) for line in lines)


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        (["It <inaudible> rained."], "“<inaudible>” was taken for a tag and left out"),
        (
            ["It <noise of boats> rained.", "<crosstalk>", "<x>"],
            "“<noise of boats>” and 2 more were taken for tags and left out",
        ),
    ],
)
def test_words_in_angle_brackets_are_told(cues, told):
    assert of_vtt(vtt("So.", *cues))[0 if len(cues) == 1 else -1] == told


def test_words_in_angle_brackets_are_kept_in_subrip():
    assert of_srt(srt("It <inaudible> rained.")) == []


@given(st.text(alphabet="<>/cvi 0.b\x1b\n", max_size=80))
def test_what_stands_in_brackets_is_shown_on_one_line(words):
    for remark in bracket_remarks(words):
        assert remark.isprintable()
        assert len(remark) <= limits.MAX_REMARK_CHARS


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([(1, " ")], "1 piece of speech has no words and was"),
        ([(1, ""), (2, "\t")], "2 pieces of speech have no words and were"),
    ],
)
def test_pieces_without_words_are_counted(rows, told):
    assert of_json(segments((0, "It rained."), *rows)) == [f"{told} passed over"]


def test_a_result_in_which_nothing_was_understood_is_counted():
    results = [{"alternatives": [{"transcript": "It rained."}]}, {"alternatives": [{}]}, {}]
    assert of_json({"results": results}) == ["2 pieces of speech have no words and were passed over"]


def test_pieces_out_of_order_stay_where_they_are():
    assert of_json(segments((5, "It rained."), (1, "It did."), (6, "So."))) == [
        "1 piece of speech begins before the one above; the order of the file was kept"
    ]
    assert list(time_remarks([3.0, 2.0, 1.0, 1.0], 0)) == [
        "2 pieces of speech begin before the one above; the order of the file was kept"
    ]


def test_pieces_without_a_voice_are_counted_where_others_have_one():
    told = "1 of 3 pieces of speech names no voice, where others do"
    assert of_json(segments((0, "So.", "Oda Bern"), (1, "No."), (2, "Yes.", "Mara Quell"))) == [told]
    assert of_vtt(vtt("<v Oda Bern>It rained.", "It did.", "(Applause)", "Yes.")) == [
        "2 of 3 pieces of speech name no voice, where others do"
    ]


@pytest.mark.parametrize("label", ["SPEAKER_00", "Speaker 2", "spk_1", "A", 3])
def test_voices_that_are_only_numbered_name_nobody(label):
    assert of_json(segments((0, "So.", label), (1, "No.", "Oda Bern"))) == [
        f"1 voice is only numbered and named by nobody: {label}"
    ]


def test_many_numbered_voices_are_cut():
    (remark,) = voice_remarks({f"S{n}": 1 for n in range(9)}, [f"S{n}" for n in range(9)])
    assert remark == "9 voices are only numbered and named by nobody: S0, S1, S2, S3, S4 and 4 more"


def test_a_text_that_is_longer_than_its_segments_is_told():
    more = "It rained. " + "Nobody slept in the harbour that night. " * 3
    (remark,) = of_json(segments((0, "It rained."), text=more))
    assert (
        remark
        == f"the text as a whole has {len(more) - 11} characters more than its timed pieces, which alone were read"
    )


@pytest.mark.parametrize("whole", ["It  rained.\n\n", "It rained, it seems.", "", None, 7])
def test_a_text_of_about_the_same_length_is_the_same(whole):
    assert of_json(segments((0, "It rained."), text=whole)) == []


def test_deepgrams_results_without_channels_are_refused_by_name():
    with pytest.raises(SourceFormatError, match="has channels that are missing"):
        of_json({"results": {"utterances": []}})
