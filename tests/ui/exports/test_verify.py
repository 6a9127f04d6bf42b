"""Checking packs: whole ones, changed ones, and those made to do harm."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import OnRecordError, SourceFormatError, SourceNotFoundError, SourceTooLargeError
from ui.exports import FileState, verify_pack
from ui.exports.archive import archive
from ui.exports.digests import digest_lines


def unpacked(path):
    with zipfile.ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def told(path):
    """Return what a pack's check says is wrong with it, or the error that refuses it by its name."""
    try:
        report = verify_pack(path)
    except OnRecordError as refusal:
        return path.name in str(refusal) and str(refusal)
    return not report.whole and (faults(report) or not report.as_made)


def faults(report):
    return {check.name: check.state for check in report.files if check.state is not FileState.HOLDS}


@pytest.fixture
def changed(pack):
    """Return a function that changes the files of the pack, packs them again and checks it."""

    def verify(change, *, new_digests=False):
        files = unpacked(pack)
        change(files)
        if new_digests:
            files["DIGESTS"] = digest_lines({n: data for n, data in files.items() if n != "DIGESTS"})
        pack.write_bytes(archive(files))
        return verify_pack(pack)

    return verify


def with_manifest(change):
    def apply(files):
        form = json.loads(files["manifest.json"])
        change(form)
        files["manifest.json"] = json.dumps(form).encode()

    return apply


def test_a_pack_as_it_was_made_holds(pack):
    report = verify_pack(pack)
    assert report.whole
    assert report.holds
    assert (len(report.files), len(report.passages), report.revision) == (9, 3, 2)


def test_checking_leaves_nothing_on_the_disk(pack):
    before = sorted(pack.parent.rglob("*"))
    verify_pack(pack)
    assert sorted(pack.parent.rglob("*")) == before


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_byte_anywhere_is_named(pack, tmp_path, data):
    content = bytearray(pack.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    other = tmp_path / "changed.zip"
    other.write_bytes(content)
    assert told(other)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_pack_cut_short_or_with_more_behind_it_is_refused(pack, tmp_path, data):
    content = pack.read_bytes()
    other = tmp_path / "changed.zip"
    cut = content[: data.draw(st.integers(0, len(content) - 1))]
    other.write_bytes(data.draw(st.sampled_from([cut, content + b"x", content + content[-22:-2]])))
    with pytest.raises(SourceFormatError, match=r"changed\.zip"):
        verify_pack(other)


def test_a_byte_changed_in_a_file_names_the_file(pack):
    content = pack.read_bytes().replace(b"Four hundred", b"Nine hundred", 1)
    pack.write_bytes(content)
    assert "damaged" in faults(verify_pack(pack)).values()


@pytest.mark.parametrize("name", ["passages/001.txt", "passages.md", "citations.bib", "manifest.json"])
def test_a_file_changed_and_packed_again_is_named(changed, name):
    report = changed(lambda files: files.update({name: files[name] + b" "}))
    assert faults(report) == {name: FileState.CHANGED}
    assert report.as_made


@pytest.mark.parametrize("name", ["passages/001.txt", "passages.md", "manifest.json", "DIGESTS"])
def test_a_file_that_is_missing_is_named(changed, name):
    found = faults(changed(lambda files: files.pop(name)))
    assert found[name] is FileState.MISSING
    assert set(found.values()) <= {FileState.MISSING, FileState.UNCHECKED}


def test_a_file_put_in_is_named(changed):
    assert faults(changed(lambda files: files.update({"more.txt": b"x"}))) == {"more.txt": FileState.EXTRA}


def test_digests_that_cannot_be_read_are_named_and_check_nothing(changed):
    found = faults(changed(lambda files: files.update(DIGESTS=b"none\n")))
    assert found["DIGESTS"] is FileState.DAMAGED
    assert set(found.values()) == {FileState.DAMAGED, FileState.UNCHECKED}


def test_words_changed_with_new_digests_do_not_fit_the_manifest(changed):
    report = changed(lambda files: files.update({"passages/002.txt": b"Everybody did."}), new_digests=True)
    assert faults(report) == {}
    assert [check.fits for check in report.passages] == [True, False, True]
    assert not report.whole


def test_words_and_digests_changed_do_not_fit_the_passages_id(changed):
    import hashlib

    def change(files):
        files["passages/002.txt"] = b"x" * len(files["passages/002.txt"].decode())
        digest = hashlib.sha256(files["passages/002.txt"]).hexdigest()
        with_manifest(lambda form: form["passages"][1].update(sha256=digest))(files)

    assert [check.fits for check in changed(change, new_digests=True).passages] == [True, False, True]


def test_a_pack_packed_again_by_others_is_told_apart_from_changed_files(pack):
    files = unpacked(pack)
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as other:
        for name, data in files.items():
            other.writestr(name, data)
    report = verify_pack(pack)
    assert (faults(report), report.as_made, report.holds) == ({}, False, False)


def refused(path, error, *said):
    with pytest.raises(error) as refusal:
        verify_pack(path)
    assert all(word in str(refusal.value) for word in ("evidence.zip", *said))


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "C:a", "a\\b", "..\\a", "a\nb", "a\x1b[2J"])
def test_a_name_that_leads_outside_is_refused(pack, name):
    pack.write_bytes(archive({name: b"", **unpacked(pack)}))
    refused(pack, SourceFormatError, "a name that leads outside it")


