from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import ALL, EVERYTHING
from ui_hits import answer as made_answer
from ui_hits import hit, utterance

from corpus.citing import Style
from corpus.model import UtteranceKind
from qa import retrieve
from qa.answer import Answer, Evidence, Hit
from qa.reading import AskedPeriod, Reading

ANSWER_KEYS = {
    "question", "reading", "answered", "confidence", "hits", "revision", "model", "took_ms", "searched",
    "passages",
}  # fmt: skip
HIT_KEYS = {
    "rank", "score", "passage_id", "document_id", "text", "kind", "section", "paragraph", "page", "time", "spans",
    "speakers", "utterances", "citation", "citation_note", "footnotes", "also_in", "evidence",
}  # fmt: skip


@pytest.fixture
def answer(make_corpus):
    return retrieve("Who promised grain on the canal?", corpus=make_corpus(ALL))


def test_an_answer_iterates_over_its_hits(answer):
    assert list(answer) == list(answer.hits)
    assert len(answer) == len(answer.hits)


def test_the_json_form_has_the_keys_promised_and_survives_json(answer):
    form = answer.to_dict()
    assert set(form) == ANSWER_KEYS
    assert {key for hit in form["hits"] for key in hit} == HIT_KEYS
    assert json.loads(json.dumps(form)) == form


def test_the_json_form_names_utterances_by_offset_kind_and_speaker(answer):
    (said,) = answer.to_dict()["hits"][0]["utterances"]
    assert {"start", "end", "kind", "speaker"} <= set(said)
    text = answer.hits[0].text
    assert text[said["start"] : said["end"]].startswith("“The canal will carry grain")
    assert (said["kind"], said["speaker"], said["role"]) == ("direct", "Mara Quell", "minister for waterways")


def test_the_citation_is_csl_json_with_its_provenance(answer):
    item = answer.to_dict()["hits"][0]["citation"]
    assert item["title"] == "The canal is open"
    assert item["issued"] == {"date-parts": [[2014, 5, 12]]}
    assert item["custom"]["provenance"] == {"title": "from the text", "issued": "from the text"}
    assert "author" not in item


def test_the_note_says_who_is_quoted_where(answer):
    assert answer.hits[0].note == "Mara Quell, quoted in “The canal is open,” May 12, 2014, para. 1."


def test_the_quotation_to_copy_is_the_utterance_itself(answer):
    assert answer.hits[0].quotation == "“The canal will carry grain before the winter.”"


TWO = """Two views

Mara Quell said, “The ring road is a gift,” while Tobin Ash said, “The bridge is a trap for all.”
"""


@pytest.mark.parametrize(
    ("question", "speaker"),
    [("Who said the ring road is a gift?", "Mara Quell"), ("Is the bridge a trap?", "Tobin Ash")],
)
def test_of_two_speakers_in_one_sentence_the_one_whose_words_are_asked_for_answers(make_corpus, question, speaker):
    hit = retrieve(question, corpus=make_corpus({"two.txt": TWO})).hits[0]
    assert [u.speaker for u in hit.answering] == [speaker]
    assert hit.speakers == ("Mara Quell", "Tobin Ash")
    assert hit.note.startswith(f"{speaker}, quoted in")


@pytest.mark.parametrize("probably", [None, "Oda Bern"])
@pytest.mark.parametrize("kind", [kind for kind in UtteranceKind if kind.verbatim])
def test_words_of_a_speaker_who_is_not_sure_are_not_cited_as_the_authors(kind, probably):
    said = replace(utterance("The ferry runs late.", None, kind=kind), probably=probably)
    found = hit(utterances=[said])
    assert found.note == "Quoted in Ann Author, “The Harbour,” August 10, 2014, para. 3."
    assert found.cite(Style.APA).in_text.text == "(as cited in Ann Author, 2014, para. 3)"
    assert found.cite(Style.MLA).in_text.text == "(qtd. in Ann Author, par. 3)"
    assert found.cite(Style.HARVARD).in_text.text == "(quoted in Ann Author, 2014, para. 3)"


@pytest.mark.parametrize("speaker", [None, "Oda Bern"])
def test_reported_speech_is_cited_as_the_authors(speaker):
    found = hit(utterances=[utterance("The ferry runs late.", speaker, kind=UtteranceKind.INDIRECT)])
    assert found.note == hit().note == "Ann Author, “The Harbour,” August 10, 2014, para. 3."


