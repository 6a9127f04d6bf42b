from __future__ import annotations

import hashlib
import json

import pytest

from corpus.errors import IndexDamagedError, IndexForeignError
from embeddings import generation
from embeddings.generation import FOLDER, FORMAT, MANIFEST, POINTER, Manifest

FILES = {"rows.json": b"{}", "vectors.faiss": b"\x00\x01", "sentences.npz": b"\x02", "lexical.npz": b"words"}


def _manifest(revision=1, model="tiny@32", layout=FORMAT):
    return Manifest(layout, model, 32, revision, 0, 0, {})


def _folders(corpus):
    return [p for p in (corpus / FOLDER).iterdir() if p.is_dir()]


@pytest.fixture
def published(tmp_path):
    generation.publish(tmp_path, _manifest(), FILES)
    return tmp_path


def _current(corpus):
    return corpus / FOLDER / (corpus / FOLDER / POINTER).read_text()


def test_what_is_loaded_is_what_was_published(published):
    manifest, files = generation.load(published, model="tiny@32")
    assert files == FILES
    assert (manifest.revision, manifest.model, manifest.files.keys()) == (1, "tiny@32", FILES.keys())


def test_the_manifest_holds_the_digest_of_every_file_and_the_name_the_manifests(published):
    data = (_current(published) / MANIFEST).read_bytes()
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert json.loads(data)["files"] == digests
    assert _current(published).name == f"gen-{hashlib.sha256(data).hexdigest()[:40]}"


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_a_changed_file_is_damage_and_named(published, name):
    path = _current(published) / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(IndexDamagedError, match=f"{name} is not what was written.*rebuilt"):
        generation.load(published)


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_a_missing_file_is_damage_and_named(published, name):
    (_current(published) / name).unlink()
    with pytest.raises(IndexDamagedError, match=f"{name} is missing"):
        generation.load(published)


@pytest.mark.parametrize(
    "pointer", ["", "gen-", "gen-../../etc", "/etc", "gen-" + "a" * 40, "gen-é", "\0", "x" * 9000]
)
def test_a_pointer_to_nowhere_is_damage(published, pointer):
    (published / FOLDER / POINTER).write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexDamagedError):
        generation.load(published)


def test_no_index_at_all_is_damage_with_a_remedy(tmp_path):
    with pytest.raises(IndexDamagedError, match=r"CURRENT is missing.*onrecord doctor"):
        generation.load(tmp_path)


def test_an_index_that_is_a_file_is_damage(tmp_path):
    (tmp_path / FOLDER).write_text("no folder")
    with pytest.raises(IndexDamagedError):
        generation.load(tmp_path)


def test_another_models_index_is_foreign_and_both_models_are_named(published):
    with pytest.raises(IndexForeignError, match=r"tiny@32.*other@32.*--model"):
        generation.load(published, model="other@32")


def test_another_formats_index_is_foreign(tmp_path):
    generation.publish(tmp_path, _manifest(layout=FORMAT + 1), FILES)
    with pytest.raises(IndexForeignError, match=f"format {FORMAT + 1}"):
        generation.load(tmp_path)


def _publish_raw(corpus, manifest):
    data = json.dumps(manifest).encode()
    name = f"gen-{hashlib.sha256(data).hexdigest()[:40]}"
    (corpus / FOLDER / name).mkdir(parents=True)
    (corpus / FOLDER / name / MANIFEST).write_bytes(data)
    (corpus / FOLDER / POINTER).write_text(name)


def test_an_older_formats_index_is_foreign_and_no_model_is_to_blame(tmp_path):
    generation.publish(tmp_path, _manifest(layout=1), FILES)
    with pytest.raises(IndexForeignError, match=rf"tiny@32 \(format 1\).*tiny@32 \(format {FORMAT}\)") as told:
        generation.load(tmp_path)
    assert "--model" not in str(told.value)


def test_a_later_formats_manifest_may_hold_what_this_one_does_not_know(tmp_path):
    _publish_raw(tmp_path, {"format": FORMAT + 1, "model": "tiny@32", "shards": 7})
    with pytest.raises(IndexForeignError, match=f"format {FORMAT + 1}"):
        generation.load(tmp_path, model="tiny@32")


def test_the_same_generation_published_twice_is_one_folder(published):
    generation.publish(published, _manifest(), FILES)
    assert len(_folders(published)) == 1


def test_the_pointer_names_the_generation_published_last(published):
    generation.publish(published, _manifest(revision=2), FILES)
    assert generation.load(published)[0].revision == 2


def test_only_the_generation_before_is_kept_beside_the_current_one(published):
    for revision in range(2, 7):
        before = _current(published)
        generation.publish(published, _manifest(revision=revision), FILES)
        assert set(_folders(published)) == {before, _current(published)}


def test_a_damaged_generation_published_anew_is_whole_again(published):
    (_current(published) / "rows.json").write_bytes(b"spoilt")
    generation.publish(published, _manifest(), FILES)
    assert generation.load(published)[1] == FILES


def test_what_a_killed_writer_left_behind_is_cleared_away(published):
    for n in range(4):
        (published / FOLDER / f".gen-{n}.{n}").mkdir()
        (published / FOLDER / f".{POINTER}.{n}").write_text("half")
    generation.publish(published, _manifest(revision=2), FILES)
    generation.publish(published, _manifest(revision=3), FILES)
    assert not [p for p in (published / FOLDER).iterdir() if p.name.startswith(".")]
