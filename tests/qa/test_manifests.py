"""Files of metadata: what their records name and say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import (
    OnRecordError,
    SourceEmptyError,
    SourceEncodingError,
    SourceFormatError,
    SourceNotFoundError,
)
from qa.manifests import first_files, read_manifest


@pytest.fixture
def read(tmp_path):
    """Return a function that reads this text as a file of metadata of this name."""

    def read(text, name="metadata.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_manifest(path)

    return read


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_manifest_has_a_row_for_each_file(read, separator):
    rows = [["file", "title", "date"], ["a.txt", "The Quay", "2014-05"], ["deep/b.txt", "The Wall", ""]]
    one, other = read("\n".join(separator.join(row) for row in rows))
    assert (one.name, one.files) == ("line 2", ("a.txt",))
    assert one.fields == {"title": "The Quay", "issued": {"date-parts": [[2014, 5]]}}
    assert (other.files, other.fields) == (("deep/b.txt",), {"title": "The Wall"})


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Headline", "title"), ("authors", "author"), ("By", "author"), ("Date", "issued"), ("issued", "issued"),
        ("Publication date", "issued"), ("publication", "container-title"), ("Source", "container-title"),
        ("container-title", "container-title"), ("Container Title", "container-title"), ("url", "URL"),
        ("Link", "URL"), ("doi", "DOI"), ("publisher", "publisher"), ("Place", "publisher-place"),
        ("event", "event-title"), ("translator", "translator"),
    ],
)  # fmt: skip
def test_columns_go_by_the_names_of_csl_and_by_common_words(read, column, field):
    value = {"issued": "2014", "URL": "https://quay.example/a"}.get(field, "Oda Bern")
    (row,) = read(f"File name,{column}\na.txt,{value}\n")
    assert list(row.fields) == [field]


def test_several_authors_are_parted_by_semicolons(read):
    (row,) = read("file,author\na.txt,Sanna Veld; Oda Bern\n")
    assert row.fields["author"] == [{"literal": "Sanna Veld"}, {"literal": "Oda Bern"}]


def test_a_manifest_of_excel_is_read_with_its_mark(read):
    (row,) = read("\ufefffile;title\r\na.txt;The Quay\r\n\r\n;;\r\n")
    assert row.fields == {"title": "The Quay"}


def test_a_column_that_is_no_field_is_named_once(read):
    header, row = read("file,title,colour\na.txt,The Quay,blue\n")
    assert header.left_out == ("columns not taken: colour",)
    assert row.fields == {"title": "The Quay"}


def test_a_value_that_does_not_fit_is_left_out_and_the_others_are_taken(read):
    (row,) = read("file,title,date,url\na.txt,The Quay,soon,quay\n")
    assert row.fields == {"title": "The Quay"}
    assert [why.split("=")[0] for why in row.left_out] == ["left out: issued", "left out: URL"]


def test_a_row_longer_than_its_header_is_left_out(read):
    long, row = read("file,title\na.txt,The Quay, or the Wall\nb.txt,The Tide\n")
    assert (long.fields, long.left_out) == ({}, ("3 cells under 2 columns",))
    assert row.fields == {"title": "The Tide"}


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("title,date\nThe Quay,2014\n", SourceFormatError, "has no column 'file'"),
        ("", SourceEmptyError, "no words"),
        ("file,title\n", SourceEmptyError, "no row under its header"),
        ('file,title\na.txt,"The Quay\n', SourceFormatError, "cannot be read at line"),
        (b"file,title\na.txt,Caf\xe9\n", SourceEncodingError, "not utf-8"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_refused_in_one_line(read, text, kind, told):
    with pytest.raises(kind, match=told) as caught:
        read(text)
    assert "\n" not in str(caught.value)


def test_a_manifest_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SourceNotFoundError):
        read_manifest(tmp_path / "metadata.csv")


def test_a_manifest_may_be_in_another_encoding_that_is_named(tmp_path):
    (tmp_path / "m.csv").write_bytes("file,title\na.txt,Café\n".encode("cp1252"))
    assert read_manifest(tmp_path / "m.csv", "cp1252")[0].fields == {"title": "Café"}


@pytest.mark.parametrize(
    ("raw", "files"),
    [
        ("a.txt", ("a.txt",)),
        (":deep/a.pdf:PDF", ("deep/a.pdf",)),
        ("Text:files/1/a.pdf:application/pdf;Page:files/2/b.txt:text/plain", ("files/1/a.pdf", "files/2/b.txt")),
        ("picture.png", ()),
    ],
)  # fmt: skip
def test_a_bibtex_entry_names_its_files(read, raw, files):
    (one,) = read(f"@misc{{quay, title = {{The Quay}}, file = {{{raw}}}}}", "metadata.bib")
    assert (one.name, one.files, one.fields["title"]) == ("quay", files, "The Quay")


def test_a_ris_record_names_its_file(read):
    text = "TY  - NEWS\nTI  - The Quay\nL1  - a.txt\nER  - \nTY  - NEWS\nTI  - The Wall\nER  - \n"
    assert [(one.name, one.files) for one in read(text, "metadata.ris")] == [
        ("The Quay", ("a.txt",)),
        ("The Wall", ()),
    ]


def test_a_csl_item_names_its_file_by_a_field_or_its_whole_note(read):
    items = [
        {"id": "a", "title": "The Quay", "file": "a.txt"},
        {"id": "b", "title": "The Wall", "note": "file: b.txt"},
        {"id": "c", "title": "The Tide", "note": "Read in 2015."},
    ]
    found = read(json.dumps(items), "metadata.json")
    assert [one.files for one in found] == [("a.txt",), ("b.txt",), ()]
    assert ["note" in one.fields for one in found] == [False, False, True]


def test_a_record_that_cannot_be_read_is_named_and_the_others_are_taken(read):
    items = [{"id": "bad", "title": {"a": 1}}, {"id": "good", "title": "The Quay"}]
    found = {one.name: one for one in read(json.dumps(items), "metadata.json")}
    assert found["bad"].left_out
    assert found["good"].fields == {"title": "The Quay"}


def test_a_file_named_on_another_machine_is_looked_for_by_its_bare_name(tmp_path):
    assert list(first_files(tmp_path, [r"C:\papers\a.txt"])) == [
        f"{tmp_path}/C:/papers/a.txt",
        f"{tmp_path}/a.txt",
    ]


@given(
    st.text(alphabet='file,;"\n\t |title2014-a.x{}@[]:TYER', max_size=80),
    st.sampled_from("csv json bib ris".split()),
)
def test_any_text_is_read_or_refused_by_name(tmp_path_factory, text, ending):
    path = tmp_path_factory.getbasetemp() / f"any.{ending}"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        found = read_manifest(path)
    except OnRecordError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - it is refused, or it is not
    else:
        assert all(one.name for one in found)
