from __future__ import annotations

import json
from dataclasses import replace

import pytest
from ui_hits import citation, passage, utterance

from qa.checking import Change, Grade, WarningKind
from qa.checking.result import QuotePart


@pytest.fixture
def form(check):
    """The JSON form of a check with a change in it, through JSON and back."""
    return json.loads(json.dumps(check("The tide took 14 boats and 3.5 tons", speaker="Veld").to_dict()))


def test_the_form_has_the_grade_and_what_was_asked(form):
    assert (form["grade"], form["speaker"], form["occurrences"]) == ("near", "Veld", 0)
    assert form["quotation"] == "The tide took 14 boats and 3.5 tons"
    assert set(form["names"]) == {"Sanna Veld", "SANNA VELD"}


def test_every_operation_has_offsets_on_both_sides(form):
    match = form["matches"][0]
    for one in match["operations"]:
        quoted, source = one["quoted"], one["source"]
        assert form["quotation"][quoted["start"] : quoted["end"]] == quoted["text"]
        assert match["parts"][source["part"]]["passage"][source["start"] : source["end"]] == source["text"]


def test_a_part_is_a_slice_of_its_passage_with_a_citation(form):
    part = form["matches"][0]["parts"][0]
    assert part["passage"][part["start"] : part["end"]] == part["text"] == "The tide took 40 boats and 3.5 tons"
    assert part["citation"]["title"] == "The quay in winter"
    assert part["utterances"][0]["speaker"] == "Oda Bern"


def test_warnings_say_what_they_are_about(form):
    assert {"kind": "number", "told": ["40", "14"]} in form["matches"][0]["warnings"]
    assert {"kind": "another speaker's", "told": ["Oda Bern"]} in form["matches"][0]["warnings"]


@pytest.mark.parametrize("change", Change)
def test_only_changed_missing_and_added_words_are_faults(change):
    assert change.fault is (change.value in {"changed", "missing", "added"})


def test_grades_and_warnings_have_names_of_their_own():
    assert [grade.value for grade in Grade] == ["exact", "near", "absent"]
    assert len({kind.value for kind in WarningKind}) == len(WarningKind)


def test_a_check_is_the_row_of_its_places(check):
    found = check("We will not sell the quay")
    assert list(found) == list(found.matches)
    assert len(found) == 2


def test_words_over_several_passages_are_shown_apart(check):
    match = check("rope, or 12% of the fleet.” Warden Tolliver said that").matches[0]
    assert match.text == "rope, or 12% of the fleet\n\nWarden Tolliver said that"
    assert match.note == match.parts[0].note != match.parts[1].note
    assert match.passage is match.parts[0].passage
    assert match.citation is match.parts[0].citation


def test_a_part_in_somebodys_words_who_is_not_sure_is_quoted_without_a_name():
    words = "The ferry runs late."
    said = utterance(words, None)
    found = QuotePart(
        passage(words), citation(), "harbour.md", 0, len(words), (replace(said, probably="Oda Bern"),)
    )
    assert found.note == "Quoted in Ann Author, “The Harbour,” August 10, 2014, para. 3."
    assert replace(found, utterances=()).note == "Ann Author, “The Harbour,” August 10, 2014, para. 3."
