from __future__ import annotations

import contextlib
import os
import socket
import time
from pathlib import Path

import pytest
from faults_rights import reachable_folder, without_privileges
from hypothesis import given
from hypothesis import strategies as st

from corpus import errors, limits
from corpus.readers.files import SUFFIXES, check_encoding, check_marks, decode, read_bytes, walk

HERE = Path("quay.txt")


def tree(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The quay.", encoding="utf-8")


def found(folder):
    return [p.relative_to(folder).as_posix() for p in walk(folder)]


def test_a_file_is_walked_as_itself_whatever_its_ending(tmp_path):
    tree(tmp_path, "quay.xyz")
    assert list(walk(tmp_path / "quay.xyz")) == [tmp_path / "quay.xyz"]
    assert list(walk(tmp_path / "missing")) == [tmp_path / "missing"]


def test_a_folder_gives_the_files_that_are_read_in_a_fixed_order(tmp_path):
    tree(tmp_path, "b.md", "a.txt", "c.TXT", "sub/a.markdown", "another/z.text", "picture.png", "none")
    assert found(tmp_path) == ["a.txt", "b.md", "c.TXT", "another/z.text", "sub/a.markdown"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    tree(tmp_path, ".secret.txt", ".git/a.txt", "a.txt")
    assert found(tmp_path) == ["a.txt"]


def test_the_index_of_a_corpus_that_lies_there_is_passed_over(tmp_path):
    tree(tmp_path, "corpus.sqlite", "index/manifest.json", "a.txt", "papers/index/b.txt")
    assert found(tmp_path) == ["a.txt", "papers/index/b.txt"]


def test_files_that_describe_others_are_handed_over_and_not_yielded(tmp_path):
    tree(tmp_path, "metadata.csv", "deep/METADATA.json", "metadata.bib", "a.txt", "my metadata.csv")
    metadata = []
    assert [p.name for p in walk(tmp_path, metadata)] == ["a.txt", "my metadata.csv"]
    assert [p.name for p in metadata] == ["metadata.bib", "metadata.csv", "METADATA.json"]
    assert list(walk(tmp_path / "metadata.csv")) == [tmp_path / "metadata.csv"]


def test_a_folder_in_which_nothing_is_read_gives_nothing(tmp_path):
    tree(tmp_path, "picture.png")
    assert found(tmp_path) == []


def test_a_linked_folder_is_not_entered(tmp_path):
    tree(tmp_path, "docs/a.txt")
    (tmp_path / "docs" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["docs/a.txt"]


def test_a_shut_folder_comes_out_as_its_error_and_the_walk_goes_on():
    with reachable_folder() as folder:
        tree(folder, "shut/a.txt", "z/b.txt")
        (folder / "shut").chmod(0)
        with without_privileges():
            shut, read = sorted(walk(folder), key=lambda entry: isinstance(entry, Path))
        assert isinstance(shut, errors.SourceForbiddenError)
        assert read == folder / "z" / "b.txt"


def test_a_file_is_read_byte_for_byte(tmp_path):
    (tmp_path / "quay.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r")
    assert read_bytes(tmp_path / "quay.txt") == b"\xef\xbb\xbfone\r\ntwo\r"


def test_what_is_not_there_is_said_with_its_path(tmp_path):
    with pytest.raises(errors.SourceNotFoundError, match=r"missing\.txt.*spelling"):
        read_bytes(tmp_path / "missing.txt")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(errors.SourceFormatError, match="neither a file nor a folder"):
        read_bytes(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(errors.SourceFormatError, match="a regular file"):
        read_bytes(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets with names")
def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        with pytest.raises(errors.SourceFormatError):
            read_bytes(tmp_path / "s.txt")


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_SOURCE_BYTES", 9)
    path = tmp_path / "quay.txt"
    path.write_bytes(b"The quay.")
    assert len(read_bytes(path)) == 9
    path.write_bytes(b"The quay. ")
    with pytest.raises(errors.SourceTooLargeError, match=r"more than 9 bytes.*Split it"):
        read_bytes(path)


def test_a_file_that_may_not_be_read_says_how_to_open_it():
    with reachable_folder() as folder:
        tree(folder, "quay.txt")
        (folder / "quay.txt").chmod(0)
        with without_privileges(), pytest.raises(errors.SourceForbiddenError, match=r"chmod u\+rX"):
            read_bytes(folder / "quay.txt")


def test_a_name_too_long_for_the_system_is_an_error_with_a_name(tmp_path):
    with pytest.raises(errors.SourceError, match=r"cannot be read|nothing at"):
        read_bytes(tmp_path / ("a" * 5000))


def test_a_name_that_plays_with_the_terminal_is_shown_harmless(tmp_path):
    with pytest.raises(errors.SourceNotFoundError) as caught:
        read_bytes(tmp_path / "a\x1b[2J\u202e.txt")
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_utf8_comes_back_character_for_character(text):
    text += " quay\r\n"
    assert decode(text.encode(), HERE) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_character(encoding):
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    assert decode((mark + "quay – ½").encode(encoding), HERE) == "quay – ½"


def test_an_encoding_that_is_named_is_used():
    assert decode("Høvn".encode("cp1252"), HERE, "cp1252") == "Høvn"
    assert decode("水門".encode("shift_jis"), HERE, "shift_jis") == "水門"


def test_line_ends_are_kept_as_they_are():
    assert decode(b"a\r\nb\rc\nd\xc2\x85e", HERE) == "a\r\nb\rc\nd\x85e"


def test_an_encoding_is_never_guessed_and_the_message_says_where_it_broke():
    with pytest.raises(errors.SourceEncodingError, match=r"byte 0xf8 at offset 1.*--encoding cp1252"):
        decode("Høvn".encode("cp1252"), HERE)


@pytest.mark.parametrize("name", ["tidal", "utf\0", "a" * 300, "../utf-8"])
def test_an_encoding_nobody_knows_is_the_users_mistake(name):
    with pytest.raises(errors.UsageError, match=r"no encoding is called .*utf-8, cp1252"):
        decode(b"quay", HERE, name)
    with pytest.raises(errors.UsageError, match=r"no encoding is called .*utf-8, cp1252"):
        check_encoding(name)


@pytest.mark.parametrize("name", ["utf-8", "UTF-16", "cp1252", "shift_jis", "utf-7", "latin 1"])
def test_an_encoding_that_python_knows_passes(name):
    check_encoding(name)


@pytest.mark.parametrize("encoding", ["base64", "rot13", "hex", "zlib"])
def test_a_codec_that_makes_no_text_is_no_encoding(encoding):
    with pytest.raises(errors.OnRecordError):
        decode(b"\xff\xfequay", HERE, encoding)
    with pytest.raises(errors.UsageError, match="no encoding is called"):
        check_encoding(encoding)


def test_half_a_character_is_refused_as_another_encoding():
    with pytest.raises(errors.SourceEncodingError, match="not utf-7: half a character at 5"):
        decode(b"quay +2AA-", HERE, "utf-7")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff",
        b"quay\0quay",
        b"\x7fELF\x02\x01\x01\0\0",
        b"tide\x01\x02\x03\x04",
        b"\x1b[2Jquay",
    ],
)
def test_what_is_no_text_is_refused_as_such(data):
    with pytest.raises(errors.SourceBinaryError, match=r"is not text.*\.txt or \.md"):
        decode(data, HERE)


def test_a_stray_control_character_in_a_long_text_does_no_harm():
    text = "The tide turned.\x0c\n" * 200 + "\x01"
    assert decode(text.encode(), HERE) == text


@pytest.mark.parametrize(("escapes", "taken"), [(1, True), (2, True), (3, False)])
def test_one_control_character_in_a_hundred_is_taken_and_more_is_not(escapes, taken):
    text = ("\x1b" * escapes).ljust(200, "a")
    if taken:
        assert decode(text.encode(), HERE) == text
    else:
        with pytest.raises(errors.SourceBinaryError, match="is not text: 3 control characters in 200"):
            decode(text.encode(), HERE)


@pytest.mark.parametrize("data", [b"quay\0" + b"a" * 5000, b"\xff\0\xff\0"])
def test_a_single_nul_is_refused_by_name(data):
    with pytest.raises(errors.SourceBinaryError, match="is not text: NUL"):
        decode(data, HERE)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"---\n***\n", "\u00a0\u2003…".encode(), b"\xef\xbb\xbf"])
def test_a_file_without_a_word_is_empty(data):
    with pytest.raises(errors.SourceEmptyError, match="no words in it"):
        decode(data, HERE)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused_with_a_name(data):
    refused = (errors.SourceEmptyError, errors.SourceBinaryError, errors.SourceEncodingError)
    with contextlib.suppress(*refused):
        assert isinstance(decode(data, HERE), str)


def test_endings_are_written_small_and_with_their_point():
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in SUFFIXES)


