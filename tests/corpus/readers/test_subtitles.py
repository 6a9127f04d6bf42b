from __future__ import annotations

import pytest
from hypothesis import given
from pages import NOWHERE, check_page, check_reads_or_refuses, mutations, refusal, said, shown, stated, voices
from subtitle_files import srt, vtt

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError
from corpus.readers.files import decode
from corpus.readers.subtitles import read_srt, read_vtt

VTT = NOWHERE / "quay.vtt"
SRT = NOWHERE / "quay.srt"
MEETING = """WEBVTT - The harbour council
Kind: captions
Language: en-GB

STYLE
::cue { color: lime }

NOTE A word of the captioner

1 - opening
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v Mara Quell>Good evening &amp; <i>welcome</i>
to the quay.

00:04.000 --> 00:05.500
<v.loud Mara Quell>It rains.</v> <v Oda Bern (clerk)>It does.</v>

00:05.500 --> 00:06.000
[Applause]

00:06.000 --> 01:00:07.250
<v Oda Bern (clerk)>Indeed.
"""
COUNCIL = """1
00:00:01,000 --> 00:00:04,000
ODA BERN: I call the meeting
to order.

2
00:00:04,000 --> 00:00:05,000
- MARA QUELL: Thank you.
- Who is there?

3
00:00:08,000 --> 00:00:09,000
ODA BERN: The second point.

4
00:00:09,500 --> 00:00:10,000
>> MARA QUELL: Good.

5
00:00:11,000 --> 00:00:12,000
(laughs)

6
00:00:12,000 --> 00:00:13,000
We go on.
"""


def paragraphs(page):
    return [words for words, kind in shown(page) if kind == "paragraph"]


def test_a_cue_of_rolling_captions_may_begin_with_a_line_of_blanks():
    at = "align:start position:0%"
    rolling = (
        f"WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.990 {at}\n \ngood<00:00:00.500><c> morning</c>\n\n"
        f"00:00:02.990 --> 00:00:03.000 {at}\ngood morning\n \n\n"
        f"00:00:22.000 --> 00:00:24.990 {at}\n \nIt<00:00:22.400><c> rains</c>\n"
    )
    page = read_vtt(rolling, VTT)
    assert [block.time for block in page.blocks] == [0.0, 22.0]
    assert page.remarks == ()


def test_cues_of_one_voice_are_one_turn():
    assert voices(read_vtt(MEETING, VTT)) == [
        ("Mara Quell", "Good evening & welcome to the quay. It rains."),
        ("Oda Bern", "It does."),
        ("Oda Bern", "Indeed."),
    ]


def test_a_turn_has_the_time_of_its_first_cue():
    assert [b.time for b in read_vtt(MEETING, VTT).blocks] == [1.0, 4.0, 5.5, 6.0]


def test_a_voice_may_carry_the_role():
    clerk = read_vtt(MEETING, VTT).blocks[1].voice
    assert (clerk.name, clerk.as_printed, clerk.role) == ("Oda Bern", "Oda Bern", "clerk")


def test_notes_and_style_sheets_are_not_part_of_the_text():
    text = read_vtt(MEETING, VTT).text
    assert "captioner" not in text
    assert "lime" not in text


def test_a_remark_on_a_line_of_its_own_is_set_apart():
    assert ("[Applause]", "leftover") in shown(read_vtt(MEETING, VTT))


def test_a_remark_over_two_lines_is_one():
    page = read_vtt(vtt("It rained.", "[slow music\nfrom the mole]", "It poured."), VTT)
    assert ("[slow music from the mole]", "leftover") in shown(page)


def test_the_language_is_stated_where_the_file_says_it():
    assert stated(read_vtt(MEETING, VTT)) == {"language": "en-GB"}
    assert stated(read_vtt(vtt("It rained."), VTT)) == {}


def test_a_voice_that_names_nobody_is_told_apart_and_not_named():
    page = read_vtt(vtt("<v Speaker 2>Who?", "<v Oda Bern>I.", "<v SPEAKER_01>And?"), VTT)
    assert voices(page) == [(None, "Who?"), ("Oda Bern", "I."), (None, "And?")]


def test_a_file_of_another_voice_is_cut_for_a_voice_and_not_for_a_pause():
    cues = ("00:01.000 --> 00:02.000\n<v Oda Bern>One.", "00:09.000 --> 00:10.000\n<v Oda Bern>Two.")
    page = read_vtt("\n\n".join(["WEBVTT", *cues, "00:10.000 --> 00:11.000\n<v Mara Quell>Three."]), VTT)
    assert voices(page) == [("Oda Bern", "One. Two."), ("Mara Quell", "Three.")]


@pytest.mark.parametrize(("pause", "count"), [(1.9, 1), (2.0, 2), (50.0, 2)])
def test_one_voice_alone_is_cut_into_paragraphs_at_pauses_of_two_seconds(pause, count):
    start = 2 + pause
    text = (
        f"WEBVTT\n\n00:00.000 --> 00:02.000\nIt rained.\n\n00:{start:06.3f} --> 00:{start + 1:06.3f}\nIt poured.\n"
    )
    assert len(read_vtt(text, VTT).blocks) == count


