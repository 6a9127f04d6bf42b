from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hostile_files import overlapping
from hypothesis import given
from hypothesis import strategies as st
from zipped import zipped

from corpus import errors, limits
from corpus.readers.archive import Archive, protected

PATH = Path("/nowhere/a.docx")
WORDS = b"It rained all night, and the quay held."


def opened(data):
    return Archive(data, PATH, "a Word document")


def test_a_part_is_read_as_it_was_packed():
    archive = opened(zipped({"a/b.xml": WORDS}))
    assert archive.read("a/b.xml") == WORDS
    assert "a/b.xml" in archive
    assert "b.xml" not in archive


def test_a_part_stored_without_packing_is_read():
    assert opened(zipped({"a": WORDS}, zipfile.ZIP_STORED)).read("a") == WORDS


def test_a_part_that_is_not_there_is_named():
    with pytest.raises(errors.SourceFormatError, match=r"a\.docx has no part 'c'; expected a Word document"):
        opened(zipped({"a": WORDS})).read("c")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", WORDS, zipped({"a": WORDS})[:-30]])
def test_what_is_no_whole_zip_file_is_refused(data):
    with pytest.raises(errors.SourceFormatError, match="is no whole zip file"):
        opened(data)


def test_a_damaged_part_is_refused_by_name():
    data = bytearray(zipped({"a": WORDS}, zipfile.ZIP_STORED))
    data[data.index(b"rained")] ^= 1
    with pytest.raises(errors.SourceFormatError, match="is damaged in 'a'"):
        opened(bytes(data)).read("a")


def test_two_parts_under_one_name_are_refused():
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as file:
        warnings.simplefilter("ignore")
        file.writestr("a", "first")
        file.writestr("b", "other")
        file.writestr("a", "second")
    with pytest.raises(errors.SourceFormatError, match="two parts under one name, 'a'"):
        opened(out.getvalue())


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_ARCHIVE_PARTS", 3)
    assert "2" in opened(zipped({str(n): "" for n in range(3)}))
    with pytest.raises(errors.SourceTooLargeError, match="holds 4 parts; expected at most 3"):
        opened(zipped({str(n): "" for n in range(4)}))


def test_a_part_that_swells_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNCHECKED_UNPACKED_BYTES", 100_000)
    archive = opened(zipped({"bomb": bytes(100_001), "small": bytes(100_000)}))
    with pytest.raises(errors.SourceTooLargeError, match="of 'bomb' to 100,001"):
        archive.read("bomb")
    assert len(archive.read("small")) == 100_000


def test_all_parts_together_have_a_bound(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 100)
    archive = opened(zipped({"a": WORDS, "b": WORDS, "c": WORDS}))
    archive.read("a")
    archive.read("b")
    with pytest.raises(errors.SourceTooLargeError, match="unpacks"):
        archive.read("c")


def test_a_part_that_is_larger_than_it_says_gives_no_more_than_it_says():
    data = bytearray(zipped({"a": bytes(5_000_000)}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises(errors.SourceFormatError, match="is damaged in 'a'"):
        opened(bytes(data)).read("a")


def test_a_method_that_python_unpacks_without_a_bound_is_refused():
    with pytest.raises(errors.SourceFormatError, match="packs 'a' by method 14"):
        opened(zipped({"a": WORDS}, zipfile.ZIP_LZMA)).read("a")


def test_a_part_under_a_password_is_named_as_such():
    data = bytearray(zipped({"a": WORDS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(errors.SourceFormatError, match="is under a password"):
        opened(bytes(data)).read("a")


def test_an_older_microsoft_file_is_named_as_what_it_may_be():
    with pytest.raises(errors.SourceFormatError, match="under a password, or in an older Microsoft format"):
        opened(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))


def test_a_name_that_writes_on_the_screen_is_shown_harmless():
    with pytest.raises(errors.SourceFormatError) as caught:
        opened(zipped({"a": WORDS})).read("\x1b[2J\u202e")
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


def test_what_is_protected_says_what_to_do():
    assert "save it without protection" in str(protected(PATH, "locked"))


@given(st.data())
def test_whatever_bytes_there_are_a_part_or_a_refusal_comes_of_them(data):
    whole = bytearray(zipped({"a": WORDS, "b": bytes(300)}))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    fault = None
    try:
        archive = opened(bytes(whole[:cut] if data.draw(st.booleans()) else whole))
        assert isinstance(archive.read("a"), bytes)
    except errors.SourceError as refusal:
        fault = refusal
    assert fault is None or "a.docx" in str(fault)


@pytest.mark.parametrize("count", [2, 200])
def test_parts_that_lie_one_over_the_other_are_refused(count):
    names = [f"c{n}" for n in range(count)]
    data = overlapping({"a": WORDS}, names, b"a " * 5_000)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert sum(info.file_size for info in file.infolist()) > len(data) * count / 4
    with pytest.raises(errors.SourceFormatError, match="has parts that lie one over the other"):
        opened(data)


@given(st.dictionaries(st.text("abc/", min_size=1, max_size=6), st.binary(max_size=60), max_size=6), st.booleans())
def test_parts_side_by_side_are_all_read(parts, packed):
    archive = opened(zipped(parts, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED))
    assert {name: archive.read(name) for name in parts} == parts
