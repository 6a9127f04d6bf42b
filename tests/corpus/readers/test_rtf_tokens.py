from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.rtf_tokens import Kind, tokens


def read(data):
    return [(t.word, t.number) if t.kind is Kind.WORD else t.data or t.kind for t in tokens(data)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (rb"{a}", [Kind.OPEN, b"a", Kind.CLOSE]),
        (rb"\par\li-720 x", [("par", None), ("li", -720), b"x"]),
        (rb"\b  x", [("b", None), b" x"]),
        (rb"\'e9\{\~", [b"\xe9", ("{", None), ("~", None)]),
        (b"a\r\nb\\\nc", [b"a", b"b", ("\n", None), b"c"]),
        (rb"\bin3 {}\x", [b"x"]),  # the backslash was the third byte
        (rb"\bin3 {}\{x", [Kind.OPEN, b"x"]),
        (rb"\bin-3 x", [b"x"]),
        (rb"\'zz", [("'", None), b"zz"]),
        (b"x\\", [b"x"]),
        (b"", []),
    ],
)
def test_the_bytes_are_taken_apart_as_the_format_has_it(data, found):
    assert read(data) == found


@given(st.binary(max_size=300))
def test_whatever_the_bytes_the_tokens_end(data):
    assert len(read(data)) <= len(data)


@given(st.text(st.characters(codec="ascii", exclude_characters="\\{}\r\n\0"), min_size=1))
def test_plain_words_come_through_whole(text):
    assert read(text.encode()) == [text.encode()]
