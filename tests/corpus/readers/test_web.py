from __future__ import annotations

import pytest
from web_pages import (
    BOATS,
    FOOT,
    LAMPS,
    MENU,
    OPEN,
    citation,
    field,
    json_ld,
    keeps_its_promises,
    page,
    read,
    said,
    shown,
)

from corpus.errors import SourceEmptyError
from corpus.readers import read_source
from corpus.readers.build import read_here

BAR = '<div class="paywall"><p>Subscribe for six crowns to read on, and cancel at any time.</p></div>'
NEWS = page(
    '<header><h1>Harbour open all winter</h1><p class="byline">By Oda Bern</p><time>2 May 2019</time></header>'
    '<article><div class="share"><a href="#">Print</a> <a href="#">Email</a></div>'
    f'<p>{OPEN}<sup><a href="#fn1">1</a></sup> Nobody objected.</p><p>“No.”</p>'
    '<figure><img src="quay.png" alt="A quay"><figcaption>The quay in May</figcaption></figure><h2>The boats</h2>'
    f"<blockquote><p>{BOATS}</p><cite>Sanna Veld, harbour clerk</cite></blockquote>"
    "<ul><li>Boats pay nothing.</li><li>Barges pay six crowns each week.</li></ul>"
    "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2018</td><td>40</td></tr></table>"
    '<aside class="related"><h3>Related</h3><a href="/x">Another piece of news about the town</a></aside>'
    f"<p>{LAMPS}</p>"
    '<section class="footnotes"><ol><li id="fn1">Harbour act, section 4.</li></ol></section></article>'
    '<section class="comments"><article class="comment"><p>I do not believe a word of this.</p></article>'
    "</section>"
)


@pytest.fixture(scope="module")
def news():
    return read(NEWS)


def test_a_page_is_read_as_the_blocks_it_shows(news):
    assert [b for b in shown(news) if b[0] != "leftover"] == [
        ("title", "Harbour open all winter"), ("byline", "By Oda Bern"), ("date", "2 May 2019"),
        ("paragraph", f"{OPEN}[1] Nobody objected."), ("paragraph", "“No.”"), ("caption", "The quay in May"),
        ("heading", "The boats"), ("block quotation", BOATS), ("list item", "Boats pay nothing."),
        ("list item", "Barges pay six crowns each week."), ("list item", "Year | Boats"),
        ("list item", "2018 | 40"), ("paragraph", LAMPS), ("note", "Harbour act, section 4."),
    ]  # fmt: skip


