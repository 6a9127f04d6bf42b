from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate, parse_date, parse_date_line

DAY = PartialDate(2014, 9, 2)


@pytest.mark.parametrize(
    "text",
    [
        "September 2, 2014", "September 02, 2014", "Sept. 2, 2014", "Sep 2 2014", "SEPTEMBER 2ND, 2014",
        "2 September 2014", "2nd of September, 2014", "2 Sept. 2014", "Tuesday, September 2, 2014",
        "tuesday 2 september 2014", "2014-09-02", "2014-09-02T10:30:00Z", "2014-09-02 10:30:00+02:00",
        "2014-09-02 10:30:00 +0200", "2014-09-02 10:30:00 UTC",
        "  September\u00a02,\n2014 ",
    ],
)  # fmt: skip
def test_every_form_with_one_reading_is_read(text):
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May 1998", PartialDate(1998, 5)),
        ("May, 1998", PartialDate(1998, 5)),
        ("1998-05", PartialDate(1998, 5)),
        ("1998", PartialDate(1998)),
        ("February 29, 2024", PartialDate(2024, 2, 29)),
    ],
)
def test_what_a_date_leaves_out_stays_unknown(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "02/09/2014", "9.2.14", "'68", "68", "yesterday", "September", "September 2", "2 weeks", "", " ",
        "next May", "February 30, 2014", "31 April 2014", "February 29, 2023", "2014-13-01", "2014-9-2",
        "September 2, 2014, and later", "It was May 1998", "1998 tonnes", "1066", "2100", "September 0, 2014",
        "\u0662\u0660\u0661\u0664", "May " + " " * 70 + "x1998",
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_stays_words(text):
    assert parse_date(text) is None


@given(st.text(max_size=80))
def test_any_string_is_a_date_that_exists_or_none(text):
    date = parse_date(text)
    assert date is None or date.first <= date.last


@given(
    st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02d}-{d:02d}", "{m} {y}", "{y}-{n:02d}"]),
    st.integers(0, 40),
    st.integers(1, 12),
    st.integers(1500, 2099),
)
def test_date_shaped_strings_never_raise_and_never_move_to_another_day(form, day, month, year):
    text = form.format(d=day, m=dt.date(2000, month, 1).strftime("%B"), n=month, y=year)
    date = parse_date(text)
    if date is not None:
        assert (date.year, date.month) == (year, month)
        assert date.day in {day, None}
        assert date.first.year == date.last.year == year


@given(st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_survives_its_own_iso_and_printed_forms(day):
    date = PartialDate(day.year, day.month, day.day)
    assert parse_date(date.iso) == parse_date(str(date)) == date
    assert date.first == date.last == day


@pytest.mark.parametrize("line", ["Published: 2 September 2014", "published on September 2, 2014",
                                  "Last updated: 2014-09-02", "DATE: Sept. 2, 2014", "2014-09-02"])  # fmt: skip
def test_a_date_line_may_carry_a_label(line):
    assert parse_date_line(line) == DAY


def test_a_bare_year_is_a_date_but_no_date_line():
    assert parse_date("1984") == PartialDate(1984)
    assert parse_date_line("1984") is None


def test_a_month_covers_its_first_day_to_its_last():
    february = PartialDate(2024, 2)
    assert (february.first, february.last) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_a_year_covers_the_whole_year():
    assert (PartialDate(2019).first, PartialDate(2019).last) == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))


@pytest.mark.parametrize(
    ("date", "iso", "printed", "parts"),
    [
        (PartialDate(2019), "2019", "2019", [2019]),
        (PartialDate(2019, 6), "2019-06", "June 2019", [2019, 6]),
        (PartialDate(2019, 6, 4), "2019-06-04", "June 4, 2019", [2019, 6, 4]),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(date, iso, printed, parts):
    assert (date.iso, str(date), date.parts) == (iso, printed, parts)
