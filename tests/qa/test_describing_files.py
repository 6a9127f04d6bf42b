"""What is given with the files: above what was read, below the user's corrections, and in step with its file."""

from __future__ import annotations

import json

import pytest
from folder_life import papers, read_from_memory

from corpus.errors import SourceFormatError, printable
from qa.results import AddWishes, Hearing


@pytest.fixture
def folder(tmp_path, monkeypatch):
    read_from_memory(monkeypatch)
    return papers(tmp_path)


@pytest.fixture
def put(make_corpus, folder):
    """Return a function that puts the folder and returns what was said of each record, by its name."""
    corpus = make_corpus({})

    def put(**wishes):
        said = []
        put.results = corpus.put([folder], wishes=AddWishes(**wishes), hearing=Hearing(described=said.append))
        return {one.record: (one.document_id, one.why) for one in said}

    put.corpus = corpus
    return put


def field(corpus, name, of):
    citation = corpus.find(of).citation
    return citation.get(name), citation.provenance().get(name)


def write(path, *rows):
    path.write_text("\n".join(rows), encoding="utf-8")


GIVEN = "given by the user in a file of metadata"


def test_a_manifest_describes_the_files_that_it_names_and_is_no_document(put, folder):
    write(folder / "metadata.csv", "file,title,publisher", "a.txt,The Quay,Quay Press", "deep/c.txt,The Wall,")
    said = put()
    assert field(put.corpus, "title", "a.txt") == ("The Quay", GIVEN)
    assert field(put.corpus, "publisher", "a.txt") == ("Quay Press", GIVEN)
    assert field(put.corpus, "title", "c.txt") == ("The Wall", GIVEN)
    assert field(put.corpus, "title", "b.txt") == ("Paper b.txt, number 0", "from the text")
    assert said["metadata.csv: line 2"] == (put.corpus.find("a.txt").id, "names a.txt")
    assert len(put.corpus.documents()) == 3
    assert (put.results[0].title, put.results[0].unknown) == ("The Quay", ("author", "issued"))


def test_corrections_stand_above_it_and_it_shows_again_without_them(put, folder):
    write(folder / "metadata.csv", "file,title", "a.txt,The Quay")
    put()
    put.corpus.correct("a.txt", {"title": "The Long Quay"})
    put()
    assert field(put.corpus, "title", "a.txt") == ("The Long Quay", "given by the user")
    put.corpus.correct("a.txt", {"title": None})
    assert field(put.corpus, "title", "a.txt") == ("The Quay", GIVEN)


def test_the_list_of_documents_and_the_document_say_the_same(put, folder):
    write(folder / "metadata.csv", "file,title", "a.txt,The Quay")
    put()
    summary = put.corpus.find("The Quay")
    assert put.corpus.document(summary.id).citation == summary.citation


def test_it_is_replaced_whole_each_time(put, folder):
    write(folder / "metadata.csv", "file,title,publisher", "a.txt,The Quay,Quay Press")
    put()
    write(folder / "metadata.csv", "file,title", "b.txt,The Wall")
    put()
    assert field(put.corpus, "title", "a.txt")[0] == "Paper a.txt, number 0"
    assert field(put.corpus, "publisher", "a.txt")[0] is None
    assert field(put.corpus, "title", "b.txt") == ("The Wall", GIVEN)
    (folder / "metadata.csv").unlink()
    put()
    assert field(put.corpus, "title", "b.txt")[0] == "Paper b.txt, number 0"


def test_the_same_again_makes_no_revision(put, folder):
    write(folder / "metadata.csv", "file,title", "a.txt,The Quay")
    write(
        folder / "metadata.json", json.dumps([{"id": "b", "title": "Paper b.txt, number 0", "publisher": "Press"}])
    )
    put()
    revision = put.corpus.store.revision()
    put()
    assert put.corpus.store.revision() == revision
    assert field(put.corpus, "publisher", "b.txt") == ("Press", GIVEN)


def test_the_nearer_file_of_metadata_counts_and_a_named_one_above_it(put, folder, tmp_path):
    write(folder / "metadata.csv", "file,title,publisher", "deep/c.txt,From above,Press above")
    write(folder / "deep" / "metadata.csv", "file,title,publisher", "c.txt,From beside,")
    put()
    assert field(put.corpus, "title", "c.txt")[0] == "From beside"
    assert field(put.corpus, "publisher", "c.txt")[0] == "Press above"
    write(tmp_path / "named.csv", "file,title", "papers/deep/c.txt,Named")
    put(metadata=tmp_path / "named.csv")
    put()
    assert field(put.corpus, "title", "c.txt")[0] == "Named"


