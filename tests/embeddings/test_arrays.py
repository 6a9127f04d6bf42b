from __future__ import annotations

import io
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamagedError
from embeddings.arrays import are_bounds, best_of_each, packed, unpacked

KINDS = {"rows": (np.int8, 2), "names": (np.uint8, 1)}
ARRAYS = {"rows": np.arange(6, dtype=np.int8).reshape(3, 2), "names": np.frombuffer(b"ab", dtype=np.uint8)}


def test_arrays_come_back_as_they_went_in():
    found = unpacked(packed(ARRAYS), KINDS, "the arrays")
    assert found.keys() == ARRAYS.keys()
    assert all(np.array_equal(found[name], ARRAYS[name]) for name in ARRAYS)


def test_the_same_arrays_give_the_same_bytes():
    assert packed(ARRAYS) == packed({name: array.copy() for name, array in ARRAYS.items()})


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": ARRAYS["rows"].astype(np.int16)},
        {"rows": ARRAYS["rows"][0]},
        {"names": np.array(["a"])},
        {"names": np.zeros((1, 2), dtype=np.uint8)},
    ],
)
def test_an_array_of_another_kind_is_damage(changed):
    with pytest.raises(IndexDamagedError, match=r"the arrays cannot be read.*onrecord doctor"):
        unpacked(packed(ARRAYS | changed), KINDS, "the arrays")


def test_a_missing_array_is_damage():
    with pytest.raises(IndexDamagedError):
        unpacked(packed({"rows": ARRAYS["rows"]}), KINDS, "the arrays")


class _Trap:
    """Says so when it is unpickled."""

    sprung = False

    def __reduce__(self):
        return _spring, ()


def _spring():
    _Trap.sprung = True
    return _Trap()


def _object_array():
    data = io.BytesIO()
    np.savez(data, **(ARRAYS | {"names": np.array([_Trap()], dtype=object)}))
    return data.getvalue()


@pytest.mark.parametrize("data", [_object_array(), pickle.dumps(_Trap()), pickle.dumps([_Trap()], protocol=0)])
def test_no_pickle_is_ever_loaded(data):
    with pytest.raises(IndexDamagedError):
        unpacked(data, KINDS, "the arrays")
    assert not _Trap.sprung


def _single_array():
    data = io.BytesIO()
    np.save(data, ARRAYS["rows"])
    return data.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04" + bytes(40), b"PK\x05\x06" + bytes(18), _single_array()]
)
def test_bytes_of_something_else_are_damage(data):
    with pytest.raises(IndexDamagedError):
        unpacked(data, KINDS, "the arrays")


@given(st.binary(max_size=80), st.integers(0, len(packed(ARRAYS))))
def test_no_bytes_raise_anything_but_damage(junk, at):
    whole = packed(ARRAYS)
    for data in (junk, whole[:at], whole[:at] + junk + whole[at + len(junk) :]):
        try:
            unpacked(data, KINDS, "the arrays")
        except IndexDamagedError:
            continue


@pytest.mark.parametrize(
    ("bounds", "total", "are"),
    [
        ([0, 2, 2, 5], 5, True), ([0], 0, True), ([0, 0], 0, True),
        ([], 0, False), ([0, 3, 2, 5], 5, False), ([1, 5], 5, False), ([0, 4], 5, False), ([0, 6], 5, False),
    ],
)  # fmt: skip
def test_bounds_go_from_nothing_to_all_and_never_back(bounds, total, are):
    assert are_bounds(np.array(bounds, dtype=np.int64), total) is are


COSINES = np.array([0.5, -0.25, 0.75, -0.5, 0.25], dtype=np.float32)
stretches = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted), max_size=8)


@given(stretches)
def test_the_best_of_each_stretch_is_that_of_a_plain_loop_and_of_an_empty_one_is_less_than_any(pairs):
    firsts, lasts = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    expected = [max(COSINES[first:last], default=-1.0) for first, last in pairs]
    assert best_of_each(firsts, lasts, COSINES.__getitem__).tolist() == expected


def test_where_every_stretch_is_empty_nothing_is_worked_out():
    nowhere = np.array([2, 0], dtype=np.int64)
    assert best_of_each(nowhere, nowhere, None).tolist() == [-1, -1]
