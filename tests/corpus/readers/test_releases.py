"""Heads as press offices, radio stations and parish clerks set them."""

from __future__ import annotations

import pytest
from texts import document, kinds

from corpus.readers.lines import is_furniture, is_kicker, is_markup, may_be_title

BODY = "\n\nThe tide turned in the night, and nobody on the quay had seen it come."
TITLE = "Northwind Opens Tidal Station"


def head(*lines, between="\n\n"):
    return [kind for _, kind in kinds(between.join(lines) + BODY)][:-1]


def titled(*lines, between="\n\n"):
    return document(between.join(lines) + BODY).citation.title


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_press_releases_own_lines_are_not_its_title(between):
    lines = ["FOR IMMEDIATE RELEASE", "Contact: Jane Roe, 555-1234", TITLE]
    assert head(*lines, between=between) == ["leftover", "leftover", "title"]
    assert titled(*lines, between=between) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Press Release", "NEWS RELEASE:", "Embargoed until 00:01 GMT, 3 May 2020", "EMBARGOED: 3 May", "- ENDS -",
        "Under embargo until 10 a.m.", "Media contact: Jane Roe", "Media contacts", "Contact:\nJane Roe\n555-1234",
        "Ends",
    ],
)  # fmt: skip
def test_what_a_press_office_adds_is_furniture(line):
    assert is_furniture(line)
    assert head(line, TITLE) == ["leftover", "title"]


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed for years, the report came out.", "Embargoed until 2010, the files were read at last.",
        "Contact was lost", "Press releases are dull", "The tide ends", "Contact: " + "a long story " * 20,
    ],
)  # fmt: skip
def test_what_only_opens_like_it_is_none(line):
    assert not is_furniture(line)


def test_a_releases_date_is_its_date():
    assert str(document(f"FOR IMMEDIATE RELEASE: May 3, 2020\n\n{TITLE}{BODY}").citation.issued) == "May 3, 2020"


@pytest.mark.parametrize("line", ["Opinion", "EDITORIAL", "News:"])
def test_what_sort_of_text_it_is_is_the_title_only_where_there_is_no_other(line):
    assert is_kicker(line)
    assert titled(line, "the pier must stay") == "the pier must stay"
    assert titled(line) == line


def test_a_section_called_opinion_keeps_its_heading():
    assert kinds(f"{TITLE}{BODY}\n\nOpinion{BODY}")[2] == ("Opinion", "heading")


@pytest.mark.parametrize("label", ["Last updated:", "Updated", "UPDATED ON", "Last modified:", "Revised –"])
def test_an_updates_date_is_no_date_of_publication(label):
    update = f"{label} 3 May 2020"
    assert head(TITLE, update) == ["title", "date"]
    assert document(f"{TITLE}\n\n{update}{BODY}").citation.issued is None
    both = document(f"{TITLE}\n\n{update}\n\nPublished: 1 January 2019{BODY}")
    assert str(both.citation.issued) == "January 1, 2019"


@pytest.mark.parametrize(("line", "title"), [("By Invitation Only", "By Invitation Only"), ("By Jane Roe", None)])
def test_a_line_that_may_be_author_or_title_is_claimed_as_neither(line, title):
    read = document(f"{line}{BODY}")
    assert (read.citation.title, read.citation.get("author")) == (title, None)


@pytest.mark.parametrize("between", [[], ["How a club closed its doors"], ["June 14, 2019"]])
def test_a_title_that_opens_with_by_stands_over_the_byline(between):
    read = document("\n\n".join(["By Invitation Only", *between, "By Jane Roe"]) + BODY)
    assert read.citation.title == "By Invitation Only"
    assert read.citation.get("author") == [{"literal": "Jane Roe"}]


@pytest.mark.parametrize("line", ["By Any Other Name", "By Hook or By Crook", "By Sunset Everything Had Changed"])
def test_words_that_no_name_holds_make_no_byline(line):
    assert "byline" not in head("The Pier", line)


@pytest.mark.parametrize(
    "line",
    [
        "By The Associated Press", "By Dr. Jane van der Roe, Political Editor", "By Jane Roe in Paris",
        "By J. R. O’Neil and Anne-Marie Poe", "By Jane Roe/Reuters", "By Jane Roe 3 May 2019", "By Plato",
        "By Jane “Jay” Roe", "By Jane Roe of The Lantern Post", "By Jane Roe - Harbour desk",
    ],
)  # fmt: skip
def test_people_and_agencies_make_a_byline(line):
    assert head("The Pier", line) == ["title", "byline"]


@pytest.mark.parametrize(
    "line", ["By Jane Roe and Ann Poe", "By Jane Roe, editor", "Written by Jane Roe", "By Jane Roe | 3 May 2019"]
)
def test_a_sure_byline_on_the_first_line_stays_one(line):
    assert not may_be_title(line)
    assert head(line) == ["byline"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Interview with Dr. Anna Berg", "Radio Nord, 3 June 2021"),
        ("MINUTES OF THE PARISH COUNCIL", "Held on 14 February 2020 in the hall"),
    ],
)
def test_two_bare_lines_over_prose_are_a_head(first, second):
    assert kinds(f"{first}\n{second}{BODY}")[:2] == [(first, "title"), (second, "leftover")]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp is lit\nThe tide is out\n\nThe night is long\nThe wind is cold\n\nand so to bed\nwe go.",
        "Save the Quay\nStop the Tide\n\nFeed the Gulls\nLight the Lamps",
        "Save the Quay\nStop the Tide",
    ],
)
def test_verses_and_slogans_stay_whole(text):
    assert kinds(text) == [(part, "paragraph") for part in text.split("\n\n")]


def test_lines_of_a_sentence_are_no_head():
    assert kinds(f"The pier and the\nQuay of Lowmere{BODY}")[0] == (
        "The pier and the\nQuay of Lowmere",
        "paragraph",
    )
    assert kinds(f"Nobody spoke\nof the tide{BODY}")[0] == ("Nobody spoke\nof the tide", "paragraph")


def test_turns_without_full_stops_are_no_head():
    found = kinds("ODA BERN: Yes\nMARA QUELL: No\n\nODA BERN: Then that is all there is to say, and we adjourn.")
    assert [kind for _, kind in found] == ["turn"] * 3


def test_in_markdown_an_image_a_comment_or_a_release_line_may_stand_over_the_title():
    for line in ("![The pier](pier.png)", "<!-- draft -->", "FOR IMMEDIATE RELEASE", "June 14, 2019", "Opinion"):
        read = document(f"{line}\n\n# The Pier\n\n# The Quay{BODY}", "a.md")
        assert read.citation.title == "The Pier"
        assert read.passages[0].section == "The Quay"


@pytest.mark.parametrize(
    "line",
    [
        "<!-- draft -->", "<script>alert(1 < 2)</script>", "<br>", "<br/>", "<div>", "</div>",
        "<STYLE>b {}</style>",
        '<img src="pier.png" alt="a pier"> <br>', "<!-- one --><!-- two\nlines -->",
    ],
)  # fmt: skip
def test_html_alone_is_left_over_as_the_characters_it_is(line):
    assert kinds(f"It rained.\n\n{line}{BODY}", "a.md")[1] == (line, "leftover")


@pytest.mark.parametrize(
    "line", ["<b>tide</b>", "<3 the tide", "2 < 3 > 1", "<!-- open", "<br> It rained.", "<script>open", ""]
)
def test_words_beside_a_tag_are_words(line):
    assert not is_markup(line)


def test_many_comments_take_no_time():
    assert not is_markup("<!-- a -->" * 20_000 + "a")
    assert not is_markup("<!--" * 200_000)
