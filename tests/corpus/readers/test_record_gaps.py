"""Words that a record says are missing: whoever reads on without a mark would read another sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_page, shown, voices

from corpus.readers.formats import AS_FOUND
from corpus.readers.tei import read_xml

HEADER = (
    '<teiHeader><listPerson><person xml:id="OB"><persName>Oda Bern</persName></person></listPerson></teiHeader>'
)


def read(text):
    (page,) = read_xml(text.encode(), NOWHERE / "sitting.xml", AS_FOUND)
    check_page(page)
    return page


def tei(body):
    return read(f"<TEI>{HEADER}<text><body>{body}</body></text></TEI>")


def akoma(body):
    return read(f"<akomaNtoso><debate><debateBody>{body}</debateBody></debate></akomaNtoso>")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("They did <gap/> steal it.", "They did […] steal it."),
        ("<gap/> steal it.", "[…] steal it."),
        ("They did <gap/>", "They did […]"),
        ("The har<gap/>bour.", "The har[…]bour."),
        ("They <gap>[...]</gap> left.", "They [...] left."),
        ("They <gap>…</gap> left.", "They … left."),
        ('<w>They</w> <gap/> <w join="right">left</w><pc>.</pc>', "They […] left."),
        ("They <gap/><gap/> left.", "They […][…] left."),
        ("They <hi>all <gap/></hi> left.", "They all […] left."),
        ("<w>They</w><gap/><w>left</w>", "They […] left"),
        ("<l>A wall.</l><gap unit='line'/><l>A lamp.</l>", "A wall. […]\nA lamp."),
    ],
)
def test_a_gap_is_marked_where_words_are_missing(inside, words):
    assert shown(tei(f"<p>{inside}</p>")) == [(words, "paragraph")]


@pytest.mark.parametrize(
    ("inside", "told"),
    [("<desc>noise</desc>", "noise"), ("noise", "noise"), ("<desc>noise</desc><desc>Lärm</desc>", "noise Lärm")],
)
def test_what_is_said_of_a_gap_is_none_of_the_words(inside, told):
    page = tei(f'<u who="#OB"><seg>They <gap>{inside}</gap> left.</seg></u>')
    assert voices(page) == [("Oda Bern", "They […] left.")]
    assert shown(page)[1] == (told, "leftover")


@pytest.mark.parametrize("nothing", ["<gap/>", "<gap>[...]</gap>", "<gap/>.", "– <gap/> –", "<gap/><gap/>"])
def test_where_all_words_are_missing_nobody_says_anything(nothing):
    page = tei(f'<u who="#OB"><seg>{nothing}</seg></u>')
    assert [kind for _, kind in shown(page)] == ["leftover"]


def test_a_heading_of_which_nothing_is_left_is_still_one():
    page = tei("<head>Harbour</head><p>A.</p><head><gap/></head><p>B.</p>")
    assert shown(page)[2] == ("[…]", "heading")


def test_half_a_name_is_nobodys_and_half_a_title_shows_it():
    person = '<person xml:id="JD"><persName>J<gap/>n Doe</persName></person>'
    header = f"<teiHeader><titleStmt><title>The <gap/> Harbour</title></titleStmt>{person}</teiHeader>"
    body = '<u who="#JD">Yes.</u><sp><speaker>Mr <gap/> Doe</speaker><p>No.</p></sp>'
    page = read(f"<TEI>{header}<text>{body}</text></TEI>")
    assert voices(page) == [(None, "Yes."), (None, "No.")]
    assert page.fields["title"].value == "The […] Harbour"


def test_only_gaps_that_were_marked_are_counted():
    assert tei("<p>They <gap>[...]</gap> left.</p>").remarks == ()
    assert tei("<p>They <gap/> left <gap>[...]</gap>.</p>").remarks == (
        "1 gap that the text states is marked […]",
    )


def test_a_gap_between_paragraphs_is_shown_and_is_no_passage():
    page = tei('<u who="#OB"><seg>Yes.</seg><gap><desc>noise</desc></gap><seg>No.</seg></u><gap/><p/>')
    assert shown(page) == [
        ("Yes.", "turn"), ("[…]", "leftover"), ("noise", "leftover"), ("No.", "turn"), ("[…]", "leftover"),
    ]  # fmt: skip
    assert voices(page) == [("Oda Bern", "Yes."), ("Oda Bern", "No.")]


def test_a_gap_in_a_note_is_marked_there():
    page = tei("<p>It rained.<note>She <gap/> so: <gap><desc>noise</desc></gap></note></p>")
    assert shown(page) == [("It rained.", "paragraph"), ("She […] so: […]", "leftover")]


def test_a_gap_of_a_variant_that_was_left_out_is_none():
    assert shown(tei("<p>It <app><lem>rained</lem><rdg><gap/></rdg></app>.</p>")) == [("It rained.", "paragraph")]


@pytest.mark.parametrize(
    ("omissis", "words"),
    [("<omissis/>", "It […] rained."), ("<omissis>...</omissis>", "It ... rained."),
     ("<omissis>omissis</omissis>", "It omissis rained.")],
)  # fmt: skip
def test_what_a_debate_omits_is_marked_as_it_prints_it(omissis, words):
    assert shown(akoma(f"<p>It {omissis} rained.</p>")) == [(words, "paragraph")]


def test_what_is_in_an_omission_that_is_printed_is_what_it_is():
    note = '<authorialNote marker="1"><p>See p. 4.</p></authorialNote>'
    assert shown(akoma(f"<p>It <omissis>the <br/>rest{note}</omissis> rained.</p>")) == [
        ("It the\nrest[1] rained.", "paragraph"), ("See p. 4.", "note"),
    ]  # fmt: skip


@given(st.lists(st.sampled_from(["<gap/>", "rain", " ", "<vocal/>", "<seg>so</seg>", "<pb n='2'/>"]), max_size=12))
def test_no_gap_is_lost_and_none_is_a_passage(parts):
    page = tei(f'<u who="#OB">{"".join(parts)}</u>')
    assert page.text.count("[…]") == parts.count("<gap/>")
    assert all(any(letter.isalpha() for letter in words) for _, words in voices(page))
