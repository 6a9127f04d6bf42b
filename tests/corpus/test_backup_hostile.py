from __future__ import annotations

import contextlib
import shutil
import zipfile

import pytest
from backups import changed_store, dump, members, names, remade, small_store, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import errors
from corpus.backup import back_up, restore


@pytest.fixture
def store(tmp_path):
    return small_store(tmp_path / "corpus")


@pytest.fixture
def file(store, tmp_path):
    back_up(store.folder, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def is_refused(file, folder, kind=errors.SourceFormatError):
    """Whether a file is refused by name, and nothing of it is left."""
    before = names(folder.parent)
    with pytest.raises(kind) as caught:
        restore(file, folder)
    assert str(file) in caught.value.found
    return names(folder.parent) == before and not folder.exists()


#: Files that are no backups: what they are made of, given those of a backup.
NO_BACKUPS = {
    "empty": lambda path, held: path.write_bytes(b""),
    "text": lambda path, held: path.write_bytes(b"The quay was empty.\n" * 50),
    "another zip": lambda path, held: zipped(path, {"letter.txt": b"mine"}),
    "no store": lambda path, held: zipped(path, {"manifest.json": held["manifest.json"]}),
    "no manifest": lambda path, held: zipped(path, {"corpus.sqlite": held["corpus.sqlite"]}),
    "a way out": lambda path, held: zipped(path, held | {"../out.txt": b"out"}),
    "a path from the root": lambda path, held: zipped(path, held | {"/out.txt": b"out"}),
    "packed": lambda path, held: zipped(path, held, zipfile.ZIP_DEFLATED),
    "a bomb": lambda path, held: zipped(path, held | {"config.toml": bytes(50_000_000)}, zipfile.ZIP_DEFLATED),
    "many": lambda path, held: zipped(path, {f"{n}": b"" for n in range(70_000)}),
    "a long manifest": lambda path, held: zipped(path, held | {"manifest.json": b" " * 70_000}),
    "a deep manifest": lambda path, held: zipped(path, held | {"manifest.json": b"[" * 60_000}),
    "a list for a manifest": lambda path, held: zipped(path, held | {"manifest.json": b"[]"}),
    "numbers for words": lambda path, held: remade(path, held, rows=[1]),
    "another program's": lambda path, held: remade(path, held, format="other"),
    "of a newer version": lambda path, held: remade(path, held, version=2),
    "no database": lambda path, held: remade(path, held | {"corpus.sqlite": b"words" * 5000}),
    "an empty database": lambda path, held: remade(path, held | {"corpus.sqlite": b""}),
    "fewer rows": lambda path, held: remade(path, held, rows={"documents": 3}),
    "another config": lambda path, held: zipped(path, held | {"config.toml": b"model = 'evil'"}),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", sorted(NO_BACKUPS))
def test_what_is_no_backup_is_refused_by_name_and_changes_nothing(file, tmp_path, kind):
    NO_BACKUPS[kind](tmp_path / "bad.zip", members(file))
    assert is_refused(tmp_path / "bad.zip", tmp_path / "new")


#: What a stranger may do to a store, so that every digest still fits.
CHANGES = {
    "words": "UPDATE documents SET text = replace(text, 'quay', 'tide')",
    "a number for words": "UPDATE passages SET notes = 7",
    "a kind nobody knows": "UPDATE passages SET kind = 'riddle'",
    "an id": "UPDATE passages SET id = 'x' || id; UPDATE utterances SET passage_id = 'x' || passage_id",
    "a citation": "UPDATE documents SET citation = '[[['",
    "a reach": 'UPDATE utterances SET "end" = 100000',
    "a revision": "UPDATE meta SET value = 'soon'",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM documents; END",
    "a view": "CREATE VIEW v AS SELECT * FROM documents",
    "a table": "CREATE TABLE spare (x)",
    "a table less": "DROP TABLE merges",
    "a computed column": "ALTER TABLE merges ADD COLUMN x AS (zeroblob(1000))",
    "no source": "DELETE FROM sources",
    "an orphan": "UPDATE sources SET document_id = 'nobody'",
    "a correction": "INSERT INTO corrections VALUES ('x', 'title', '{', 1)",
    "a field": "INSERT INTO corrections VALUES ('x', 'tide', '\"high\"', 1)",
    "a circle": "INSERT INTO merges VALUES ('Oda Bern', 'Tam Pell')",
    "a newer layout": "PRAGMA user_version = 99",
    "another program's mark": "PRAGMA application_id = 7",
}


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_a_store_that_a_stranger_has_changed_is_refused(file, tmp_path, what):
    changed = changed_store(members(file), tmp_path, CHANGES[what])
    assert is_refused(remade(tmp_path / "bad.zip", changed), tmp_path / "new")


def test_a_missing_backup_and_a_folder_are_refused_by_name(tmp_path):
    assert is_refused(tmp_path / "none.zip", tmp_path / "new", errors.SourceNotFoundError)
    (tmp_path / "folder").mkdir()
    assert is_refused(tmp_path / "folder", tmp_path / "new", errors.SourceForbiddenError)


def test_no_room_for_what_is_in_it_is_told_before_anything_is_written(file, tmp_path, monkeypatch):
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(errors.DiskFullError):
        restore(file, tmp_path / "new")
    assert names(tmp_path) == ["backup.zip", "corpus"]


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_backup_cut_off_anywhere_is_refused(file, tmp_path, share):
    whole = file.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert is_refused(cut, tmp_path / "new")


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), end=st.booleans())
def test_a_flipped_bit_is_refused_or_harmless(file, tmp_path, share, bit, end):
    # A bit of the ZIP's own lists, such as a time of day, may flip without the files in it being others.
    data = bytearray(file.read_bytes())
    at = -1 - int(share * 1000) if end else int(share * len(data))
    data[at] ^= 1 << bit
    flipped, folder = tmp_path / "flipped.zip", tmp_path / "new"
    flipped.write_bytes(data)
    with contextlib.suppress(errors.SourceFormatError):
        restore(flipped, folder)
    if not folder.exists():
        assert is_refused(flipped, folder)
        return
    assert dump(folder / "corpus.sqlite") == dump(tmp_path / "corpus" / "corpus.sqlite")
    shutil.rmtree(folder)


def test_a_long_list_in_the_form_for_more_than_four_gigabytes_is_refused(file, tmp_path):
    held = members(file)
    large = tmp_path / "bad.zip"
    with zipfile.ZipFile(large, "w", zipfile.ZIP_STORED) as made:
        for name, data in held.items():
            made.writestr(name, data)
        for n in range(70_000):  # more than the short form can count
            made.writestr(f"{n}", b"")
    assert is_refused(large, tmp_path / "new")
