from __future__ import annotations

import pytest
from zipped import blocks, epub, epub_parts, page, stated, xhtml, zipped

from corpus.errors import SourceFormatError

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
ENCRYPTED = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod Algorithm="{}"/>'
    '<e:CipherData><e:CipherReference URI="{}"/></e:CipherData></e:EncryptedData></encryption>'
)


def seen(*chapters, **more):
    return blocks(epub(*chapters, **more), ".epub")


def words(inside):
    """Return what is seen of a paragraph with this inside."""
    return "|".join(text for text, _ in seen(f"<h2>Tides</h2><p>{inside}</p>")[1:])


def linked(*chapters):
    """Return every block's words, the notes it cites, and its label if it is a note."""
    read = page(epub(*chapters), ".epub")
    return [(b.of(read.text), b.notes, b.label) for b in read.blocks]


def test_a_book_is_read_into_its_parts():
    one = (
        f"<h1>The Long Quay</h1><section><h2>Tides</h2><p>{RAIN}</p><blockquote><p>A wall.</p></blockquote>"
        "<ul><li>a rope</li><li><p>a lamp</p></li></ul>"
        "<figure><img alt='x'/><figcaption>Boats.</figcaption></figure>"
        "<table><tr><td>Day</td><td>Tide</td></tr></table></section>"
    )
    assert seen(one, "<h1>After</h1><p>It stopped.</p>", metadata="<dc:title>The Long Quay</dc:title>") == [
        ("The Long Quay", "title"),
        ("Tides", "heading"),
        (RAIN, "paragraph"),
        ("A wall.", "block quotation"),
        ("a rope", "list item"),
        ("a lamp", "list item"),
        ("Boats.", "caption"),
        ("Day | Tide", "list item"),
        ("After", "heading"),
        ("It stopped.", "paragraph"),
    ]


def test_chapters_come_in_the_order_of_the_spine_each_once():
    parts = epub_parts("<h1>A</h1><p>One.</p>", "<h1>B</h1><p>Two.</p>")
    spine = '<itemref idref="i2"/><itemref idref="i1" linear="no"/><itemref idref="i2"/>'
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace('<itemref idref="i1"/><itemref idref="i2"/>', spine)
    assert [text for text, _ in blocks(zipped(parts), ".epub")] == ["B", "Two.", "A", "One."]


def test_a_chapters_heading_is_not_the_books_title():
    read = stated(epub(f"<h1>Chapter 1</h1><p>{RAIN}</p>"), ".epub")
    assert "title" not in read
    assert seen(f"<h1>Chapter 1</h1><p>{RAIN}</p>")[0] == ("Chapter 1", "heading")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("It  <i>rained</i>\n all", "It rained all"),
        ("a<br/> b", "a\nb"),
        ("a&nbsp;b&mdash;c", "a\u00a0b—c"),
        ("a<script>x</script><span hidden='hidden'>x</span><span style='display: none'>x</span>b", "ab"),
        ("<ruby>水<rp>(</rp><rt>みず</rt></ruby>", "水"),
        ("a<svg><text>x</text></svg>b", "ab"),
        ("<a href='#x'>a <b>link</b></a> on", "a link on"),
        ("a<span>b<p>c</p></span>", "ab|c"),
    ],
)
def test_words_are_those_that_a_reader_sees(inside, shown):
    assert words(inside) == shown


def test_a_chapter_that_is_no_well_formed_xml_is_read_as_a_browser_reads_it():
    found = seen(f"<h2>Tides</h2><p>One.<br>Two &copy; <b>three<p>{RAIN}", "<h2>B</h2><p>Four.</p>")
    assert found == [
        ("Tides", "heading"),
        ("One.\nTwo © three", "paragraph"),
        (RAIN, "paragraph"),
        ("B", "heading"),
        ("Four.", "paragraph"),
    ]


def test_lines_of_preformatted_text_are_kept():
    assert seen("<h2>T</h2><pre>the tide\n  came in</pre>")[1] == ("the tide\n  came in", "paragraph")


