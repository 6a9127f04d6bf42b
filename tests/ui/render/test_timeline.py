from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hostile import HOSTILE
from ui_html import elements, foreign, one
from ui_people import point, timeline

from corpus.model import UtteranceKind
from qa.reading import Reading
from ui import strings
from ui.render.timeline import ROWS, point_told, question_timeline, speaker_timeline

TWO = (point("2012-05-01", words="It stands."), point("2014-08-10", speaker="Warden Bern", passage_id="p9"))

#: No word of a document ever stands in a style.
NUMBERS = re.compile(r"(--or-[a-z]+:[\d.]+%?;?)+")


def _of(html, css_class):
    return [e for e in elements(html) if css_class in e.classes]


def test_each_point_is_a_link_to_its_passage():
    marks = _of(question_timeline(timeline(*TWO)), "or-point")
    assert [(m.tag, m.attributes["data-or-go"], m.attributes["data-or-value"]) for m in marks] == [
        ("a", "read", "p3"), ("a", "read", "p9"),
    ]  # fmt: skip
    assert [m.attributes["href"] for m in marks] == ["?passage=p3", "?passage=p9"]


def test_each_point_says_who_how_when_what_and_where():
    told = _of(question_timeline(timeline(*TWO)), "or-point")[0].attributes["aria-label"]
    dated = "in a document of May 1, 2012, so said then or earlier"
    assert told == f"Sanna Veld, quoted directly, {dated}: It stands. In: The Harbour"


def test_each_speaker_has_a_row_with_a_link_to_their_page():
    names = _of(question_timeline(timeline(*TWO)), "or-plot-name")
    assert [name.text for name in names] == ["Sanna Veld", "Warden Bern"]
    assert len(_of(question_timeline(timeline(*TWO)), "or-track")) == 2


def test_the_plot_has_a_name_for_who_cannot_see_it():
    plot = one(question_timeline(timeline(*TWO)), "or-plot")
    assert (plot.attributes["role"], plot.attributes["aria-label"]) == ("group", "Timeline: the wall")


def test_the_tab_key_stops_at_one_mark_only():
    stops = [m.attributes["tabindex"] for m in _of(question_timeline(timeline(*TWO, *TWO)), "or-point")]
    assert sorted(stops) == ["-1", "-1", "-1", "0"]
    assert stops[0] == "0"


def test_the_table_holds_every_point():
    html = question_timeline(timeline(*TWO))
    rows = [e.text for e in elements(html) if e.tag == "tr"][1:]
    assert len(rows) == 2
    assert all(p.speaker in row and p.words in row for p, row in zip(TWO, rows, strict=True))


def test_only_so_many_speakers_are_drawn_and_the_others_are_counted():
    points = [point("2014-01-01", speaker=f"Warden {n}") for n in range(ROWS + 3)]
    html = question_timeline(timeline(*points))
    assert len(_of(html, "or-plot-row")) == ROWS
    assert strings.TIME_MORE_SPEAKERS.format(shown=ROWS, count=3) in [e.text for e in _of(html, "or-time-note")]
    assert len([e for e in elements(html) if e.tag == "tr"]) == ROWS + 4


@pytest.mark.parametrize("points", [(), TWO[:1]])
def test_fewer_than_two_points_are_no_plot_and_said_so(points):
    html = question_timeline(timeline(*points))
    assert one(html, "or-remark").text == strings.TIME_TOO_FEW
    assert not _of(html, "or-plot")


def test_a_question_that_is_not_answered_has_no_plot():
    html = question_timeline(timeline(answered=False, reading=Reading()))
    assert one(html, "or-none").text == strings.NOT_ANSWERED
    assert not _of(html, "or-plot")


def test_what_is_not_drawn_is_counted():
    html = question_timeline(timeline(*TWO, undated=3, unattributed=4, without_speech=5, passages=20))
    notes = " ".join(e.text for e in _of(html, "or-time-note"))
    assert "3 without a date" in notes
    assert "4 not surely anybody's" in notes
    assert "5 passages" in notes


def test_how_the_question_was_read_is_said():
    html = question_timeline(timeline(*TWO, reading=Reading(since="2012")))
    assert "from 2012 on" in one(html, "or-reading").text


def test_the_basis_of_a_date_and_a_report_can_be_seen():
    points = (point(), point(printed="today"), point(kind=UtteranceKind.INDIRECT))
    looks = [set(m.classes) for m in _of(speaker_timeline(timeline(*points)), "or-point")]
    assert looks[0] == {"or-point", "or-by-document"}
    assert looks[1] == {"or-point", "or-by-statement"}
    assert looks[2] == {"or-point", "or-by-document", "or-by-report"}


def test_the_legend_names_only_what_is_drawn():
    legend = one(question_timeline(timeline(*TWO)), "or-legend").text
    assert legend == strings.TIME_LEGEND_DOCUMENT


def test_a_speakers_rows_are_the_kinds_of_utterance():
    points = (point(), point(kind=UtteranceKind.INDIRECT))
    names = _of(speaker_timeline(timeline(*points)), "or-plot-name")
    assert [name.text for name in names] == [strings.QUOTED_DIRECT, strings.QUOTED_INDIRECT]


def test_points_without_room_are_counted_at_a_mark():
    marks = _of(speaker_timeline(timeline(*[point()] * 40)), "or-point")
    assert [m.text for m in marks] == [""] * 5 + ["+34"]
    assert marks[-1].attributes["aria-label"].endswith("And 34 more at this place, listed below.")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_words_in_every_position(words):
    points = [point(speaker=words, words=words, title=words, passage_id=words, printed=words)] * 2
    html = question_timeline(timeline(*points, subject=words, reading=Reading(speaker=words)))
    assert foreign(html) == []
    assert _of(html, "or-plot-name")[0].text == words
    assert _of(html, "or-point")[0].attributes["aria-label"] == point_told(points[0])
    assert _of(html, "or-point")[0].attributes["data-or-value"] == words
    styles = [e.attributes["style"] for e in elements(html) if "style" in e.attributes]
    assert all(NUMBERS.fullmatch(style) for style in styles)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_words_in_a_point_are_told_as_they_are(words):
    points = [point(speaker=words, words=words, title=words)] * 2
    html = speaker_timeline(timeline(*points, subject=words))
    assert [m.attributes["aria-label"] for m in _of(html, "or-point")] == [point_told(points[0])] * 2
