from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from corpus.durable import make_folder, named_faults, publish_folder, put_in_place, write_file
from corpus.errors import CorpusForbiddenError, DiskFaultError, DiskFullError


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
    with pytest.raises(DiskFaultError, match="Input/output"):
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
        (errno.EIO, DiskFaultError),
        (errno.EBUSY, CorpusForbiddenError),
    ],
)
def test_faults_of_the_disk_get_a_name_and_keep_their_cause(tmp_path, number, kind):
    with pytest.raises(kind) as caught, named_faults(tmp_path):
        fail_with(number)()
    assert caught.value.__cause__.errno == number


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EMFILE])
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
    monkeypatch.setattr(os, "write", fail_with(errno.EACCES))
    with pytest.raises(CorpusForbiddenError):
        write_file(tmp_path / "current", b"new")
    assert list(tmp_path.iterdir()) == []


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def new(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "a").write_bytes(b"new")
    return tmp_path / "new"


def test_a_write_that_takes_only_part_of_the_bytes_goes_on(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:2]))
    write_file(tmp_path / "current", b"quay and tide")
    assert (tmp_path / "current").read_bytes() == b"quay and tide"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no handle on a folder to flush")
def test_folders_that_are_made_are_each_flushed_into_the_one_above(tmp_path, monkeypatch):
    flushed, opened = [], os.open
    monkeypatch.setattr(os, "open", lambda path, *how: (flushed.append(Path(path)), opened(path, *how))[1])
    make_folder(tmp_path / "a" / "b")
    assert sorted(flushed) == [tmp_path, tmp_path / "a"]
    make_folder(tmp_path / "a" / "b")
    assert len(flushed) == 2


def test_what_is_put_in_place_replaces_a_file_and_fills_an_empty_folder(tmp_path, new):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "other").write_bytes(b"other")
    (tmp_path / "empty").mkdir()
    put_in_place(tmp_path / "other", tmp_path / "file")
    put_in_place(new, tmp_path / "empty")
    assert tree(tmp_path) == {"file": b"other", "empty/a": b"new"}


def test_a_folder_with_something_in_it_is_not_replaced(tmp_path, new):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "b").write_bytes(b"old")
    with pytest.raises(CorpusForbiddenError):
        put_in_place(new, tmp_path / "full")
    assert tree(tmp_path) == {"new/a": b"new", "full/b": b"old"}


def test_what_makes_way_is_kept_under_the_other_name(tmp_path, new):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "b").write_bytes(b"old")
    put_in_place(new, tmp_path / "full", aside=tmp_path / "aside")
    assert tree(tmp_path) == {"full/a": b"new", "aside/b": b"old"}


def test_what_made_way_comes_back_when_the_user_stops_it(tmp_path, new, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "b").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(new, tmp_path / "full", aside=tmp_path / "aside")
    assert tree(tmp_path) == {"new/a": b"new", "full/b": b"old"}


def test_what_made_way_comes_back_when_its_place_is_not_taken(tmp_path, new, monkeypatch):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "b").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fail_with(errno.ENOSPC))
    with pytest.raises(DiskFullError):
        put_in_place(new, tmp_path / "full", aside=tmp_path / "aside")
    assert tree(tmp_path) == {"new/a": b"new", "full/b": b"old"}
