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
    ],
)
def test_a_gap_is_marked_where_words_are_missing(inside, words):
    assert shown(tei(f"<p>{inside}</p>")) == [(words, "paragraph")]


@pytest.mark.parametrize("told", ["<desc>noise</desc>", "noise"])
def test_what_is_said_of_a_gap_is_none_of_the_words(told):
    page = tei(f'<u who="#OB"><seg>They <gap>{told}</gap> left.</seg></u>')
    assert voices(page) == [("Oda Bern", "They […] left.")]
    assert shown(page)[1] == ("noise", "leftover")


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


@given(st.lists(st.sampled_from(["<gap/>", "rain", " ", "<vocal/>", "<seg>so</seg>", "<pb n='2'/>"]), max_size=12))
def test_no_gap_is_lost_and_none_is_a_passage(parts):
    page = tei(f'<u who="#OB">{"".join(parts)}</u>')
    assert page.text.count("[…]") == parts.count("<gap/>")
    assert all(any(letter.isalpha() for letter in words) for _, words in voices(page))
