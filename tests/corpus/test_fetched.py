from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SourceFormatError
from corpus.fetched import ENDINGS, Fetched, check_kind, fetched_name
from corpus.readers.suffixes import SUFFIXES


@pytest.mark.parametrize("kind", ENDINGS)
def test_what_is_fetched_is_of_a_kind_that_is_read(kind):
    check_kind("https://quay.example/", f"{kind.upper()} ; charset=x")
    assert ENDINGS[kind] in SUFFIXES


@pytest.mark.parametrize(
    "header", ["", ";", "text", "text/htm", "image/svg+xml", "application/json", "x" * 500, "text/html\x1b[31m"]
)
def test_other_kinds_are_refused_by_name(header):
    with pytest.raises(SourceFormatError, match="expected one of text/html") as fault:
        check_kind("https://quay.example/", header)
    assert "\x1b" not in str(fault.value)


@given(st.text(max_size=40))
def test_a_name_is_one_file_in_its_folder_whatever_the_address(path):
    name = fetched_name(Fetched(b"", f"https://quay.example/{path}", "text/html"))
    assert name.endswith(".html")
    assert len(name) <= 70
    assert (
        name.removesuffix(".html").replace("-", "").replace("_", "").isalnum()
        or name == "page.html"
        or "_" in name
    )
    assert not {"/", "\\", ".."} & set(name)
