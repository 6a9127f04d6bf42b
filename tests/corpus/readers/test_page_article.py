from __future__ import annotations

import pytest
from lxml import html
from web_pages import BOATS, LAMPS, OPEN

from corpus.model import BlockKind
from corpus.readers.page_article import article
from corpus.readers.page_words import Words


def pieces_of(source):
    words = Words()
    return words.follow(html.document_fromstring(source)), words.labels


def found(source, chosen=(), title=None):
    """Return the article's paragraphs as kinds and words; ``chosen`` are those whose stretches are chosen."""
    pieces, labels = pieces_of(source)
    stretches = {s for piece in pieces if piece.para.words.strip() in chosen for s in piece.stretches}
    one = article(pieces, frozenset(stretches), labels, title)
    return one and [(para.kind, para.words.strip()) for para in one.paras]


def voices(source):
    pieces, labels = pieces_of(source)
    one = article(pieces, frozenset(), labels, None)
    return [
        voice and (voice.name, voice.role)
        for para, voice in zip(one.paras, one.voices, strict=True)
        if para.kind is BlockKind.QUOTE
    ]


P, Q, H = BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING
TITLE, LEFTOVER, NOTE = BlockKind.TITLE, BlockKind.LEFTOVER, BlockKind.NOTE


def test_what_is_chosen_is_the_article_and_nothing_behind_it():
    source = f"<div><p>{OPEN}</p><p>{LAMPS}</p></div><div><p>{BOATS}</p></div>"
    assert found(source, {OPEN, LAMPS}) == [(P, OPEN), (P, LAMPS)]


def test_a_paragraph_beside_chosen_ones_is_the_articles_too():
    source = f"<div><p>{OPEN}</p><p>“No.”</p><p>{LAMPS}</p><p>So it was.</p></div>"
    assert found(source, {OPEN, LAMPS}) == [(P, OPEN), (P, "“No.”"), (P, LAMPS), (P, "So it was.")]


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>{}</p></div>",
        "<aside><p>{}</p></aside>",
        '<p class="newsletter">{}</p>',
        '<p><a href="/x">{}</a></p>',
    ],
)
def test_a_box_between_chosen_paragraphs_is_a_leftover(box):
    source = f"<div><p>{OPEN}</p>{box.format(BOATS)}<p>{LAMPS}</p></div>"
    assert found(source, {OPEN, LAMPS}) == [(P, OPEN), (LEFTOVER, BOATS), (P, LAMPS)]


@pytest.mark.parametrize(
    "box", ["<nav>{}</nav>", '<div role="search">{}</div>', '<div id="comments"><p>{}</p></div>']
)
def test_what_is_for_getting_about_is_not_in_the_text(box):
    assert found(f"<div><p>{OPEN}</p>{box.format('Boats')}<p>{LAMPS}</p></div>", {OPEN, LAMPS}) == [
        (P, OPEN),
        (P, LAMPS),
    ]


def test_words_that_are_chosen_are_taken_out_of_a_box_of_any_name():
    source = f'<div class="promo"><p>{OPEN}</p><p>{LAMPS}</p></div>'
    assert found(source, {OPEN, LAMPS}) == [(P, OPEN), (P, LAMPS)]


def test_comments_are_no_article_whoever_takes_them_for_it():
    source = f'<div><p>{OPEN}</p></div><div class="comments"><p>{LAMPS}</p></div>'
    assert found(source, {OPEN, LAMPS}) == [(P, OPEN)]


def test_the_heading_above_is_the_title_and_what_is_between_no_passage():
    source = (
        f"<h1>The Long Quay</h1><h1>Open</h1><p>A standfirst on it</p><p>By Oda Bern</p><div><p>{OPEN}</p></div>"
    )
    expected = [(TITLE, "Open"), (LEFTOVER, "A standfirst on it"), (BlockKind.BYLINE, "By Oda Bern"), (P, OPEN)]
    assert found(source, {OPEN}) == expected


def test_a_title_far_above_comes_without_what_is_between():
    between = "".join(f"<p>Tag {n}</p>" for n in range(40))
    assert found(f"<h1>Open</h1><section>{between}</section><div><p>{OPEN}</p></div>", {OPEN}) == [
        (TITLE, "Open"),
        (P, OPEN),
    ]


def test_the_heading_that_the_metadata_names_is_the_title_of_any_level():
    source = f"<h1>The Long Quay</h1><h2>Open  all winter</h2><div><p>{OPEN}</p></div>"
    assert found(source, {OPEN}, "OPEN all winter")[0] == (TITLE, "Open all winter")


def test_without_a_choice_running_text_is_the_article():
    source = f"<footer><p>Contact us at the quay, any day.</p></footer><div><p>{OPEN}</p></div>"
    source += '<p><a href="/x">The harbour and its long history</a></p>'
    assert found(source) == [(P, OPEN)]


def test_a_foot_of_an_article_or_a_quotation_is_no_pages():
    source = f"<article><p>{OPEN}</p><footer><p>{LAMPS}</p></footer></article>"
    assert found(source) == [(P, OPEN), (P, LAMPS)]


def test_entries_of_equal_length_are_all_kept_and_a_teaser_is_not():
    entries = "".join(f"<article><p>{words}</p></article>" for words in (OPEN, LAMPS, BOATS))
    assert len(found(entries)) == 3
    assert found(
        f"<article><p>{OPEN} {LAMPS} {BOATS}</p></article><article><p>One boat is late.</p></article>"
    ) == [(P, f"{OPEN} {LAMPS} {BOATS}")]


def test_a_note_is_found_wherever_it_stands_and_is_one():
    body = f'<div><p>{OPEN}<sup><a href="#n">1</a></sup></p></div>'
    body += '<footer><div id="n"><p>The act.</p><p>Of 1902.</p></div></footer>'
    assert found(body) == [(P, f"{OPEN}[1]"), (NOTE, "The act.\n\nOf 1902.")]


@pytest.mark.parametrize(
    ("signed", "voice"),
    [
        ("<cite>Sanna Veld, harbour clerk</cite>", ("Sanna Veld", "harbour clerk")),
        ("<cite>— Sanna Veld</cite>", ("Sanna Veld", None)),
        ("<footer>— Sanna Veld</footer>", ("Sanna Veld", None)),
        ("<footer>— <cite>Sanna Veld</cite></footer>", ("Sanna Veld", None)),
        ("<cite>Sanna Veld</cite>", None),
        ("<cite>The Tide Tables</cite>", None),
        ("<cite>the clerk</cite>", None),
        ("<footer>— Sanna Veld, in a letter to the council</footer>", None),
        ("", None),
    ],
)
def test_who_signs_a_quotation_by_its_markup_says_it(signed, voice):
    assert voices(f"<p>{OPEN}</p><blockquote><p>{BOATS}</p>{signed}</blockquote>") == [voice]


def test_a_signature_holds_for_all_paragraphs_of_its_quotation_and_no_other():
    quote = f"<blockquote><p>{BOATS}</p><p>{LAMPS}</p><cite>Oda Bern, warden</cite></blockquote>"
    assert voices(f"{quote}<p>{OPEN}</p><blockquote><p>{BOATS}</p></blockquote>") == [
        ("Oda Bern", "warden")
    ] * 2 + [None]


@pytest.mark.parametrize(
    "source", ["<p></p>", "<p>Hi.</p>", f'<p><a href="/x">{OPEN}</a></p>', "<h1>Open all winter long</h1>"]
)
def test_less_than_a_sentence_is_no_article(source):
    assert found(source) is None
