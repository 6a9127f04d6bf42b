from __future__ import annotations

import pytest

from corpus.readers.docx_styles import Look, Styles, kind_of, taken


def styles(**looks):
    return Styles(looks)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", "title"),
        ("subtitle", "leftover"),
        ("heading 3", "heading"),
        ("intense quote", "block quotation"),
        ("quotations", "block quotation"),
        ("caption", "caption"),
        ("toc 2", "leftover"),
        ("list number 2", "list item"),
        ("normal", "paragraph"),
        ("titles of boats", "paragraph"),
        ("", "paragraph"),
    ],
)
def test_a_styles_name_says_what_it_sets(name, kind):
    assert kind_of(name).value == kind


def test_what_is_said_directly_comes_before_the_style_and_the_style_before_its_parent():
    known = styles(a=Look("mine", "b", left=100), b=Look("heading 2", None, left=50, right=60))
    look = Look(right=7).over(known.look("a"))
    assert (look.name, look.left, look.right, look.level) == ("heading 2", 100, 7, 2)


def test_a_parent_that_comes_round_again_or_is_missing_ends_the_chain():
    assert styles(a=Look("x", "a", left=5)).look("a").left == 5
    assert styles(a=Look("x", "gone", left=5)).look("a").left == 5
    assert styles().look("gone") == styles().look(None) == Look()


def test_a_very_long_chain_ends():
    long = styles(**{f"s{n}": Look(f"n{n}", f"s{n + 1}") for n in range(2_000)})
    assert long.look("s0").kind.value == "paragraph"


@pytest.mark.parametrize(("outline", "level"), [("0", 1), ("8", 9), ("9", 0), ("-1", 0), ("x", 0), ("", 0)])
def test_an_outline_level_makes_a_heading(outline, level):
    look = taken(Look(), "w:outlineLvl", {"w:val": outline})
    assert max(0, look.level) == level


@pytest.mark.parametrize(
    ("attributes", "inset"),
    [
        ({"w:left": "720", "w:right": "720"}, True),
        ({"w:start": "400", "w:end": "400"}, True),
        ({"w:left": "720"}, False),
        ({"w:left": "720", "w:right": "9999999999"}, False),
        ({}, False),
    ],
)
def test_a_quotation_is_set_in_from_both_margins(attributes, inset):
    assert taken(Look(), "w:ind", attributes).inset is inset


def test_a_number_makes_a_list_item_and_no_number_takes_one_out():
    assert taken(Look(), "w:numId", {"w:val": "3"}).kind.value == "list item"
    assert taken(Look("list bullet"), "w:numId", {"w:val": "0"}).kind.value == "paragraph"
    assert taken(Look("heading 1"), "w:numId", {"w:val": "3"}).kind.value == "heading"


def test_what_means_nothing_here_changes_nothing():
    assert taken(Look("x"), "w:jc", {"w:val": "center"}) == Look("x")
