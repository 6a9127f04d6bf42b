"""Times and voices of transcripts as ISO 24624 writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_page, voices

from corpus import limits
from corpus.readers.build import read_here
from corpus.readers.formats import AS_FOUND
from corpus.readers.tei import read_xml
from corpus.readers.tei_times import moment, points
from corpus.readers.xml_tree import Element, parse_xml

HEADER = """<teiHeader><listPerson><person xml:id="OB"><persName>Oda Bern</persName></person>
 <person xml:id="TA"><persName>Anselm Tolliver</persName></person></listPerson></teiHeader>"""
TIMELINE = """<timeline unit="s" origin="#T0"><when xml:id="T0"/><when xml:id="T1" interval="4.5" since="#T0"/>
 <when xml:id="T2" interval="75.25" since="#T0"/></timeline>"""


def read(body, timeline=TIMELINE):
    text = f"<TEI>{HEADER}<text>{timeline}<body>{body}</body></text></TEI>"
    (page,) = read_xml(text.encode(), NOWHERE / "interview.xml", AS_FOUND)
    check_page(page)
    return page


def times(page):
    return [(b.of(page.text), b.time) for b in page.blocks if b.kind.answers]


def known(inside, **attributes):
    stated = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return points(parse_xml(f"<TEI><timeline {stated}>{inside}</timeline></TEI>".encode(), NOWHERE))


def test_a_speech_begins_when_its_point_of_the_timeline_is():
    page = read('<u who="#OB" start="#T1" end="#T2">It rained.</u><u who="#TA" start="#T2">Yes.</u>')
    assert times(page) == [("It rained.", 4.5), ("Yes.", 75.25)]
    assert page.remarks == ()


def test_who_speaks_and_when_may_be_written_around_the_speech():
    around = '<annotationBlock who="#{}" start="#{}"><u><seg>{}</seg></u><spanGrp>so</spanGrp></annotationBlock>'
    page = read(around.format("OB", "T1", "It rained.") + around.format("TA", "T2", "Yes."))
    assert times(page) == [("It rained.", 4.5), ("Yes.", 75.25)]
    assert voices(page) == [("Oda Bern", "It rained."), ("Anselm Tolliver", "Yes.")]


def test_what_a_speech_says_itself_counts_before_what_is_around_it():
    page = read('<annotationBlock who="#OB" start="#T1"><u who="#TA" start="#T2">Yes.</u></annotationBlock>')
    assert times(page) == [("Yes.", 75.25)]
    assert voices(page) == [("Anselm Tolliver", "Yes.")]


def test_only_the_paragraph_that_begins_at_a_point_has_its_time():
    assert times(read('<u start="#T1"><seg>It rained.</seg><seg>Yes.</seg></u><u>No.</u>')) == [
        ("It rained.", 4.5), ("Yes.", None), ("No.", None),
    ]  # fmt: skip


def test_an_anchor_says_when_the_words_behind_it_begin():
    body = '<u start="#T1"><seg>It <anchor synch="#T2"/>rained.</seg><seg><anchor synch="#T2"/>Yes.</seg></u>'
    assert times(read(body)) == [("It rained.", 4.5), ("Yes.", 75.25)]


@pytest.mark.parametrize("beside", ["vocal", "incident", "pause", "media", "gap", "kinesic"])
def test_when_a_noise_begins_no_words_do(beside):
    page = read(f'<u start="#T1"><{beside} start="#T2"/>It rained.</u>')
    assert times(page)[0][1] == 4.5


def test_words_behind_a_noise_begin_where_it_ends():
    assert times(read('<u start="#T0"><pause start="#T0" end="#T1"/>It rained.</u>')) == [("It rained.", 4.5)]


def test_of_two_speeches_in_one_block_only_the_first_begins_with_it():
    page = read('<annotationBlock who="#OB" start="#T1"><u>A b.</u><u>C d.</u></annotationBlock>')
    assert times(page) == [("A b.", 4.5), ("C d.", None)]
    assert voices(page) == [("Oda Bern", "A b."), ("Oda Bern", "C d.")]


@pytest.mark.parametrize(
    "body",
    [
        '<u>It rained.<anchor synch="#T1"/></u><u>Yes.</u>',
        '<u><seg>It rained.<anchor synch="#T1"/></seg><pause/><seg>Yes.</seg></u>',
        '<u><seg>It rained.</seg><seg start="#T1"><vocal/></seg><seg>Yes.</seg></u>',
        '<p>It rained.</p><anchor synch="#T1"/><p>Yes.</p>',
        '<u>It rained.</u><p start="#T1">Yes.</p>',
    ],
)
def test_no_time_is_handed_on_to_other_words(body):
    assert times(read(body)) == [("It rained.", None), ("Yes.", None)]


def test_whoever_is_only_described_in_the_header_has_no_name_there():
    person = '<person xml:id="S0" n="AN"><langKnowledge><langKnown>German</langKnown></langKnowledge></person>'
    named = "<person xml:id='S1'><surname>Bern</surname></person>"
    header = f"<teiHeader><listPerson>{person}{named}</listPerson></teiHeader>"
    body = "<annotationBlock who='#S0'><u>Yes.</u></annotationBlock><u who='#S1'>No.</u><u who='#'>So.</u>"
    (page,) = read_xml(f"<TEI>{header}<text>{body}</text></TEI>".encode(), NOWHERE / "a.xml", AS_FOUND)
    assert voices(page) == [(None, "Yes."), ("Bern", "No."), (None, "So.")]


def test_a_label_above_a_block_is_for_the_speech_in_it_and_for_none_behind():
    body = '<note type="speaker">Sanna Veld:</note><annotationBlock><u>Yes.</u></annotationBlock><u>No.</u>'
    assert voices(read(body)) == [("Sanna Veld", "Yes."), (None, "No.")]


def test_a_speech_without_words_leaves_its_time_to_nobody():
    assert times(read('<u start="#T1"><vocal><desc>cough</desc></vocal></u><u>Yes.</u>')) == [("Yes.", None)]


def test_a_time_that_is_not_known_is_told():
    page = read('<u who="#OB" start="#T9">It rained.</u>')
    assert times(page) == [("It rained.", None)]
    assert page.remarks == ("1 speech says when it begins, which was not read",)


@pytest.mark.parametrize(
    ("attributes", "inside", "found"),
    [
        ({"unit": "ms"}, '<when xml:id="a"/><when xml:id="b" interval="1500" since="#a"/>', {"a": 0, "b": 1.5}),
        ({"unit": "min"}, '<when xml:id="a"/><when xml:id="b" interval="2" since="#a"/>', {"a": 0, "b": 120}),
        ({"unit": "s"}, '<when xml:id="a"/><when xml:id="b" interval="2" unit="h"/>', {"a": 0, "b": 7200}),
        # From one to the next, in any order.
        ({"unit": "s"}, '<when xml:id="a"/><when xml:id="c" interval="1" since="#b"/>'
         '<when xml:id="b" interval="2" since="#a"/>', {"a": 0, "b": 2, "c": 3}),
        # The origin is named, and need not be the first.
        ({"unit": "s", "origin": "#b"}, '<when xml:id="a" interval="1"/><when xml:id="b"/>', {"b": 0, "a": 1}),
        ({"unit": "s"}, '<when xml:id="a" interval="0.0" since="#a"/><when xml:id="b" interval="1" since="#a"/>',
         {"a": 0, "b": 1}),
        ({"unit": "s"}, '<when xml:id="a" absolute="00:00:00"/><when xml:id="b" interval="9"/>', {"a": 0, "b": 9}),
        ({"unit": "s"}, '<when xml:id="a"/><when xml:id="b" interval="9"/><when interval="3"/>', {"a": 0, "b": 9}),
        ({}, '<when xml:id="a"/><when xml:id="b" interval="2" since="#a"/>', {}),
        ({"unit": "furlong"}, '<when xml:id="a"/><when xml:id="b" interval="2" since="#a"/>', {}),
        ({"unit": "s"}, '<when xml:id="a" since="#b"/><when xml:id="b" interval="1" since="#a"/>', {}),
        ({"unit": "s"}, '<when xml:id="a"/><when xml:id="b" interval="1" since="#c"/>'
         '<when xml:id="c" interval="1" since="#b"/>', {}),
        # The recording began at another time, or nothing says when.
        ({"unit": "s"}, '<when xml:id="a" interval="12.5"/><when xml:id="b" interval="20"/>', {}),
        ({"unit": "s"}, '<when xml:id="a" absolute="00:05:00"/><when xml:id="b" interval="9"/>', {}),
        ({"unit": "s"}, '<when xml:id="a" absolute="2019-06-14T14:30:00"/><when xml:id="b" interval="9"/>', {}),
        ({"unit": "s", "origin": "#tape"}, '<when xml:id="a"/><when xml:id="b" interval="9"/>', {}),
        ({"unit": "s"}, '<when xml:id="a"/><when xml:id="b"/>', {}),
        ({"unit": "s"}, "<when/><when interval='5'/>", {}),
        ({"unit": "s"}, "", {}),
    ],
)  # fmt: skip
def test_points_are_told_from_the_origin(attributes, inside, found):
    assert known(inside, **attributes) == found


@pytest.mark.parametrize(
    "interval", ["", "-1", "unknown", "irregular", "1e3", "nan", "inf", "1" * 13, "٣", "3600001"]
)
def test_an_interval_that_is_no_length_of_time_tells_nothing(interval):
    when = f'<when xml:id="a"/><when xml:id="b" interval="{interval}" since="#a"/>'
    assert known(when, unit="s") == {}


def test_of_several_recordings_no_time_is_told():
    assert times(read('<u start="#T1">It rained.</u>', TIMELINE * 2)) == [("It rained.", None)]


def test_a_long_speech_cut_into_passages_has_its_time_once(tmp_path):
    words = "It rained on the quay all night. " * (limits.MAX_PASSAGE_CHARS // 30)
    path = tmp_path / "interview.xml"
    path.write_text(f'<TEI>{HEADER}<text>{TIMELINE}<body><u who="#OB" start="#T1">{words}</u></body></text></TEI>')
    first, *rest = read_here(path).documents[0].passages
    assert first.time == 4.5
    assert [passage.time for passage in rest] == [None]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 4_000_000)), max_size=10))
def test_any_timeline_ends_and_every_time_is_within_bounds(whens):
    children = [
        Element("when", {"id": f"T{name}", "since": f"#T{since}", "interval": str(interval)}, [])
        for name, since, interval in whens
    ]
    origin = Element("when", {"id": "T0"}, [])
    found = points(Element("TEI", {}, [Element("timeline", {"unit": "s"}, [origin, *children])]))
    assert all(0 <= at <= limits.MAX_TIME_S for at in found.values())
    assert moment(Element("u", {"start": "#T1"}, []), found, "start") == found.get("T1")
