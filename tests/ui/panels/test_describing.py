from __future__ import annotations

import json

import pytest
from ui_html import elements, one

from qa.bundled import open_bundled
from ui import strings
from ui.panels.describing import described

RECORDS = [
    {"id": "veld2014", "type": "article-newspaper", "title": "The Harbour", "publisher": "Veld & Sons"},
    {"id": "bern", "type": "book", "title": "Another Book"},
]


@pytest.fixture
def file(tmp_path):
    folder = tmp_path / "upload"
    folder.mkdir()

    def put(name, text):
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    return put


def test_records_describe_the_documents_they_fit_and_the_others_are_named(library, file):
    html = described(library, file("library.json", json.dumps(RECORDS)))
    assert one(html, "or-doc-told").text == "1 of 2 records describe a document now."
    rows = [e.text for e in elements(html) if e.tag == "td"]
    assert rows[:2] == ["veld2014", "The Harbour"]
    assert rows[3:5] == ["bern", strings.DOC_UNMATCHED]
    assert library.corrections(library.find("The Harbour").id)["publisher"] == "Veld & Sons"


def test_a_file_of_another_format_is_refused_without_its_place(library, file, tmp_path):
    html = described(library, file("records.xyz", "nothing"))
    assert "records.xyz" in one(html, "or-failure").text
    assert str(tmp_path) not in html


def test_the_file_is_not_left_behind(library, file, tmp_path):
    described(library, file("library.json", json.dumps(RECORDS)))
    assert not (tmp_path / "upload").exists()


def test_the_sample_takes_no_records(tiny, file):
    assert strings.DOC_SAMPLE in described(open_bundled(encoder=tiny), file("library.json", json.dumps(RECORDS)))


def test_an_unexpected_fault_is_a_sentence(library, file, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("/secret")

    monkeypatch.setattr(library, "describe", fail)
    assert strings.UNEXPECTED in described(library, file("library.json", "[]"))
