from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from ui_hits import hit

from corpus.model import text_digest
from ui.exports import Format, export
from ui.exports.archive import archive
from ui.exports.digests import digest_lines
from ui.exports.manifest import ManifestError, read_manifest


@pytest.fixture
def files(pack):
    with zipfile.ZipFile(pack) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.fixture
def manifest(files):
    return json.loads(files["manifest.json"])


def test_a_pack_holds_words_citations_a_manifest_and_digests(files):
    assert sorted(files) == [
        "DIGESTS", "citations.bib", "citations.json", "citations.ris", "manifest.json", "passages.md",
        "passages/001.txt", "passages/002.txt", "passages/003.txt",
    ]  # fmt: skip


def test_digests_are_written_as_sha256sum_writes_them():
    assert digest_lines({"b": b"", "a": b"wall"}).decode() == (
        f"{hashlib.sha256(b'wall').hexdigest()}  a\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
    )


def test_every_file_but_the_digests_has_a_digest(files):
    listed = dict(reversed(line.split("  ")) for line in files["DIGESTS"].decode().splitlines())
    assert listed == {n: hashlib.sha256(data).hexdigest() for n, data in files.items() if n != "DIGESTS"}


def test_a_passages_file_is_its_words_and_has_its_digest(everything, files, manifest):
    for found, told in zip(everything.hits, manifest["passages"], strict=True):
        assert files[told["file"]].decode() == found.text
        assert hashlib.sha256(files[told["file"]]).hexdigest() == told["sha256"] == found.passage.sha256


def test_the_manifest_tells_where_each_passage_stood(wall, manifest):
    for told in manifest["passages"]:
        document = wall.document(told["document_id"])
        assert text_digest(document.text[told["start"] : told["end"]]) == told["sha256"]
        assert told["document_sha256"] == document.sha256
        assert told["citation"]["title"] == document.title


def test_the_manifest_tells_who_says_what(manifest):
    said = [(u["speaker"], u["kind"]) for told in manifest["passages"] for u in told["utterances"]]
    assert said == [("Sanna Veld", "direct"), ("Sanna Veld", "direct"), (None, "indirect")]


def test_the_manifest_is_honest_about_what_digests_show(manifest):
    assert "do not show who made it" in manifest["about"]
    assert manifest["made_with"].startswith("onrecord ")
    assert (manifest["version"], manifest["revision"], manifest["style"]) == (1, 2, "mla")


def test_nothing_in_a_pack_tells_where_a_document_lies_on_the_machine(wall, files):
    assert not [name for name, data in files.items() if str(wall.folder.parent).encode() in data]


def test_an_archive_has_no_hour_and_no_machine_in_it():
    with zipfile.ZipFile(io.BytesIO(archive({"b": b"2", "a": b"1"}))) as found:
        entries = found.infolist()
    assert [entry.filename for entry in entries] == ["a", "b"]
    assert {(e.date_time, e.create_system, e.compress_type) for e in entries} == {((1980, 1, 1, 0, 0, 0), 3, 0)}


def test_a_pack_of_a_passage_with_any_characters_can_be_made(of):
    with zipfile.ZipFile(io.BytesIO(export(of(hit("wall \0 \x1b 🌊\r\n")), Format.PACK))) as found:
        (name,) = [n for n in found.namelist() if n.endswith(".txt")]
    assert name == "passages/001.txt"


@pytest.mark.parametrize(
    "change",
    [
        lambda form: form.update(format="a shopping list"),
        lambda form: form.update(version=2),
        lambda form: form.update(passages={}),
        lambda form: form.update(passages=[3]),
        lambda form: form.update(passages=form["passages"] * 200),
        lambda form: form.update(revision=True),
        lambda form: form.pop("made_with"),
        lambda form: form["passages"][0].pop("sha256"),
        lambda form: form["passages"][0].update(start="0"),
    ],
)
def test_what_is_no_manifest_is_refused(manifest, change):
    assert read_manifest(json.dumps(manifest).encode()).revision == 2
    change(manifest)
    with pytest.raises(ManifestError):
        read_manifest(json.dumps(manifest).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, b"[]", b"null"])
def test_what_is_no_json_is_no_manifest(data):
    with pytest.raises(ManifestError):
        read_manifest(data)
