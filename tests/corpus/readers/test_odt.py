from __future__ import annotations

import pytest
from zipped import blocks, odt, odt_parts, page, stated, zipped

from corpus.errors import SourceFormatError

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
TITLE = '<text:h text:outline-level="1">The Quay</text:h>'


def seen(body, **more):
    return blocks(odt(body, **more), ".odt")


def words(inside, **more):
    """Return what is seen of a paragraph with this inside."""
    return "|".join(text for text, _ in seen(f"{TITLE}<text:p>{inside}</text:p>", **more)[1:])


def style(name, family="paragraph", parent="", inside=""):
    based = f'style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}" {based}>{inside}</style:style>'


def styled(name, text):
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def note(mark, *paragraphs):
    inside = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
    cited = f"<text:note-citation>{mark}</text:note-citation>"
    return f"<text:note>{cited}<text:note-body>{inside}</text:note-body></text:note>"


def test_a_document_is_read_into_its_parts():
    named = style("Title") + style("Quotations") + style("Caption") + style("Figure", parent="Caption")
    own = style("P1", parent="Quotations")
    body = (
        styled("Title", "The Long Quay") + "<text:p>By Mara Quell</text:p>"
        + '<text:h text:outline-level="2">Tides</text:h>'
        + f"<text:p>{RAIN}</text:p>" + styled("P1", "A lost wall.")
        + "<text:list><text:list-item><text:p>a rope</text:p></text:list-item></text:list>"
        + styled("Figure", "Boats at rest.")
        + "<table:table><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell>"
        + "<table:table-cell><text:p>Tide</text:p></table:table-cell></table:table-row></table:table>"
    )  # fmt: skip
    assert seen(body, named=named, styles=own) == [
        ("The Long Quay", "title"),
        ("By Mara Quell", "byline"),
        ("Tides", "heading"),
        (RAIN, "paragraph"),
        ("A lost wall.", "block quotation"),
        ("a rope", "list item"),
        ("Boats at rest.", "caption"),
        ("Day | Tide", "list item"),
    ]


def test_a_note_keeps_its_mark_and_its_words_come_last():
    read = page(odt(f"{TITLE}<text:p>It rained{note('1', 'Stone.', 'More.')}.</text:p><text:p>x</text:p>"), ".odt")
    assert [b.of(read.text) for b in read.blocks[1:]] == ["It rained[1].", "x", "Stone.\n\nMore."]
    assert [(b.notes, b.label) for b in read.blocks[1:]] == [(("1",), None), ((), None), ((), "1")]


def test_a_note_in_a_list_in_a_table_and_one_that_is_empty():
    cell = f"<table:table-cell><text:p>a{note('2', 'b')}</text:p></table:table-cell>"
    table = f"<table:table-row>{cell}</table:table-row>"
    item = f"<text:list-item><text:p>c{note('3', 'd')}{note('4', '')}</text:p></text:list-item>"
    listed = f"<text:list>{item}</text:list>"
    assert seen(TITLE + table + listed)[1:] == [
        ("a[2]", "paragraph"),
        ("c[3]", "list item"),
        ("b", "note"),
        ("d", "note"),
    ]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("a   b\n\t c", "a b c"),
        ("a <text:span> b</text:span>", "a b"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ('a<text:s text:c="x"/>b', "a b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a<text:soft-page-break/>b", "ab"),
        ("<text:a>link</text:a> <text:page-number>4</text:page-number>", "link 4"),
    ],
)
def test_blanks_are_as_the_format_has_them(inside, shown):
    assert words(inside) == shown


def test_a_run_of_blanks_has_a_bound():
    assert len(words('a<text:s text:c="999999"/>b')) < 200


