"""What files of real shape brought to light, each by itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, shown
from pdf_reading import BILL, ROPE, TIDE, WALL, blocks, of_kind, read
from pdf_writer import Sheet, pdf
from subtitle_files import srt, vtt
from texts import kinds, said
from zipped import blocks as zip_blocks
from zipped import epub

from corpus.readers.lines import names_in
from corpus.readers.spoken import Piece, spoken_page
from corpus.readers.subtitles import read_srt, read_vtt
from corpus.readers.text import read_text

LISTED = (
    "The Harbour Hearing\n\nPRESENT:\nOda Bern, chair\nIvo Tolliver, warden\n\n{}\n\n"
    "MR. TOLLIVER: It rained all night.\n\nCHAIR BERN: So it did.\n\nMR. TOLLIVER: And the day after.\n\n"
    "CHAIR BERN: Thank you."
)


@pytest.mark.parametrize(
    "first", ["CHAIR BERN: The committee will come to order.", "MARA QUELL: I open the meeting."]
)
def test_a_first_turn_below_the_list_of_who_is_there_is_no_part_of_it(first):
    assert (first, "turn") in kinds(LISTED.format(first))


@pytest.mark.parametrize(
    "entry", ["Mara Quell: clerk to the wardens", "Mara Quell: Clerk to the wardens of Lowmere."]
)
def test_an_entry_that_gives_a_role_stays_one(entry):
    assert (entry, "turn") not in kinds(LISTED.format(entry))


def test_the_first_turn_below_a_list_is_the_listed_persons():
    assert said(LISTED.format("CHAIR BERN: The committee will come to order."))[0] == (
        "Oda Bern",
        "The committee will come to order.",
    )


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Jane Roe and Bob Poe", ["Jane Roe", "Bob Poe"]),
        ("Jane Roe, Bob Poe and Mary van der Moe", ["Jane Roe", "Bob Poe", "Mary van der Moe"]),
        ("Jane Roe, Bob Poe, and Mary Moe", ["Jane Roe", "Bob Poe", "Mary Moe"]),
        ("Jane Roe; Bob Poe", ["Jane Roe", "Bob Poe"]),
    ],
)
def test_a_byline_of_several_people_names_each(byline, people):
    assert names_in(byline) == people


@pytest.mark.parametrize(
    "byline",
    ["Jane Roe", "Health and Safety Executive", "Jane Roe, Staff Writer", "Roe and Poe", "Jane Roe and Agencies",
     "Department of Trade and Marine Industry", "Jane Roe and the Harbour Council"],
)  # fmt: skip
def test_a_byline_that_may_be_of_one_stays_whole(byline):
    assert names_in(byline) == [byline]


PIECES = ["Jane", "Roe", "Bob", "and", ",", ";", "&", "van", "Council", "J.", "Ó Poe"]


@given(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
def test_no_word_of_a_byline_is_lost(byline):
    parting = "[,;&]|\\band\\b"
    assert re.sub(parting, "", " ".join(names_in(byline))).split() == re.sub(parting, "", byline).split()


def test_the_authors_of_a_text_are_those_of_its_byline():
    page = read_text(f"The Long Quay\n\nBy Jane Roe and Bob Poe\n\n{TIDE}\n")
    assert page.fields["author"].value == [{"literal": "Jane Roe"}, {"literal": "Bob Poe"}]


@pytest.mark.parametrize("mark", ["CHAPTER I", "Chapter 1", "PART ONE", "Letter IV"])
def test_a_chapter_below_the_title_begins_a_section(mark):
    found = kinds(f"The Lamps of Carrow\n\n{mark}\n\nTHE FIRST LAMP\n\n{TIDE}\n")
    assert found[:3] == [("The Lamps of Carrow", "title"), (mark, "heading"), ("THE FIRST LAMP", "heading")]


def test_lines_below_a_title_that_open_no_chapter_stay_out():
    assert kinds(f"The Lamps of Carrow\n\nA report\n\n{TIDE}\n")[1] == ("A report", "leftover")


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_dash_within_a_sentence_opens_no_voice(dash):
    cue = f"What I want is simple\n{dash} a date and a sum."
    assert shown(read_srt(srt(cue), NOWHERE / "a.srt")) == [
        (f"What I want is simple {dash} a date and a sum.", "paragraph")
    ]


def test_a_dash_within_a_sentence_opens_none_in_the_next_cue_either():
    page = read_vtt(vtt("What I want is simple", "– a date and a sum."), NOWHERE / "a.vtt")
    assert shown(page) == [("What I want is simple – a date and a sum.", "paragraph")]


@pytest.mark.parametrize(
    "cue",
    [
        "Where is it?\n- in the boathouse",
        "- Where is it\n- In the boathouse",
        "- where is it\n- in the boathouse",
        "Gone\n- Never",
    ],
)
def test_a_dash_behind_a_sentence_or_before_a_capital_opens_one(cue):
    assert len(shown(read_srt(srt(cue), NOWHERE / "a.srt"))) == 2


@pytest.mark.parametrize("sound", ["♪ (drums) ♪", "♪", "♫ [shanty] ♫"])
def test_music_is_nobodys_words(sound):
    page = spoken_page([Piece("It rained.", 0, 1), Piece(sound, 1, 2)], NOWHERE / "a.srt")
    assert shown(page) == [("It rained.", "paragraph"), (sound, "leftover")]


def test_what_is_sung_is_kept():
    page = spoken_page([Piece("♪ Put out the lamp ♪", 0, 1)], NOWHERE / "a.srt")
    assert shown(page) == [("♪ Put out the lamp ♪", "paragraph")]


@pytest.mark.parametrize("name", ["quote", "quotation", "extract"])
def test_a_division_set_as_a_quotation_is_one(name):
    found = zip_blocks(epub(f"<h2>T</h2><div class='{name}'><p>{WALL}</p></div><p>{TIDE}</p>"), ".epub")
    assert found[1:] == [(WALL, "block quotation"), (TIDE, "paragraph")]


def typescript(*rows, top="INQUIRY INTO THE LIGHTS"):
    """Return a page in one size of type: a line in capitals, a paragraph, and more of both."""
    sheet = Sheet()
    sheet.words(70, 760, top)
    y = 720
    for row in rows:
        y = sheet.paragraph(70, y, row) - 14
    return sheet


def test_the_one_heading_of_a_typescript_is_its_title():
    page = read([typescript(f"{TIDE} {WALL}", f"{ROPE} {BILL}")])
    assert blocks(page)[0] == ("title", "INQUIRY INTO THE LIGHTS")
    assert page.fields["title"].value == "INQUIRY INTO THE LIGHTS"


def test_one_of_several_headings_of_a_size_is_no_title():
    page = read([typescript(f"{TIDE} {WALL}", "THE SECOND NIGHT", f"{ROPE} {BILL}")])
    assert of_kind(page, "heading") == ["INQUIRY INTO THE LIGHTS", "THE SECOND NIGHT"]
    assert "title" not in page.fields


@pytest.mark.parametrize("head", ["CARROW RECORD H611", "H611 CARROW RECORD"])
def test_a_head_with_the_pages_own_label_is_furniture_on_one_page_too(head):
    sheet = typescript(f"{TIDE} {WALL}", f"{ROPE} {BILL}", top=head)
    page = read(pdf([sheet], labels="0 << /S /D /P (H) /St 611 >>"))
    assert of_kind(page, "leftover") == [head]
    assert "title" not in page.fields
    assert [b.page for b in page.blocks] == ["H611"] * 3


def test_a_heading_that_ends_in_a_small_number_stays_one():
    sheet = typescript(f"{TIDE} {WALL}", top="CHAPTER II")
    assert of_kind(read(pdf([sheet], labels="0 << /S /R /St 2 >>")), "leftover") == []
