from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from web_pages import BOATS, FOOT, LAMPS, MENU, OPEN, page
from web_soup import body

from corpus import limits
from corpus.readers.page_choice import article_stretches
from corpus.readers.page_tree import page_tree

ARTICLE = page(
    f"<article><h1>Open</h1><p>{OPEN} <b>Nobody</b> objected.</p><p>{LAMPS}</p><p>{BOATS}</p></article>"
)


def stretches(root):
    """Return every stretch of words with its number."""
    out = {}
    for number, element in enumerate(root.iter()):
        if isinstance(element.tag, str):
            out[2 * number] = (element.text or "").strip(" \t\r\n\f")
        out[2 * number + 1] = (element.tail or "").strip(" \t\r\n\f")
    return out


def chosen(source):
    root = page_tree(source, Path("a.html"))
    words = stretches(root)
    return [words[number] for number in sorted(article_stretches(root))]


def test_the_stretches_of_an_article_are_chosen_and_no_menu():
    found = chosen(ARTICLE)
    assert [words for words in found if words != "Open"] == [OPEN, "Nobody", "objected.", LAMPS, BOATS]


def test_the_page_itself_is_not_changed_by_the_choice():
    root = page_tree(ARTICLE, Path("a.html"))
    before = html.tostring(root)
    article_stretches(root)
    assert html.tostring(root) == before


def test_comments_count_and_their_words_do_not():
    found = chosen(ARTICLE.replace("<b>", "<!-- one --><b>").replace("<p>", "<!-- two --><p>"))
    assert [words for words in found if words != "Open"] == [OPEN, "Nobody", "objected.", LAMPS, BOATS]


def test_a_page_of_too_many_elements_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CHOSEN_ELEMENTS", 10)
    assert chosen(ARTICLE) == []


def test_in_a_page_without_an_article_nothing_is_found_but_what_stands_there():
    root = page_tree(f"<body>{MENU}{FOOT}</body>", Path("a.html"))
    assert article_stretches(root) <= set(stretches(root))


def test_characters_that_no_tree_takes_are_passed_over():
    assert OPEN in chosen(
        ARTICLE.replace("objected", "ob\x80\x01jected").replace("<article>", "<article class='\x01'>")
    )


@settings(max_examples=25)
@given(body(), st.booleans())
def test_only_stretches_that_hold_words_are_chosen(source, within):
    root = page_tree(
        page(f"<article><p>{OPEN}</p>{source}<p>{LAMPS}</p></article>" if within else source), Path("a.html")
    )
    words = stretches(root)
    assert all(words[number] for number in article_stretches(root))
