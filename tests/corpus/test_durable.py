from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from corpus.durable import named_faults, publish_folder, write_file
from corpus.errors import CorpusForbiddenError, DiskFullError


def fail_with(number):
    def fail(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    return fail


def test_a_written_file_holds_the_bytes_given(tmp_path):
    write_file(tmp_path / "current", b"\x00quay\r\n")
    assert (tmp_path / "current").read_bytes() == b"\x00quay\r\n"


def test_a_second_write_replaces_the_first_and_leaves_nothing_beside_it(tmp_path):
    write_file(tmp_path / "current", b"old")
    write_file(tmp_path / "current", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["current"]
    assert (tmp_path / "current").read_bytes() == b"new"


def test_a_write_that_is_cut_off_leaves_the_old_content_whole(tmp_path, monkeypatch):
    write_file(tmp_path / "current", b"old")
    monkeypatch.setattr(os, "fsync", fail_with(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        write_file(tmp_path / "current", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("current", b"old")]


def test_a_rename_that_fails_leaves_the_old_content_whole(tmp_path, monkeypatch):
    write_file(tmp_path / "current", b"old")
    monkeypatch.setattr(Path, "replace", fail_with(errno.ENOSPC))
    with pytest.raises(DiskFullError):
        write_file(tmp_path / "current", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("current", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no handle on a folder to flush")
def test_the_folder_is_flushed_after_the_rename(tmp_path, monkeypatch):
    steps, rename, flush = [], Path.replace, os.fsync
    monkeypatch.setattr(Path, "replace", lambda s, t: (steps.append("rename"), rename(s, t))[1])
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("flush"), flush(handle))[1])
    write_file(tmp_path / "current", b"new")
    assert steps == ["flush", "rename", "flush"]


def test_a_published_folder_appears_with_all_its_files(tmp_path):
    folder = publish_folder(tmp_path / "generations", "g1", {"a": b"1", "b": b""})
    assert folder == tmp_path / "generations" / "g1"
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"a": b"1", "b": b""}


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    publish_folder(tmp_path, "g1", {"a": b"first"})
    publish_folder(tmp_path, "g1", {"a": b"second"})
    assert (tmp_path / "g1" / "a").read_bytes() == b"first"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_folder_that_cannot_be_filled_does_not_appear(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", fail_with(number))
    with pytest.raises(DiskFullError):
        publish_folder(tmp_path, "g1", {"a": b"1"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EFBIG, DiskFullError),
        (errno.EACCES, CorpusForbiddenError),
        (errno.EPERM, CorpusForbiddenError),
        (errno.EROFS, CorpusForbiddenError),
    ],
)
def test_faults_of_the_disk_get_a_name_and_keep_their_cause(tmp_path, number, kind):
    with pytest.raises(kind) as caught, named_faults(tmp_path):
        fail_with(number)()
    assert caught.value.__cause__.errno == number


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOENT, errno.EMFILE])
def test_other_faults_pass_through_as_they_are(tmp_path, number):
    with pytest.raises(OSError) as caught, named_faults(tmp_path):  # noqa: PT011 - the number is checked below
        fail_with(number)()
    assert caught.value.errno == number


def test_a_full_disk_says_what_is_safe_and_what_to_do(tmp_path):
    with pytest.raises(DiskFullError) as caught, named_faults(tmp_path):
        fail_with(errno.ENOSPC)()
    assert tmp_path.name in caught.value.found
    assert "Free some space" in caught.value.action
    assert "is safe" in caught.value.action


def test_a_shut_folder_says_how_to_use_another(tmp_path):
    with pytest.raises(CorpusForbiddenError) as caught, named_faults(tmp_path):
        fail_with(errno.EACCES)()
    assert tmp_path.name in caught.value.found
    assert "--corpus" in caught.value.action


def test_a_file_that_can_only_be_half_opened_leaves_no_trace(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "open", fail_with(errno.EACCES))
    with pytest.raises(CorpusForbiddenError):
        write_file(tmp_path / "current", b"new")
    assert list(tmp_path.iterdir()) == []
