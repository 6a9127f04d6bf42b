from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import errors
from corpus.errors import OnRecordError, printable


def every_error():
    found, queue = [], [OnRecordError]
    while queue:
        kind = queue.pop()
        found.append(kind)
        queue.extend(kind.__subclasses__())
    return [kind for kind in found if kind.__module__ == "corpus.errors"]


LEAVES = [kind for kind in every_error() if not kind.__subclasses__()]


def test_every_kind_of_refusal_has_an_exit_code_of_its_own():
    codes = [kind.exit_code for kind in LEAVES]
    assert len(codes) == len(set(codes))


def test_no_refusal_looks_like_an_answer_or_like_none():
    assert {kind.exit_code for kind in every_error()}.isdisjoint({0, 1})
    assert all(2 <= kind.exit_code < 126 for kind in every_error())


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_the_tree_at_the_top_of_the_file_shows_every_kind_with_its_code(kind):
    line = next(row for row in errors.__doc__.splitlines() if f" {kind.__name__} " in f"{row} ")
    assert str(kind.exit_code) in line.split()


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_message_says_what_was_found_expected_and_to_do(kind):
    fault = kind("no quay at /lowmere", expected="a quay", action="Build one.")
    assert str(fault) == "no quay at /lowmere; expected a quay. Build one."
    assert (fault.found, fault.expected, fault.action) == ("no quay at /lowmere", "a quay", "Build one.")


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_crosses_a_process_border_whole(kind):
    copy = pickle.loads(pickle.dumps(kind("found", expected="expected", action="Act.")))  # noqa: S301 - our own
    assert type(copy) is kind
    assert str(copy) == "found; expected expected. Act."


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        (errors.CorpusBusyError, errors.CorpusError),
        (errors.SourceEmptyError, errors.SourceError),
        (errors.IndexForeignError, errors.IndexFaultError),
        (errors.ModelUnsafeError, errors.ModelError),
        (errors.DiskFullError, OnRecordError),
    ],
)
def test_a_family_of_errors_can_be_caught_at_once(kind, parent):
    assert issubclass(kind, parent)


@given(st.text(max_size=400), st.integers(1, 60))
def test_what_is_printable_stays_on_one_line_within_its_limit(text, limit):
    shown = printable(text, limit)
    assert len(shown) <= limit
    assert all(c == " " or c.isprintable() for c in shown)


@pytest.mark.parametrize("bad", ["\n", "\r", "\x1b[31m", "\u202e", "\u2028", "\u200f", "\x00", "\x9b", "\ud800"])
def test_no_document_can_write_on_the_terminal_through_an_error(bad):
    assert bad[0] not in printable(f"quay{bad}.txt")
    assert "\ufffd" in printable(f"quay{bad}.txt")


def test_a_long_value_is_cut_and_shows_that_it_was():
    assert printable("a" * 300) == "a" * 199 + "…"
    assert printable("a" * 200) == "a" * 200


def test_letters_of_every_script_are_printable_as_they_are():
    assert printable("Høvn 水門 مرفأ 🌊") == "Høvn 水門 مرفأ 🌊"
