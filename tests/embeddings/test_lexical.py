from __future__ import annotations

import random
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamagedError
from corpus.limits import MAX_QUESTION_CHARS
from embeddings import lexical
from embeddings.arrays import packed, unpacked
from embeddings.lexical import Field, Lexical, best_rows, build
from embeddings.tokens import stems

TEXTS = [
    "The ferry to Skarholm sails at nine.",
    "Odile Marchetti repaired the ferry engines, engine by engine.",
    "Nobody asked about the library near the harbour.",
    "Die Straße zum Café ist lang.",
    "Паром уходит в девять.",
    "渡し船は九時に出る",
    "हिन्दी में एक वाक्य",
    "أبحرت السفينة إلى المِيناء",
    "ท่าเรือปิดตอนกลางคืน",
    "水門在冬天關閉",
    "Το λιμάνι έκλεισε νωρίς.",
    "İskele Iğdır'da değil, dedi Oda Bern.",
    "\u202eהספינה\u202c עזבה את הנמל",
    "The U.N. counted 10,000 boats, O’Rourke’s among them.",
    "The Quds bridge was shut by Warden Tolliver.",
]


@pytest.fixture(scope="module")
def index():
    return Lexical(build([Field(text) for text in TEXTS]))


def _rows(index, question):
    return best_rows(index.scores(index.query(question)), 20).tolist()


@pytest.mark.parametrize(
    "question",
    ['ferry"', '"ferry" OR "', "ferry*", "-ferry", "text:ferry", "NEAR(ferry, 2)", "ferry AND NOT", "^ferry",
     "(ferry", "{text}: ferry", "ferry + -", "ferry'; DROP TABLE words; --", "words MATCH ferry"],
)  # fmt: skip
def test_query_syntax_in_a_question_is_only_words(index, question):
    assert set(_rows(index, question)) >= {0, 1}


def test_a_star_does_not_widen_a_word(index):
    assert _rows(index, "ferr*") == []


@pytest.mark.parametrize(
    ("question", "row"),
    [("Straße", 3), ("STRAßE", 3), ("café", 3), ("cafe\u0301", 3), ("паром", 4), ("ПАРОМ", 4), ("渡し船", 5),
     ("九時", 5), ("हिन्दी", 6), ("السفينة", 7), ("الميناء", 7), ("ท่าเรือ", 8), ("水門", 9), ("ΛΙΜΑΝΙ", 10),
     ("λιμάνι", 10), ("iskele", 11), ("İSKELE", 11), ("הספינה", 12), ("UN", 13), ("u.n.", 13), ("10000", 13),
     ("O'Rourke", 13), ("ORourke", 13), ("Qods", 14), ("quds", 14), ("repairing engine", 1)],
)  # fmt: skip
def test_words_are_found_in_every_script_and_spelling(index, question, row):
    assert _rows(index, question) == [row]


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "—", "_", '"', "\0", "\u0301", "\udce9", "what did she say"]
)
def test_a_question_without_telling_words_finds_nothing(index, question):
    assert _rows(index, question) == []


@given(st.text(max_size=200))
def test_no_question_breaks_the_search(question):
    index = Lexical(build([Field(text) for text in TEXTS[:4]]))
    query = index.query(question)
    assert all(0 <= row < index.count for row in _rows(index, question))
    assert index.pair_scores(query).shape == index.scores(query).shape == (index.count,)
    assert len(query) == len(set(stems(question)))


@given(st.lists(st.text(max_size=80), min_size=1, max_size=5))
def test_any_text_is_found_by_its_own_words(texts):
    index = Lexical(build([Field(text, head) for text, head in zip(texts, reversed(texts), strict=True)]))
    for row, text in enumerate(texts):
        assert (row in _rows(index, text)) == bool(stems(text))


def test_a_word_broken_over_two_lines_is_found_by_the_whole():
    index = Lexical(build([Field("The in-\nvestigation went on."), Field("An inn.")]))
    assert _rows(index, "investigations") == [0]
    assert _rows(index, "in vestigation") == []


def test_a_compound_broken_at_its_hyphen_stays_one_where_its_document_writes_it_so():
    written = frozenset({"lock-keeper"})
    index = Lexical(build([Field("The lock-\nkeeper sang.", written=written), Field("The lock-\nkeeper sang.")]))
    assert _rows(index, "keeper") == [0]
    assert _rows(index, "lockkeeper") == [1]


def test_a_head_is_found_like_the_text(index):
    index = Lexical(build([Field("The pier.", "Sanna Veld at the lock"), Field("The quay.")]))
    assert _rows(index, "lock") == [0]


