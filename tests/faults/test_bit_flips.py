from __future__ import annotations

import random
import shutil

import pytest
from faults_texts import check_hits, hits_of, speech
from tiny_encoder import TinyEncoder

from corpus.errors import IndexDamagedError, IndexFaultError, IndexForeignError
from embeddings import generation
from qa import Corpus

FLIPS, REBUILDS = 500, 10


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({f"talk-{n}.txt": speech(f"talk-{n}.txt", n) for n in range(6)})


def _index_files(corpus):
    """Return the pointer and every file of the current generation."""
    folder = corpus.folder / generation.FOLDER
    pointer = folder / generation.POINTER
    return [pointer, *sorted((folder / pointer.read_text()).iterdir())]


def _flip(path, moments):
    data = bytearray(path.read_bytes())
    data[moments.randrange(len(data))] ^= 1 << moments.randrange(8)
    path.write_bytes(data)


def _flipped(corpus, times):
    """Flip one bit at a time, taking the files in turn; the file is whole again after each."""
    moments = random.Random(times)  # noqa: S311 - no secret is made of it
    files = _index_files(corpus)
    for n in range(times):
        path = files[n % len(files)]
        whole = path.read_bytes()
        _flip(path, moments)
        yield path
        path.write_bytes(whole)


def _is_detected(corpus):
    try:
        generation.load(corpus.folder, model="tiny@32")
    except IndexFaultError as fault:
        return str(corpus.folder) in str(fault)
    return False


def _answers(corpus):
    return [(hit.passage.id, hit.passage.text) for hit in hits_of(corpus)]


def test_every_flipped_bit_is_detected_and_named(corpus):
    assert sum(_is_detected(corpus) for _ in _flipped(corpus, FLIPS)) == FLIPS
    assert not _is_detected(corpus)


def test_after_a_flipped_bit_the_answers_are_the_same_and_the_disk_is_mended(corpus, caplog):
    before = _answers(corpus)
    moments = random.Random(3)  # noqa: S311 - nor of this one
    for n in range(REBUILDS):
        files = _index_files(corpus)
        _flip(files[n % len(files)], moments)
        caplog.clear()
        reopened = Corpus(corpus.folder, encoder=TinyEncoder())
        assert _answers(reopened) == before
        assert "It is rebuilt from the stored text" in caplog.text
        assert not _is_detected(corpus)


@pytest.mark.parametrize("share", [0, 0.5, 0.999])
def test_every_truncated_file_is_detected(corpus, share):
    for path in _index_files(corpus):
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(IndexDamagedError, match=str(corpus.folder)):
            generation.load(corpus.folder)
        path.write_bytes(whole)


def test_a_file_of_another_corpus_is_detected(corpus, make_corpus):
    other = make_corpus({"other.txt": speech("other.txt", 77)}, name="other")
    for mine, theirs in zip(_index_files(corpus)[1:], _index_files(other)[1:], strict=True):
        whole = mine.read_bytes()
        shutil.copy(theirs, mine)
        assert _is_detected(corpus)
        mine.write_bytes(whole)


def test_the_whole_index_of_another_corpus_shows_none_of_its_words(corpus, make_corpus):
    other = make_corpus({"other.txt": speech("other.txt", 77)}, name="other")
    shutil.rmtree(corpus.folder / generation.FOLDER)
    shutil.copytree(other.folder / generation.FOLDER, corpus.folder / generation.FOLDER)
    assert all(
        "other.txt" not in hit.passage.text for hit in hits_of(Corpus(corpus.folder, encoder=TinyEncoder()))
    )


def test_another_models_index_is_named_and_rebuilt(corpus, caplog):
    with pytest.raises(IndexForeignError, match=r"tiny@32.*new@32"):
        generation.load(corpus.folder, model="new@32")
    reopened = Corpus(corpus.folder, encoder=TinyEncoder("new"))
    assert check_hits(reopened) > 0
    assert "tiny@32" in caplog.text
    assert generation.load(corpus.folder)[0].model == "new@32"


def test_a_flipped_bit_in_the_stored_text_is_never_shown(corpus):
    corpus.store.folder.joinpath("corpus.sqlite-shm").unlink(missing_ok=True)
    with corpus.store.writing():  # the last to close moves the log into the file
        pass
    path = corpus.folder / "corpus.sqlite"
    path.write_bytes(path.read_bytes().replace(b"when the tide allows it", b"when the tide allows iu"))
    from corpus.errors import CorpusDamagedError

    with pytest.raises(CorpusDamagedError, match=r"is not the text it was.*backup"):
        hits_of(Corpus(corpus.folder, encoder=TinyEncoder()))
