from __future__ import annotations

import pytest
from zipped import blocks, page, rtf, stated

from corpus import limits
from corpus.errors import SourceFormatError

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
TITLE = r"\pard\s1 The Quay\par\pard "


def seen(body, **more):
    return blocks(rtf(body, **more), ".rtf")


def words(body, **more):
    """Return what is seen of the paragraphs below a title."""
    return "|".join(text for text, _ in seen(TITLE + body, **more)[1:])


def test_a_document_is_read_into_its_parts():
    body = (
        r"\pard\s2 The Long Quay\par\pard By Mara Quell\par\pard\outlinelevel1 Tides\par\pard " + RAIN
        + r"\par\pard\s3 A hurried wall is a lost wall.\par\pard{\listtext\bullet\tab}\ls1 a rope\par"
        + r"\trowd\pard\intbl Day\cell Tide\cell\row\pard " + "It stopped." + r"\par"
    )  # fmt: skip
    assert seen(body) == [
        ("The Long Quay", "title"),
        ("By Mara Quell", "byline"),
        ("Tides", "heading"),
        (RAIN, "paragraph"),
        ("A hurried wall is a lost wall.", "block quotation"),
        ("a rope", "list item"),
        ("Day | Tide", "list item"),
        ("It stopped.", "paragraph"),
    ]


def test_a_style_is_what_it_is_based_on():
    assert seen(TITLE + rf"\pard\s4 Tides\par\pard {RAIN}\par")[1] == ("Tides", "heading")


def test_notes_are_numbered_as_they_are_cited_and_their_words_come_last():
    body = r"It rained{\super\chftn}{\footnote\pard{\super\chftn} Stone.\par More.}"
    body += r" all{\footnote\ftnalt End.} night.\par x\par"
    read = page(rtf(TITLE + body, head=r"\aftnnrlc"), ".rtf")
    found = [b.of(read.text) for b in read.blocks[1:]]
    assert found == ["It rained[1] all[i] night.", "x", "Stone.\n\nMore.", "End."]
    assert [(b.notes, b.label) for b in read.blocks[1:]] == [(("1", "i"), None), ((), None), ((), "1"), ((), "i")]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"\ldblquote Never,\rdblquote  she said", "“Never,” she said"),
        (r"\'93night\'94", "“night”"),
        (r"caf\'e9", "café"),
        (r"\u8217?s", "’s"),
        (r"\u8217\'92s", "’s"),
        (r"{\uc0\u8217}s", "’s"),
        (r"{\uc2\u27700\'90\'85}x", "水x"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u-10179?", "\ufffd"),
        (r"\u8211\endash x", "–x"),
        (r"{\f1\'cf\'f0}", "Пр"),
        (r"{\f2\'90\'85}", "水"),
        (r"a\~b\_c\-d", "a\u00a0b\u2011cd"),
        (r"\{a\\b\}", "{a\\b}"),
        ("a\r\nb", "ab"),
        (r"a\tab b\line c", "a\tb\nc"),
        (r"a\unknown5 b\*c", "abc"),
    ],
)
def test_characters_are_what_they_look_like(written, shown):
    assert words(written + r"\par") == shown


@pytest.mark.parametrize(
    ("page_word", "byte", "shown"),
    [("1251", "cf", "П"), ("932", "b1", "ｱ"), ("10000", "8e", "é"), ("9", "e9", "é")],
)
def test_the_documents_own_encoding_is_used(page_word, byte, shown):
    assert words(rf"\'{byte} x\par", head=rf"\ansicpg{page_word}") == f"{shown} x"


@pytest.mark.parametrize(
    "unseen",
    [
        r"{\v b}", r"{\deleted b}", r"{\*\unknown b}", r"{\header b}", r"{\footer b\par}", r"{\pict 0a0b}",
        r"{\*\annotation b}", r"{\xe b}", r"{\field{\*\fldinst PAGE b}}", r"{\*\bkmkstart b}",
        r"{\nonshppict{\pict 00}}",
        r"{\v{\b b}}", r"{\*\x{\footnote b}}",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_is_not_read(unseen):
    assert words(rf"a{unseen}c\par") == "ac"


def test_what_a_field_computes_is_shown():
    assert words(r"a {\field{\*\fldinst HYPERLINK x}{\fldrslt link}} b\par") == "a link b"


def test_hiding_ends_with_its_group_or_where_it_is_taken_back():
    assert words(r"{\v b}a\v b\v0 c\deleted d\plain e\par") == "ace"


def test_bytes_of_a_picture_are_passed_over_by_their_number():
    data = rtf(TITLE + r"a{\pict\bin5 XXXXX}b\par").replace(b"XXXXX", b"}{\\}}")
    assert blocks(data, ".rtf")[1:] == [("ab", "paragraph")]


def test_a_text_box_is_read_once_and_below_its_paragraph():
    shape = r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt \pard in the box\par}}{\shprslt again}}"
    assert words(rf"outside{shape} still\par") == "outside still|in the box"


def test_an_empty_cell_keeps_its_place_and_rows_end_without_a_word():
    body = r"\trowd\pard\intbl Mon\cell\cell high\cell\row\pard\intbl Tue\cell low\cell\pard " + RAIN + r"\par"
    assert seen(TITLE + body)[1:] == [
        ("Mon |  | high", "list item"),
        ("Tue | low", "list item"),
        (RAIN, "paragraph"),
    ]


def test_a_paragraph_set_in_from_both_margins_is_a_block_quotation():
    body = rf"{RAIN}\par\pard\li720\ri720 A wall.\par\pard\li720 Not one.\par"
    assert [kind for _, kind in seen(TITLE + body)[1:]] == ["paragraph", "block quotation", "paragraph"]


def test_the_last_paragraph_needs_no_end():
    assert words(RAIN) == RAIN


def test_without_any_heading_the_lines_show_what_they_are():
    found = seen(rf"The Long Quay\par By Mara Quell\par {RAIN}\par")
    assert [kind for _, kind in found] == ["title", "byline", "paragraph"]


def test_a_transcript_has_turns():
    found = seen(r"ODA BERN: One.\par MARA QUELL: Two.\par ODA BERN: Three.\par")
    assert [kind for _, kind in found] == ["turn"] * 3


def test_the_properties_give_title_and_author_and_no_date():
    head = r"{\info{\title The \u8220?Quay\u8221?}{\author Oda Bern}{\operator Typist}{\creatim\yr2019}}"
    assert stated(rtf(RAIN, head=head), ".rtf") == {
        "title": ("The “Quay”", "METADATA"),
        "author": ([{"literal": "Oda Bern"}], "METADATA"),
    }


@pytest.mark.parametrize("data", [b"", b"It rained.", b"\x89PNG", b"{\\urtf1 x}"])
def test_what_does_not_open_as_rtf_is_refused(data):
    with pytest.raises(SourceFormatError, match="does not open as Rich Text Format does"):
        page(data, ".rtf")


def test_a_document_that_is_cut_off_is_refused():
    with pytest.raises(SourceFormatError, match="ends within 2 open groups, so that the rest is missing"):
        page(rtf(rf"{RAIN}{{\b x")[:-1], ".rtf")


def test_what_stands_behind_the_document_is_not_read():
    assert "more" not in page(rtf(RAIN) + b" more {words", ".rtf").text


def test_nesting_has_a_bound():
    with pytest.raises(SourceFormatError, match=f"nests more than {limits.MAX_MARKUP_DEPTH:,} groups"):
        page(rtf("{" * 100_000 + "}" * 100_000), ".rtf")
