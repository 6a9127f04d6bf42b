from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_index import described, index_files, snapshot_of
from tiny_encoder import TinyEncoder

from corpus.model import text_digest
from corpus.sentences import sentence_offsets
from embeddings import generation, sentences
from embeddings.lexical import Field
from embeddings.sentences import Sentences
from embeddings.snapshot import Key
from embeddings.work import Described, Row, Work, encode_rows

TWO = "Sanna Veld sang at the lock. Nobody heard her."
TEXTS = [TWO, "The tide fell.", "Oda Bern said so. The tide fell. “No,” he said."]


def _work(texts, encoder, title="", found=None):
    work = Work.of(described(texts, title), encoder, found)
    work.embed(None)
    return work


def test_a_passage_is_embedded_whole_and_sentence_by_sentence(tiny):
    _work([TWO], tiny)
    assert sorted(tiny.encoded) == sorted([TWO, "Sanna Veld sang at the lock.", "Nobody heard her."])


def test_the_title_goes_before_the_passage_and_not_before_its_sentences(tiny):
    _work(["The tide fell."], tiny, title="Low Water")
    assert sorted(tiny.encoded) == ["Low Water. The tide fell.", "The tide fell."]


def test_the_same_words_are_embedded_once(tiny):
    _work(["The tide fell.", "The tide fell.", "The tide fell. The tide fell."], tiny)
    assert sorted(tiny.encoded) == ["The tide fell.", "The tide fell. The tide fell."]


def test_the_vectors_are_those_of_the_words(tiny):
    work = _work(TEXTS, tiny, title="Low Water")
    assert np.array_equal(work.window_vectors(), TinyEncoder().encode([f"Low Water. {t}" for t in TEXTS]))
    kept = Sentences(work.sentence_file())
    for position, text in enumerate(TEXTS):
        (first, *_) = TinyEncoder().encode([text[slice(*span)] for span in kept.spans(position)])
        assert kept.cosines(first, position)[0] == pytest.approx(1, abs=0.01)


def test_a_word_broken_over_two_lines_is_embedded_in_one_piece(tiny):
    work = _work(["The in-\nvestigation went on. Nobody sang."], tiny)
    assert sorted(tiny.encoded) == [
        "Nobody sang.", "The investigation went on.", "The investigation went on. Nobody sang.",
    ]  # fmt: skip
    assert [(row.start, row.end) for row in work.sentences] == [(0, 28), (29, 41)]


passages = st.lists(
    st.one_of(st.text(max_size=120), st.lists(st.sampled_from(TEXTS), max_size=4).map(" ".join)), max_size=5
)


@given(passages)
def test_the_spans_are_the_sentences_of_every_text(texts):
    work = _work(texts, TinyEncoder())
    kept = Sentences(work.sentence_file())
    assert kept.passages == len(texts)
    for position, text in enumerate(texts):
        assert kept.spans(position) == (sentence_offsets(text) or [(0, len(text))])


def test_what_is_known_is_not_embedded_anew(tiny):
    found = snapshot_of(described(TEXTS, "Low Water"), tiny)
    tiny.encoded.clear()
    _work([*TEXTS, "The gates were shut."], tiny, "Low Water", found)
    assert sorted(tiny.encoded) == ["Low Water. The gates were shut.", "The gates were shut."]


def test_under_another_title_only_the_passages_are_embedded_anew(tiny):
    found = snapshot_of(described(TEXTS, "Low Water"), tiny)
    tiny.encoded.clear()
    _work(TEXTS, tiny, "High Water", found)
    assert sorted(tiny.encoded) == sorted(f"High Water. {text}" for text in TEXTS)


@given(st.lists(st.sampled_from([*TEXTS, "A quay. A pier.", "水門は九時。"]), max_size=6), st.integers(0, 6))
def test_an_index_built_in_two_steps_is_the_one_built_at_once(texts, first):
    encoder = TinyEncoder()
    found = snapshot_of(described(texts[:first], "Low Water"), encoder)
    stepwise = index_files(described(texts, "Low Water"), encoder, found)
    assert stepwise == index_files(described(texts, "Low Water"), encoder)


def test_an_index_that_knows_all_and_holds_less_is_the_one_built_at_once(tiny):
    found = snapshot_of(described(TEXTS), tiny)
    tiny.encoded.clear()
    files = index_files(described(TEXTS[1:]), tiny, found)
    assert tiny.encoded == []
    assert files == index_files(described(TEXTS[1:]), TinyEncoder())


def test_sentences_that_share_half_a_digest_are_told_apart_by_it():
    one, other = "ab" * 16 + "00" * 16, "ab" * 15 + "cd" + "00" * 16
    rows = np.eye(2, 8, dtype=np.float32)
    known = Sentences(sentences.build(rows, [(0, 0, 1), (0, 1, 2)], [one, other], 1)).known()
    assert (known[one].argmax(), known[other].argmax()) == (0, 1)


def test_progress_counts_up_to_all_that_is_new(tiny):
    seen = []
    work = Work.of(described([f"The tide rose {n} times." for n in range(130)]), tiny, None)
    work.embed(lambda done, total: seen.append((done, total)))
    assert seen == [(64, 130), (128, 130), (130, 130)]


def test_short_texts_are_embedded_with_short_ones(tiny):
    _work(["The tide rose and rose. " * 9, "No.", "The gates were shut."], tiny)
    assert [len(text) for text in tiny.encoded] == sorted(len(text) for text in tiny.encoded)


def test_no_passages_are_no_work(tiny):
    work = _work([], tiny)
    assert work.window_vectors().shape == (0, 32)
    assert Sentences(work.sentence_file()).passages == 0
    assert tiny.encoded == []


def test_the_row_map_says_what_each_vector_is_of():
    keys = [Key("id-0", "aa"), Key("id-1", "bb")]
    passages = [
        Described(keys[0], "", Field("x", document=0)),
        Described(keys[1], "", Field("y", document=4), turn=True),
    ]
    rows = json.loads(encode_rows(passages, [Row(0, 0, 5, "d0"), Row(0, 5, 9, "d1"), Row(1, 0, 3, "d2")]))
    assert rows == {
        "keys": [["id-0", "aa"], ["id-1", "bb"]],
        "documents": [0, 4],
        "turns": [0, 1],
        "windows": [[0, 0, 1], [0, 5, 0], [5, 9, 3], ["d0", "d1", "d2"]],
    }


def test_a_long_passage_has_several_windows(tiny):
    text = "The quay was empty when Bram Osei came. " * 60
    files = index_files(described([text]), tiny)
    rows = json.loads(files[generation.ROWS])
    assert len(rows["windows"][0]) == 3
    assert rows["windows"][3] == [text_digest(text[s:e]) for s, e in zip(*rows["windows"][1:3], strict=True)]
