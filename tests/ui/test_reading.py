from __future__ import annotations

from dataclasses import fields, replace

import pytest

from qa.reading import AskedPeriod, Known, KnownSpeaker, Reading, read_question
from ui.reading import DROPPABLE, question_back, reading_line, reading_parts

KNOWN = Known(
    (
        KnownSpeaker("Sanna Veld", roles=("Minister",)),
        KnownSpeaker("Oda Bern"),
        KnownSpeaker("Otto Bern"),
        KnownSpeaker("Hollis Tolliver", roles=("Warden",)),
    )
)
VELD = Reading(asked=("Sanna Veld",), asked_as="Veld")


def line(*questions):
    """Return the line on the last of several questions that follow each other."""
    reading = None
    for question in questions:
        reading = read_question(question, KNOWN, previous=reading)
    return reading_line(reading)


def test_a_plain_question_has_no_line():
    assert line("How late is the ferry to the island?") == ""
    assert reading_line(Reading(topic="ferry", words="ferry")) == ""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What did Veld say about the canal?", "words of Sanna Veld (“Veld”)"),
        ("What did Sanna Veld say about the canal?", "words of Sanna Veld"),
        ("What did Veld say in August 2014?", "words of Sanna Veld (“Veld”); in August 2014"),
        ("In 2014, what did Sanna Veld say?", "words of Sanna Veld; in 2014"),
        ("Veld's 2014 speech on cranes", "words of Sanna Veld (“Veld”); of the time “2014”"),
        ("Who promised a bridge?", "who said it"),
        ("Did the ferry hit Tolliver?", "naming Hollis Tolliver"),
        ('canal speaker:"Oda Bern"', "only speaker “Oda Bern”"),
        ("canal source:budget kind:reported", "only source “budget”; only speech of the kind “indirect”"),
        ("canal since:2014-08 until:2015", "only from 2014-08 on; only up to 2015"),
        ('"golden gate" "late"', "must hold “golden gate” and “late”"),
        (
            '-"golden gate" -speaker:Veld -speaker:Bern canal',
            "not speaker “Veld” or “Bern”; must not hold “golden gate”",
        ),
        ("canal -source:budget -kind:own", "not source “budget”; not speech of the kind “own”"),
    ],
)
def test_what_is_read_from_a_question_is_said(question, said):
    assert line(question) == f"Read as: {said}"


def test_a_known_speaker_named_in_full_is_not_worth_a_line():
    assert line("Did the ferry hit Hollis Tolliver?") == ""


def test_the_parts_of_a_reading_stand_in_one_line():
    reading = replace(VELD, period=AskedPeriod("since 2013"), phrases=("golden gate",), not_source=("budget",))
    assert reading_line(reading) == (
        "Read as: words of Sanna Veld (“Veld”); since 2013; must hold “golden gate”; not source “budget”"
    )


def test_a_name_read_past_a_typing_error_says_so():
    misspelt = replace(VELD, asked_as="Vedl", misspelt=True)
    assert reading_line(misspelt) == "Read as: words of Sanna Veld (“Vedl”, taken for a typing error)"


def test_several_people_asked_for_are_all_named():
    both = Reading(asked=("Sanna Veld", "Hollis Tolliver"), asked_as="Veld and Tolliver")
    assert reading_line(both) == "Read as: words of Sanna Veld and Hollis Tolliver (“Veld and Tolliver”)"


def test_phrases_in_a_long_question_are_said_to_bind_nothing():
    reading = Reading(phrases=("golden gate",), words="word " * 40)
    assert reading_line(reading) == "Read as: the words quoted need not stand so, as the question is long"


def test_somebody_absent_is_no_part_of_the_line():
    assert reading_line(Reading(asked_as="Quell")) == ""


