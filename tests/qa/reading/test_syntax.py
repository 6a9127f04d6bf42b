"""Filters written into a question."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from corpus.errors import UsageError
from qa.reading import Reading, read_question


def read(question, **more):
    return read_question(question, KNOWN, **more)


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ('speaker:"Sanna Veld"', "speaker", "Sanna Veld"),
        ("speaker:“Sanna Veld”", "speaker", "Sanna Veld"),
        ("speaker:«Sanna Veld»", "speaker", "Sanna Veld"),
        ("speaker:Veld", "speaker", "Veld"),
        ("Speaker:Veld,", "speaker", "Veld"),
        ("since:2014", "since", "2014"),
        ("since:2014-08", "since", "2014-08"),
        ("until:2014-08-10?", "until", "2014-08-10"),
        ('until:"10 August 2014"', "until", "2014-08-10"),
        ('source:"Harbour Weekly"', "source", "Harbour Weekly"),
        ("source:weekly.md", "source", "weekly.md"),
        ("kind:direct", "kind", "direct"),
        ("kind:Turn", "kind", "turn"),
        ("kind:own", "kind", "own"),
        ("kind:verbatim", "kind", "own"),
        ("kind:quote", "kind", "direct"),
        ("kind:reported", "kind", "indirect"),
        ("-speaker:Bern", "not_speaker", ("Bern",)),
        ('-speaker:"Oda Bern" -speaker:Ash', "not_speaker", ("Oda Bern", "Ash")),
        ("−source:blog", "not_source", ("blog",)),
        ("-kind:indirect", "not_kind", ("indirect",)),
        ('-"iron gate"', "not_phrases", ("iron gate",)),
    ],
)
def test_a_filter_is_read_and_taken_out_of_the_words(written, field, value):
    reading = read(f"cranes {written} and tolls")
    assert getattr(reading, field) == value
    assert reading.words == reading.topic == "cranes and tolls"


def test_all_filters_can_stand_together():
    reading = read(
        'speaker:Veld since:2013 until:2014 source:weekly kind:direct -speaker:Bern cranes "golden ring"'
    )
    assert reading == Reading(
        "Veld", "2013", "2014", "weekly", "direct", ("Bern",), phrases=("golden ring",),
        topic='cranes "golden ring"', words='cranes "golden ring"',
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "see http://example.org at 12:30",
        "Matthew 5:3",
        "the speaker: Veld or Bern?",
        "loudspeaker:Veld",
        "speaker:",
        'speaker:""',
        "author:Veld",
        "a - b",
    ],
)
def test_what_is_no_filter_stays_words(text):
    assert read(text) == Reading(mentioned=read(text).mentioned, topic=text, words=text)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('who said "golden ring"', ("golden ring",)),
        ("who said “golden ring”?", ("golden ring",)),
        ("who said „golden ring“?", ("golden ring",)),
        ("who said «golden ring»?", ("golden ring",)),
        ('"one" and "two, three"', ("one", "two, three")),
        ('"open and never shut', ()),
        ('12" pipe and 14" pipe', ()),
        ('"" and "?!"', ()),
        ("Veld's and Bern's", ()),
    ],
)
def test_words_in_quotation_marks_must_be_found(text, phrases):
    assert read(text).phrases == phrases


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("since:yesterdayish cranes", "yesterdayish is not a date"),
        ("since:02/09/2014 cranes", "is not a date"),
        ("kind:loud cranes", "block, direct, indirect, own, part, turn"),
        ("-since:2014 cranes", "Use until:"),
        ("-until:2014 cranes", "Use since:"),
        ("speaker:Veld speaker:Bern", "stands twice"),
        ("since:2015 until:2014", "later than"),
        ("speaker:" + "V" * 300, "300 characters"),
    ],
)
def test_a_filter_that_means_nothing_is_refused_in_one_line(text, says):
    with pytest.raises(UsageError) as refused:
        read(text)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_same_filter_twice_is_one():
    assert read("speaker:Veld speaker:Veld tolls").speaker == "Veld"


@pytest.mark.parametrize("name", ["speaker", "since", "source", "not_kind", "phrases", "not_phrases"])
def test_a_part_that_is_undone_is_not_in_force(name):
    question = 'tolls speaker:Veld since:2013 source:a -kind:turn "golden ring" -"iron gate"'
    assert getattr(read(question), name)
    reading = read(question, ignore=(name,))
    assert not getattr(reading, name)
    assert reading.words == 'tolls "golden ring"'


def test_a_filter_that_is_undone_may_mean_nothing():
    assert read("kind:direct tolls", ignore=["kind"]).kind is None


@given(st.text(alphabet='speakrinctlud:-"“”«» 2014x', max_size=80))
def test_no_syntax_breaks_the_reading(text):
    with suppress(UsageError):
        assert len(read(text).words) <= len(text)


VALUES = st.text(alphabet="Veld Oda-'.é王", min_size=1, max_size=20).map(str.strip).filter(bool)
KEYS = st.sampled_from(["speaker", "source"])
MARKS = st.sampled_from(['""', "“”", "«»", "„“"])
PLAIN = st.lists(st.sampled_from("cranes tolls, peat? why the 2014 a:b 12:30".split()), max_size=8).map(" ".join)


@given(KEYS, VALUES, MARKS, PLAIN, PLAIN)
def test_a_quoted_value_is_read_back_wherever_it_stands(key, value, marks, before, after):
    reading = read(f"{before} {key}:{marks[0]}{value}{marks[1]} {after}")
    assert getattr(reading, key) == value
    assert reading.words == " ".join(f"{before} {after}".split())


@given(KEYS, st.lists(VALUES, min_size=1, max_size=4), PLAIN)
def test_negated_values_are_kept_in_their_order(key, values, text):
    reading = read(" ".join([text, *(f'-{key}:"{value}"' for value in values)]))
    assert getattr(reading, f"not_{key}") == tuple(values)
    assert getattr(reading, key) is None


@given(MARKS, VALUES, PLAIN, PLAIN)
def test_a_phrase_is_read_back_and_stays_in_the_words(marks, phrase, before, after):
    reading = read(f"{before} {marks[0]}{phrase}{marks[1]} {after}")
    alike = any(c.isalnum() for c in phrase)
    assert reading.phrases == ((" ".join(phrase.split()),) if alike else ())
    assert " ".join(phrase.split()) in reading.words


@given(MARKS, VALUES, PLAIN)
def test_a_phrase_with_a_minus_is_taken_out_of_the_words(marks, phrase, text):
    reading = read(f"{text} -{marks[0]}{phrase}{marks[1]}")
    if any(c.isalnum() for c in phrase):
        assert (reading.not_phrases, reading.phrases) == ((phrase,), ())
        assert reading.words == text


DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS)
def test_two_dates_bound_a_time_or_are_refused(since, until):
    written = f"cranes since:{since.isoformat()} until:{until.isoformat()}"
    if since > until:
        with pytest.raises(UsageError, match="later than"):
            read(written)
    else:
        assert (read(written).since, read(written).until) == (since.isoformat(), until.isoformat())


@given(PLAIN)
def test_a_question_without_filters_has_none(text):
    reading = read(text)
    assert reading == Reading(period=reading.period, topic=text, words=text)


@pytest.mark.parametrize("key", ["speaker", "source", "kind", "since", "until"])
@pytest.mark.parametrize("length", [251, 2_000, 20_000])
def test_a_value_of_any_length_is_refused_or_read_but_never_cut(key, length):
    with pytest.raises(UsageError) as refused:
        read(f"{key}:{'7' * length} cranes")
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('speaker:"Veld', 'speaker:"Veld'),
        ('speaker:"Veld" "', '"'),
        ('"a "b" c"', '"a "b" c"'),
        ("speaker:«Veld” tolls", "speaker:«Veld” tolls"),
        ("cranes-speaker:Veld", "cranes-speaker:Veld"),
        ("- speaker:Veld", "-"),
        ("--speaker:Veld", "--speaker:Veld"),
    ],
)
def test_marks_that_do_not_match_are_left_in_the_words(text, words):
    assert read(text).words == words
