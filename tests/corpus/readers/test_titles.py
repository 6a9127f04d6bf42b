from __future__ import annotations

import pytest

from corpus.readers.draft import named
from corpus.readers.titles import is_title


@pytest.mark.parametrize(
    "words",
    [
        "Document1",
        "Untitled",
        "Microsoft Word - quay.doc",
        "Normal.dot",
        "report_v3.docx",
        "file:///c/quay.htm",
        "12-4",
    ],
)
def test_what_a_program_fills_in_is_no_title(words):
    assert not is_title(words)
    assert "title" not in named(words)


@pytest.mark.parametrize(
    "words", ["The Long Quay", "Document of the Wardens", "Page by Page", "1984: a tide", "Book IV"]
)
def test_what_somebody_wrote_is(words):
    assert is_title(words)
    assert named(words)["title"].value == words
