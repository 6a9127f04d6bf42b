from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.folders import FileRecord, Stamp, digest, disk_of, identity, is_gone, see
from corpus.model import text_digest

SECOND = 1_000_000_000


def record(stamp, seen_ns):
    return FileRecord("/q/a.txt", "/q/a.txt", "5", stamp, seen_ns, "ab", "1", "{}")


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 12))
def test_a_stamp_shows_a_file_only_if_it_was_seen_long_after_its_last_change(mtime, ctime, seen):
    stamp = Stamp(3, mtime * SECOND, ctime * SECOND)
    assert record(stamp, seen * SECOND).shows(stamp) == (max(mtime, ctime) + 2 < seen)


@pytest.mark.parametrize("other", [Stamp(4, 1, 1), Stamp(3, 2, 1), Stamp(3, 1, 2)])
def test_another_size_or_time_shows_nothing(other):
    assert record(Stamp(3, 1, 1), 9 * SECOND).shows(Stamp(3, 1, 1))
    assert not record(Stamp(3, 1, 1), 9 * SECOND).shows(other)


def test_a_file_is_seen_with_its_size_and_times(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"quay")
    os.utime(path, ns=(5, 7 * SECOND))
    seen = see(str(path))
    assert (seen.stamp.size, seen.stamp.mtime_ns, seen.disk) == (4, 7 * SECOND, str(path.stat().st_dev))
    assert seen.at_ns > 7 * SECOND


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "nul"])
def test_only_regular_files_are_seen(tmp_path, kind):
    path = tmp_path / "x"
    {"folder": path.mkdir, "pipe": lambda: os.mkfifo(path)}.get(kind, lambda: None)()
    assert see(str(path) + "\0" * (kind == "nul")) is None


def test_a_link_is_seen_with_the_times_of_its_content(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"quay")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    assert see(str(tmp_path / "link")).stamp == see(str(tmp_path / "a.txt")).stamp


def test_a_digest_is_of_the_bytes(tmp_path):
    (tmp_path / "a.txt").write_bytes("quay ñ".encode())
    assert digest(str(tmp_path / "a.txt")) == text_digest("quay ñ")


def test_there_is_no_digest_of_what_may_not_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_SOURCE_BYTES", 4)
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert digest(str(tmp_path / "a.txt")) == digest(str(tmp_path / "missing")) == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_files_place_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert digest(str(tmp_path / "a.txt")) == ""


def test_a_path_is_gone_only_when_that_is_sure(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    assert is_gone(str(tmp_path / "missing"))
    assert is_gone(str(tmp_path / "no" / "such" / "folder"))
    assert is_gone(str(tmp_path / "file" / "below"))
    assert not is_gone(str(tmp_path / "link"))
    assert not is_gone(str(tmp_path / ("x" * 300)))


def test_the_disk_of_a_place_that_is_not_there_is_that_of_the_folder_above(tmp_path):
    assert disk_of(str(tmp_path / "no" / "such")) == str(tmp_path.stat().st_dev)


def test_a_folder_put_in_anothers_place_is_another(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    before = identity(str(folder))
    folder.rename(tmp_path / "elsewhere")
    assert identity(str(folder)) == ""
    folder.mkdir()
    assert identity(str(folder)) not in {"", before}
