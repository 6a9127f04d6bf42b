from __future__ import annotations

import os

import pytest

from corpus.errors import (
    SourceEncodingError,
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
)
from qa.evaluation.files import read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_without_its_mark(tmp_path, encoding):
    (tmp_path / "a").write_bytes("Où?\r\n".encode(encoding))
    assert read_text(tmp_path / "a", 100) == "Où?\r\n"


def test_as_much_as_the_bound_is_read_and_one_byte_more_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_text(tmp_path / "a", 5) == "12345"
    with pytest.raises(SourceTooLargeError, match="more than 4 bytes"):
        read_text(tmp_path / "a", 4)


def test_each_way_of_not_being_there_has_a_name(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(SourceNotFoundError):
        read_text(tmp_path / "b", 5)
    with pytest.raises(SourceNotFoundError):
        read_text(tmp_path / "a" / "b", 5)
    with pytest.raises(SourceFormatError):
        read_text(tmp_path, 5)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "a").chmod(0)
    with pytest.raises(SourceForbiddenError, match="chmod"):
        read_text(tmp_path / "a", 5)


def test_a_refused_reading_is_said_to_be_one(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(SourceForbiddenError):
        read_text(tmp_path / "a", 5)


@pytest.mark.parametrize("data", [b"caf\xe9", b"\xff\xfea"])
def test_what_is_no_such_text_is_named(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(SourceEncodingError, match="not UTF-8"):
        read_text(tmp_path / "a", 5)
