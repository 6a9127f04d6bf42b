"""Renamed files: the same document at another place, with what the user says of it."""

from __future__ import annotations

import pytest
from folder_life import held, outcomes, papers, read_from_memory


@pytest.fixture
def asked(monkeypatch):
    return read_from_memory(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return papers(tmp_path)


@pytest.fixture
def corpus(make_corpus, asked, folder):
    corpus = make_corpus({})
    corpus.put([folder])
    asked.clear()
    return corpus


def test_a_renamed_file_keeps_its_document_and_its_corrections(corpus, folder, asked):
    corpus.correct("a.txt", {"publisher": "Quay Press"})
    (folder / "a.txt").rename(folder / "deep" / "z.txt")
    results = corpus.put([folder])
    assert outcomes(results) == {"b.txt": "unchanged", "c.txt": "unchanged", "z.txt": "moved"}
    assert [r.moved_from for r in results if r.moved_from] == [str(folder / "a.txt")]
    assert asked == []
    moved = corpus.find("z.txt")
    assert (moved.sources, moved.citation.get("publisher")) == ((str(folder / "deep" / "z.txt"),), "Quay Press")
    assert outcomes(corpus.put([folder]))["z.txt"] == "unchanged"


def test_files_that_change_places_take_their_corrections_along(corpus, folder):
    corpus.correct("a.txt", {"publisher": "Press of A"})
    corpus.correct("b.txt", {"publisher": "Press of B"})
    (folder / "a.txt").rename(folder / "x")
    (folder / "b.txt").rename(folder / "a.txt")
    (folder / "x").rename(folder / "b.txt")
    assert outcomes(corpus.put([folder])) == {"a.txt": "moved", "b.txt": "moved", "c.txt": "unchanged"}
    assert corpus.find("a.txt").citation.get("publisher") == "Press of B"
    assert corpus.find("b.txt").citation.get("publisher") == "Press of A"


def test_a_file_moved_over_another_takes_its_place(corpus, folder):
    corpus.correct("a.txt", {"publisher": "Press of A"})
    (folder / "a.txt").replace(folder / "b.txt")
    assert outcomes(corpus.put([folder])) == {"b.txt": "moved", "c.txt": "unchanged"}
    assert corpus.find("b.txt").citation.get("publisher") == "Press of A"
    assert len(corpus.documents()) == 2


def test_a_table_that_is_renamed_keeps_all_its_documents(corpus, folder):
    words = "id,speaker,text\n1,Oda Bern,The quay holds for a year.\n2,Sanna Veld,It will not hold for a day.\n"
    (folder / "said.csv").write_text(words, encoding="utf-8")
    corpus.put([folder])
    before = {i for i, (_, sources, _) in held(corpus.store).items() if "said.csv" in sources[0]}
    (folder / "said.csv").rename(folder / "told.csv")
    assert outcomes(corpus.put([folder]))["told.csv"] == "moved"
    places = {i: sources for i, (_, sources, _) in held(corpus.store).items() if i in before}
    assert {s for sources in places.values() for s in sources} == {f"{folder / 'told.csv'}#{n}" for n in (1, 2)}


def test_a_copy_is_a_second_place_and_no_move(corpus, folder):
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    assert outcomes(corpus.put([folder]))["copy.txt"] == "added"
    assert len(corpus.find("copy.txt").sources) == 2
    (folder / "a.txt").unlink()
    assert outcomes(corpus.put([folder]))["a.txt"] == "gone"
    assert corpus.find("copy.txt").sources == (str(folder / "copy.txt"),)


def test_a_file_under_another_ending_is_another_document(corpus, folder):
    (folder / "a.txt").rename(folder / "a.md")
    assert outcomes(corpus.put([folder])) == {
        "a.md": "added", "b.txt": "unchanged", "c.txt": "unchanged", "a.txt": "gone"
    }  # fmt: skip
