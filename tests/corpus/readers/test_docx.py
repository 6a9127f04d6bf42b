from __future__ import annotations

import io

import docx as python_docx
import pytest
from zipped import blocks, cites, docx, docx_parts, note, page, para, stated, zipped

from corpus.errors import SourceFormatError
from corpus.readers.build import read_here

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def seen(body, **more):
    return blocks(docx(body, **more), ".docx")


def words(runs, **more):
    """Return what is seen of a paragraph of these runs."""
    return "|".join(text for text, _ in seen(para("The Quay", "Title") + para(runs), **more)[1:])


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_document_is_read_into_its_parts():
    body = (
        para("The Long Quay", "Title") + para("By Mara Quell") + para("June 14, 2019") + para("Tides", "Heading1")
        + para(RAIN) + para("A hurried wall is a lost wall.", "Quote") + para("a rope", "", ITEM.format(1))
        + para("Boats at rest.", "Caption") + f"<w:tbl>{row(para('Day'), para('Tide'))}</w:tbl>"
    )  # fmt: skip
    assert seen(body) == [
        ("The Long Quay", "title"),
        ("By Mara Quell", "byline"),
        ("June 14, 2019", "date"),
        ("Tides", "heading"),
        (RAIN, "paragraph"),
        ("A hurried wall is a lost wall.", "block quotation"),
        ("a rope", "list item"),
        ("Boats at rest.", "caption"),
        ("Day | Tide", "list item"),
    ]


def test_a_footnote_is_cited_where_it_stands_and_its_words_come_last():
    body = para("Quay", "Heading1") + para(cites("footnote", 7, "It rained") + run(".")) + para(RAIN)
    data = docx(body, footnotes=note("footnote", 7, "Stone by Stone.", "And more."))
    read = page(data, ".docx")
    assert read.blocks[1].of(read.text) == "It rained[1]."
    assert [b.notes for b in read.blocks] == [(), ("1",), (), ()]
    assert (read.blocks[3].label, read.blocks[3].of(read.text)) == ("1", "Stone by Stone.\n\nAnd more.")


def test_notes_are_numbered_as_they_are_cited_and_endnotes_by_roman_numerals():
    runs = cites("footnote", 9, "a") + cites("endnote", 4, "b") + cites("footnote", 2, "c")
    notes = note("footnote", 2, "two") + note("footnote", 9, "nine")
    found = seen(para("Quay", "Title") + para(runs), footnotes=notes, endnotes=note("endnote", 4, "end"))
    assert found[1:] == [("a[1]b[i]c[2]", "paragraph"), ("nine", "note"), ("end", "note"), ("two", "note")]


@pytest.mark.parametrize(("style", "label"), [("lowerLetter", "a"), ("upperRoman", "I"), ("decimal", "1")])
def test_the_settings_say_how_notes_are_numbered(style, label):
    settings = f'<w:footnotePr><w:numFmt w:val="{style}"/></w:footnotePr>'
    assert (
        words(cites("footnote", 1, "x"), footnotes=note("footnote", 1, "y"), settings=settings) == f"x[{label}]|y"
    )


def test_a_note_with_a_mark_of_its_own_keeps_it():
    runs = run("x") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>' + run("y")
    assert words(runs, footnotes=note("footnote", 1, "z")) == "x[*]y|z"


def test_the_lines_that_part_notes_from_text_are_no_notes():
    notes = f'<w:footnote w:type="separator" w:id="1">{para("line")}</w:footnote>'
    assert words(cites("footnote", 1, "x"), footnotes=notes) == "x"


def test_tracked_insertions_are_shown_and_deletions_are_not():
    inserted, deleted = f"<w:ins>{run('new')}</w:ins>", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    assert words(run("a ") + inserted + deleted) == "a new"


def test_words_moved_away_are_read_where_they_went():
    assert words(f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>") == "here"


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next():
    body = para("The Quay", "Title") + para("It rained ", "", "<w:rPr><w:del/></w:rPr>") + para("all night.")
    assert seen(body)[1:] == [("It rained all night.", "paragraph")]


def test_properties_as_they_were_before_a_change_say_nothing():
    changed = '<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    assert seen(para("Quay", "Title") + para(RAIN, "", changed))[1] == (RAIN, "paragraph")


def test_hidden_words_are_not_read():
    styles = '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    runs = (
        run("a")
        + run("b", "<w:vanish/>")
        + run("c", '<w:vanish w:val="0"/>')
        + run("d", '<w:rStyle w:val="Hid"/>')
    )
    assert words(runs, styles=styles) == "ac"