EVIDENCE_KEYS = {"cosine", "sentence", "words", "coverage", "terms", "speakers", "in_period"}


def test_the_json_form_says_why_a_passage_was_found(answer):
    form = answer.to_dict()["hits"][0]["evidence"]
    assert set(form) == EVIDENCE_KEYS == {field.name for field in fields(Evidence)}
    assert form["terms"] == ["promised", "grain", "canal"]
    assert (form["coverage"], form["speakers"], form["in_period"]) == (1.0, [], False)


def test_the_json_form_says_how_the_question_was_read(answer):
    form = answer.to_dict()["reading"]
    assert set(form) == {field.name for field in fields(Reading)} | {"absent", "must"}
    assert form["who"] is True
    assert form["topic"] == "Who promised grain on the canal?"


def test_nothing_of_an_answer_is_left_out_of_its_json_form():
    assert {field.name for field in fields(Answer)} == ANSWER_KEYS
    shown = {field.name for field in fields(Hit)} - {"passage", "source"}  # a path is nobody's business
    assert shown <= HIT_KEYS


def test_a_time_asked_for_is_in_the_json_form():
    form = made_answer(reading=Reading(period=AskedPeriod("in 2014", "2014-01-01", "2014-12-31"))).to_dict()
    assert form["reading"]["period"] == {"as_printed": "in 2014", "since": "2014-01-01", "until": "2014-12-31"}


@pytest.mark.parametrize(
    "question",
    [
        "What did Ash say about the gates?",
        "the wall in 2014 speaker:Veld -kind:turn",
        "“nowhere at all”",
        "水門",
        "nine",
    ],
)
def test_the_json_form_of_any_answer_survives_json_and_is_the_same_again(make_corpus, question):
    corpus = make_corpus(EVERYTHING)
    one, other = (retrieve(question, corpus=corpus, k=20).to_dict() | {"took_ms": 0} for _ in range(2))
    assert json.loads(json.dumps(one)) == one == other


finite = st.floats(-50, 50)


@given(finite, finite, finite, finite, st.lists(st.text(), max_size=3), st.booleans())
def test_evidence_is_rounded_and_whole_in_json(cosine, sentence, words, coverage, terms, in_period):
    form = Evidence(cosine, sentence, words, coverage, tuple(terms), ("Oda Bern",), in_period).to_dict()
    assert json.loads(json.dumps(form)) == form
    assert form["cosine"] == pytest.approx(cosine, abs=1e-4)
    assert (form["terms"], form["in_period"]) == (terms, in_period)


def test_an_answer_without_hits_is_empty_and_has_a_json_form():
    empty = made_answer(answered=False)
    assert (list(empty), len(empty), empty.to_dict()["hits"]) == ([], 0, [])


SAID = "“The tide is high,” Oda Bern said. She sat down."


def said(start, end, speaker="Oda Bern", kind=UtteranceKind.DIRECT):
    return replace(utterance("", speaker, kind=kind), start=start, end=end)


def test_without_an_utterance_in_it_the_marked_sentence_is_what_to_copy():
    found = hit(SAID, utterances=[said(0, 18)], spans=((35, 48),))
    assert found.answering == ()
    assert found.quotation == "She sat down."


def test_without_a_marked_sentence_the_whole_passage_is_what_to_copy():
    assert hit(SAID, spans=()).quotation == SAID


def test_a_report_is_copied_as_the_sentence_it_stands_in():
    found = hit(SAID, utterances=[said(0, 18, kind=UtteranceKind.INDIRECT)], spans=((0, 34),))
    assert len(found.answering) == 1
    assert found.quotation == SAID[:34]


def test_somebodys_own_words_go_before_a_report_in_the_same_sentence():
    found = hit(
        SAID, utterances=[said(0, 18), said(19, 33, "Corin Hale", UtteranceKind.INDIRECT)], spans=((0, 34),)
    )
    assert [u.speaker for u in found.answering] == ["Oda Bern"]
    assert found.quotation == "“The tide is high,”"[:18]


def test_footnotes_marked_in_the_sentence_go_before_the_passages_others():
    text, notes = "The tide is high.[1] She sat down.[2]", (("1", "Tables."), ("2", "Minutes."))
    assert hit(text, spans=((0, 17),), footnotes=notes).cited == (("1", "Tables."),)
    assert hit(text.replace("[1]", ""), spans=((0, 17),), footnotes=notes).cited == notes