def test_a_note_that_says_so_is_cited():
    body = '<h2>T</h2><p>It rained<a epub:type="noteref" href="#n">3</a>.</p>'
    body += '<aside id="n" epub:type="footnote"><p>Log.</p><p>More.</p></aside>'
    assert linked(body) == [("T", (), None), ("It rained[3].", ("3",), None), ("Log.\n\nMore.", (), "3")]


def test_a_note_in_another_chapter_is_found_by_its_raised_number_and_leads_back():
    text = '<h2>T</h2><p>It rained<sup><a id="r1" href="c2.xhtml#n1">1</a></sup>.</p>'
    notes = '<h2>Notes</h2><p id="n1"><a href="c1.xhtml#r1"><sup>1</sup></a> The log.</p><p>Not a note.</p>'
    assert linked(text, notes) == [
        ("T", (), None),
        ("It rained[1].", ("1",), None),
        ("Notes", (), None),
        ("1 The log.", (), "1"),
        ("Not a note.", (), None),
    ]


def test_chapters_that_number_their_notes_anew_keep_them_apart():
    chapter = '<h2>T</h2><p>a<a href="#n"><sup>1</sup></a> b</p><p id="n">{}</p>'
    found = linked(chapter.format("first"), chapter.format("second"))
    assert [f for f in found if f[1] or f[2]] == [
        ("a[1] b", ("1",), None),
        ("first", (), "1"),
        ("a[1] b", ("1 (2)",), None),
        ("second", (), "1 (2)"),
    ]


def test_a_note_cited_twice_is_one_note():
    body = '<p>a<a class="noteref" href="#n">*</a> b<a class="noteref" href="#n">*</a>.</p><p id="n">c</p>'
    assert linked(f"<h2>T</h2>{body}")[1:] == [("a[*] b[*].", ("*",), None), ("c", (), "*")]


def test_a_link_that_refers_to_no_note_stays_the_words_it_is():
    body = '<p>See <a href="#b">2</a> and <a class="note" href="#b">chapter 2</a>.</p><p id="b">Two.</p>'
    assert linked(f"<h2>T</h2>{body}")[1:] == [("See 2 and chapter 2.", (), None), ("Two.", (), None)]


def test_a_mark_whose_note_is_missing_is_no_note():
    assert linked('<h2>T</h2><p>a<a href="#gone"><sup>1</sup></a></p>')[1] == ("a[1]", (), None)


def test_the_printed_page_is_where_a_passage_begins():
    def turn(number):
        return f'<span epub:type="pagebreak" id="p{number}" title="{number}"/>'

    body = f"<h2>T</h2><p>zero</p>{turn(4)}<p>four {turn(5)}and on</p><p>five</p>"
    shown = '<div role="doc-pagebreak" aria-label="Page xii. "></div><p>twelve</p>'
    shown += '<span epub:type="pagebreak">13</span><p>x</p>'
    read = page(epub(body + shown), ".epub")
    found = [(b.of(read.text), b.page) for b in read.blocks[1:]]
    assert found == [("zero", None), ("four and on", "4"), ("five", "5"), ("twelve", "xii"), ("x", "13")]


@pytest.mark.parametrize(
    "chapter",
    ['<nav epub:type="toc"><p>Tides</p></nav>', '<section epub:type="copyright-page"><p>Tides</p></section>'],
)
def test_what_is_about_the_book_answers_nothing(chapter):
    assert seen(chapter, f"<h2>T</h2><p>{RAIN}</p>")[0] == ("Tides", "leftover")


def test_the_guide_of_version_2_and_the_contents_of_version_3_say_the_same_of_whole_files():
    guide = '<reference type="copyright-page" href="text/c1.xhtml#top"/>'
    found = seen("<p>© Lantern Press</p>", "<h2>Tides</h2>", f"<h2>T</h2><p>{RAIN}</p>", guide=guide, nav=2)
    assert [kind for _, kind in found] == ["leftover", "leftover", "heading", "paragraph"]


def test_a_block_quotation_may_be_one_by_its_class():
    assert seen('<h2>T</h2><p class="first extract">A wall.</p>')[1][1] == "block quotation"


