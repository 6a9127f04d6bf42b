from __future__ import annotations

import re
from dataclasses import replace

import pytest

from corpus.model import Passage
from qa.answer import Evidence, Hit
from qa.evaluation.judging import Judged
from qa.evaluation.questions import OwnQuestion
from qa.evaluation.report import report_on
from ui.measures import report_lines


def hit(text):
    from corpus.citation import Citation

    return Hit(Passage("p1", "d1", 1, 1, text, 0, len(text)), Citation(), "a.txt", 1, 1.0, Evidence())


def judged(rank, confidence=0.9, text="Who rows?", first="Nobody rows.", *, answerable=True):
    row = OwnQuestion(2, text, expected="x" if answerable else "", answerable=answerable)
    return Judged(row, confidence, answered=True, rank=rank, by_speaker=None, first=hit(first))


@pytest.fixture
def report():
    return report_on([judged(1), judged(1), judged(4), judged(None, answerable=False)], [], k=10)


def lines(report):
    return list(report_lines(report))


def test_a_value_stands_within_its_interval_on_a_scale_of_one_width(report):
    scales = [re.search(r"[·─●]{2,}", line)[0] for line in lines(report) if "●" in line]
    assert {len(scale) for scale in scales} == {40}
    assert all(re.fullmatch(r"·*─*●─*·*", scale) for scale in scales)


def test_the_bars_of_the_places_add_up(report):
    drawn = lines(report)
    start = drawn.index("Place of the right passage")
    counts = [int(line.rsplit(maxsplit=1)[-1]) for line in drawn[start + 1 : start + 12]]
    assert counts == [2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert drawn[start + 1].count("█") == 40
    assert drawn[start + 4].count("█") == 20


def test_the_words_of_a_document_cannot_steer_the_terminal():
    shown = "\n".join(
        lines(report_on([judged(None, text="Who\x1b[2J?", first="Red \x1b[31m\u202eink")], [], k=10))
    )
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_nothing_failed_is_not_mentioned():
    shown = "\n".join(lines(report_on([judged(1)], [], k=10)))
    assert "failed" not in shown
    assert "nobody has checked" not in shown


def test_what_came_first_is_named_with_its_passage(report):
    shown = "\n".join(lines(report))
    assert "2 failed" in shown
    assert "first came p1, unattributed: Nobody rows." in shown


def test_a_question_without_hits_is_listed_without_a_first():
    alone = replace(judged(None), first=None)
    assert "first came" not in "\n".join(lines(report_on([alone], [], k=10)))
