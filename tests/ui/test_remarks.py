from __future__ import annotations

from dataclasses import replace

import pytest
from ui_hits import answer, hit, utterance

from qa.answer import Evidence
from qa.reading import Reading
from ui import strings
from ui.remarks import remarks, why_found

PHRASE = Reading(phrases=("golden gate",), words='"golden gate"')
TEXT = "The ferry runs late."


def probably(name):
    return replace(utterance(TEXT, None, as_printed="Tolliver"), probably=name)


def nearest(*hits, reading, confidence=0.0):
    return remarks(answer(*(hits or [hit()]), answered=False, reading=reading, confidence=confidence))


def test_of_a_plain_question_there_is_nothing_to_remark():
    assert remarks(answer(hit())) == []
    assert nearest(reading=Reading()) == []


def test_somebody_to_whom_nothing_is_attributed_is_named():
    assert nearest(reading=Reading(asked_as="Warden Tolliver")) == [
        "Nothing here is attributed to Warden Tolliver."
    ]


def test_somebody_who_probably_speaks_in_a_passage_shown_is_not_called_silent():
    found = hit(TEXT, utterances=[probably("Hollis Tolliver")])
    assert nearest(found, reading=Reading(asked_as="Tolliver")) == [
        "Nothing here is surely attributed to Tolliver."
    ]


def test_that_somebody_else_probably_speaks_changes_nothing():
    found = hit(TEXT, utterances=[probably("Oda Bern")])
    assert nearest(found, reading=Reading(asked_as="Tolliver")) == ["Nothing here is attributed to Tolliver."]


def test_somebody_absent_is_named_beside_an_answer_too():
    (said,) = remarks(answer(hit(), reading=Reading(asked_as="Tolliver")))
    assert said == "Nothing here is attributed to Tolliver."


def test_a_name_that_fits_two_is_asked_back_answered_or_not():
    reading = Reading(asked=("Oda Bern", "Otto Bern"), asked_as="Bern", choices=("Oda Bern", "Otto Bern"))
    for said in (remarks(answer(hit(), reading=reading)), nearest(reading=reading, confidence=0.2)):
        assert [line.split("?")[0] for line in said] == ["Which Bern: Oda Bern or Otto Bern"]


def test_phrases_that_no_passage_holds_are_named():
    assert nearest(reading=PHRASE) == ["No passage holds “golden gate”."]


def test_of_several_phrases_it_is_said_that_no_passage_holds_all():
    reading = replace(PHRASE, phrases=("golden gate", "late"))
    assert nearest(reading=reading) == ["No passage holds “golden gate” and “late” together."]


@pytest.mark.parametrize("filters", [{"speaker": "Bern"}, {"not_kind": ("turn",)}, {"not_phrases": ("dawn",)}])
def test_phrases_that_a_filter_may_have_kept_out_are_not_called_absent_from_all(filters):
    assert nearest(reading=replace(PHRASE, **filters)) == [
        "No passage that passes the filters holds “golden gate”."
    ]


def test_phrases_that_are_held_by_too_unsure_an_answer_are_not_called_missing():
    assert nearest(reading=PHRASE, confidence=0.1) == []
    assert remarks(answer(hit(), reading=PHRASE)) == []


def test_phrases_beside_somebody_absent_are_passed_over_for_the_reason_is_the_person():
    assert nearest(reading=replace(PHRASE, asked_as="Tolliver")) == ["Nothing here is attributed to Tolliver."]


def test_quoted_words_in_a_long_question_are_not_called_missing():
    assert nearest(reading=replace(PHRASE, words="word " * 40)) == []


@pytest.mark.parametrize(
    "filters",
    [
        {"speaker": "Bern"}, {"since": "2014"}, {"until": "2014"}, {"source": "budget"}, {"kind": "direct"},
        {"not_speaker": ("Bern",)}, {"not_source": ("budget",)}, {"not_kind": ("turn",)},
        {"not_phrases": ("late",)},
    ],
)  # fmt: skip
def test_where_no_passage_is_left_every_kind_of_filter_is_blamed(filters):
    assert remarks(answer(answered=False, reading=Reading(**filters))) == [strings.NO_PASSAGE_LEFT]


def test_where_there_is_no_passage_and_no_filter_the_corpus_is_empty():
    assert remarks(answer(answered=False)) == [strings.EMPTY]
    assert remarks(answer(answered=False, reading=PHRASE)) == [strings.EMPTY]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Evidence(terms=("golden", "gate")), "matched: golden, gate"),
        (Evidence(speakers=("Jane Roe", "John Doe")), "speaks: Jane Roe and John Doe"),
        (Evidence(in_period=True), "of the time asked for"),
        (
            Evidence(terms=("ferry",), speakers=("Jane Roe",), in_period=True),
            "matched: ferry; speaks: Jane Roe; of the time asked for",
        ),
        (Evidence(cosine=0.61), "near in meaning, with none of the question's words"),
    ],
)
def test_a_hit_says_why_it_was_found_and_no_figures(found, said):
    assert why_found(hit(found=found)) == said


def test_of_many_words_twelve_are_shown_and_the_rest_counted():
    said = why_found(hit(found=Evidence(terms=tuple(f"w{n}" for n in range(15)))))
    assert said == f"matched: {', '.join(f'w{n}' for n in range(12))} and 3 more"


def test_whoever_speaks_only_probably_is_said_to():
    found = Evidence(speakers=("Hollis Tolliver",))
    assert why_found(hit(TEXT, utterances=[probably("Hollis Tolliver")], found=found)) == (
        "speaks: probably Hollis Tolliver"
    )
    outright = [probably("Hollis Tolliver"), utterance(TEXT, "Hollis Tolliver")]
    assert why_found(hit(TEXT, utterances=outright, found=found)) == "speaks: Hollis Tolliver"
