from __future__ import annotations

import sqlite3

import pytest

from corpus.errors import CorpusDamagedError
from qa import Corpus
from ui.doctor import examine


@pytest.fixture
def reopened(library, tiny):
    """Return a function that opens the corpus as another process would find it."""
    return lambda encoder=tiny: Corpus(library.folder, encoder=encoder)


def _vector_files(folder):
    return [f for f in folder.rglob("*") if f.is_file() and f.stat().st_size > 100 and "sqlite" not in f.name]


def test_a_sound_corpus_is_well_in_three_lines(reopened):
    store, model, index = examine(reopened())
    assert "2 documents at revision" in store
    assert "every passage as stored" in store
    assert model == "ok: model tiny@32, 32 dimensions"
    assert index.startswith("ok: index of 4 passages, 4 vectors")


def test_a_damaged_index_is_rebuilt_and_named(reopened, library):
    for file in _vector_files(library.folder / "index"):
        file.write_bytes(file.read_bytes()[:-7])
    lines = list(examine(reopened()))
    assert any(line.startswith("repaired: the index was rebuilt (") for line in lines)
    assert lines[-1].startswith("ok: index of 4 passages")
    assert not any("repaired" in line for line in examine(reopened()))


def test_an_index_of_another_model_is_rebuilt(reopened):
    from tiny_encoder import TinyEncoder

    lines = list(examine(reopened(TinyEncoder("other"))))
    assert "ok: model other@32, 32 dimensions" in lines
    assert any("repaired" in line for line in lines)


def test_an_index_behind_the_documents_is_brought_up_to_date(reopened, tmp_path):
    (tmp_path / "new.md").write_text("The ferry has a new captain.", encoding="utf-8")
    reopened().put([tmp_path / "new.md"])
    lines = list(examine(reopened()))
    assert any("repaired" in line and "it is of revision" in line for line in lines)
    assert lines[-1].startswith("ok: index of 5 passages")


def test_progress_is_reported_while_the_index_is_rebuilt(reopened):
    from tiny_encoder import TinyEncoder

    seen = []
    list(examine(reopened(TinyEncoder("other")), lambda done, total: seen.append((done, total))))
    done, total = seen[-1]
    assert done == total >= 4  # a text for each passage at least, and for sentences


def test_a_passage_that_is_not_the_documents_text_is_damage_that_no_rebuild_hides(reopened, library):
    with sqlite3.connect(library.folder / "corpus.sqlite") as database:
        database.execute("UPDATE documents SET text = replace(text, 'late', 'soon')")
    database.close()
    with pytest.raises(CorpusDamagedError, match="faults, the first: "):
        list(examine(reopened()))