@pytest.mark.parametrize(
    "unseen",
    [
        "<office:annotation><text:p>b</text:p></office:annotation>",
        "<text:ruby><text:ruby-text>b</text:ruby-text></text:ruby>",
        '<text:hidden-text text:is-hidden="true">b</text:hidden-text>',
        "<draw:frame><svg:title>b</svg:title><svg:desc>b</svg:desc></draw:frame>",
        '<text:span text:style-name="T1">b</text:span>',
    ],
)
def test_what_a_reader_does_not_see_is_not_read(unseen):
    hidden = style("T1", "text", inside='<style:text-properties text:display="none"/>')
    assert words(f"a{unseen}c", styles=hidden) == "ac"


def test_hidden_paragraphs_and_sections_are_not_read():
    hidden = '<text:p>a<text:hidden-paragraph text:is-hidden="true"/></text:p>'
    section = '<text:section text:display="none"><text:p>b</text:p></text:section>'
    shown = '<text:p>c<text:hidden-paragraph text:is-hidden="false"/></text:p>'
    assert seen(TITLE + hidden + section + shown)[1:] == [("c", "paragraph")]


def test_a_headers_style_of_the_same_name_hides_nothing():
    hidden = style("P1", inside='<style:text-properties text:display="none"/>')
    assert seen(TITLE + styled("P1", RAIN), named=hidden, styles=style("P1"))[1] == (RAIN, "paragraph")


def test_tracked_deletions_are_not_read():
    region = "<text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
    changes = f"<text:tracked-changes>{region}</text:tracked-changes>"
    assert seen(changes + TITLE + f"<text:p>{RAIN}</text:p>")[1:] == [(RAIN, "paragraph")]


def test_a_contents_list_answers_nothing():
    entries = "<text:index-body><text:p>Tides 4</text:p></text:index-body>"
    index = f"<text:table-of-content>{entries}</text:table-of-content>"
    assert seen(TITLE + index + f"<text:p>{RAIN}</text:p>")[1:] == [("Tides 4", "leftover"), (RAIN, "paragraph")]


def test_a_text_box_is_read_below_its_paragraph():
    box = "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>"
    assert words(f"outside{box} still") == "outside still|in the box"


def test_a_paragraph_set_in_from_both_margins_is_a_block_quotation():
    inset = style("P2", inside='<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="0.5in"/>')
    left = style("P3", inside='<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="0cm"/>')
    body = TITLE + f"<text:p>{RAIN}</text:p>" + styled("P2", "A wall.") + styled("P3", "Not one.")
    assert [kind for _, kind in seen(body, styles=inset + left)[1:]] == [
        "paragraph",
        "block quotation",
        "paragraph",
    ]


def test_styles_that_are_based_on_each_other_end():
    loop = style("A", parent="B") + style("B", parent="A")
    assert seen(TITLE + styled("A", RAIN), styles=loop)[1] == (RAIN, "paragraph")


def test_the_first_author_is_the_author_and_no_date_of_the_file_is_taken():
    meta = (
        "<dc:title>Quay</dc:title><meta:initial-creator>Oda Bern</meta:initial-creator>"
        "<dc:creator>Typist</dc:creator><dc:date>2019-01-01</dc:date>"
        "<meta:creation-date>2018-01-01</meta:creation-date>"
    )
    assert stated(odt(f"<text:p>{RAIN}</text:p>", meta=meta), ".odt") == {
        "title": ("Quay", "METADATA"),
        "author": ([{"literal": "Oda Bern"}], "METADATA"),
    }


def test_a_document_under_a_password_is_named_as_such():
    manifest = "<m:manifest xmlns:m='urn:x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    parts = odt_parts(f"<text:p>{RAIN}</text:p>") | {"META-INF/manifest.xml": manifest}
    with pytest.raises(SourceFormatError, match="is under a password"):
        page(zipped(parts), ".odt")


def test_a_zip_file_without_content_is_refused():
    with pytest.raises(SourceFormatError, match=r"has no part 'content\.xml'; expected an OpenDocument text"):
        page(zipped({"mimetype": "x"}), ".odt")
