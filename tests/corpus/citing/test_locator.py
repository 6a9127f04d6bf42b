from __future__ import annotations

import pytest

from corpus import Passage
from corpus.citing import Locator, Place, locator_of
from corpus.citing.locator import labelled


def passage(**changes):
    values = {"id": "p", "document_id": "d", "ordinal": 9, "paragraph": 7, "text": "x", "start": 0, "end": 1}
    return Passage(**(values | changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"page": "xii", "time": 61.0}, Locator(Place.PAGE, "xii")),
        ({"time": 7325.9}, Locator(Place.TIME, "2:02:05")),
        ({"time": 0.0}, Locator(Place.TIME, "0:00:00")),
        ({}, Locator(Place.PARAGRAPH, "7")),
    ],
)
def test_a_page_comes_before_a_time_and_a_time_before_a_paragraph(changes, expected):
    assert locator_of(passage(**changes)) == expected


@pytest.mark.parametrize(
    ("locator", "shown", "several"),
    [
        (Locator(Place.PAGE, "12--14"), "12–14", True),
        (Locator(Place.PAGE, " 12,"), "12", False),
        (Locator(Place.PARAGRAPH, "3, 5"), "3, 5", True),
        (Locator(Place.SECTION, "Gates, and\n more"), "Gates, and more", False),
        (Locator(Place.SECTION, "1914-1918"), "1914-1918", False),
    ],
)
def test_a_label_is_one_line_and_a_heading_keeps_its_hyphens(locator, shown, several):
    assert (locator.shown, locator.several) == (shown, several)


@pytest.mark.parametrize(
    ("locator", "shown"),
    [
        (Locator(Place.PAGE, "4"), "p. 4"),
        (Locator(Place.PAGE, "4-6"), "pp. 4–6"),
        (Locator(Place.PARAGRAPH, "2"), "para. 2"),
        (Locator(Place.PARAGRAPH, "2-3"), "PARAS 2–3"),
        (Locator(Place.TIME, "1:02:05"), "1:02:05"),
        (Locator(Place.SECTION, "Gates"), "GATES section"),
    ],
)
def test_a_pinpoint_has_the_label_of_an_author_date_style(locator, shown):
    assert labelled(locator, "PARAS", str.upper) == shown
