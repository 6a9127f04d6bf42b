from __future__ import annotations

import hashlib
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.exports import FileState
from ui.exports.digests import DIGESTS, check_files, digest_lines

names = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "P")), min_size=1)
contents = st.dictionaries(
    names.filter(lambda name: name not in {DIGESTS, "manifest.json"}), st.binary(), max_size=5
)
DIGIT = "0" * 64


def states(files):
    return {check.name: check.state for check in check_files(files)}


def sealed(files):
    whole = {"manifest.json": b"{}", **files}
    return whole | {DIGESTS: digest_lines(whole)}


@given(contents)
def test_any_files_hold_against_their_own_digests(files):
    assert set(states(sealed(files)).values()) == {FileState.HOLDS}


@given(contents, st.binary())
def test_one_changed_file_is_the_one_named(files, data):
    made = sealed(files)
    found = states(made | {"manifest.json": data})
    right = hashlib.sha256(data).digest() == hashlib.sha256(b"{}").digest()
    assert found.pop("manifest.json") is (FileState.HOLDS if right else FileState.CHANGED)
    assert set(found.values()) == {FileState.HOLDS}


def test_every_file_is_named_once_and_the_digests_last():
    checks = [check.name for check in check_files(sealed({"b": b"", "a": b""}))]
    assert checks == ["a", "b", "manifest.json", DIGESTS]


def test_a_file_listed_and_not_there_is_missing_and_one_not_listed_is_extra():
    made = sealed({"a": b""})
    del made["a"]
    assert states(made | {"b": b""}) == {
        "a": FileState.MISSING, "b": FileState.EXTRA, "manifest.json": FileState.HOLDS, DIGESTS: FileState.HOLDS,
    }  # fmt: skip


def test_a_file_that_cannot_be_read_is_damaged():
    assert states(sealed({"a": b""}) | {"a": None})["a"] is FileState.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\n",
        b"\xff",
        f"{DIGIT}  a".encode(),
        f"{DIGIT} a\n".encode(),
        f"{DIGIT.replace('0', 'A')}  a\n".encode(),
        f"{DIGIT[1:]}  a\n".encode(),
        f"{DIGIT}  a\nmore\n".encode(),
        f"{DIGIT}  a\n{DIGIT}  a\n".encode(),
    ],
)
def test_digests_that_cannot_be_read_check_nothing(content):
    found = states({"manifest.json": b"{}", DIGESTS: content})
    assert found == {"manifest.json": FileState.UNCHECKED, DIGESTS: FileState.DAMAGED}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum comes with GNU coreutils")
def test_sha256sum_reads_the_digests(pack, tmp_path):
    import zipfile

    with zipfile.ZipFile(pack) as found:
        found.extractall(tmp_path / "out")
    command = ["sha256sum", "--check", "--strict", DIGESTS]
    out = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=True).stdout
    assert out.count(": OK") == 8