def test_a_named_file_replaces_what_it_said_and_nothing_else(put, folder, tmp_path):
    write(tmp_path / "one.csv", "file,title", "papers/a.txt,One")
    write(tmp_path / "other.csv", "file,title", "papers/b.txt,Other")
    put(metadata=tmp_path / "one.csv")
    put(metadata=tmp_path / "other.csv")
    assert (field(put.corpus, "title", "a.txt")[0], field(put.corpus, "title", "b.txt")[0]) == ("One", "Other")
    write(tmp_path / "one.csv", "file,title", "papers/none.txt,One")
    put(metadata=tmp_path / "one.csv")
    assert field(put.corpus, "title", "a.txt")[0] == "Paper a.txt, number 0"


def test_a_row_that_names_no_file_is_reported(put, folder):
    write(
        folder / "metadata.csv", "file,title", "none.txt,The Quay", ",The Wall", "a.txt,A", "./a.txt,B", "b.txt,"
    )
    said = put()
    assert said == {
        "metadata.csv: line 2": (None, "none.txt is not in the corpus"),
        "metadata.csv: line 3": (None, "it names no file"),
        "metadata.csv: line 4": (put.corpus.find("a.txt").id, "names a.txt"),
        "metadata.csv: line 5": (None, "its file is described by line 4 already"),
        "metadata.csv: line 6": (None, "it says nothing of its file"),
    }


def test_a_file_found_in_a_folder_speaks_of_nothing_outside_it(put, folder):
    write(folder / "deep" / "metadata.csv", "file,title", "../a.txt,The Quay", f"{folder / 'b.txt'},The Wall")
    outside = {printable(file, 80) for file in ("../a.txt", folder / "b.txt")}
    assert {why for _, why in put().values()} == {f"{file} is outside its folder" for file in outside}
    assert field(put.corpus, "title", "a.txt")[0] == "Paper a.txt, number 0"


def test_records_that_name_no_file_fit_by_title(put, folder):
    items = [
        {"id": "a", "title": "paper A.TXT, number 0", "publisher": "Quay Press"},
        {"id": "x", "title": "No such"},
    ]
    write(folder / "metadata.json", json.dumps(items))
    said = put()
    assert said["metadata.json: a"] == (put.corpus.find("a.txt").id, "the same title")
    assert said["metadata.json: x"][0] is None
    assert field(put.corpus, "publisher", "a.txt") == ("Quay Press", GIVEN)


def test_records_in_a_folder_fit_no_document_outside_it(put, folder):
    write(
        folder / "deep" / "metadata.json", json.dumps([{"id": "a", "title": "Paper a.txt, number 0", "note": "N"}])
    )
    assert [document for document, _ in put().values()] == [None]


def test_bibtex_and_ris_beside_the_files_name_them(put, folder):
    write(folder / "metadata.bib", "@misc{q, title = {The Quay}, file = {a.txt}}")
    write(folder / "metadata.ris", "TY  - NEWS", "TI  - The Wall", "L1  - b.txt", "ER  - ")
    put()
    assert [field(put.corpus, "title", name)[0] for name in ("a.txt", "b.txt")] == ["The Quay", "The Wall"]


@pytest.mark.parametrize("name", ["metadata.csv", "metadata.json", "metadata.bib"])
def test_a_bad_file_of_metadata_is_refused_and_the_files_go_in(put, folder, name):
    write(folder / name, "nothing of use")
    put()
    (refused,) = [r for r in put.results if r.error]
    assert isinstance(refused.error, SourceFormatError)
    assert len(put.corpus.documents()) == 3


def test_what_was_said_stays_while_its_file_cannot_be_read(put, folder):
    write(folder / "metadata.csv", "file,title", "a.txt,The Quay")
    put()
    write(folder / "metadata.csv", "title", "The Quay")
    put()
    assert field(put.corpus, "title", "a.txt") == ("The Quay", GIVEN)


def test_what_is_given_of_a_table_counts_for_all_its_documents(put, folder):
    write(folder / "t.csv", "id,text", "1,The quay holds for a year and a day.", "2,The wall holds for a day.")
    write(folder / "metadata.csv", "file,publisher", "t.csv,Quay Press")
    put()
    found = [d.citation.get("publisher") for d in put.corpus.documents() if "t.csv" in d.sources[0]]
    assert found == ["Quay Press", "Quay Press"]


def test_what_a_named_file_says_goes_along_with_a_renamed_file(put, folder, tmp_path):
    write(tmp_path / "named.csv", "file,title", "papers/a.txt,Named")
    put(metadata=tmp_path / "named.csv")
    (folder / "a.txt").rename(folder / "z.txt")
    put()
    assert field(put.corpus, "title", "z.txt")[0] == "Named"
