from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.evaluation.judging import Judged
from qa.evaluation.questions import OwnQuestion
from qa.evaluation.report import report_on
from ui.plot import picture

SVG = "{http://www.w3.org/2000/svg}"
JUDGED = st.builds(
    lambda rank, confidence, answered, answerable: Judged(
        OwnQuestion(2, "Who?", expected="x" if answerable else "", answerable=answerable),
        confidence, answered, rank if answerable else None, None, None,
    ),
    st.none() | st.integers(1, 12), st.floats(0, 1), st.booleans(), st.booleans(),
)  # fmt: skip


def drawn(judged):
    return ET.fromstring(picture(report_on(judged, [], k=10)))  # noqa: S314 - our own picture


@pytest.fixture
def four():
    rows = ((1, 0.9, True), (1, 0.4, False), (3, 0.6, True), (None, 0.2, False))
    asked = OwnQuestion(2, "Who?", expected="x")
    return drawn([Judged(asked, sure, answered, rank, None, None) for rank, sure, answered in rows])


def with_class(root, tag, kind):
    return [element for element in root.iter(f"{SVG}{tag}") if element.get("class") == kind]


def test_each_place_has_a_bar_as_high_as_its_count(four):
    heights = [float(bar.get("height")) for bar in with_class(four, "rect", "bar")]
    assert len(heights) == 10
    assert heights[0] == 2 * heights[2] > 0
    assert {*heights[1:2], *heights[3:]} == {0.0}
    assert float(with_class(four, "rect", "miss")[0].get("height")) == heights[2]


def test_each_bin_has_a_dot_that_says_its_numbers(four):
    titles = [dot.find(f"{SVG}title").text for dot in with_class(four, "circle", "dot")]
    assert len(titles) == 4
    assert titles[0] == "1 questions: confidence 0.20, answerable 1.00"


def test_the_present_threshold_is_marked_on_the_curve(four):
    mark = with_class(four, "circle", "miss")[0]
    assert mark.find(f"{SVG}title").text == "as set: 50% answered, 50% of them wrong"
    assert f"{mark.get('cx')},{mark.get('cy')}" in with_class(four, "polyline", "curve")[0].get("points").split()


def test_it_has_a_title_and_a_role_for_who_cannot_see_it(four):
    assert four.get("role") == "img"
    assert four.find(f"{SVG}title").text


def test_it_asks_for_nothing_from_elsewhere_and_runs_nothing(four):
    shown = ET.tostring(four, encoding="unicode")
    assert "script" not in shown
    assert "url(" not in shown
    assert shown.count("http") == 1  # the namespace


@settings(max_examples=20)  # each draws thousands of samples for its intervals
@given(st.lists(JUDGED, max_size=12))
def test_whatever_was_measured_stays_within_the_picture(judged):
    root = drawn(judged)
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter():
        across = [float(element.get(name)) for name in ("x", "x1", "x2", "cx") if element.get(name)]
        down = [float(element.get(name)) for name in ("y", "y1", "y2", "cy") if element.get(name)]
        assert all(0 <= x <= width for x in across)
        assert all(0 <= y <= height for y in down)
