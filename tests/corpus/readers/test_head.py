from __future__ import annotations

import itertools

import pytest
from texts import document, kinds

BODY = "\n\nThe tide turned in the night, and nobody on the quay had seen it come."
TITLE = "The Long Quay: How Lowmere Means to Outlast the Sea"
CAPTION = "Dredgers lie idle beside the east mole of the harbour"


def head(*lines):
    return [kind for _, kind in kinds("\n\n".join(lines) + BODY)][:-1]


def test_title_date_byline_and_caption_are_known_in_any_order():
    known = {
        TITLE: "title",
        "June 14, 2019": "date",
        "By Mara Quell": "byline",
        f"{CAPTION}. (Reuters)": "caption",
    }
    for lines in itertools.permutations(known):
        assert head(*lines) == [known[line] for line in lines]


def test_a_caption_printed_twice_is_known_by_its_credited_twin():
    assert head(CAPTION, "June 14, 2019", TITLE, f"{CAPTION}. (Reuters)") == [
        "caption",
        "date",
        "title",
        "caption",
    ]


def test_the_first_line_is_the_title_where_none_is_set_like_one():
    assert head("the tide and the town", "a winter on the quay") == ["title", "leftover"]


def test_a_line_set_like_a_title_wins_over_an_earlier_one():
    assert head("a winter on the quay", TITLE) == ["leftover", "title"]


@pytest.mark.parametrize(
    "line", ["By Mara Quell", "by Mara Quell and Jory Pell", "Written by Mara Quell", "Author: Mara Quell"]
)
def test_a_byline_gives_the_author(line):
    read = document(f"{TITLE}\n\n{line}{BODY}")
    assert read.citation.get("author")[0]["literal"].startswith("Mara Quell")
    assert read.citation.provenance()["author"] == "from the text"


def test_a_sentence_that_opens_with_by_is_no_byline():
    assert kinds("By Monday the tide had turned.")[0][1] == "paragraph"


def test_the_head_states_its_date_as_exactly_as_it_is_printed():
    assert str(document(f"{TITLE}\n\nPublished: June 2019{BODY}").citation.issued) == "June 2019"


def test_a_file_without_a_date_line_has_no_date():
    assert document(TITLE + BODY).citation.issued is None


@pytest.mark.parametrize("line", ["02/09/2014", "1998", "June 31, 2019"])
def test_a_line_that_is_no_whole_date_gives_none(line):
    assert document(f"{TITLE}\n\n{line}{BODY}").citation.issued is None


def test_the_head_ends_where_the_first_paragraph_begins():
    found = kinds(TITLE + BODY + "\n\nJune 14, 2019\n\nBy Mara Quell\n\nThe wind rose at last.")
    assert [kind for _, kind in found[:2]] == ["title", "paragraph"]
    assert "date" not in [kind for _, kind in found[2:]]


def test_the_pages_buttons_in_the_head_are_no_title():
    assert head("Share this article", TITLE) == ["leftover", "title"]


def test_the_title_is_kept_as_printed_on_one_line():
    assert document("“The Long\u00a0Quay”: A  Winter" + BODY).title == "“The Long Quay”: A Winter"


def test_a_text_that_is_one_line_is_what_it_says():
    assert kinds("The Long Quay") == [("The Long Quay", "paragraph")]


def test_a_text_of_short_lines_alone_keeps_them_as_paragraphs():
    assert [kind for _, kind in kinds("Save the quay\n\nStop the tide\n\nFeed the gulls")].count("paragraph") == 2


@pytest.mark.parametrize("line", ["By the sea, a winter", "by and large a dry year", "Byways of the Coast"])
def test_a_line_that_only_opens_with_by_names_no_author(line):
    assert "byline" not in head(line, TITLE)


def test_an_author_whose_name_opens_with_an_accent_is_an_author():
    assert head(TITLE, "By Élodie Šťastná") == ["title", "byline"]
