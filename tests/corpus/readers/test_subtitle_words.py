from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_page, shown
from subtitle_files import srt, vtt

from corpus.readers.subtitles import read_srt, read_vtt

VTT = NOWHERE / "quay.vtt"
SRT = NOWHERE / "quay.srt"


def paragraphs(page):
    return [words for words, kind in shown(page) if kind == "paragraph"]


def test_rolling_captions_are_folded_word_for_word():
    cues = ["one", "one\ntwo", "two\nthree", "three\nfour four", "four four\nfive"]
    assert paragraphs(read_vtt(vtt(*cues), VTT)) == ["one two three four four five"]


def test_rolling_captions_with_times_in_them_are_folded_too():
    cues = [f"word {n}\nword<00:00:01.000><c> {n + 1}</c>" for n in range(6)]
    assert paragraphs(read_vtt(vtt(*cues), VTT)) == ["word 0 word 1 word 2 word 3 word 4 word 5 word 6"]


def test_what_is_said_twice_is_kept_twice():
    assert paragraphs(read_vtt(vtt("No.", "No.", "It rained.", "We wait.", "Well."), VTT)) == [
        "No. No. It rained. We wait. Well."
    ]


def test_what_is_said_again_and_again_is_kept_as_often():
    assert paragraphs(read_vtt(vtt(*["No more!"] * 20), VTT)) == [" ".join(["No more!"] * 20)]


def test_the_same_words_shown_twice_at_one_time_are_one():
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\nIt rained.\n\n00:01.000 --> 00:03.000\nIt rained.\n"
    assert paragraphs(read_vtt(text, VTT)) == ["It rained."]


def test_other_words_at_the_same_time_are_all_kept():
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\nIt rained.\n\n00:01.000 --> 00:03.000\nIt rained!\n"
    assert paragraphs(read_vtt(text, VTT)) == ["It rained. It rained!"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("&lt;quay&gt; &amp;amp; &nbsp;&#233;&#xE9;", "<quay> &amp; éé"),
        ("&unknown; &#0; &#xD800; &#99999999;", "&unknown; &#0; &#xD800; &#99999999;"),
        ("<c.yellow.bg_blue>Tide</c> <lang en>in</lang>", "Tide in"),
        ("<ruby>水<rt>sui</rt></ruby>", "水sui"),
        ("水門\nの町", "水門の町"),
    ],
)
def test_tags_are_dropped_and_entities_are_what_they_stand_for(source, words):
    assert paragraphs(read_vtt(vtt(source), VTT)) == [words]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<i>Tide</i> {\\an8}in", "Tide in"),
        ('<font color="#fff">Tide</font> {b}in{/b}', "Tide in"),
        ("a <script>tide</script>", "a <script>tide</script>"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("A --> B was the way", "A --> B was the way"),
    ],
)
def test_subrip_loses_its_own_tags_and_no_others(source, words):
    assert paragraphs(read_srt(srt(source), SRT)) == [words]


def test_a_blank_line_within_a_subrip_cue_loses_no_words():
    assert paragraphs(read_srt(srt("It rained.\n\nAnd poured.", "So."), SRT)) == ["It rained. And poured. So."]


def test_a_number_that_is_said_is_no_cue_number():
    text = srt("How many boats?", "7", "Good.")
    assert paragraphs(read_srt(text, SRT)) == ["How many boats? 7 Good."]


def test_a_subrip_file_without_numbers_is_read():
    cues = [f"00:00:0{n},000 --> 00:00:0{n + 1},000\n{words}" for n, words in enumerate(["How many?", "7", "So."])]
    text = "\n\n".join(cues)
    assert paragraphs(read_srt(text, SRT)) == ["How many? 7 So."]


_words = st.sampled_from(
    "harbour Lowmere: 1998, naïve cafe\u0301 🌊 水門 [i] ½ \u202e \ufeff ﬁ Mr. … — “tide” * { } >> -".split(" ")
)
_lines = st.lists(_words, min_size=1, max_size=6).map(" ".join)


@given(st.lists(_lines, min_size=1, max_size=20))
def test_no_word_is_lost_and_none_is_added(lines):
    page = read_vtt(vtt(*(f"line {n} {line}" for n, line in enumerate(lines))), VTT)
    check_page(page)
    expected = "".join("".join(f"line {n} {line}".split()) for n, line in enumerate(lines))
    assert "".join(page.text.split()) == expected
