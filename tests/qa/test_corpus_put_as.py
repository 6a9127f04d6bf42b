from __future__ import annotations

from tempfile import gettempdir

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import CANAL, UNDATED

from corpus import limits
from corpus.errors import (
    SourceBinaryError,
    SourceEncodingError,
    SourceFormatError,
    SourceNotFoundError,
    UsageError,
)
from qa import Outcome, retrieve
from qa.adding import upload_name


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({})


@pytest.fixture
def upload(corpus, tmp_path):
    """Return a function that puts this text under a name, as from a folder for temporary files."""

    def put(text, name, at="upload-7f3a/blob"):
        path = tmp_path / at
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return corpus.put_as(path, name)

    return put


def test_an_upload_is_known_by_its_name_and_never_by_its_place(corpus, upload, tmp_path):
    result = upload(CANAL, "canal.txt")
    assert (result.source, result.outcome, result.passages, result.speakers) == ("canal.txt", Outcome.ADDED, 3, 2)
    assert corpus.documents()[0].sources == ("canal.txt",)
    assert str(tmp_path) not in str(retrieve("grain", corpus=corpus).to_dict())


def test_the_format_is_told_from_the_name(corpus, upload):
    upload("---\ntitle: The Tide\n---\n\nIt turned.\n", "tide.md", at="a/blob.txt")
    assert corpus.documents()[0].citation.title == "The Tide"


def test_a_name_longer_than_a_file_system_takes_is_kept_whole(corpus, upload):
    name = "水" * 100 + ".txt"
    assert upload(CANAL, name).source == name
    assert corpus.documents()[0].sources == (name,)


@pytest.mark.parametrize("at", ["a/canal.txt", "a/blob", "a/blob.md"])
def test_a_document_is_the_same_wherever_it_lay(corpus, upload, tmp_path, at):
    (tmp_path / "canal.txt").write_text(CANAL, encoding="utf-8")
    (added,) = corpus.put([tmp_path / "canal.txt"])
    assert upload(CANAL, "canal.txt", at).document_id == added.document_id


def test_the_same_upload_again_is_unchanged_and_another_of_its_name_replaces_it(corpus, upload):
    outcomes = [upload(text, "canal.txt").outcome for text in (CANAL, CANAL, UNDATED)]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.REPLACED]
    assert len(corpus.documents()) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (CANAL, "canal.exe", SourceFormatError),
        (CANAL, "canal", SourceFormatError),
        (CANAL, "canal." + "t" * 300, SourceFormatError),
        (CANAL, "水" * 100 + ".exe", SourceFormatError),
        (b"\0\1\2" * 50, "canal.txt", SourceBinaryError),
        (b"The caf\xe9 on the quay.", "canal.txt", SourceEncodingError),
        ("---\n[\n---\n\nTide.\n", "canal.md", SourceFormatError),
        (CANAL, "", UsageError),
        (CANAL, "uploads/..", UsageError),
    ],
)
@pytest.mark.parametrize("at", ["a/blob", "a/blob.txt"])
def test_a_refusal_tells_the_name_and_not_the_place(corpus, upload, tmp_path, text, name, kind, at):
    result = upload(text, name, at)
    assert isinstance(result.error, kind)
    told = str(result.error)
    assert not [place for place in ("blob", "upload.", str(tmp_path), gettempdir()) if place in told]
    assert corpus.documents() == []


def test_an_upload_that_is_gone_is_refused(corpus, tmp_path):
    result = corpus.put_as(tmp_path / "gone", "canal.txt")
    assert isinstance(result.error, SourceNotFoundError)
    assert "nothing at canal.txt" in str(result.error)


def test_an_encoding_is_taken_and_one_that_nobody_knows_refused(corpus, tmp_path):
    (tmp_path / "blob").write_bytes("Høvn\n\nDet regner på øen.\n".encode("cp1252"))
    with pytest.raises(UsageError, match="klingon"):
        corpus.put_as(tmp_path / "blob", "h.txt", encoding="klingon")
    assert corpus.put_as(tmp_path / "blob", "h.txt", encoding="cp1252").title == "Høvn"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("canal.txt", "canal.txt"),
        ("/etc/passwd.txt", "passwd.txt"),
        (r"C:\Users\Oda\canal.txt", "canal.txt"),
        ("../../canal.md", "canal.md"),
        ("ca\x00nal\n.txt", "canal .txt"),
        ("ca\u202enal.txt", "canal.txt"),
        ("..", ""),
        ("uploads/", ""),
        ("x" * 300 + ".txt", "x" * (limits.MAX_FILE_NAME_CHARS - 4) + ".txt"),
    ],
)
def test_a_name_is_made_fit_to_be_kept(name, kept):
    assert upload_name(name) == kept


@given(st.text(max_size=300))
def test_a_kept_name_is_short_bare_and_stays_as_it_is(name):
    kept = upload_name(name)
    assert len(kept) <= limits.MAX_FILE_NAME_CHARS
    assert not {"/", "\\", "\0", "\n"} & set(kept)
    assert upload_name(kept) == kept
