from __future__ import annotations

import pytest
from citations import record

from corpus.citing.when import american, british, day_month, mla, read_when, year, year_first
from corpus.dates import PartialDate

DAY, MONTH, YEAR, WORDS = PartialDate(2014, 9, 2), PartialDate(2014, 9), PartialDate(2014), "c. 1890"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (american, ["September 2, 2014", "September 2014", "2014", "c. 1890", ""]),
        (year_first, ["2014, September 2", "2014, September", "2014", "c. 1890", ""]),
        (british, ["2 September 2014", "September 2014", "2014", "c. 1890", ""]),
        (mla, ["2 Sept. 2014", "Sept. 2014", "2014", "c. 1890", ""]),
        (day_month, ["2 September", "September", "", "", ""]),
        (year, ["2014", "2014", "2014", "c. 1890", ""]),
    ],
)
def test_a_date_is_as_exact_as_is_known_and_words_stay_words(form, shown):
    assert [form(when) for when in (DAY, MONTH, YEAR, WORDS, "")] == shown


@pytest.mark.parametrize("month", range(1, 13))
def test_mla_abbreviates_all_months_but_three(month):
    shown = mla(PartialDate(2014, month)).split()[0]
    assert british(PartialDate(2014, month)).startswith(shown.removesuffix("."))
    assert shown.endswith(".") is (month not in {5, 6, 7})


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ({"date-parts": [[2014, 9, 2]]}, DAY),
        ({"date-parts": [[2014]]}, YEAR),
        ({"literal": " c.  1890,"}, "c. 1890"),
        ({}, ""),
        ({"date-parts": [[]]}, ""),
    ],
)
def test_a_field_is_a_date_or_words_or_nothing(value, when):
    assert read_when(record(issued=value), "issued") == when


def test_a_field_that_is_not_there_is_no_date():
    assert read_when(record(), "accessed") == ""
