from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_people import day, when

from ui import strings
from ui.moments import days_told, when_told


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2014-08-10", "2014-08-10", "August 10, 2014"),
        ("2014-08-01", "2014-08-31", "August 2014"),
        ("2012-02-01", "2012-02-29", "February 2012"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-08-01", "2014-08-30", "between August 1, 2014 and August 30, 2014"),
        ("2014-01-01", "2015-12-31", "between January 1, 2014 and December 31, 2015"),
    ],
)
def test_a_period_is_told_as_the_day_month_or_year_that_it_is(since, until, told):
    assert days_told(day(since), day(until)) == told


def test_a_statements_own_date_is_told_with_the_words_that_give_it():
    assert when_told(when(printed="on Sunday")) == "said August 10, 2014 (“on Sunday”)"


def test_a_documents_date_is_not_told_as_the_day_of_the_words():
    assert when_told(when()) == "in a document of August 10, 2014, so said then or earlier"


def test_no_date_is_told_as_none():
    assert when_told(None) == strings.TIME_UNDATED


DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS)
def test_two_periods_are_never_told_alike(one, other):
    first, last = sorted((one, other))
    assert days_told(first, last) != days_told(first, last + dt.timedelta(1))
    assert str(first.year) in days_told(first, last)
