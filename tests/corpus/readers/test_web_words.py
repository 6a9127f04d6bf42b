from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from web_pages import BOATS, LAMPS, OPEN, keeps_its_promises, page, read, said
from web_soup import body, laid

from corpus.errors import SourceEmptyError
from corpus.readers.page_words import Words


def dom_words(source):
    """Return all characters of a page that are no blanks, by lxml's own words; scripts and comments have none."""
    root = html.document_fromstring(source)
    for gone in [*root.iter("script", "head"), *root.iter(html.etree.Comment)]:
        gone.drop_tree()
    return bare(root.text_content())


def bare(words):
    """Return words without blanks, and without the brackets that part a note's mark from its word."""
    return re.sub(r"[\s\[\]]+", "", words)


@given(body())
def test_the_blocks_are_the_pages_words_all_of_them_in_order(source):
    cells = "".join(bare(words.replace(" | ", "")) for words in laid(source))
    assert cells == dom_words(source)


@settings(max_examples=25)
@given(body())
def test_the_words_of_each_block_are_a_run_of_the_pages_own(source):
    html_page = page(f"<article><h1>Open</h1><p>{OPEN}</p>{source}<p>{LAMPS}</p></article>")
    read_page = read(html_page)
    keeps_its_promises(read_page)
    whole, at = dom_words(html_page), 0
    for block in read_page.blocks:
        words = bare(block.of(read_page.text).replace(" | ", ""))
        assert words in whole[at:]
        at = whole.index(words, at) + len(words)


@settings(max_examples=25)
@given(body())
def test_no_paragraph_between_two_of_the_article_is_lost(source):
    read_page = read(page(f"<article><h1>Open</h1><p>{OPEN}</p>{source}<p>{LAMPS}</p></article>"))
    whole = bare(read_page.text.replace(" | ", ""))
    assert all(bare(words.strip().replace(" | ", "")) in whole for words in laid(source) if words.strip())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>The  <b>har</b>bour \n is<em> open</em> .</p>", ["The harbour is open ."]),
        ("<p>One<br>Two <br> Three</p>", ["One\nTwo\nThree"]),
        ("<p>One<br><br>Two</p>", ["One", "Two"]),
        ("<pre>One\n  two</pre>", ["One\n  two"]),
        ("<p>A\xa0 b</p>", ["A\xa0 b"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<a href='/x'><p>One</p><p>Two</p></a>", ["One", "Two"]),
        ("<p>She said <q>it is <q>open</q> now</q>.</p>", ["She said “it is ‘open’ now”."]),
        ("<p>10<sup>2</sup> boats, H<sub>2</sub>O</p>", ["102 boats, H2O"]),
        ("<p>Open<span class='sr-only'>(new window)</span><button>Share</button></p>", ["Open"]),
        ("<ruby>漢<rt>kan</rt></ruby>", ["漢"]),
        ("<div><template shadowrootmode='open'><p>Shown</p></template></div>", ["Shown"]),
        ("<template><p>Not shown</p></template><p>Shown</p>", ["Shown"]),
        ("<dialog><p>Closed</p></dialog><dialog open><p>Open</p></dialog>", ["Open"]),
        ("<details><summary>More</summary><p>All of it</p></details>", ["More", "All of it"]),
        ("<noscript><p>Turn it on</p></noscript><p>On</p>", ["On"]),
    ],
)
def test_words_stand_as_a_browser_shows_them(source, words):
    assert [w.strip() for w in laid(source)] == words