def test_speech_without_a_pause_is_cut_at_a_sentence_once_it_is_long():
    page = read_vtt(vtt(*["The tide came in over the mole and nobody saw it come at all."] * 40, step=1), VTT)
    lengths = [len(words) for words in paragraphs(page)]
    assert len(lengths) > 2
    assert all(700 <= n < 800 for n in lengths[:-1])
    assert all(words.endswith(".") for words in paragraphs(page))


def test_a_turn_too_long_for_a_passage_says_that_it_is_continued_and_when():
    long = ["<v Oda Bern>The tide came in over the mole and nobody saw it."] * 200
    page = read_vtt(vtt("<v Mara Quell>Well?", *long, step=1), VTT)
    turn = [b for b in page.blocks if b.voice.name == "Oda Bern"]
    assert [b.continued for b in turn] == [False, True]
    assert turn[1].time > 90
    assert all(b.end - b.start <= limits.MAX_PASSAGE_CHARS for b in turn)
    assert page.text[turn[0].end - 1] == "."


def test_a_dash_shows_that_another_speaks_and_is_no_word():
    page = read_srt(srt("It rains.", "- Who is there?\n- Nobody.\nOnly the wind."), SRT)
    assert paragraphs(page) == ["It rains.", "Who is there?", "Nobody. Only the wind."]


@pytest.mark.parametrize(
    "line", ["-5 degrees at night.", "—and then it stopped.", "well-kept boats.", "-- so be it."]
)
def test_a_dash_that_is_part_of_the_words_stays(line):
    assert paragraphs(read_srt(srt(line), SRT)) == [line]


def test_printed_names_are_the_speakers_of_their_turns(tmp_path):
    path = tmp_path / "council.srt"
    path.write_text(COUNCIL, encoding="utf-8")
    assert said(path) == [
        ("ODA BERN", "I call the meeting to order."),
        ("MARA QUELL", "Thank you."),
        ("ODA BERN", "The second point."),
        ("MARA QUELL", "Good."),
        ("MARA QUELL", "We go on."),
    ]


def test_a_dash_without_a_name_is_nobodys_turn_among_named_ones():
    page = read_srt(COUNCIL, SRT)
    assert ("Who is there?", "paragraph") in shown(page)
    assert ("MARA QUELL: Thank you.", "turn") in shown(page)


def test_a_name_in_the_middle_of_a_sentence_opens_no_turn():
    text = COUNCIL.replace("We go on.", "We go on to the next of the points,\nMARA QUELL: the wall.")
    assert shown(read_srt(text, SRT))[-1][0].endswith("points, MARA QUELL: the wall.")


def test_a_colon_alone_makes_no_transcript():
    page = read_srt(srt("Note: it rained.", "Paris: it rained.", "It poured."), SRT)
    assert [kind for _, kind in shown(page)] == ["paragraph"]


def test_cues_come_in_the_order_of_their_times():
    text = "2\n00:00:05,000 --> 00:00:06,000\nlate.\n\n1\n00:00:04,000 --> 00:00:05,000\nSooner or\n"
    assert paragraphs(read_srt(text, SRT)) == ["Sooner or late."]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(ends):
    page = read_vtt("\ufeff" + MEETING.replace("\n", ends), VTT)
    assert voices(page) == voices(read_vtt(MEETING, VTT))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It rained.\n", "opens with 'It rained.'; expected WEBVTT"),
        ("WEBVTT\n\nIt rained.\n", "has no cue"),
        ("WEBVTT\n\n00:99.000 --> 00:03.000\nIt rained.\n", "has in line 3 '00:99.000 --> 00:03.000'"),
    ],
)
def test_what_is_no_webvtt_is_refused_by_name(text, message):
    assert message in refusal(read_vtt, text, VTT)


def test_a_time_that_cannot_be_read_refuses_the_whole_file():
    with pytest.raises(SourceFormatError, match="has no cue"):
        read_srt("1\n0:00:1x --> 0\nIt rained.\n", SRT)
    with pytest.raises(SourceFormatError, match="in line 6"):
        read_srt("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02 -->\nTwo.\n", SRT)


def test_cues_without_words_are_refused_as_empty():
    with pytest.raises(SourceEmptyError, match="no words in it"):
        read_vtt(vtt("<v Oda Bern></v>", "♪"), VTT)


def test_more_cues_than_a_document_may_have_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BLOCKS", 3)
    with pytest.raises(SourceTooLargeError, match="has 4 cues"):
        read_vtt(vtt("a", "b", "c", "d"), VTT)


def test_an_end_before_its_start_is_not_minded():
    page = read_vtt("WEBVTT\n\n00:05.000 --> 00:01.000\nIt rained.\n", VTT)
    assert [(b.time, b.of(page.text)) for b in page.blocks] == [(5.0, "It rained.")]


@given(mutations(MEETING.encode()))
def test_any_webvtt_is_a_page_or_a_refusal(data):
    check_reads_or_refuses(lambda: read_vtt(decode(data, VTT), VTT))


@given(mutations(COUNCIL.encode()))
def test_any_subrip_is_a_page_or_a_refusal(data):
    check_reads_or_refuses(lambda: read_srt(decode(data, SRT), SRT))


def test_a_hostile_file_of_tags_and_ampersands_takes_no_time():
    page = read_vtt(vtt("It rained.", "<" * 200_000, "&" * 200_000, "<v " * 50_000, "<" + "a" * 200_000), VTT)
    check_page(page)