MOST = limits.MAX_STACKED_CHARS


@pytest.mark.parametrize(
    "text",
    [
        "e" + "\u0301" * MOST,
        "e\u0301\u0323" * 2 * MOST,
        "שָׁלוֹם " * MOST,
        "plain",
        "",
        "\u0301" * MOST + "e" + "\u0301",
    ],
)
def test_marks_that_a_text_may_have_are_let_through(text):
    check_marks(text, HERE)


@pytest.mark.parametrize(
    "text", ["e" + "\u0301" * (MOST + 1), "x" * MOST + "\u0323\u0301" * MOST + "x", "\u05b0" * 100_000]
)
def test_marks_stacked_without_end_are_refused(text):
    with pytest.raises(errors.SourceFormatError, match=r"quay\.txt stacks more than 1,000 marks on one letter"):
        check_marks(text, HERE)


def test_looking_for_stacked_marks_takes_no_longer_than_the_text():
    text = ("e" + "\u0301" * MOST) * 3_000
    began = time.process_time()
    check_marks(text, HERE)
    assert time.process_time() - began < 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_put_in_a_files_place_after_it_was_looked_at_does_not_block(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "is_file", lambda self: True)
    with pytest.raises(errors.SourceFormatError, match="is neither a file nor a folder"):
        read_bytes(tmp_path / "a.txt")
