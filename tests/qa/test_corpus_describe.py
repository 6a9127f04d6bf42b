from __future__ import annotations

import json

import pytest
from qa_texts import ALL

from corpus.citation import Provenance
from corpus.errors import SourceError
from qa import retrieve
from qa.describing import Description

CSL = [
    {"id": "quell", "title": "The Canal Is Open!", "type": "article-newspaper",
     "author": [{"family": "Orr", "given": "Benna"}], "container-title": "Lantern Post"},
    {"id": "elsewhere", "title": "A book nobody added", "type": "book"},
]  # fmt: skip
BIBTEX = """@article{rail, title = {A railway for the valley}, author = {Marn, Ilse}, journal = {Lantern Post}}
@book{broken, title = {No end
"""
RIS = (
    "TY  - NEWS\r\nTI  - Letters to the editor\r\nAU  - Quell, Mara\r\nUR  - https://post.example/1\r\nER  - \r\n"
)


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(ALL)


@pytest.fixture
def described(corpus, tmp_path):
    """Return a function that describes the corpus from a file of this name and text."""

    def run(name, text):
        (tmp_path / name).write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return corpus.describe(tmp_path / name)

    return run


def test_a_records_fields_become_corrections_of_the_document_it_fits(corpus, described):
    canal = corpus.find("canal.txt")
    found, _ = described("records.json", CSL)
    assert found == Description("quell", canal.id, "the same title")
    now = corpus.find("canal.txt").citation
    assert (now.title, now.get("container-title"), now.issued) == (
        "The Canal Is Open!", "Lantern Post", canal.citation.issued,
    )  # fmt: skip
    assert now.provenance()["author"] == Provenance.USER


def test_a_record_that_fits_nothing_is_named_and_the_others_go_on(described):
    last = described("records.json", CSL[::-1])
    assert [(d.record, bool(d.document_id)) for d in last] == [("elsewhere", False), ("quell", True)]
    assert "agrees with it on DOI, URL or title" in last[0].why


def test_bibtex_is_read_and_a_broken_entry_is_named(corpus, described):
    good, bad = described("records.bib", BIBTEX)
    assert (good.record, good.document_id) == ("rail", corpus.find("railway.txt").id)
    assert bad.document_id is None
    assert bad.record
    assert bad.why


def test_ris_is_read(corpus, described):
    (one,) = described("records.ris", RIS)
    assert one.document_id == corpus.find("letters.txt").id
    assert corpus.find("letters.txt").citation.get("URL") == "https://post.example/1"


def test_what_a_document_was_described_by_can_be_withdrawn(corpus, described):
    before = corpus.find("canal.txt").citation
    described("records.json", CSL)
    fields = corpus.corrections(corpus.find("canal.txt").id)
    assert corpus.correct("canal.txt", dict.fromkeys(fields)) == before


def test_the_same_file_again_changes_nothing(corpus, described):
    first, revision = described("records.json", CSL), corpus.store.revision()
    assert described("records.json", CSL) == first
    assert corpus.store.revision() == revision


def test_the_second_of_two_records_of_one_document_is_named(corpus, described):
    one, other = described("records.json", [CSL[0], CSL[0] | {"id": "twin", "container-title": "Other"}])
    assert (one.record, other.document_id) == ("quell", None)
    assert "described by the record quell already" in other.why
    assert corpus.find("canal.txt").citation.get("container-title") == "Lantern Post"


def test_a_field_that_cannot_be_taken_is_named_and_the_others_are(corpus, described):
    (one,) = described("records.json", [CSL[0] | {"URL": "javascript:alert(1)", "type": "document"}])
    assert one.document_id
    assert "left out: URL='javascript:alert(1)' is not a web address" in one.why
    assert set(corpus.corrections(one.document_id)) == {"title", "author", "container-title"}


def test_a_date_in_words_is_kept_in_words(corpus, described):
    (one,) = described("records.json", [CSL[0] | {"issued": {"literal": "spring of 1998"}}])
    assert corpus.corrections(one.document_id)["issued"] == {"literal": "spring of 1998"}


def test_answers_cite_what_the_record_says(corpus, described):
    described("records.json", CSL)
    (hit, *_) = retrieve("canal grain winter", corpus=corpus).hits
    assert hit.citation.get("container-title") == "Lantern Post"


@pytest.mark.parametrize(("name", "text"), [("records.txt", "x"), ("records.json", "{"), ("records.bib", " x ")])
def test_a_file_without_records_is_refused_and_nothing_changes(corpus, described, name, text):
    revision = corpus.store.revision()
    with pytest.raises(SourceError, match=r"records\."):
        described(name, text)
    assert corpus.store.revision() == revision
