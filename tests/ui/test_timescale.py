from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_people import day, point

from ui.timescale import MOST_LANES, Scale, lay_out

DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))
POINTS = st.lists(
    st.tuples(DAYS, DAYS).map(lambda two: point(*(d.isoformat() for d in sorted(two)))), min_size=1, max_size=60
)


@given(POINTS)
def test_every_point_is_drawn_or_counted(points):
    marks = lay_out(points, Scale.of(points))
    assert len(marks) + sum(mark.hidden for mark in marks) == len(points)


@given(POINTS)
def test_marks_of_one_lane_stand_apart(points):
    marks = sorted(lay_out(points, Scale.of(points)), key=lambda m: (m.lane, m.left))
    for one, other in itertools.pairwise(marks):
        assert one.lane != other.lane or one.left + one.width < other.left


@given(POINTS)
def test_marks_stay_in_their_row_and_there_are_few_lanes(points):
    for mark in lay_out(points, Scale.of(points)):
        assert 0 <= mark.left <= mark.left + mark.width <= 100
        assert 0 <= mark.lane < MOST_LANES


@given(POINTS)
def test_what_was_said_later_stands_further_right(points):
    scale = Scale.of(points)
    places = [scale.at(p.when.since) for p in sorted(points, key=lambda p: p.when.since)]
    assert places == sorted(places)


@given(POINTS)
def test_a_scale_has_few_ticks_and_all_within(points):
    scale = Scale.of(points)
    ticks = scale.ticks()
    assert len(ticks) <= 6
    assert all(0 <= place <= 100 for place, _ in ticks)
    assert len({label for _, label in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("since", "until", "labels"),
    [
        ("2014-08-10", "2014-08-10", ["Aug 10"]),
        ("2014-08-10", "2014-08-13", ["Aug 10", "Aug 11", "Aug 12", "Aug 13"]),
        ("2014-08-10", "2014-09-01", ["Aug 10", "Aug 17", "Aug 24", "Aug 31"]),
        ("2014-08-10", "2014-11-20", ["Sep 2014", "Oct 2014", "Nov 2014"]),
        ("2013-11-10", "2014-11-20", ["Jan 2014", "Apr 2014", "Jul 2014", "Oct 2014"]),
        ("2012-06-01", "2015-06-01", ["2013", "2014", "2015"]),
        ("1600-01-01", "2000-01-01", ["1600", "1700", "1800", "1900", "2000"]),
    ],
)
def test_ticks_stand_at_round_dates(since, until, labels):
    assert [label for _, label in Scale(day(since), day(until)).ticks()] == labels


def test_one_day_stands_in_the_middle():
    scale = Scale.of([point(), point()])
    assert scale.at(day("2014-08-10")) == 50


def test_what_is_of_one_day_stands_one_below_the_other():
    marks = lay_out([point()] * 3, Scale.of([point()]))
    assert [mark.lane for mark in marks] == [0, 1, 2]


def test_what_finds_no_lane_is_counted_at_the_last_mark():
    marks = lay_out([point()] * 40, Scale.of([point()]))
    assert [mark.hidden for mark in marks] == [0] * (MOST_LANES - 1) + [40 - MOST_LANES]


def test_a_period_is_as_wide_as_it_is_long():
    year, once = point("2014-01-01", "2014-12-31"), point("2016-12-31")
    marks = {m.point: m for m in lay_out([year, once], Scale.of([year, once]))}
    assert marks[once].width == 0
    assert marks[year].width == pytest.approx(90 * 364 / 1095, abs=0.01)
