from __future__ import annotations

import numpy as np
import pytest

from corpus.errors import IndexDamagedError
from corpus.model import text_digest
from embeddings import generation, lexical, vectors
from embeddings.snapshot import Key, encode_rows, open_snapshot

TEXTS = ["Bram Osei painted the pier.", "Odile Marchetti closed the lock.", "The lock keeper sang."]
#: Passage 1 is long and has two windows.
WINDOWS = [(0, 0, 27), (1, 0, 15), (1, 15, 32), (2, 0, 21)]


def _files(tiny):
    rows = [(p, s, e, text_digest(TEXTS[p][s:e])) for p, s, e in WINDOWS]
    keys = [Key(f"id-{n}", text_digest(text)) for n, text in enumerate(TEXTS)]
    matrix = tiny.encode([TEXTS[p][s:e] for p, s, e in WINDOWS])
    return {
        generation.ROWS: encode_rows(keys, rows),
        generation.VECTORS: vectors.build(matrix),
        generation.LEXICAL: lexical.build(TEXTS),
    }


def _manifest(passages=3, count=4):
    return generation.Manifest(generation.FORMAT, "tiny@32", 32, 9, passages, count, {})


@pytest.fixture
def snapshot(tiny):
    return open_snapshot(_manifest(), _files(tiny))


def test_a_vector_is_bound_to_its_passage_by_id_and_text_hash(snapshot):
    assert snapshot.keys == tuple(Key(f"id-{n}", text_digest(t)) for n, t in enumerate(TEXTS))
    assert (snapshot.revision, snapshot.model) == (9, "tiny@32")


def test_a_passage_is_as_near_as_its_nearest_window_and_comes_once(snapshot, tiny):
    question = tiny.encode([TEXTS[1][15:32]])[0]
    found = snapshot.dense(question, 3)
    assert found[0] == (1, pytest.approx(1.0, abs=1e-5))
    assert sorted(position for position, _ in found) == [0, 1, 2]


def test_no_more_passages_than_asked(snapshot, tiny):
    assert len(snapshot.dense(tiny.encode(["lock"])[0], 2)) == 2


def test_the_filter_comes_before_the_cut(snapshot, tiny):
    question = tiny.encode([TEXTS[1]])[0]
    assert [p for p, _ in snapshot.dense(question, 1, [2])] == [2]
    assert snapshot.dense(question, 1, []) == []


def test_ids_that_are_not_here_are_passed_over(snapshot):
    assert snapshot.positions({"id-2", "id-0", "somebody-elses"}) == [0, 2]


def test_the_row_map_comes_back_as_it_went_in(snapshot):
    assert [tuple(row) for row in snapshot.windows] == WINDOWS
    assert list(snapshot.digests) == [text_digest(TEXTS[p][s:e]) for p, s, e in WINDOWS]


@pytest.mark.parametrize("manifest", [_manifest(passages=2), _manifest(count=5)])
def test_parts_that_do_not_fit_together_are_damage(tiny, manifest):
    with pytest.raises(IndexDamagedError, match=r"4 vectors for 4 windows.*rebuilt"):
        open_snapshot(manifest, _files(tiny))


def test_vectors_of_another_count_are_damage(tiny):
    files = _files(tiny) | {generation.VECTORS: vectors.build(np.zeros((3, 32), dtype=np.float32))}
    with pytest.raises(IndexDamagedError, match="3 vectors for 4 windows"):
        open_snapshot(_manifest(), files)


def test_an_empty_corpus_has_an_empty_snapshot(tiny):
    files = {
        generation.ROWS: encode_rows([], []),
        generation.VECTORS: vectors.build(np.zeros((0, 32), dtype=np.float32)),
        generation.LEXICAL: lexical.build([]),
    }
    empty = open_snapshot(_manifest(0, 0), files)
    assert empty.dense(tiny.encode(["anything"])[0], 5) == []
    assert empty.lexical.search("anything", 5) == []


def test_a_snapshot_cannot_be_changed(snapshot):
    with pytest.raises(AttributeError):
        snapshot.revision = 10
