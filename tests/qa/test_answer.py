from __future__ import annotations

import json

import pytest
from qa_texts import ALL

from qa import retrieve

ANSWER_KEYS = {"question", "reading", "answered", "confidence", "hits", "revision", "model", "took_ms"}
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
