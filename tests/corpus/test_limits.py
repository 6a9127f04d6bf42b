from __future__ import annotations

import ast
import inspect

import pytest

from corpus import limits

BOUNDS = {name: value for name, value in vars(limits).items() if name.isupper()}
#: Things that are counted.
COUNTED = tuple(
    f"_{things}"
    for things in """ADDRESSES BLOCKS CELLS COLUMNS ELEMENTS ENTRIES FILES HITS PAGES PARTS PIECES QUESTIONS
    REDIRECTS REMARKS REQUESTS ROWS TURNS VALUES WORDS""".split()
)


@pytest.mark.parametrize("name", BOUNDS)
def test_every_bound_is_a_positive_number(name):
    assert BOUNDS[name] > 0


@pytest.mark.parametrize("name", BOUNDS)
def test_every_bound_carries_its_unit_in_its_name_or_counts_things(name):
    assert name.endswith(("_CHARS", "_BYTES", "_S", "_MS", "_DEPTH", *COUNTED))


def test_every_bound_says_what_it_bounds():
    lines = inspect.getsource(limits).splitlines()
    places = [n.lineno for n in ast.parse(inspect.getsource(limits)).body if isinstance(n, ast.AnnAssign)]
    assert places
    # Bounds that one sentence says stand right below each other.
    assert all(lines[place - 2].startswith("#: ") or place - 1 in places for place in places)


def test_a_question_fits_into_one_passage_and_a_passage_into_one_file():
    assert limits.MAX_QUESTION_CHARS < limits.MAX_PASSAGE_CHARS < limits.MAX_SOURCE_BYTES


def test_sqlite_waits_longer_than_a_writer_so_that_the_writers_own_message_comes_first():
    assert limits.SQLITE_BUSY_MS / 1000 > limits.WRITER_WAIT_S
