from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from small_index import described, index_files, manifest_of, snapshot_of

from corpus.errors import IndexDamagedError
from corpus.model import text_digest
from embeddings import generation, lexical, sentences, vectors
from embeddings.lexical import Field
from embeddings.snapshot import open_snapshot

#: Passage 1 is long and has three windows; the first two passages are of one document.
LONG = "Odile Marchetti closed the lock. " * 50 + "Then a barge sank at the weir. " + "Nobody swam. " * 40
TEXTS = ["Bram Osei painted the pier.", LONG, "The lock keeper sang."]
PASSAGES = described(TEXTS, per_document=2)
WINDOWS = 5


@pytest.fixture
def snapshot(tiny):
    return snapshot_of(PASSAGES, tiny, windows=WINDOWS)


def _all(snapshot):
    return np.arange(len(snapshot.keys))


def test_a_vector_is_bound_to_its_passage_by_id_and_text_hash(snapshot):
    assert snapshot.keys == tuple(one.key for one in PASSAGES)
    assert (snapshot.revision, snapshot.model) == (9, "tiny@32")
    for (position, start, end), digest in zip(snapshot.windows, snapshot.digests, strict=True):
        assert text_digest(TEXTS[position][start:end]) == digest


def test_documents_and_turns_come_back_as_they_went_in(snapshot):
    assert snapshot.documents.tolist() == [0, 0, 1]
    assert snapshot.turns.tolist() == [False, False, False]


def test_a_passage_is_as_near_as_its_nearest_window_and_comes_once(snapshot, tiny):
    _, start, end = snapshot.windows[2]
    question = tiny.encode([LONG[start:end]])[0]
    found = snapshot.dense(question, 3)
    assert found[0] == (1, pytest.approx(1.0, abs=1e-5))
    assert sorted(position for position, _ in found) == [0, 1, 2]


@pytest.mark.parametrize("question", ["a barge at the weir", "lock", "pier", "水門"])
def test_cosines_are_those_of_the_nearest_windows(snapshot, tiny, question):
    vector = tiny.encode([question])[0]
    by_hand = np.full(3, -1.0)
    for (position, _, _), row in zip(snapshot.windows, snapshot.vectors.rows(), strict=True):
        by_hand[position] = max(by_hand[position], row @ vector)
    assert snapshot.cosines(vector, _all(snapshot)) == pytest.approx(by_hand, abs=1e-5)
    assert snapshot.cosines(vector, np.array([2, 0, 2])) == pytest.approx(by_hand[[2, 0, 2]], abs=1e-5)
    assert dict(snapshot.dense(vector, 3)) == pytest.approx(dict(enumerate(by_hand)), abs=1e-5)


def test_the_nearest_sentence_of_a_long_passage_is_nearer_than_its_windows(snapshot, tiny):
    vector = tiny.encode(["Then a barge sank at the weir."])[0]
    assert snapshot.sentences.best(vector, np.array([1]))[0] == pytest.approx(1, abs=0.01)
    assert snapshot.cosines(vector, np.array([1]))[0] < 0.9


@pytest.mark.parametrize(("step", "expected"), [(0, [1, 1, 1]), (1, [1, 0, 0]), (-1, [0, 1, 0]), (2, [0, 0, 0])])
def test_only_passages_of_one_document_stand_beside_each_other(snapshot, step, expected):
    assert snapshot.beside(_all(snapshot), step).tolist() == [bool(e) for e in expected]


def test_no_more_passages_than_asked(snapshot, tiny):
    assert len(snapshot.dense(tiny.encode(["lock"])[0], 2)) == 2


def test_the_filter_comes_before_the_cut(snapshot, tiny):
    question = tiny.encode([TEXTS[1]])[0]
    assert [p for p, _ in snapshot.dense(question, 1, [2])] == [2]
    assert snapshot.dense(question, 1, []) == []


def test_ids_that_are_not_here_are_passed_over(snapshot):
    assert snapshot.positions({"id-2", "id-0", "somebody-elses"}) == [0, 2]


@pytest.mark.parametrize("manifest", [{"passages": 2}, {"vectors": 6}])
def test_parts_that_do_not_fit_the_manifest_are_damage(tiny, manifest):
    import dataclasses

    told = dataclasses.replace(manifest_of(PASSAGES, tiny, WINDOWS), **manifest)
    with pytest.raises(IndexDamagedError, match=r"5 vectors for 5 windows.*rebuilt"):
        open_snapshot(told, index_files(PASSAGES, tiny))


def _without_a(column):
    def change(files):
        rows = json.loads(files[generation.ROWS])
        return {generation.ROWS: json.dumps(rows | {column: rows[column][1:]}).encode()}

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda _: {generation.VECTORS: vectors.build(np.zeros((3, 32), dtype=np.float32))},
        lambda _: {generation.LEXICAL: lexical.build([Field("one passage too few")] * 2)},
        lambda _: {generation.SENTENCES: sentences.build(np.zeros((0, 32), dtype=np.float32), [], [], 4)},
        _without_a("documents"),
        _without_a("turns"),
    ],
)
def test_parts_of_another_count_are_damage(tiny, change):
    files = index_files(PASSAGES, tiny)
    with pytest.raises(IndexDamagedError, match=r"the index holds .*rebuilt"):
        open_snapshot(manifest_of(PASSAGES, tiny, WINDOWS), files | change(files))


def test_an_empty_corpus_has_an_empty_snapshot(tiny):
    empty = snapshot_of([], tiny)
    question = tiny.encode(["anything"])[0]
    assert empty.dense(question, 5) == empty.lexical.scores([("any",)]).tolist() == []
    assert empty.cosines(question, _all(empty)).shape == empty.beside(_all(empty), 1).shape == (0,)


def test_a_snapshot_cannot_be_changed(snapshot):
    with pytest.raises(AttributeError):
        snapshot.revision = 10


def test_threads_get_the_answers_that_one_gets(snapshot, tiny):
    questions = tiny.encode([f"lock {n} barge" for n in range(60)])
    alone = [snapshot.cosines(q, _all(snapshot)).tolist() for q in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda q: snapshot.cosines(q, _all(snapshot)).tolist(), questions)) == alone