def test_comments_headers_and_footers_are_not_read():
    parts = docx_parts(para("Quay", "Title") + para(RAIN + " "))
    for name in ("comments", "header1", "footer1"):
        parts[f"word/{name}.xml"] = f"<w:x>{para('unseen')}</w:x>"
    assert "unseen" not in page(zipped(parts), ".docx").text


def test_what_a_field_computes_is_shown_and_its_instructions_are_not():
    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = char("begin") + run("INNER") + char("separate") + run("x") + char("end")
    runs = char("begin") + run("IF ") + inner + char("separate") + run("shown") + char("end") + run(" after")
    assert words(runs) == "shown after"


def test_tabs_breaks_and_hyphens_are_the_characters_they_look_like():
    signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    assert words(signs) == "a\tb\nc\u2011d"


def test_a_tab_stop_among_the_properties_is_no_tab():
    assert seen(para("Quay", "Title") + para("x", "", "<w:tabs><w:tab/></w:tabs>"))[1][0] == "x"


@pytest.mark.parametrize(
    ("code", "shown"), [("2014", "—"), ("F0E0", "\ufffd"), ("no", "\ufffd"), ("FFFFFFFFF", "\ufffd")]
)
def test_a_symbol_is_shown_or_marked_as_one_that_cannot_be(code, shown):
    assert words(run("a") + f'<w:r><w:sym w:font="W" w:char="{code}"/></w:r>') == f"a{shown}"


def test_a_text_box_is_read_once_and_below_its_paragraph():
    box = f"<w:txbxContent>{para('in the box')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert words(f"<w:r><w:t>outside</w:t>{both}</w:r>") == "outside|in the box"


def test_content_controls_links_and_formulas_hold_words_too():
    runs = f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt><w:hyperlink>{run('b')}</w:hyperlink>"
    math = '<m:r xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:t>c</m:t></m:r>'
    assert words(runs + math) == "abc"


def test_a_table_that_lays_out_running_text_reads_as_its_paragraphs():
    table = f"<w:tbl>{row(para(RAIN) + para('It stopped.'), para('Aside.'))}</w:tbl>"
    assert [kind for _, kind in seen(para("Quay", "Title") + table)[1:]] == ["paragraph"] * 3


def test_an_empty_cell_keeps_its_place_and_a_single_one_is_a_paragraph():
    table = f"<w:tbl>{row(para('Mon'), '<w:p/>', para('high'))}{row(para(RAIN))}</w:tbl>"
    assert seen(para("Quay", "Title") + table)[1:] == [("Mon |  | high", "list item"), (RAIN, "paragraph")]


def test_a_list_item_needs_a_list():
    body = para("Quay", "Title") + para("one", "ListBullet") + para("two", "ListParagraph")
    body += para("three", "ListParagraph", ITEM.format(4)) + para("four", "ListBullet", ITEM.format(0))
    assert [kind for _, kind in seen(body)[1:]] == ["list item", "paragraph", "list item", "paragraph"]


def test_a_style_is_what_it_is_based_on():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Quote"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Out"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = para("Quay", "Title") + para("a", "Mine") + para("b", "Loop") + para("c", "Out") + para("d", "Unknown")
    kinds = [kind for _, kind in seen(body, styles=styles)[1:]]
    assert kinds == ["block quotation", "paragraph", "heading", "paragraph"]


def test_a_paragraph_set_in_from_both_margins_is_a_block_quotation_where_most_are_not():
    inset = '<w:ind w:left="720" w:right="720"/>'
    body = para("Quay", "Title") + para("Anselm Dray wrote:") + para("A wall.", "", inset) + para(RAIN)
    assert [kind for _, kind in seen(body)] == ["title", "paragraph", "block quotation", "paragraph"]
    assert [kind for _, kind in seen(para("Quay", "Title") + para(RAIN, "", inset))] == ["title", "paragraph"]


