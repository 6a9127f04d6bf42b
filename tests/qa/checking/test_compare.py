from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.model import Passage
from qa.checking.compare import compare, operations
from qa.checking.quotation import read_quotation
from qa.checking.region import read_region
from qa.checking.result import Change


def region(*texts, pages=()):
    """Return passages of these texts in one document, with these page labels."""
    labels = [*pages, *[None] * len(texts)]
    return read_region(
        [Passage(f"id-{n}", "doc", n, n, text, 0, len(text), page=labels[n]) for n, text in enumerate(texts)]
    )


def shown(quotation, *texts, pages=()):
    """Return the changes between a quotation and texts as (change, the source's words, the quotation's)."""
    found = compare(read_quotation(quotation), region(*texts, pages=pages))
    return [(one.change.value, one.source, one.quoted) for one in operations(found)]


WALL = "The old wall leans to the north, and nobody has seen it fall. The lamps are out."


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("the old wall leans", [("same", "The old wall leans", "the old wall leans")]),
        ("the old wall falls to the north", [
            ("same", "The old wall", "the old wall"), ("changed", "leans", "falls"),
            ("same", "to the north", "to the north"),
        ]),
        ("the wall leans", [("same", "The", "the"), ("missing", "old", ""), ("same", "wall leans", "wall leans")]),
        ("the old sad wall", [("same", "The old", "the old"), ("added", "", "sad"), ("same", "wall", "wall")]),
        ("The old wall … to the north", [
            ("same", "The old wall", "The old wall"), ("left out", "leans", ""),
            ("same", "to the north", "to the north"),
        ]),
        ("The [crooked] wall leans", [
            ("same", "The", "The"), ("inserted", "old", "[crooked]"), ("same", "wall leans", "wall leans"),
        ]),
        ("[T]he old wall", [("same", "The old wall", "[T]he old wall")]),
        ("The old wall lean[s]", [("same", "The old wall leans", "The old wall lean[s]")]),
        ("The lamps are lit", [("same", "The lamps are", "The lamps are"), ("changed", "out", "lit")]),
        ("A lamp has seen it", [("changed", "and nobody", "A lamp"), ("same", "has seen it", "has seen it")]),
        ("has seen it fall today", [("same", "has seen it fall", "has seen it fall"), ("added", "", "today")]),
    ],
)  # fmt: skip
def test_every_change_is_shown_with_both_sides(quotation, found):
    assert shown(quotation, WALL) == found


@pytest.mark.parametrize(
    ("quotation", "forgiven"),
    [
        ("leans … and nobody has seen it", True),
        ("The old wall … has seen it fall", False),  # "nobody" governs what is kept
        ("leans to the north … it fall", False),
        ("leans to the north … The lamps are out", True),
        ("leans … out", True),
    ],
)
def test_a_negation_may_be_left_out_only_with_its_whole_clause(quotation, forgiven):
    assert compare(read_quotation(quotation), region(WALL)).faultless is forgiven


def test_a_quotation_runs_over_the_border_of_passages():
    found = shown("leans to the north. The lamps", "The wall leans to the north.", "The lamps are out.")
    assert found == [("same", "leans to the north", "leans to the north"), ("same", "The lamps", "The lamps")]


def test_a_page_number_between_two_passages_is_forgiven_where_it_is_their_pages():
    texts = "The wall leans to the north.", "The lamps are out."
    quotation = "leans to the north 143 The lamps are out"
    assert ("debris", "", "143") in shown(quotation, *texts, pages=["142", "143"])
    assert ("added", "", "143") in shown(quotation, *texts, pages=["142", "144"])
    assert ("added", "", "143") in shown(quotation, " ".join(texts), pages=["143"])


def test_the_number_of_a_note_marked_there_is_forgiven():
    assert ("debris", "", "12") in shown("The wall leans 12 to the north", "The wall leans [12] to the north.")
    assert ("added", "", "13") in shown("The wall leans 13 to the north", "The wall leans [12] to the north.")


def test_a_number_on_a_line_of_its_own_that_the_source_has_is_a_word():
    assert shown("we lost\n143\nboats", "Then we lost 143 boats.") == [
        ("same", "we lost 143 boats", "we lost\n143\nboats")
    ]
    assert ("missing", "120", "") in shown("we lost\n143\nboats that day", "Then we lost 120 boats that day.")


def test_words_in_brackets_that_the_source_has_are_the_sources():
    assert shown("the wall [of the dock] leans", "Now the wall [of the dock] leans.") == [
        ("same", "the wall [of the dock] leans", "the wall [of the dock] leans")
    ]


@pytest.mark.parametrize("text", ["the wall of stone and old grey mortar leans", "the wall, 12 feet high, leans"])
def test_a_bracket_stands_for_three_words_at_most_and_for_no_number(text):
    assert not compare(read_quotation("the wall [x] leans"), region(text)).faultless


def test_a_word_broken_in_the_source_is_the_whole_word():
    assert compare(read_quotation("the resistance holds"), region("Still the resis-\ntance holds.")).faultless


def test_a_share_counts_words_that_differ_in_case_as_the_same():
    found = compare(read_quotation("THE OLD WALL FALLS"), region(WALL))
    assert (found.share, found.faultless) == (0.75, False)


def test_a_quotation_that_shares_no_word_has_no_share():
    found = compare(read_quotation("herrings sing"), region(WALL))
    assert found.share == 0
    assert compare(read_quotation("herrings sing"), region("")).share == 0


TOKENS = st.lists(st.sampled_from("the wall of no lamp 7 [x] … leans, fell. Oda".split()), min_size=1, max_size=14)


@given(TOKENS, TOKENS)
def test_changes_cover_every_word_quoted_in_order(quotation, text):
    read = read_quotation(" ".join(quotation))
    found = compare(read, region(" ".join(text).replace("…", "").replace("[x]", "x")))
    assert [p.quoted.start for p in found.pairs if p.quoted] == [word.start for word in read.words]
    assert all(p.source for p in found.pairs if p.change in {Change.SAME, Change.CHANGED, Change.MISSING})
    assert 0 <= found.share <= 1


@given(TOKENS, TOKENS)
def test_a_faultless_quotation_without_ellipsis_or_bracket_stands_in_the_source_word_for_word(quotation, text):
    plain = [word for word in quotation if word not in {"…", "[x]"}]
    source = " ".join(word for word in text if word not in {"…", "[x]"})
    assume(plain)
    if compare(read_quotation(" ".join(plain)), region(source)).faultless:
        assert f" {bare(' '.join(plain))} " in f" {bare(source)} "


def bare(text):
    return text.replace(",", "").replace(".", "").casefold()
