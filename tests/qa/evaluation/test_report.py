from __future__ import annotations

import json

import pytest

from corpus.errors import SourceFormatError
from qa.evaluation.judging import Judged
from qa.evaluation.questions import OwnQuestion
from qa.evaluation.report import report_on


def judged(rank=None, confidence=0.9, *, answered=True, by_speaker=None, **row):
    row = {"expected": "x"} | row if row.get("answerable", True) else row
    return Judged(OwnQuestion(2, "Who rows?", **row), confidence, answered, rank, by_speaker, None)


ROWS = (
    judged(1, 0.9, by_speaker=True),
    judged(2, 0.8, by_speaker=False, proposed=True),
    judged(7, 0.4, answered=False),
    judged(None, 0.6),
    judged(confidence=0.7, answerable=False),
    judged(confidence=0.1, answerable=False, answered=False),
)


@pytest.fixture
def report():
    return report_on(ROWS, [], k=10)


def values(report):
    return {figure.name: (figure.value, figure.count) for figure in report.figures}


def test_the_figures_are_those_counted_by_hand(report):
    found = values(report)
    assert found["recall@1"] == (0.25, 4)
    assert found["recall@5"] == (0.5, 4)
    assert found["recall@10"] == (0.75, 4)
    assert found["MRR@10"] == (pytest.approx((1 + 1 / 2 + 1 / 7) / 4), 4)
    assert found["speaker of the first hit"] == (0.5, 2)
    assert found["answered, of the answerable"] == (0.75, 4)
    assert found["answered, of the unanswerable"] == (0.5, 2)
    assert found["area under the ROC curve"] == (0.75, 6)
    assert found["calibration error"] == (pytest.approx((0.1 + 0.2 + 0.6 + 0.4 + 0.7 + 0.1) / 6), 6)


def test_a_figure_that_looks_further_than_was_looked_is_not_measured():
    found = values(report_on(ROWS, [], k=5))
    assert found["recall@5"] == (0.5, 4)
    assert found["recall@10"] == found["MRR@10"] == (None, 0)


def test_rows_that_do_not_say_what_is_right_count_for_answering_only():
    unsaid = judged(expected="")
    found = values(report_on([*ROWS, unsaid], [], k=10))
    assert found["recall@10"] == (0.75, 4)
    assert found["answered, of the answerable"] == (0.8, 5)


def test_places_are_counted_and_the_last_is_for_the_rest(report):
    assert report.ranks == (1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1)
    assert sum(report_on([judged(12)], [], k=20).ranks[:-1]) == 0


def test_the_present_point_lies_where_the_threshold_puts_it(report):
    assert report.present == (4 / 6, 3 / 4)
    assert report.present in report.curve


def test_nothing_answered_has_no_present_point():
    assert report_on([judged(1, answered=False)], [], k=10).present is None


def test_failed_and_unchecked_questions_are_counted(report):
    assert len(report.failed) == 4
    assert report.unchecked == 1


def test_a_report_on_nothing_measures_nothing():
    report = report_on([], [], k=10)
    assert {figure.value for figure in report.figures} == {None}
    assert (report.bins, report.curve, sum(report.ranks)) == ((), (), 0)


def test_the_report_is_json():
    fault = SourceFormatError("own.csv line 9: x", expected="y", action="z")
    data = json.loads(json.dumps(report_on(ROWS, [fault], k=10).to_dict()))
    assert data["figures"][0]["name"] == "recall@1"
    assert data["ranks"] == {"found_at": [1, 1, 0, 0, 0, 0, 1, 0, 0, 0], "later_or_never": 1}
    assert [row["rank"] for row in data["rows"]] == [1, 2, 7, None, None, None]
    assert (data["questions"], data["unchecked"], len(data["refused"])) == (6, 1, 1)