@pytest.mark.parametrize(
    ("source", "words", "notes"),
    [
        ('<p>Open<sup><a href="#n">1</a></sup>.</p><p id="n">Act.</p>', "Open[1].", ("1",)),
        ('<p>Open<a href="#n"><sup>[1]</sup></a>.</p><p id="n">Act.</p>', "Open[1].", ("1",)),
        ('<p>Open<a role="doc-noteref" href="#n">*</a>.</p><p id="n">Act.</p>', "Open[*].", ("*",)),
        ('<p>Open<a class="footnote-ref" href="#n">2</a>.</p><p id="n">Act.</p>', "Open[2].", ("2",)),
        ('<p>Open<sup><a href="#n">1 </a></sup>now.</p><p id="n">Act.</p>', "Open[1] now.", ("1",)),
        ('<p>Open<sup><a href="https://quay.example/a#n">1</a></sup>.</p><p id="n">Act.</p>', "Open[1].", ("1",)),
        ('<p>Open<sup><a href="https://quay.example/a#m">1</a></sup>.</p><p id="n">Act.</p>', "Open1.", ()),
        ('<p>Open<sup><a href="/other">1</a></sup>.</p>', "Open1.", ()),
        ('<p>See <a href="#n">12</a>.</p><p id="n">Act.</p>', "See 12.", ()),
        ('<p>Open<sup>1</sup>.</p><p id="n">Act.</p>', "Open1.", ()),
        ('<p>Open<sup><a href="#n">the act of 1902</a></sup>.</p><p id="n">Act.</p>', "Openthe act of 1902.", ()),
    ],
)
def test_a_notes_mark_is_parted_from_its_word_only_where_it_is_a_reference(source, words, notes):
    first = Words().follow(html.document_fromstring(source))[0].para
    assert (first.words, first.notes) == (words, notes)


def test_a_note_loses_the_arrow_that_leads_back_and_keeps_its_words():
    body = (
        f'<p>{OPEN}<sup id="r1"><a href="#n1">1</a></sup></p><p>{LAMPS}<sup id="r2"><a href="#n2">2</a></sup></p>'
        '<ol><li id="n1">The act. <a href="#r1">↩</a></li>'
        '<li id="n2"><p>The log, <a href="#r2">page 4</a>.</p><p>It is lost.</p></li></ol>'
    )
    assert said(read(page(f"<article>{body}</article>")), "note") == [
        "The act.",
        "The log, page 4.\n\nIt is lost.",
    ]


def test_a_reference_without_its_note_cites_nothing():
    read_page = read(page(f'<article><p>{OPEN}<sup><a href="#gone">1</a></sup></p><p>{LAMPS}</p></article>'))
    assert said(read_page, "paragraph")[0] == f"{OPEN}[1]"
    assert not any(b.notes for b in read_page.blocks)


def test_layout_tables_hold_paragraphs_and_others_rows():
    layout = f"<table><tr><td><p>{OPEN}</p><p>{LAMPS}</p></td><td>Aside</td></tr></table>"
    assert laid(layout) == [OPEN, LAMPS, "Aside"]
    assert laid("<table><tr><td>1</td><td></td><td>3</td></tr></table>") == ["1 |  | 3"]


def test_a_pull_quotation_that_trafilatura_passes_over_answers_nothing():
    aside = f'<aside class="pullquote"><p>{BOATS}</p></aside>'
    read_page = read(page(f"<article><p>{OPEN}</p>{aside}<p>{BOATS}</p><p>{LAMPS}</p></article>"))
    assert [b.kind.answers for b in read_page.blocks if b.of(read_page.text) == BOATS] == [False, True]


def test_words_that_look_like_our_own_marks_are_words():
    braille = "Braille: ⠠⠓⠑⠇⠇⠕ ⠺⠕⠗⠇⠙ is how they write it."
    assert (
        said(read(page(f"<article><p>{OPEN}</p><p>{braille}</p><p>{LAMPS}</p></article>")), "paragraph")[1]
        == braille
    )


@settings(max_examples=12)
@given(st.integers(1, 30))
def test_an_article_of_any_length_is_whole(count):
    paragraphs = [f"Boat number {n} pays nothing at all, said Sanna Veld." for n in range(count)]
    source = "".join(f"<p>{words}</p>" for words in paragraphs)
    try:
        assert said(read(page(f"<article>{source}</article>")), "paragraph") == paragraphs
    except SourceEmptyError:
        pytest.fail("an article was not found")
