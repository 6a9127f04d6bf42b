from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text, document

from corpus import errors, limits
from corpus.readers import read_source
from corpus.readers.build import read_here

SENTENCE = "The tide came in over the east mole and nobody saw it. "


@pytest.fixture
def write(tmp_path):
    def write(name, text, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_file_is_read_into_a_document_that_says_where_it_was(write):
    path = write("quay.txt", "It rained all night.")
    read = read_source(path)
    assert read.source == str(path)
    assert [p.text for p in read.passages] == ["It rained all night."]


def test_the_same_bytes_under_another_encoding_are_another_document(write):
    path = write("a.txt", "Høvn regner.")
    one, two = read_source(path), read_source(path, encoding="cp1252")
    assert one.text != two.text
    assert one.id != two.id
    assert one.sha256 != two.sha256


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_same_text_in_another_encoding_is_the_same_document(write, encoding):
    one = read_source(write("a.txt", "Høvn regner."))
    two = read_source(
        write("b.txt", "Høvn regner.", encoding), encoding=None if encoding == "utf-16" else encoding
    )
    assert (one.id, one.sha256, one.passages) == (two.id, two.sha256, two.passages)


def test_the_digest_of_a_text_never_changes(write):
    digest = "4ba43b7dfcff645f6e0a6b135961c3fc868dae103cdb2d7be728e935a977f37f"
    assert read_source(write("a.txt", "Høvn regner.")).sha256 == digest


def test_the_same_bytes_give_the_same_ids_wherever_they_lie(write):
    one, two = read_source(write("a.txt", SENTENCE)), read_source(write("b.TEXT", SENTENCE))
    assert (one.id, one.sha256, one.passages) == (two.id, two.sha256, two.passages)


def test_the_same_bytes_read_as_markdown_are_another_document(write):
    assert read_source(write("a.txt", SENTENCE)).id != read_source(write("a.md", SENTENCE)).id


def test_a_documents_id_opens_its_digest(write):
    read = read_source(write("a.txt", SENTENCE))
    assert read.sha256.startswith(read.id)
    assert len(read.id) == 16
    assert {p.document_id for p in read.passages} == {read.id}


def test_a_relative_path_is_stored_whole(write, monkeypatch):
    path = write("quay.txt", SENTENCE)
    monkeypatch.chdir(path.parent)
    assert read_source(path.relative_to(path.parent)).source == str(path)


@pytest.mark.parametrize("name", ["quay.xyz", "quay", "quay.txt.bak"])
def test_an_ending_that_is_not_read_is_refused_with_those_that_are(write, name):
    with pytest.raises(errors.SourceFormatError, match=r"one of \.txt, \.text, \.md, "):
        read_source(write(name, SENTENCE))


def test_a_named_encoding_is_used(write):
    assert (
        read_source(write("a.txt", "Høvn regner.", "cp1252"), encoding="cp1252").passages[0].text == "Høvn regner."
    )


@pytest.mark.parametrize(
    "text", ["---\ntitle: Quay\n---\n", "# The Long Quay\n", "---\ntitle: Quay\n---\n# Quay\n"]
)
def test_markdown_without_a_paragraph_is_refused(write, text):
    with pytest.raises(errors.SourceEmptyError, match="no paragraph in it"):
        read_source(write("a.md", text))


def test_too_many_blocks_are_refused_with_their_number(write, monkeypatch):
    monkeypatch.setattr(limits, "MAX_BLOCKS", 3)
    with pytest.raises(errors.SourceTooLargeError, match=r"has 4 blocks.*at most 3 "):
        read_here(write("a.txt", "One.\n\nTwo.\n\nThree.\n\nFour."))


def test_paragraphs_are_numbered_from_one_in_reading_order():
    read = document("The Long Quay\n\nIt rained.\n\nAfter\n\nIt poured.\n\nIt stopped.")
    assert [(p.ordinal, p.paragraph) for p in read.passages] == [(1, 1), (2, 2), (3, 3)]


def test_a_long_paragraph_is_cut_at_sentence_ends_into_parts_of_one_number():
    read = document(f"It rained.\n\n{SENTENCE * 300}\n\nIt stopped.")
    assert [p.paragraph for p in read.passages] == [1, *[2] * (len(read.passages) - 2), 3]
    assert [p.ordinal for p in read.passages] == list(range(1, len(read.passages) + 1))
    assert all(p.text.endswith(".") for p in read.passages)
    assert all(len(p.text) <= limits.MAX_PASSAGE_CHARS for p in read.passages)


def test_a_sentence_longer_than_a_passage_is_cut_all_the_same():
    read = document("a" * (2 * limits.MAX_PASSAGE_CHARS + 7))
    assert [len(p.text) for p in read.passages] == [limits.MAX_PASSAGE_CHARS] * 2 + [7]


def test_a_paragraph_of_exactly_the_limit_stays_whole():
    assert len(document("a" * limits.MAX_PASSAGE_CHARS).passages) == 1


@given(
    st.lists(st.integers(1, 4000), min_size=1, max_size=8),
    st.sampled_from([". ", "! \u00a0", ".\r\n", "\u3000", "。"]),
)
def test_the_parts_of_a_long_paragraph_lose_no_character_but_blanks(lengths, end):
    text = "".join("quay "[: length % 5] + "a🌊" * (length // 2) + end for length in lengths)
    read = document(text + "Quay.")
    joined = "".join("".join(p.text.split()) for p in read.passages)
    assert joined == "".join((text + "Quay.").split())
    assert all(p.text == read.text[p.start : p.end] for p in read.passages)
    assert all(len(p.text) <= limits.MAX_PASSAGE_CHARS for p in read.passages)


def test_a_note_stays_whole_however_long_it_is():
    note = "[1] " + SENTENCE * 200
    read = document(f"It rained [1].\n\n{note}")
    assert read.note("1") == note.strip()
    assert len(read.passages) == 1


@given(any_text)
def test_utterances_lie_inside_their_passage_and_whose_words_they_are_apart(text):
    for name in ("a.txt", "a.md"):
        try:
            passages = document(text, name).passages
        except errors.SourceError:
            continue
        for passage in passages:
            assert all(0 <= u.start < u.end <= len(passage.text) for u in passage.utterances)
            verbatim = [(u.start, u.end) for u in passage.utterances if u.kind.verbatim]
            assert all(before[1] <= after[0] for before, after in pairwise(verbatim))


@given(any_text)
def test_a_speaker_is_never_named_without_confidence_nor_confidence_without_a_mention(text):
    for passage in document(text).passages:
        assert all(0.0 <= u.confidence <= 1.0 for u in passage.utterances)
        assert all(u.confidence > 0.0 for u in passage.utterances if u.speaker or u.probably)
        assert all(u.as_printed for u in passage.utterances if u.confidence)


@given(any_text)
def test_a_speakers_printed_name_stands_in_the_document(text):
    read = document(text)
    words = " ".join(read.text.split())
    assert all(u.as_printed is None or u.as_printed in words for p in read.passages for u in p.utterances)


@given(any_text)
def test_ordinals_count_up_by_one_and_paragraphs_never_go_back(text):
    passages = document(text).passages
    assert [p.ordinal for p in passages] == list(range(1, len(passages) + 1))
    assert all(before.paragraph <= after.paragraph <= before.paragraph + 1 for before, after in pairwise(passages))


def test_a_reader_that_breaks_refuses_its_file_by_name(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("A line of text.", encoding="utf-8")
    monkeypatch.setattr("corpus.readers.text.read_text", lambda *_: 1 / 0)
    with pytest.raises(errors.SourceFormatError, match=r"a\.txt broke the reader \(ZeroDivisionError\)"):
        read_here(path)
