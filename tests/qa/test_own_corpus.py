"""From the sample to a corpus of one's own."""

from __future__ import annotations

import pytest

from qa import Corpus, retrieve
from qa.bundled import begin_own, is_sample, open_bundled, user_corpus

NOTE = "# The Marsh\n\n“The marsh is dry,” said Warden Sanna Veld.\n"


@pytest.fixture
def sample(tiny):
    return open_bundled(encoder=tiny)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "marsh.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_only_the_sample_is_the_sample(sample, make_corpus):
    assert is_sample(sample)
    assert not is_sample(make_corpus({}))


def test_a_file_that_can_be_read_begins_a_corpus_of_ones_own(sample, note):
    before = sample.folder
    assert begin_own(sample, [note]) == user_corpus() == sample.folder
    assert not is_sample(sample)
    assert sample.documents() == []
    assert len(Corpus(before, encoder=sample.encoder).documents()) == 4


def test_files_that_cannot_be_read_begin_nothing(sample, tmp_path):
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    assert begin_own(sample, [tmp_path / "empty.md", tmp_path / "gone.md"]) is None
    assert is_sample(sample)
    assert not user_corpus().exists()


def test_a_corpus_that_has_moved_answers_from_where_it_is_now(sample, note):
    retrieve("golden ring of resistance", corpus=sample)
    begin_own(sample, [note])
    sample.put_as(note, "marsh.md")
    found = retrieve("is the marsh dry", corpus=sample)
    assert [hit.source for hit in found] == ["marsh.md"]


def test_what_was_there_already_is_found_again(sample, note, tiny):
    Corpus(user_corpus(), create=True, encoder=tiny).put_as(note, "earlier.md")
    begin_own(sample, [note])
    assert [s.sources for s in sample.documents()] == [("earlier.md",)]
