from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_html import elements, one
from ui_people import COUNCIL

from corpus.errors import CorpusBusyError
from ui import strings
from ui.panels import people
from ui.panels.people import PAGE, Shown, merge, names_in, screen


@pytest.fixture
def council(make_corpus):
    return make_corpus(COUNCIL)


def _shown(corpus, *, public=False, **asked):
    return screen(corpus, Shown(**asked), public=public)


def _links(html):
    return [e.text for e in elements(html) if "or-link" in e.classes]


def _raise(fault):
    def fail(*_, **__):
        raise fault

    return fail


def test_at_first_everybody_is_listed(council):
    found = _shown(council)
    assert _links(found.head) == ["Sanna Veld", "Oda Bern", "S. Veld"]
    assert (found.body, found.more, found.person) == ("", False, "")


def test_the_list_narrows_to_those_a_name_fits(council):
    assert _links(_shown(council, found_by="bern").head) == ["Oda Bern"]
    assert one(_shown(council, found_by="tolliver").head, "or-remark").text == strings.PEOPLE_NONE_FIT


def test_an_empty_corpus_says_that_nobody_speaks(make_corpus):
    assert one(_shown(make_corpus({})).head, "or-remark").text == strings.PEOPLE_NONE


def test_a_speakers_page_has_the_canonical_name(council):
    found = _shown(council, speaker="bern")
    assert found.person == "Oda Bern"
    assert one(found.head, "or-person-name").text == "Oda Bern"
    assert "or-sayings" in found.body


def test_a_speaker_who_is_not_there_is_a_refusal(council):
    found = _shown(council, speaker="Tolliver")
    assert "nobody goes by 'Tolliver'" in one(found.head, "or-failure").text
    assert found.person == ""


def test_a_question_is_a_timeline(council):
    found = _shown(council, question="the ferry needs a new hull")
    assert "or-plot" in found.head
    assert strings.TIME_PLOT.format(subject="the ferry needs a new hull") in found.head


def test_a_question_too_long_is_a_refusal(council):
    assert "2,001 characters" in one(_shown(council, question="x" * 2001).head, "or-failure").text


def test_more_is_offered_while_there_is_more(council, monkeypatch):
    assert not _shown(council, speaker="Sanna Veld").more
    assert _shown(council, speaker="Sanna Veld", count=3).more
    assert _shown(council, count=2).more
    assert PAGE == 50


def test_the_public_page_offers_no_merge(council):
    council.merge("S. Veld", "Sanna Veld")
    for public in (False, True):
        html = _shown(council, speaker="Sanna Veld", public=public).head
        offered = [e for e in elements(html) if e.attributes.get("data-or-go") == "merge"]
        assert bool(offered) is not public


def test_a_merge_and_its_undoing_show_on_the_page_and_in_the_list(council):
    name, told = merge(council, ["S. Veld", "Sanna Veld"])
    assert name == "Sanna Veld"
    assert one(told, "or-notice").text == strings.PEOPLE_MERGED.format(name="S. Veld", into="Sanna Veld")
    assert _links(_shown(council).head) == ["Sanna Veld", "Oda Bern"]
    assert strings.PEOPLE_GIVEN.format(name="S. Veld") in _shown(council, speaker=name).head
    name, told = merge(council, ["S. Veld"])
    assert (name, one(told, "or-notice").text) == ("S. Veld", strings.PEOPLE_UNMERGED.format(name="S. Veld"))
    assert len(_links(_shown(council).head)) == 3


def test_the_next_answer_follows_a_merge(council):
    from qa import retrieve

    question = 'speaker:"Sanna Veld" divers'
    before = {hit.passage.id for hit in retrieve(question, corpus=council, k=50)}
    merge(council, ["S. Veld", "Sanna Veld"])
    after = {hit.passage.id for hit in retrieve(question, corpus=council, k=50)}
    merge(council, ["S. Veld"])
    again = {hit.passage.id for hit in retrieve(question, corpus=council, k=50)}
    assert before < after
    assert again == before


@pytest.mark.parametrize(
    "names", [["Tolliver", "Oda Bern"], ["Oda Bern", "Oda Bern"], ["Veld", "Oda Bern"], ["Oda Bern"]]
)
def test_what_cannot_be_merged_is_a_refusal_and_changes_nothing(council, names):
    revision = council.store.revision()
    name, told = merge(council, names)
    assert one(told, "or-failure").attributes["role"] == "alert"
    assert name == names[-1]
    assert (council.store.revision(), council.merges()) == (revision, {})


def test_a_named_fault_says_what_to_do(council, monkeypatch):
    fault = CorpusBusyError("another writer is at work", expected="none", action="Try again shortly.")
    monkeypatch.setattr(people, "sayings_of", _raise(fault))
    assert one(_shown(council, speaker="Oda Bern").head, "or-failure").text.endswith("Try again shortly.")


def test_the_log_has_the_fault_and_none_of_the_visitors_words(council, monkeypatch, caplog):
    monkeypatch.setattr(people, "timeline", _raise(RuntimeError("near 'my secret illness'")))
    with caplog.at_level(logging.ERROR):
        html = _shown(council, question="my secret illness").head
    assert strings.UNEXPECTED in one(html, "or-failure").text
    assert "17 characters" in caplog.text
    assert "secret" not in caplog.text + html


def test_names_come_through_the_door_as_json():
    assert names_in('["S. Veld", "Sanna Veld"]') == ["S. Veld", "Sanna Veld"]
    assert names_in('["S. Veld"]') == ["S. Veld"]


@pytest.mark.parametrize("text", ["", "[", "[]", '["a", "b", "c"]', "[1]", '{"a": 1}', '"ab"', "[" * 100_000])
def test_what_is_not_of_our_making_is_no_name(text):
    assert names_in(text) == []


@given(st.lists(st.text(max_size=20), min_size=1, max_size=2))
def test_any_names_come_through_as_they_are(names):
    assert names_in(json.dumps(names)) == names