@pytest.mark.parametrize("kind", ["gibberish", "Han", "one word", "every word"])
def test_the_longest_question_is_quick(kind):
    moments = random.Random(1)  # noqa: S311 - no secret is made of it
    made = ["".join(moments.choices("abcdefghij", k=6)) for _ in range(3000)]
    index = Lexical(build([Field(" ".join(moments.choices(made, k=40))) for _ in range(2000)]))
    question = {
        "gibberish": "".join(moments.choices("abcdefghij ", k=MAX_QUESTION_CHARS)),
        "Han": "".join(chr(0x4E00 + n) for n in range(MAX_QUESTION_CHARS)),
        "one word": "q" * MAX_QUESTION_CHARS,
        "every word": " ".join(made)[:MAX_QUESTION_CHARS],
    }[kind]
    began = time.process_time()
    query = index.query(question)
    index.scores(query)
    index.pair_scores(query)
    index.surrounding_scores(query, np.arange(500))
    assert time.process_time() - began < 10


def _many(count):
    moments = random.Random(2)  # noqa: S311 - nor of this one
    made = ["".join(moments.choices("abcdefghijklmnop", k=5)) for _ in range(20_000)]
    return [Field(" ".join(moments.choices(made, k=25))) for _ in range(count)]


def test_five_thousand_passages_are_indexed_in_seconds():
    fields = _many(5000)
    began = time.process_time()
    data = build(fields)
    assert time.process_time() - began < 60
    assert len(data) < 2 * sum(len(f.text) for f in fields)
    assert Lexical(data).count == 5000


def test_indexing_takes_little_memory():
    fields = _many(1000)
    tracemalloc.start()
    build(fields)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * sum(len(stems(f.text)) for f in fields) + 10_000_000


def test_threads_get_the_answers_that_one_gets(index):
    questions = ["ferry", "library", "engine", "Straße", "zeppelin", "Qods bridge"] * 30
    alone = [_rows(index, q) for q in questions]
    fresh = Lexical(build([Field(text) for text in TEXTS]))
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda q: _rows(fresh, q), questions)) == alone


def test_the_same_passages_give_the_same_bytes_and_no_copy_of_the_texts():
    data = build([Field(text, "A head", n // 2) for n, text in enumerate(TEXTS)])
    assert build([Field(text, "A head", n // 2) for n, text in enumerate(TEXTS)]) == data
    assert b"repaired the ferry" not in data


@pytest.mark.parametrize("fields", [[], [Field("")], [Field("the"), Field("", "a")]])
def test_passages_without_words_are_an_index_too(fields):
    index = Lexical(build(fields))
    assert index.count == len(fields)
    assert _rows(index, "ferry") == []
    assert index.surrounding_scores(index.query("ferry"), np.arange(index.count)).tolist() == [0] * len(fields)


def _use(data):
    """Do everything that an index is used for."""
    index = Lexical(data)
    query = index.query("The ferry engines of Skarholm")
    index.pair_scores(query)
    index.surrounding_scores(query, np.arange(index.count))
    index.phrase_rows(stems("ferry engines"))
    index.beside(np.arange(index.count), 1)
    return _rows(index, "ferry Skarholm harbour")


def test_damaged_bytes_are_refused_by_name_or_do_no_harm():
    whole = build([Field(text, "A head", n // 3) for n, text in enumerate(TEXTS)])
    moments, refused = random.Random(11), 0  # noqa: S311 - nor of this one
    for n in range(400):
        data = bytearray(whole[: moments.randrange(len(whole))] if n % 4 == 0 else whole)
        if data:
            data[moments.randrange(len(data))] ^= 1 << moments.randrange(8)
        try:
            _use(bytes(data))
        except IndexDamagedError as fault:
            refused += "lexical index cannot be read" in str(fault)
    assert refused > 300


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("vocabulary", lambda a: np.r_[a, a[:3], np.uint8(10)]), ("vocabulary", lambda a: a | 0x80),
        ("places", lambda a: a + 1), ("places", lambda a: -a), ("places", lambda a: a[:-1]),
        ("bounds", lambda a: a[:-1]), ("bounds", lambda a: a[::-1].copy()), ("bounds", lambda a: a[:0]),
        ("starts", lambda a: a[:-1]), ("starts", lambda a: a[::-1].copy()), ("starts", lambda a: a[:0]),
        ("heads", lambda a: a[:-1]), ("heads", lambda a: a + 9), ("heads", lambda a: a - 9),
        ("documents", lambda a: a[1:]),
    ],
)  # fmt: skip
def test_parts_that_do_not_fit_together_are_damage(name, change):
    arrays = unpacked(build([Field(text) for text in TEXTS]), lexical._ARRAYS, "")
    with pytest.raises(IndexDamagedError, match="the lexical index"):
        Lexical(packed(arrays | {name: change(arrays[name])}))


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, -1.0]), max_size=12), st.integers(0, 14))
def test_the_best_rows_are_those_over_nothing_in_order_the_earlier_first(scores, limit):
    expected = sorted((n for n, s in enumerate(scores) if s > 0), key=lambda n: (-scores[n], n))[:limit]
    assert best_rows(np.array(scores, dtype=np.float32), limit).tolist() == expected
