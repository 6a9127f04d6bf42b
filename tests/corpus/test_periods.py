from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate
from corpus.periods import has_date_word, printed_dates

THURSDAY = PartialDate(2014, 9, 4)


def read(text, issued=THURSDAY):
    """Return the first date of a text as printed, and the days it can mean, in ISO 8601."""
    date = next(printed_dates(text), None)
    period = date and date.period(issued)
    return period and (text[date.start : date.end], period.first.isoformat(), period.last.isoformat())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on July 23, 2013", "2013-07-23", "2013-07-23"),
        ("on Tuesday 23 July 2013", "2013-07-23", "2013-07-23"),
        ("on the 23rd of July, 2013", "2013-07-23", "2013-07-23"),
        ("on Sept. 2, 2013", "2013-09-02", "2013-09-02"),
        ("on 2013-07-23", "2013-07-23", "2013-07-23"),
        ("on July 23rd", "2014-07-23", "2014-07-23"),
        ("on 5 September", "2013-09-05", "2013-09-05"),
        ("on the evening of July 23", "2014-07-23", "2014-07-23"),
        ("in August of 2013", "2013-08-01", "2013-08-31"),
        ("in late August 2013", "2013-08-01", "2013-08-31"),
        ("in February 2012", "2012-02-01", "2012-02-29"),
        ("in October", "2013-10-01", "2013-10-31"),
        ("in September", "2014-09-01", "2014-09-04"),
        ("in mid-2013", "2013-01-01", "2013-12-31"),
        ("at the end of 2013", "2013-01-01", "2013-12-31"),
        ("in the final weeks of 2013", "2013-01-01", "2013-12-31"),
        ("in the late 1980s", "1980-01-01", "1989-12-31"),
        ("in summer 2012", "2012-06-01", "2012-08-31"),
        ("in the autumn of 2012", "2012-09-01", "2012-11-30"),
        ("in the fall of 2012", "2012-09-01", "2012-11-30"),
        ("from 2003 to 2005", "2003-01-01", "2005-12-31"),
        ("between May 2003 and July 2005", "2003-05-01", "2005-07-31"),
        ("from July 3 to August 2, 2012", "2012-07-03", "2012-08-02"),
        ("from November to February 2012", "2011-11-01", "2012-02-29"),
        ("on Thursday", "2014-09-04", "2014-09-04"),
        ("on Friday", "2014-08-29", "2014-08-29"),
        ("last Thursday", "2014-08-28", "2014-08-28"),
        ("last Friday", "2014-08-29", "2014-08-29"),
        ("last Monday night", "2014-08-25", "2014-09-01"),
        ("this Tuesday", "2014-09-02", "2014-09-02"),
        ("last week", "2014-08-25", "2014-08-31"),
        ("this week", "2014-09-01", "2014-09-04"),
        ("last month", "2014-08-01", "2014-08-31"),
        ("last year", "2013-01-01", "2013-12-31"),
        ("last October", "2013-10-01", "2013-10-31"),
        ("last autumn", "2013-09-01", "2013-11-30"),
        ("this spring", "2014-03-01", "2014-05-31"),
        ("last weekend", "2014-08-30", "2014-08-31"),
        ("at the weekend", "2014-08-30", "2014-08-31"),
        ("ten days ago", "2014-08-25", "2014-08-25"),
    ],
)
def test_a_printed_date_means_these_days(text, first, last):
    assert read(text) == (text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "on 03/04/2014", "in the 1900s", "in the 2000s", "in winter 2012", "last July", "last summer",
        "this Friday", "on April 31", "on Monday, July 22", "on February 30, 2012", "from 2005 to 2003",
        "on February 29, 2013", "in 2015", "in August 2015", "on September 5, 2014", "this October",
        "next week", "tomorrow", "on Mondays", "the day before", "in 20145", "in 2013-14", "version 1.2013",
        "on 2014-13-01",
        "in Augustus",
    ],
)  # fmt: skip
def test_two_readings_or_a_day_to_come_are_no_period(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "today", "days"),
    [
        ("over the weekend", dt.date(2014, 9, 6), ("2014-09-06", "2014-09-06")),
        ("over the weekend", dt.date(2014, 9, 7), ("2014-09-06", "2014-09-07")),
        ("last weekend", dt.date(2014, 9, 7), ("2014-08-30", "2014-08-31")),
        ("last month", dt.date(2014, 1, 31), ("2013-12-01", "2013-12-31")),
        ("last week", dt.date(2014, 1, 1), ("2013-12-23", "2013-12-29")),
        ("this week", dt.date(2014, 9, 1), ("2014-09-01", "2014-09-01")),
    ],
)
def test_weeks_and_months_end_where_the_calendar_says(text, today, days):
    assert read(text, PartialDate(today.year, today.month, today.day))[1:] == days


@given(st.text(max_size=120))
def test_every_date_found_is_a_slice_with_a_date_word(text):
    for date in printed_dates(text):
        assert 0 <= date.start <= date.core < date.end <= len(text)
        assert text[date.core : date.end].startswith(date.words)
        assert has_date_word(text, date.start, date.end)


@given(st.dates(dt.date(1502, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["on Tuesday", "last Tuesday"]))
def test_a_weekday_is_that_day_within_a_fortnight(today, phrase):
    _, first, last = read(phrase, PartialDate(today.year, today.month, today.day))
    assert dt.date.fromisoformat(first).strftime("%A") == dt.date.fromisoformat(last).strftime("%A") == "Tuesday"
    assert dt.timedelta(0) <= today - dt.date.fromisoformat(first) <= dt.timedelta(14)
