from __future__ import annotations

import pytest

from corpus.readers.lines import is_bare_line, is_caption, is_furniture, is_heading


@pytest.mark.parametrize(
    "line",
    [
        "View Citations",
        "share",
        "READ MORE:",
        "Related articles",
        "* * *",
        "———",
        "© 2019 Tide Office",
        "Copyright Tide",
    ],
)
def test_what_a_page_leaves_behind_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["The share of the quay", "View of the harbour", "He wanted more", "Copyrighted words"]
)
def test_sentences_with_the_same_words_are_not(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Dredgers lie idle. (Reuters)", "Dredgers lie idle (Photo by Mara Quell)", "The quay (AP/Mara Quell)",
        "The quay. (Mara Quell/Getty Images).", "Photo: the quay at dusk", "Image credit: Tide Office",
    ],
)  # fmt: skip
def test_a_credit_makes_a_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line", ["The quay (built 1898)", "Reuters reported it.", "The picture: bleak", "The tide (Reuters) came in"]
)
def test_a_bracket_or_an_agencys_name_alone_makes_none(line):
    assert not is_caption(line)


def test_a_long_paragraph_is_no_caption_even_with_a_credit():
    assert not is_caption("The tide came in. " * 20 + "(Reuters)")


@pytest.mark.parametrize("line", ["The Long Quay", "What Next?", "Stop!", "Chapter 3", "The Tide (and After)"])
def test_a_line_that_ends_in_no_stop_is_bare(line):
    assert is_bare_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "It rained.", "It rained,", "And then:", "It rained;", "It rained…", "“It rained.”",
        "(It rained.)", "One\ntwo", "- a rope", "“It rained”", "so it goes on and on " * 6,
    ],
)  # fmt: skip
def test_a_line_that_ends_as_sentences_do_is_not_bare(line):
    assert not is_bare_line(line)


@pytest.mark.parametrize("line", ["The Next Tide", "1998", "“Patience”, a History of Waiting", "Élan"])
def test_a_heading_is_short_and_opens_large(line):
    assert is_heading(line)


@pytest.mark.parametrize("line", ["the next tide", "The " + "long " * 14 + "quay", "T" * 101])
def test_what_is_long_or_opens_small_is_no_heading(line):
    assert not is_heading(line)
