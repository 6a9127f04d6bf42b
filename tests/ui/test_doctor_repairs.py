from __future__ import annotations

import contextlib
import shutil
import sqlite3

import pytest

from corpus import errors
from corpus.errors import CorpusDamagedError, ModelNotFoundError
from embeddings import generation
from qa import Corpus
from ui.doctor import examine


@pytest.fixture
def reopened(library, tiny):
    """Return a function that opens the corpus as another process would find it."""
    return lambda encoder=tiny: Corpus(library.folder, encoder=encoder)


def execute(folder, script):
    with contextlib.closing(sqlite3.connect(folder / "corpus.sqlite", isolation_level=None)) as connection:
        connection.executescript(script)


def repaired(lines):
    return [line for line in lines if line.startswith("repaired: ")]


def test_leftovers_of_interrupted_builds_are_removed(reopened, library):
    index = library.folder / "index"
    (index / ".gen-0123.abcd").mkdir()
    (index / ".gen-0123.abcd" / "vectors.faiss").write_bytes(b"half")
    (index / ".CURRENT.0123").write_bytes(b"gen")
    assert repaired(examine(reopened())) == ["repaired: 2 leftovers of interrupted index builds were removed"]
    assert not [path for path in index.iterdir() if path.name.startswith(".")]
    assert repaired(examine(reopened())) == []


def test_generations_that_nobody_reads_are_removed_but_for_the_last(reopened, library):
    index = library.folder / "index"
    for n in range(3):
        shutil.copytree(index / (index / "CURRENT").read_text(), index / f"gen-{n:040}")
    assert len(repaired(examine(reopened()))) == 1
    assert len(list(index.glob("gen-*"))) == 2


def test_a_build_that_is_going_on_is_left_alone(reopened, library):
    from embeddings.build import _build_lock

    unfinished = library.folder / "index" / ".gen-0123.abcd"
    unfinished.mkdir()
    with _build_lock(library.folder, 0):
        assert repaired(examine(reopened())) == []
    assert unfinished.exists()


def test_without_a_pointer_no_generation_is_removed_before_another_is_built(reopened, library):
    (library.folder / "index" / "CURRENT").write_bytes(b"gen-x/../..")
    assert generation.clean(library.folder) == []
    lines = repaired(examine(reopened()))
    assert lines[0].startswith("repaired: the index was rebuilt (")
    assert generation.load(library.folder)


def test_a_corpus_that_lost_its_index_gets_it_back(reopened, library):
    shutil.rmtree(library.folder / "index")
    (line,) = repaired(examine(reopened()))
    assert "is missing" in line


def test_what_an_interrupted_writer_left_in_the_log_is_moved_into_the_store(library, tiny, tmp_path):
    with library.store.reading():  # keeps the log from being emptied
        library.remove("The Library")
        shutil.copytree(library.folder, tmp_path / "copy")
    lines = repaired(examine(Corpus(tmp_path / "copy", encoder=tiny)))
    assert any("the log of an interrupted writer" in line for line in lines)
    assert repaired(examine(Corpus(tmp_path / "copy", encoder=tiny))) == []


def test_a_store_that_cannot_be_repaired_is_told_fault_by_fault_with_what_to_do(reopened, library):
    execute(library.folder, 'DELETE FROM sources; UPDATE utterances SET "end" = 9999;')
    lines = []
    with pytest.raises(CorpusDamagedError, match="onrecord restore"):
        lines.extend(examine(reopened()))
    with contextlib.suppress(CorpusDamagedError):
        for line in examine(reopened()):
            lines.append(line)  # noqa: PERF402 - those before the error count
    faults = [line for line in lines if line.startswith("fault: ")]
    assert any("has no source" in line for line in faults)
    assert any("reaches out of passage" in line for line in faults)


def test_many_faults_are_cut_short(reopened, library, monkeypatch):
    monkeypatch.setattr("ui.doctor._MOST_FAULTS", 1)
    execute(library.folder, "DELETE FROM sources")
    lines = []
    with contextlib.suppress(CorpusDamagedError):
        for line in examine(reopened()):
            lines.append(line)  # noqa: PERF402 - those before the error count
    assert lines[1:] == ["fault: 1 more"]


def test_nothing_of_a_damaged_store_is_changed(reopened, library):
    execute(library.folder, "UPDATE documents SET text = replace(text, 'late', 'soon')")
    before = (library.folder / "corpus.sqlite").read_bytes()
    with pytest.raises(CorpusDamagedError):
        list(examine(reopened()))
    assert (library.folder / "corpus.sqlite").read_bytes() == before


def test_a_model_that_is_missing_is_told_after_the_store_was_looked_at(library, monkeypatch):
    def missing(*_):
        raise ModelNotFoundError("no model", expected="one", action="Name one.")

    monkeypatch.setattr("embeddings.encoder.load_encoder", missing)
    found = examine(Corpus(library.folder))
    assert "every passage as stored" in next(found)
    with pytest.raises(ModelNotFoundError):
        next(found)


def test_the_command_ends_with_nothing_wrong_after_a_repair(onrecord, filled):
    shutil.rmtree(filled / "index")
    run = onrecord("doctor", "--corpus", filled)
    assert run.code == 0
    assert "repaired: the index was rebuilt" in run.out


def test_the_command_prints_the_faults_and_ends_with_the_code_of_damage(onrecord, filled):
    execute(filled, "DELETE FROM sources")
    run = onrecord("doctor", "--corpus", filled)
    assert run.code == errors.CorpusDamagedError.exit_code
    assert run.out.count("fault: ") == 2
    assert "onrecord restore" in run.err


def test_a_store_that_is_no_database_is_one_line(onrecord, filled):
    (filled / "corpus.sqlite").write_bytes(b"not a database at all" * 200)
    run = onrecord("doctor", "--corpus", filled)
    assert run.code == errors.CorpusDamagedError.exit_code
    assert len(run.err.splitlines()) == 1


def test_a_damaged_corpus_is_well_again_after_its_backup_is_restored(onrecord, filled, tmp_path):
    onrecord("backup", tmp_path / "b.zip", "--corpus", filled)
    execute(filled, "DELETE FROM sources")
    assert onrecord("restore", tmp_path / "b.zip", "--force", "--corpus", filled).code == 0
    assert onrecord("doctor", "--corpus", filled).code == 0
