from __future__ import annotations

import pytest
from citations import RECORDS, record

from corpus import errors
from corpus.citing.records import RecordFormat, export_records, read_records

CITATIONS = {name: record(values) for name, values in RECORDS.items()}


@pytest.mark.parametrize("form", RecordFormat)
def test_a_file_of_any_format_is_read_by_its_ending(tmp_path, form):
    path = tmp_path / f"library.{form}"
    path.write_text(export_records(CITATIONS, form), encoding="utf-8", newline="")
    found = read_records(path)
    assert [r.citation.title for r in found.records] == [c.title for c in CITATIONS.values()]
    assert found.faults == ()


def test_every_field_read_is_given_by_the_user(tmp_path):
    path = tmp_path / "LIBRARY.BIB"
    path.write_text("@misc{a, title = {Silt}, author = {Oda Bern}, year = 2014}", encoding="utf-8")
    (found,) = read_records(path).records
    assert found.name == "a"
    assert set(found.citation.provenance().values()) == {"given by the user"}


def test_faults_are_named_beside_what_was_read(tmp_path):
    path = tmp_path / "library.ris"
    path.write_text("TY  - BOOK\nTI  - Silt\nTY  - BOOK\nTI  - Sand\nER  - \n", encoding="utf-8")
    found = read_records(path)
    assert [r.citation.title for r in found.records] == ["Sand"]
    assert [str(fault) for fault in found.faults] == ["Silt: no line 'ER  - ' before the next record"]


def test_names_of_entries_are_fit_for_a_terminal(tmp_path):
    path = tmp_path / "library.json"
    path.write_text('[{"id": "\\u001b[2J\\u202e' + "a" * 500 + '"}]', encoding="utf-8")
    (fault,) = read_records(path).faults
    assert len(fault.name) == 100
    assert fault.name.startswith("[2Ja")


def test_another_encoding_is_read_when_it_is_named(tmp_path):
    path = tmp_path / "library.bib"
    path.write_bytes("@misc{a, title = {Café}}".encode("cp1252"))
    assert read_records(path, "cp1252").records[0].citation.title == "Café"
    with pytest.raises(errors.SourceEncodingError):
        read_records(path)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("library.xml", "<records/>", "ends in '.xml'"),
        ("library", "@misc{a}", "has no ending"),
        ("library.json", "{not json", "is no JSON"),
        ("library.json", "[ ] []x", "is no JSON"),
        ("library.bib", "just words", "holds no entry"),
        ("library.ris", "just words", "holds no entry"),
    ],
)
def test_a_file_that_is_something_else_is_refused_with_what_to_do(tmp_path, name, text, found):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(errors.SourceFormatError, match="Export them again") as refusal:
        read_records(path)
    assert found in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(errors.SourceNotFoundError):
        read_records(tmp_path / "library.bib")
