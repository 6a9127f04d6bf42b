from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError
from ui.exports.archive import archive, read_archive

parts = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=8)
names = st.lists(parts, min_size=1, max_size=3).map("/".join)
files = st.dictionaries(names, st.binary(max_size=60), max_size=6)


@given(files)
def test_what_is_put_in_is_read_back(content):
    assert read_archive(archive(content), "x") == content


@given(files)
def test_the_order_in_which_files_are_given_does_not_matter(content):
    assert archive(dict(reversed(content.items()))) == archive(content)


@given(files)
def test_any_zip_program_reads_it(content):
    with zipfile.ZipFile(io.BytesIO(archive(content))) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == content


def test_names_beyond_ascii_are_kept():
    assert read_archive(archive({"wäll/水.txt": b"1"}), "x") == {"wäll/水.txt": b"1"}


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in entries:
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_others_packed_is_read_too(method):
    assert read_archive(packed(("a", b"wall" * 9), method=method), "x") == {"a": b"wall" * 9}


def test_a_file_under_a_password_cannot_be_read_and_the_others_can():
    data = bytearray(archive({"a": b"1", "b": b"2"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flags of the first file, in both places
        data[data.index(mark) + offset] |= 1
    assert read_archive(bytes(data), "x") == {"a": None, "b": b"2"}


def test_a_way_of_packing_that_nobody_knows_cannot_be_read():
    data = bytearray(archive({"a": b"1"}))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 77
    assert read_archive(bytes(data), "x") == {"a": None}


def test_two_files_laid_over_each_other_cannot_both_be_read():
    data = bytearray(archive({"a": b"wall", "b": b"quay"}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)  # it points to where the first one lies
    assert read_archive(bytes(data), "x")["b"] is None


@pytest.mark.parametrize("size", [limits.MAX_PACK_UNPACKED_BYTES * 200, limits.MAX_PACK_BYTES + 1])
def test_more_than_prose_can_be_packed_is_refused(size):
    with pytest.raises(SourceTooLargeError, match=r"x holds .* bytes packed into"):
        read_archive(packed(("a", b"0" * size)), "x")


def test_prose_packed_by_others_is_within_the_bound():
    text = " ".join(
        f"The wall at mark {n} leans to the north, and the divers know it." for n in range(500)
    ).encode()
    assert read_archive(packed(("a", text)), "x") == {"a": text}


def test_a_zip_for_more_than_four_gigabytes_is_refused():
    data = archive({"a": b"1"})
    with pytest.raises(SourceFormatError, match="more than 4 GB"):
        read_archive(data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:], "x")


@given(files.filter(bool), st.data())
def test_a_bent_archive_gives_files_or_a_refusal_and_no_other_fault(content, data):
    bent = bytearray(archive(content))
    for _ in range(data.draw(st.integers(1, 4))):
        bent[data.draw(st.integers(0, len(bent) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_archive(bytes(bent), "x")
    except (SourceFormatError, SourceTooLargeError) as refusal:
        found = {"refused": str(refusal).encode()}
    assert all(value is None or isinstance(value, bytes) for value in found.values())


def test_an_error_names_the_entry_on_one_line_fit_for_a_terminal():
    with pytest.raises(SourceFormatError) as refusal:
        read_archive(archive({"../a\x1b[2J\nb": b""}), "x")
    assert "../a\ufffd[2J\ufffdb" in str(refusal.value)
    assert str(refusal.value).isprintable()