def test_a_contents_list_answers_nothing():
    assert seen(para("Quay", "Title") + para("Tides\t4", "TOC1") + para(RAIN))[1] == ("Tides\t4", "leftover")


def test_without_any_heading_the_lines_show_what_they_are():
    body = para("The Long Quay") + para("By Mara Quell") + para(RAIN) + para("After the Rain") + para(RAIN)
    assert [kind for _, kind in seen(body)] == ["title", "byline", "paragraph", "heading", "paragraph"]


def test_notes_typed_by_hand_are_found_as_in_plain_text():
    read = page(docx(para("The Quay", "Title") + para("It rained.[1]") + para("[1] The log.")), ".docx")
    assert [(b.kind.value, b.label, b.notes) for b in read.blocks[1:]] == [
        ("paragraph", None, ("1",)),
        ("note", "1", ()),
    ]


def test_a_transcript_has_turns(tmp_path):
    path = tmp_path / "a.docx"
    turns = ("ODA BERN: One.", "MARA QUELL: Two.", "ODA BERN: Three.")
    path.write_bytes(docx("".join(para(turn) for turn in turns)))
    assert [p.speakers for p in read_here(path).documents[0].passages] == [
        ("ODA BERN",),
        ("MARA QUELL",),
        ("ODA BERN",),
    ]


def test_what_is_printed_comes_before_the_files_properties():
    core = "<dc:title>Template 3</dc:title><dc:creator>Typist</dc:creator><dc:language>en-GB</dc:language>"
    found = stated(docx(para("The Quay", "Title") + para("By Mara Quell") + para(RAIN), core=core), ".docx")
    assert found == {
        "title": ("The Quay", "TEXT"),
        "author": ([{"literal": "Mara Quell"}], "TEXT"),
        "language": ("en-GB", "METADATA"),
    }


def test_the_properties_say_what_nothing_printed_says():
    core = "<dc:title>The Quay</dc:title><dc:creator>Oda Bern; Mara Quell</dc:creator>"
    assert stated(docx(para(RAIN), core=core), ".docx") == {
        "title": ("The Quay", "METADATA"),
        "author": ([{"literal": "Oda Bern"}, {"literal": "Mara Quell"}], "METADATA"),
    }


@pytest.mark.parametrize("name", ["python-docx", "Microsoft Office User", "Admin", " "])
def test_a_program_is_no_author(name):
    assert "author" not in stated(docx(para(RAIN), core=f"<dc:creator>{name}</dc:creator>"), ".docx")


def test_when_the_file_was_made_is_no_date_of_the_document():
    core = '<x:created xmlns:x="http://purl.org/dc/terms/">2019-01-01T00:00:00Z</x:created><dc:date>2019</dc:date>'
    assert stated(docx(para(RAIN), core=core), ".docx") == {}


def test_the_strict_form_of_the_format_is_read():
    parts = {
        name: str(part).replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in docx_parts(para("Quay", "Title") + para(RAIN)).items()
    }  # fmt: skip
    assert blocks(zipped(parts), ".docx") == [("Quay", "title"), (RAIN, "paragraph")]


def test_a_zip_file_that_is_no_word_document_is_refused():
    with pytest.raises(SourceFormatError, match=r"has no part 'word/document\.xml'"):
        page(zipped({"a.txt": "x"}), ".docx")


def test_what_another_program_writes_is_read():
    made = python_docx.Document()
    made.add_heading("The Long Quay", 0)
    made.add_heading("Tides", 1)
    made.add_paragraph(RAIN)
    made.add_paragraph("a rope", style="List Bullet")
    made.add_paragraph("A hurried wall.", style="Intense Quote")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Mon", "high"
    out = io.BytesIO()
    made.save(out)
    assert blocks(out.getvalue(), ".docx") == [
        ("The Long Quay", "title"),
        ("Tides", "heading"),
        (RAIN, "paragraph"),
        ("a rope", "list item"),
        ("A hurried wall.", "block quotation"),
        ("Mon | high", "list item"),
    ]
    assert list(stated(out.getvalue(), ".docx")) == ["title"]
