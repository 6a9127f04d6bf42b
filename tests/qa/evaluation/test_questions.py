from __future__ import annotations

import pytest

from qa.evaluation.questions import OwnQuestion, read_questions

HEAD = "question,passage,expected,speaker,answerable,check\n"


@pytest.fixture
def read(write_csv):
    return lambda rows: read_questions(write_csv(HEAD + rows))


def test_a_whole_row_is_read(read):
    row = "Who rows?,abc,the oar,Oda Bern,yes,Proposed\n"
    assert read(row).questions == (OwnQuestion(2, "Who rows?", "abc", "the oar", "Oda Bern", proposed=True),)


def test_only_the_question_need_be_a_column_when_it_says_what_is_right(write_csv):
    read = read_questions(write_csv("answerable;question\nno;Who rows?\n"))
    assert read.questions == (OwnQuestion(2, "Who rows?", answerable=False),)


@pytest.mark.parametrize("right", ["abc,,,", ",the oar,,", ",,Oda Bern,"])
def test_a_row_that_says_what_is_right_can_be_answered(read, right):
    question = read(f"Who rows?,{right},\n").questions[0]
    assert question.answerable
    assert question.judged
    assert not question.proposed


@pytest.mark.parametrize("said", ["yes", "Y", "TRUE", "1"])
def test_a_row_may_say_no_more_than_that_it_can_be_answered(read, said):
    question = read(f"Who rows?,,,,{said},\n").questions[0]
    assert (question.answerable, question.judged) == (True, False)


@pytest.mark.parametrize("said", ["no", "N", "False", "0"])
def test_a_row_is_unanswerable_only_when_it_says_so(read, said):
    assert not read(f"Who rows?,,,,{said},\n").questions[0].answerable


def test_an_unanswerable_question_may_name_whom_it_asks_about(read):
    assert read("What did Oda Bern say?,,,Oda Bern,no,\n").questions[0].speaker == "Oda Bern"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Who rows?,,,,,", "nothing says what is right"),
        ("Who rows?,,,,perhaps,", "'perhaps' under 'answerable'"),
        ("Who rows?,abc,,,no,", "answerable is no, but"),
        ("Who rows?,,the oar,,no,", "answerable is no, but"),
        ("Who rows?,,“…”,,,", "no words under 'expected'"),
        ("?,abc,,,,", "the question has no words"),
        (",abc,,,,", "the question has no words"),
    ],
)
def test_a_row_that_cannot_be_asked_is_named_and_the_others_go_on(read, row, found):
    file = read(f"{row}\nWho steers?,abc,,,,\n")
    assert [q.text for q in file.questions] == ["Who steers?"]
    assert len(file.refused) == 1
    assert f"own.csv line 2: {found}" in str(file.refused[0])
    assert "\n" not in str(file.refused[0])


def test_a_row_with_cells_too_many_is_among_the_refused(read):
    assert "7 cells under 6 columns" in str(read("Who, then,abc,,,,x\n").refused[0])