def test_what_stands_in_the_article_and_is_not_of_it_is_a_leftover(news):
    assert said(news, "leftover") == [
        "Print Email", "Sanna Veld, harbour clerk", "Related", "Another piece of news about the town"
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Home", "News", "Contact us", "2020", "believe"])
def test_menus_feet_and_comments_are_left_out(news, words):
    assert words not in news.text


def test_a_paragraph_knows_the_note_it_cites(news):
    cited = next(b for b in news.blocks if b.notes)
    assert cited.notes == ("1",)
    assert next(b.label for b in news.blocks if str(b.kind) == "note") == "1"


def test_who_is_named_under_a_block_quotation_says_it(news):
    quote = next(b for b in news.blocks if str(b.kind) == "block quotation")
    assert (quote.voice.name, quote.voice.as_printed, quote.voice.role) == (
        "Sanna Veld",
        "Sanna Veld",
        "harbour clerk",
    )


def test_a_works_title_under_a_block_quotation_is_no_speaker():
    read_page = read(
        page(f"<article><p>{OPEN}</p><blockquote><p>{BOATS}</p><cite>Long Nights</cite></blockquote></article>")
    )
    assert all(b.voice is None for b in read_page.blocks)


def test_a_signature_with_a_dash_under_a_block_quotation_says_who(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        page(f"<article><p>{OPEN}</p><blockquote>{BOATS}<br>— Sanna Veld</blockquote></article>"), "utf-8"
    )
    quote = next(p for p in read_here(path).documents[0].passages if p.kind == "block quotation")
    assert (quote.text, quote.speakers) == (BOATS, ("Sanna Veld",))


def test_a_mentioned_work_at_the_end_of_a_quotation_stays_in_it():
    words = "As I have read so often in"
    html = f"<article><p>{OPEN}</p><blockquote><p>{words} <cite>The Tide Tables</cite></p></blockquote></article>"
    assert said(read(page(html)), "block quotation") == [f"{words} The Tide Tables"]


def test_the_confined_process_reads_what_this_one_does(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(NEWS, "utf-8")
    assert read_source(path) == read_here(path).documents[0]


def test_an_interviews_labels_are_turns(tmp_path):
    turns = [
        ("Oda Bern", "Will the harbour stay open this winter, in any weather?"),
        ("Sanna Veld", f"It will. {BOATS}"),
    ]
    turns = [
        *turns,
        ("Oda Bern", "And who pays for the lamps on the mole?"),
        ("Sanna Veld", "I would rather not say who pays."),
    ]
    path = tmp_path / "a.html"
    body = "".join(f"<p><strong>{name}:</strong> {words}</p>" for name, words in turns)
    path.write_text(page(f"<article><h1>On the mole</h1>{body}</article>"), "utf-8")
    passages = read_here(path).documents[0].passages
    assert [str(p.kind) for p in passages] == ["turn"] * 4
    assert [p.speakers for p in passages] == [("Oda Bern",), ("Sanna Veld",)] * 2


def test_of_several_articles_the_main_one_is_read():
    teasers = "".join(
        f'<article><h2><a href="/{n}">Boat {n} is late</a></h2><p>It is late again.</p></article>'
        for n in range(4)
    )
    text = read(
        page(f"<main><article><h1>Open</h1><p>{OPEN}</p><p>{LAMPS}</p><p>{BOATS}</p></article></main>{teasers}")
    ).text
    assert OPEN in text
    assert "late again" not in text


def test_a_page_without_marks_of_an_article_is_read_too():
    assert said(read(f"<h1>Open</h1><p>{OPEN}<p>{LAMPS}"), "paragraph") == [OPEN, LAMPS]


def test_two_breaks_part_paragraphs_and_one_a_line():
    read_page = read(page(f"<article><h1>Open</h1><div>{OPEN}<br> <br>{LAMPS} <br> And so on.</div></article>"))
    assert said(read_page, "paragraph") == [OPEN, f"{LAMPS}\nAnd so on."]


def test_a_long_page_is_read_by_its_make_alone(monkeypatch):
    monkeypatch.setattr("corpus.limits.MAX_CHOSEN_ELEMENTS", 5)
    read_page = read(NEWS)
    assert {f"{OPEN}[1] Nobody objected.", LAMPS} <= set(said(read_page, "paragraph"))
    assert "Contact" not in read_page.text


@pytest.mark.parametrize(
    "html",
    [
        page(""),
        page("<main></main>"),
        "<p>",
        "<html><body>Hi.</body></html>",
        page("".join(f'<p><a href="/{n}">Boat number {n} is late again today</a></p>' for n in range(20))),
        page(f"<article>{BAR}</article>"),
        f'<p hidden>{OPEN}</p><p style="color:red;display: none">{LAMPS}</p>',
    ],
)
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(SourceEmptyError, match=r"a\.html has no"):
        read(html)


def test_of_a_page_behind_a_paywall_what_stands_before_the_bar_is_read():
    read_page = read(page(f"<article><h1>Open</h1><p>{OPEN}</p><p>{LAMPS}</p>{BAR}</article>"))
    assert said(read_page, "paragraph") == [OPEN, LAMPS]


def test_a_class_of_the_page_itself_hides_nothing():
    html = f'<article class="comments-open"><p>{OPEN}</p><p>{LAMPS}</p></article>'
    html = f'<div id="page" class="with-comments"><h1>Open</h1>{html}</div>'
    assert said(read(page(html)), "paragraph") == [OPEN, LAMPS]


def test_a_page_knows_the_address_the_user_gave_only_where_it_names_none():
    plain, named = (
        page(f"<p>{OPEN}</p>"),
        page(f"<p>{OPEN}</p>", head='<link rel="canonical" href="https://quay.example/open">'),
    )
    assert field(read(plain, url="https://quay.example/given"), "URL") == ("https://quay.example/given", "USER")
    assert field(read(named, url="https://quay.example/given"), "URL") == ("https://quay.example/open", "METADATA")
    assert field(read(plain, url="javascript:alert(1)"), "URL") is None


def test_the_title_is_the_metadatas_then_the_headings_then_the_windows():
    article = f"<article><h1>Open all winter</h1><p>{OPEN}</p></article>"
    assert field(read(page(article, head=json_ld({"@type": "Article", "headline": "Winter"}))), "title") == (
        "Winter",
        "METADATA",
    )
    assert field(read(page(article)), "title") == ("Open all winter", "TEXT")
    assert field(read(page(f"<p>{OPEN}</p><p>{LAMPS}</p>", title="Open")), "title") == ("Open", "METADATA")


def test_a_byline_and_a_date_line_are_taken_where_the_metadata_says_nothing(news):
    assert field(news, "author") == ([{"literal": "Oda Bern"}], "TEXT")
    assert citation(news).issued.iso == "2019-05-02"


def test_the_same_page_gives_the_same_blocks_every_time(news):
    assert read(NEWS) == news


def test_a_page_keeps_its_promises(news):
    keeps_its_promises(news)


def test_menu_and_foot_alone_are_no_article():
    with pytest.raises(SourceEmptyError):
        read(f"<body>{MENU}{FOOT}</body>")
