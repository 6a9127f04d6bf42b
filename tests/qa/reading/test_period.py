"""Times named in prose."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import AskedPeriod, read_question
from qa.reading.period import find_period


@pytest.mark.parametrize(
    ("text", "printed", "since", "until"),
    [
        ("What did Veld say in August 2014?", "in August 2014", "2014-08-01", "2014-08-31"),
        ("What did Veld say in Aug. 2014?", "in Aug. 2014", "2014-08-01", "2014-08-31"),
        ("in 2014", "in 2014", "2014-01-01", "2014-12-31"),
        ("In 2014, what did Veld say?", "In 2014", "2014-01-01", "2014-12-31"),
        ("on 23 July 2014", "on 23 July 2014", "2014-07-23", "2014-07-23"),
        ("on July 23, 2014", "on July 23, 2014", "2014-07-23", "2014-07-23"),
        ("on the 23rd of July 2014", "on the 23rd of July 2014", "2014-07-23", "2014-07-23"),
        ("cranes 2014-07-23", "2014-07-23", "2014-07-23", "2014-07-23"),
        ("since 2013", "since 2013", "2013-01-01", None),
        ("since May 2013", "since May 2013", "2013-05-01", None),
        ("since 3 May 2013", "since 3 May 2013", "2013-05-03", None),
        ("since May 3, 2013", "since May 3, 2013", "2013-05-03", None),
        ("from 2013 onwards", "from 2013 onwards", "2013-01-01", None),
        ("from 2013 on", "from 2013 on", "2013-01-01", None),
        ("after 2013", "after 2013", "2014-01-01", None),
        ("after 31 December 2013", "after 31 December 2013", "2014-01-01", None),
        ("before March 2014", "before March 2014", None, "2014-02-28"),
        ("prior to 2014", "prior to 2014", None, "2013-12-31"),
        ("until 2014", "until 2014", None, "2014-12-31"),
        ("up to July 2014", "up to July 2014", None, "2014-07-31"),
        ("between 2012 and 2014", "between 2012 and 2014", "2012-01-01", "2014-12-31"),
        ("from 2012 to 2014", "from 2012 to 2014", "2012-01-01", "2014-12-31"),
        ("between May 2012 and June 2014", "between May 2012 and June 2014", "2012-05-01", "2014-06-30"),
        ("in 2012-2014", "in 2012-2014", "2012-01-01", "2014-12-31"),
        ("2012–2014 speeches", "2012–2014", "2012-01-01", "2014-12-31"),
        ("in 2013 and 2014", "in 2013 and 2014", "2013-01-01", "2014-12-31"),
        ("in the 1990s", "in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the spring of 2012", "in the spring of 2012", "2012-03-01", "2012-05-31"),
        ("her 2014 letter", "her 2014", "2014-01-01", "2014-12-31"),
        ("Veld's 2014 speech on cranes", "2014", "2014-01-01", "2014-12-31"),
        ("Veld's 2014 radio speech", "2014", "2014-01-01", "2014-12-31"),
        ("a letter of July 2014", "of July 2014", "2014-07-01", "2014-07-31"),
        ("Veld August 2014", "August 2014", "2014-08-01", "2014-08-31"),
    ],
)
def test_a_time_is_read_as_printed_and_in_days(text, printed, since, until):
    period = find_period(text)
    assert period == AskedPeriod(printed, since, until)


@pytest.mark.parametrize(
    "text",
    [
        "since the ceasefire",
        "in 2000 cases",
        "in 1800 houses",
        "the 1973 oil crisis",
        "the war of 1912",
        "room 2014",
        "it cost $2014",
        "12:30 on page 1999",
        "in August",
        "yesterday",
        "in 2014-2012",
        "on 31 February 2014",
        "from 2014",
        "may 3",
        "",
    ],
)
def test_what_is_no_time_or_no_certain_one_is_left_alone(text):
    assert find_period(text) is None


def test_the_first_time_named_counts():
    assert find_period("in 2012, not since 2014") == AskedPeriod("in 2012", "2012-01-01", "2012-12-31")


def test_a_year_in_the_title_of_a_document_is_no_time_asked_for():
    assert read_question("What does the Flood of 1912 say in 1912?", KNOWN).period == AskedPeriod(
        "in 1912", "1912-01-01", "1912-12-31"
    )
    assert read_question("What does the Flood of 1912 say of rain?", KNOWN).period is None


def test_a_time_in_a_quoted_phrase_is_no_time_asked_for():
    assert read_question('Who said "peace in 2014"?', KNOWN).period is None


def test_a_time_can_be_undone():
    assert read_question("What did Veld say in 2014?", KNOWN, ignore=["period"]).period is None


@given(st.text(alphabet="in since before 20149May -–/.,", max_size=80))
def test_a_time_begins_before_it_ends_and_stands_in_the_text(text):
    period = find_period(text)
    if period is not None:
        assert period.as_printed in " ".join(text.split())
        assert (period.since or "0") <= (period.until or "9999")


YEARS = st.integers(1500, 2099)
DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))


@given(st.sampled_from(["in", "during"]), YEARS)
def test_any_year_is_read_in_full(way, year):
    assert find_period(f"tolls {way} {year}?") == AskedPeriod(f"{way} {year}", f"{year}-01-01", f"{year}-12-31")


@given(DAYS)
def test_a_day_is_read_in_every_spelling(day):
    month = f"{day:%B}"
    for printed in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        period = find_period(f"tolls on {printed}")
        assert (period.since, period.until) == (day.isoformat(), day.isoformat())


@given(DAYS)
def test_before_and_after_a_day_leave_the_day_out_and_since_and_until_hold_it(day):
    printed, step = f"{day.day} {day:%B} {day.year}", dt.timedelta(1)
    assert find_period(f"before {printed}").until == (day - step).isoformat()
    assert find_period(f"after {printed}").since == (day + step).isoformat()
    assert find_period(f"since {printed}").since == day.isoformat()
    assert find_period(f"until {printed}").until == day.isoformat()


@given(YEARS, YEARS)
def test_two_years_bound_a_time_in_their_order(one, other):
    period = find_period(f"tolls between {one} and {other}")
    if one <= other:
        assert (period.since, period.until) == (f"{one}-01-01", f"{other}-12-31")
    else:
        assert period is None or period.as_printed != f"between {one} and {other}"


@given(st.integers(0, 10_000).filter(lambda n: not 1400 <= n <= 2199))
def test_a_number_that_is_no_year_is_no_time(number):
    assert find_period(f"tolls in {number}") is None


@given(YEARS, st.text(alphabet="abc ,.", max_size=20))
def test_a_time_in_a_closed_stretch_is_none(year, before):
    text = f"{before} in {year}"
    assert find_period(text, [(0, len(text))]) is None