FIRST = "What did Veld say about the canal in 2014?"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "and about the locks?",
            "words of Sanna Veld; in 2014; goes on from the last question (speaker, time)",
        ),
        (
            "What about Tolliver?",
            "words of Hollis Tolliver (“Tolliver”); in 2014; "
            "goes on from the last question (topic “the canal in 2014”, time)",
        ),
        (
            "and in 2015?",
            "words of Sanna Veld; in 2015; goes on from the last question (speaker, topic “the canal”)",
        ),
        ("Did she win?", "naming Sanna Veld; goes on from the last question (person)"),
    ],
)
def test_what_was_taken_over_from_the_last_question_is_said(question, said):
    assert line(FIRST, question) == f"Read as: {said}"


def test_a_question_that_stands_on_its_own_takes_nothing_over():
    assert line(FIRST, "How late is the ferry to the island?") == ""


def test_every_field_that_can_be_carried_has_a_word_of_its_own():
    reading = Reading(carried=("asked", "mentioned", "period", "topic"), topic="the canal?")
    assert reading_line(reading).endswith("(speaker, person, time, topic “the canal”)")


LOOKED_FOR = 'The words of all of them were looked for. To choose, add speaker:"..." with the full name.'
BERNS = ("Oda Bern", "Otto Bern")


@pytest.mark.parametrize(
    ("asked", "asked_as", "asks"),
    [
        (BERNS, "Bern", "Which Bern: Oda Bern or Otto Bern?"),
        (BERNS, "the minister", "Which minister: Oda Bern or Otto Bern?"),
        ((*BERNS, "Sanna Veld"), "Veld and Bern", "Who is meant: Oda Bern or Otto Bern?"),
        ((*BERNS, "Sanna Veld"), "Bern", "Who is meant: Oda Bern or Otto Bern?"),
        (BERNS, "the minister of sand and gravel", "Who is meant: Oda Bern or Otto Bern?"),
    ],
)
def test_a_name_that_fits_two_is_asked_back(asked, asked_as, asks):
    reading = Reading(asked=asked, asked_as=asked_as, choices=BERNS)
    assert question_back(reading) == f"{asks} {LOOKED_FOR}"


def test_those_who_may_be_meant_are_not_listed_twice():
    reading = read_question("What did Bern say about the canal?", KNOWN)
    assert question_back(reading).startswith("Which Bern: ")
    assert reading_line(reading) == ""
    assert reading_line(replace(reading, asked=(*BERNS, "Sanna Veld"))).startswith(
        "Read as: words of Sanna Veld ("
    )


def test_of_a_crowd_six_are_named_and_the_rest_counted():
    crowd = tuple(f"Bern {n}" for n in range(30))
    assert question_back(Reading(asked=crowd, asked_as="Bern", choices=crowd)).startswith(
        "Which Bern: Bern 0, Bern 1, Bern 2, Bern 3, Bern 4, Bern 5 or one of 24 others?"
    )


def test_a_name_that_fits_one_asks_nothing():
    assert question_back(VELD) == ""


def parts(reading):
    return [(part.name, part.said) for part in reading_parts(reading)]


def test_the_parts_of_a_reading_are_those_of_its_line():
    reading = replace(VELD, period=AskedPeriod("since 2013"), phrases=("golden gate",), not_source=("budget",))
    assert reading_line(reading) == "Read as: " + "; ".join(said for _, said in parts(reading))
    assert [name for name, _ in parts(reading)] == ["asked", "period", "phrases", "not_source"]


def test_what_was_taken_over_is_a_part_of_its_own_and_a_whole():
    reading = read_question("and about the locks?", KNOWN, previous=read_question(FIRST, KNOWN))
    assert parts(reading) == [
        ("asked", "words of Sanna Veld"), ("period", "in 2014"), ("carried", "goes on from the last question")
    ]  # fmt: skip
    assert all(part.carried for part in reading_parts(reading))


def test_somebody_absent_and_a_name_that_fits_two_are_parts_too():
    assert parts(Reading(asked_as="Quell")) == [("asked", "words of Quell")]
    assert parts(Reading(asked=BERNS, asked_as="Bern", choices=BERNS)) == [("asked", "words of Bern")]


def test_every_part_that_can_be_left_out_is_a_field_of_a_reading():
    assert {field.name for field in fields(Reading)} >= DROPPABLE