def test_a_name_with_a_zero_in_it_is_refused(pack):
    pack.write_bytes(archive({"aXb": b"", **unpacked(pack)}).replace(b"aXb", b"a\0b"))
    refused(pack, SourceFormatError, "a name that leads outside it")


def test_two_files_of_one_name_are_refused(pack):
    pack.write_bytes(archive({**unpacked(pack), "passages/00X.txt": b""}).replace(b"00X.txt", b"001.txt"))
    refused(pack, SourceFormatError, "two files of one name", "passages/001.txt")


def test_a_link_is_refused(pack):
    files = unpacked(pack)
    with zipfile.ZipFile(pack, "w") as other:
        for name, data in files.items():
            other.writestr(name, data)
        link = zipfile.ZipInfo("passages/999.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        other.writestr(link, "/etc/passwd")
    refused(pack, SourceFormatError, "a link", "passages/999.txt")


def test_a_bomb_is_refused_before_it_is_unpacked(pack):
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as other:
        other.writestr("manifest.json", b"0" * 30_000_000)
    assert pack.stat().st_size < 50_000
    refused(pack, SourceTooLargeError, "30,000,000 bytes packed into")


def test_a_bomb_that_tells_a_small_size_is_read_no_further(pack):
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as other:
        other.writestr("manifest.json", b"0" * 30_000_000)
    told = struct.pack("<L", 30_000_000)
    pack.write_bytes(pack.read_bytes().replace(told, struct.pack("<L", 10)))
    report = verify_pack(pack)
    assert faults(report)["manifest.json"] is FileState.DAMAGED
    assert not report.holds


def test_a_huge_list_of_files_is_refused_before_it_is_read(pack):
    pack.write_bytes(archive({f"{n}.txt": b"" for n in range(2_000)}))
    refused(pack, SourceTooLargeError, "a list of 2,000 files")


def test_a_huge_manifest_is_refused(pack, monkeypatch):
    monkeypatch.setattr(limits, "MAX_MANIFEST_BYTES", 100)
    refused(pack, SourceTooLargeError, "has a manifest of")


def test_a_huge_file_is_refused(pack, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PACK_BYTES", 100)
    refused(pack, SourceTooLargeError, "larger than 100 bytes")


@pytest.mark.parametrize("content", [b"", b"PK", b"words", b"x" * 30, archive({}), archive({"a": b""})])
def test_what_is_no_pack_is_refused(pack, content):
    pack.write_bytes(content)
    refused(pack, SourceFormatError, "evidence pack")


def test_a_manifest_of_a_later_version_is_refused(pack, changed):
    with pytest.raises(SourceFormatError, match="version 2; this program reads 1"):
        changed(with_manifest(lambda form: form.update(version=2)), new_digests=True)


def test_half_characters_in_a_manifest_fit_nothing(changed):
    report = changed(with_manifest(lambda f: f["passages"][0].update(document_id="\ud800")), new_digests=True)
    assert [check.fits for check in report.passages] == [False, True, True]


def test_a_path_where_nothing_is_is_refused(tmp_path):
    refused(tmp_path / "evidence.zip", SourceNotFoundError)
    refused_folder = tmp_path / "evidence.zip"
    refused_folder.mkdir()
    refused(refused_folder, SourceNotFoundError)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data):
    from ui.exports.archive import read_archive

    with pytest.raises((SourceFormatError, SourceTooLargeError)):
        read_archive(data, "x")
    with pytest.raises((SourceFormatError, SourceTooLargeError)):
        read_archive(data + io.BytesIO(archive({"a": b""})).getvalue()[-22:-2] + b"\1\0", "x")