def test_the_package_states_the_citation():
    metadata = (
        '<dc:title id="s">A Tale</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:title id="t">The Long  Quay</dc:title><meta refines="#t" property="title-type">main</meta>'
        '<dc:creator id="c">Oda Bern</dc:creator><meta refines="#c" property="role">aut</meta>'
        '<dc:creator opf:role="edt">Mara Quell</dc:creator><dc:contributor>Anselm Dray</dc:contributor>'
        '<dc:contributor opf:role="trl">Josef Lind</dc:contributor>'
        '<dc:contributor opf:role="bkp">calibre</dc:contributor>'
        "<dc:publisher>Lantern Press</dc:publisher><dc:language>en</dc:language>"
        "<dc:date>2019-06-14T00:00:00+00:00</dc:date><dc:identifier>urn:isbn:9780306406157</dc:identifier>"
    )
    assert stated(epub(f"<h1>The Long Quay</h1><p>{RAIN}</p>", metadata=metadata), ".epub") == {
        "title": ("The Long Quay", "METADATA"),
        "author": ([{"literal": "Oda Bern"}], "METADATA"),
        "editor": ([{"literal": "Mara Quell"}], "METADATA"),
        "translator": ([{"literal": "Josef Lind"}], "METADATA"),
        "publisher": ("Lantern Press", "METADATA"),
        "language": ("en", "METADATA"),
        "issued": ({"date-parts": [[2019, 6, 14]]}, "METADATA"),
        "ISBN": ("9780306406157", "METADATA"),
    }


@pytest.mark.parametrize(
    "metadata",
    [
        '<dc:date opf:event="modification">2019-01-01</dc:date>',
        '<dc:date opf:event="creation">2019</dc:date>',
        '<meta property="dcterms:modified">2019-01-01T00:00:00Z</meta>',
        "<dc:date>0101-01-01T00:00:00+00:00</dc:date>",
        "<dc:date>soon</dc:date>",
        "<dc:identifier>urn:uuid:9780306406157</dc:identifier>",
        '<dc:creator opf:role="bkp">calibre</dc:creator>',
        "<dc:title> </dc:title>",
    ],
)
def test_what_states_no_citation_states_none(metadata):
    assert stated(epub(f"<h2>T</h2><p>{RAIN}</p>", metadata=metadata), ".epub") == {}


def test_a_book_locked_by_rights_management_is_named_as_such():
    locked = ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/c1.xhtml")
    parts = epub_parts(f"<p>{RAIN}</p>") | {"META-INF/encryption.xml": locked}
    with pytest.raises(SourceFormatError, match="locked by rights management"):
        page(zipped(parts), ".epub")


def test_fonts_that_are_scrambled_lock_nothing():
    scrambled = ENCRYPTED.format("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")
    parts = epub_parts(f"<h2>T</h2><p>{RAIN}</p>") | {"META-INF/encryption.xml": scrambled}
    assert blocks(zipped(parts), ".epub")[1] == (RAIN, "paragraph")


@pytest.mark.parametrize(
    ("name", "content", "match"),
    [
        ("META-INF/container.xml", "<container/>", "does not say where its list of chapters is"),
        ("META-INF/container.xml", "<container>", "is damaged in 'META-INF/container.xml'"),
        ("OEBPS/book.opf", "<package/>", "names no chapter"),
        ("OEBPS/text/c1.xhtml", None, "has no part 'OEBPS/text/c1.xhtml'"),
        ("OEBPS/text/c1.xhtml", "<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>", "declares types of its own"),
        ("OEBPS/text/c1.xhtml", xhtml("<div>" * 100_000), "nests more than 1,000 elements"),
        ("OEBPS/text/c1.xhtml", "<p>a<br>" + "<div>" * 2_000, "nests more than"),
    ],
)
def test_a_book_that_breaks_its_rules_is_refused(name, content, match):
    parts = epub_parts(f"<p>{RAIN}</p>") | {name: content}
    with pytest.raises(SourceFormatError, match=match):
        page(zipped({key: part for key, part in parts.items() if part is not None}), ".epub")
