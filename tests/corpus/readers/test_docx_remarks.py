from __future__ import annotations

import io

import docx as python_docx
import pytest
from zipped import cites, docx, docx_parts, note, page, para, zipped

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
DELETED = '<w:del><w:r><w:delText xml:space="preserve">gone </w:delText></w:r></w:del>'
VANISH = "<w:vanish/>"


def told(*runs, **more):
    """Return what is told of a document with a paragraph of each of these runs' XML."""
    body = para("The Quay", "Title") + "".join(para(each) for each in runs) + para(RAIN)
    return list(page(docx(body, **more), ".docx").remarks)


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def drawn(inside, size=""):
    graphic = f"<graphic><graphicData>{inside}</graphicData></graphic>"
    return f'<w:r><w:drawing><inline xmlns="urn:drawing">{size}{graphic}</inline></w:drawing></w:r>'


def picture(width_mm, height_mm):
    return drawn("<pic/>", f'<extent cx="{width_mm * 36_000}" cy="{height_mm * 36_000}"/>')


def test_of_an_ordinary_document_nothing_is_told():
    body = (
        para("The Long Quay", "Title") + para("By Mara Quell") + para("Tides", "Heading1") + para(RAIN)
        + para("a rope", "ListBullet") + para(cites("footnote", 1, "It rained"))
        + f"<w:tbl><w:tr><w:tc>{para('Day')}</w:tc><w:tc>{para('Tide')}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    read = page(docx(body, footnotes=note("footnote", 1, "Stone by Stone.")), ".docx")
    assert read.remarks == ()


def test_of_what_another_program_writes_nothing_is_told():
    made = python_docx.Document()
    made.add_heading("The Long Quay", 0)
    made.add_paragraph(RAIN)
    made.add_paragraph("a rope", style="List Bullet")
    made.sections[0].header.paragraphs[0].text = "The Lowmere Papers"
    out = io.BytesIO()
    made.save(out)
    assert page(out.getvalue(), ".docx").remarks == ()


def test_comments_are_counted_where_they_are_made():
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    assert told(run("a") + comment) == ["1 comment was not read"]
    assert told(run("a") + comment + comment) == ["2 comments were not read"]


def test_a_comment_in_a_note_counts():
    commented = f'<w:footnote w:id="1">{para("<w:r><w:commentReference/></w:r>" + run("Stone."))}</w:footnote>'
    assert told(cites("footnote", 1, "x"), footnotes=commented) == ["1 comment was not read"]


def test_comments_that_nothing_in_the_text_shows_are_not_told():
    parts = docx_parts(para("Quay", "Title") + para(RAIN))
    parts["word/comments.xml"] = f"<w:x>{para('unseen')}</w:x>"
    assert page(zipped(parts), ".docx").remarks == ()


@pytest.mark.parametrize(
    ("inside", "remark"),
    [
        (drawn("<chart/>"), "1 chart was not read"),
        (drawn("<relIds/>"), "1 diagram was not read"),
        ("<w:r><w:object/></w:r>", "1 embedded object was not read"),
        ("<w:subDoc/>", "1 document that it takes in whole was not read"),
        ('<w:r><w:pict><textpath xmlns="urn:v"/></w:pict></w:r>', "1 piece of WordArt was not read"),
        ("<w:r><w:pict><w:object/></w:pict></w:r>", None),
        ('<chart xmlns="urn:other"/>', None),
    ],
)  # fmt: skip
def test_what_holds_words_of_its_own_is_told(inside, remark):
    assert told(inside) == ([remark] if remark else [])


def test_a_document_taken_in_between_paragraphs_is_told():
    body = para("Quay", "Title") + para(RAIN) + "<w:altChunk/><w:altChunk/>"
    assert page(docx(body), ".docx").remarks == ("2 documents that it takes in whole were not read",)


def test_the_second_form_of_a_thing_given_twice_is_not_counted():
    both = (
        f"<mc:AlternateContent><mc:Choice>{drawn('<chart/>')}</mc:Choice>"
        "<mc:Fallback><w:r><w:object/></w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert told(both) == ["1 chart was not read"]


@pytest.mark.parametrize(
    ("width", "height", "told_of"), [(170, 240, True), (240, 170, True), (60, 40, False), (180, 90, False)]
)
def test_a_picture_is_told_of_where_it_fills_a_page(width, height, told_of):
    assert told(picture(width, height)) == ["1 picture as large as a page was not read"] * told_of


@pytest.mark.parametrize(
    "size", ['<extent cx="" cy="x"/>', '<extent cx="²" cy="9"/>', f'<extent cx="{"9" * 5_000}"/>']
)
def test_a_size_that_is_none_is_no_page_s(size):
    assert told(drawn("<pic/>", size)) == []


def test_tracked_changes_are_told_as_they_were_taken():
    assert told(run("a ") + DELETED + f"<w:ins>{run('b')}</w:ins>", DELETED) == [
        "tracked changes are taken as accepted: words inserted in 1 place were read, "
        "words deleted in 2 places were not read"
    ]


def test_deletions_side_by_side_are_one_place():
    assert told(DELETED + DELETED + run("and") + DELETED) == [
        "tracked changes are taken as accepted: words deleted in 2 places were not read"
    ]


@pytest.mark.parametrize(
    "unchanged",
    [
        "<w:r><w:rPr><w:ins/></w:rPr><w:t>a</w:t></w:r>",
        "<w:del><w:r><w:tab/></w:r></w:del>",
        f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>",
    ],
)
def test_what_loses_or_adds_no_words_is_no_change_to_tell(unchanged):
    assert told(run("a") + unchanged) == []


def test_a_paragraphs_end_that_was_inserted_or_deleted_is_no_place_of_words():
    for end in ("<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>"):
        body = para("Quay", "Title") + para("It rained ", "", end) + para("all night.")
        assert page(docx(body), ".docx").remarks == ()


def test_hidden_words_are_counted_by_places():
    assert told(run("a") + run("b", VANISH) + run("c", VANISH) + run("d") + run("e", VANISH)) == [
        "hidden words in 2 places were not read"
    ]


@pytest.mark.parametrize(
    "shown", [run(" ", VANISH), run("a", '<w:vanish w:val="0"/>'), run("a", "<w:webHidden/>")]
)
def test_where_no_words_are_hidden_nothing_is_told(shown):
    assert told(shown) == []


def test_what_is_hidden_among_a_fields_instructions_is_not_told():
    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    index = char("begin") + run("XE walls", VANISH) + char("end")
    assert told(run("a") + index) == []


def test_a_field_that_never_ends_is_told_with_what_it_swallows():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    remark = "a field has no end, and words behind its beginning were not read"
    assert told(run("a") + begun + run("b")) == [remark]
    body = para("Quay", "Title") + para(RAIN) + para(begun)
    assert page(docx(body), ".docx").remarks == ()


def test_equations_are_read_and_said_to_be_flat():
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    equation = f"<m:oMath {space}><m:r><m:t>x=4</m:t></m:r></m:oMath>"
    assert told(run("a") + equation) == ["1 equation was read as signs in a row"]
    assert told(equation + equation) == ["2 equations were read as signs in a row"]


@pytest.mark.parametrize(("code", "count"), [("F0E0", 1), ("no", 1), ("2014", 0)])
def test_a_symbol_is_told_of_where_its_font_alone_knows_it(code, count):
    symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
    remark = "1 sign of a symbol font may not be shown as in the document"
    assert told(run("a") + symbol) == [remark] * count


def test_a_symbol_that_is_hidden_is_hidden_and_no_more():
    symbol = f'<w:r><w:rPr>{VANISH}</w:rPr><w:sym w:char="F0E0"/></w:r>'
    assert told(run("a") + symbol) == ["hidden words in 1 place were not read"]


def test_what_is_told_changes_no_word():
    runs = run("a") + DELETED + run("b", VANISH) + drawn("<chart/>") + run("c")
    read = page(docx(para("Quay", "Title") + para(runs)), ".docx")
    assert [b.of(read.text) for b in read.blocks] == ["Quay", "ac"]
    assert len(read.remarks) == 3
