from __future__ import annotations

from collections import Counter
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import check_page, shown, voices

from corpus.blocks import Voice
from corpus.model import BlockKind
from corpus.readers.record import lay, speaker
from corpus.readers.vocabulary import Vocabulary
from corpus.readers.xml_tree import Element

ODA = Voice("Oda Bern", "Oda Bern")
WORDS = Vocabulary(
    kinds=MappingProxyType(
        {"p": BlockKind.PARAGRAPH, "item": BlockKind.ITEM, "quote": BlockKind.QUOTE, "head": BlockKind.HEADING,
         "preface": BlockKind.LEFTOVER}
    ),
    asides=MappingProxyType({"note": BlockKind.NOTE, "stage": BlockKind.LEFTOVER}),
    silent=frozenset({"meta"}),
    speeches=frozenset({"u"}),
    voice_of=lambda speech: ODA if "who" in speech.attributes else None,
    note_label=lambda note: note.attributes.get("n"),
    pages=frozenset({"pb"}),
    lines=frozenset({"lb"}),
    tokens=frozenset({"w"}),
)  # fmt: skip


def e(name, *content, **attributes):
    return Element(name, attributes, list(content))


def read(*content):
    page = lay([e("body", *content)], WORDS, {})
    check_page(page)
    return page


def test_paragraphs_are_laid_one_behind_the_other():
    page = read(e("p", "One."), e("p", "Two."))
    assert page.text == "One.\n\nTwo.\n\n"
    assert shown(page) == [("One.", "paragraph"), ("Two.", "paragraph")]


def test_what_is_silent_is_no_text():
    assert read(e("meta", "So."), e("p", "One.")).text == "One.\n\n"


def test_a_remark_in_a_sentence_is_set_behind_its_paragraph():
    page = read(e("u", e("p", "It ", e("stage", "(Noise)"), "rained."), who="a"))
    assert shown(page) == [("It rained.", "turn"), ("(Noise)", "leftover")]


def test_a_remark_before_the_words_stays_before_them():
    assert shown(read(e("p", e("stage", "(Noise)"), "It rained."))) == [
        ("(Noise)", "leftover"),
        ("It rained.", "paragraph"),
    ]


def test_a_remark_between_words_that_touch_leaves_a_blank():
    assert shown(read(e("p", "It", e("stage", "(Noise)"), "rained")))[0][0] == "It rained"


def test_what_is_silent_in_a_remark_is_no_text_either():
    assert shown(read(e("stage", "(Noise)", e("meta", "loud")))) == [("(Noise)", "leftover")]


def test_an_empty_remark_is_nothing():
    assert shown(read(e("p", "It rained", e("stage"), "."))) == [("It rained.", "paragraph")]


def test_a_note_is_cited_by_its_mark_once():
    page = read(e("p", "It", e("note", "See p. 1.", n="4"), " rained", e("note", "Ib.", n="4"), "."))
    assert shown(page)[0] == ("It[4] rained[4].", "paragraph")
    assert [b.label for b in page.blocks] == [None, "4", "4"]
    assert page.blocks[0].notes == ("4",)


def test_a_note_of_a_heading_is_kept_and_not_cited_by_it():
    page = read(e("head", "Tides", e("note", "See p. 1.", n="4")))
    assert shown(page) == [("Tides[4]", "heading"), ("See p. 1.", "note")]
    assert page.blocks[0].notes == ()


def test_the_voice_ends_with_its_speech():
    page = read(e("u", e("p", "One."), who="a"), e("p", "Two."), e("u", e("p", "Three.")))
    assert voices(page) == [("Oda Bern", "One."), (None, "Two."), (None, "Three.")]


def test_a_speech_within_a_speech_is_its_own():
    page = read(e("u", "One. ", e("u", "Two."), " Three.", who="a"))
    assert voices(page) == [("Oda Bern", "One."), (None, "Two."), ("Oda Bern", "Three.")]


def test_a_heading_in_a_speech_is_nobodys():
    page = read(e("u", e("head", "Tides"), e("p", "One."), who="a"))
    assert shown(page) == [("Tides", "heading"), ("One.", "turn")]


def test_paragraphs_in_a_quotation_or_a_preface_are_still_that():
    page = read(e("quote", e("p", "One.")), e("preface", e("p", "Vol. 3")))
    assert shown(page) == [("One.", "block quotation"), ("Vol. 3", "leftover")]


def test_a_list_items_number_opens_it():
    page = read(e("item", e("head", "1."), e("p", "a rope"), e("p", "and a lamp")), e("item", e("p", "a boat")))
    assert [words for words, _ in shown(page)] == ["1. a rope", "and a lamp", "a boat"]


def test_a_page_is_counted_from_where_its_words_begin():
    page = read(
        e("p", e("pb", n="4"), "One ", e("pb", n="5"), "goes on."), e("p", "Two."), e("pb"), e("p", "Three.")
    )
    assert [b.page for b in page.blocks] == ["4", "5", None]


def test_a_page_label_without_end_is_cut():
    assert len(read(e("pb", n="4" * 500), e("p", "One.")).blocks[0].page) == 20


def test_blanks_are_those_that_stand_there():
    page = read(e("p", "\n  It\t rained\u00a0so", e("lb"), "  and \n so. "))
    assert shown(page) == [("It rained\u00a0so\nand so.", "paragraph")]


@pytest.mark.parametrize(
    ("joins", "words"),
    [(("no", "no"), "a b"), (("right", "no"), "ab"), (("no", "left"), "ab"), (("both", "both"), "ab")],
)
def test_tokens_are_joined_as_they_say(joins, words):
    tokens = [e("w", word, join=join) for word, join in zip("ab", joins, strict=True)]
    assert shown(read(e("p", *tokens))) == [(words, "paragraph")]
    assert shown(read(e("p", tokens[0], "\n ", tokens[1]))) == [(words, "paragraph")]


@pytest.mark.parametrize(
    ("name", "printed", "role", "expected"),
    [
        ("Oda Bern", "", None, ("Oda Bern", "Oda Bern", None)),
        ("Oda Bern", "The clerk:", "clerk", ("Oda Bern", "The clerk", "clerk")),
        ("Oda Bern", "BERN (clerk):", None, ("Oda Bern", "BERN (clerk)", "clerk")),
        ("", "Oda Bern:", None, ("Oda Bern", "Oda Bern", None)),
        ("", "Oda Bern (clerk).", None, ("Oda Bern", "Oda Bern", "clerk")),
    ],
)
def test_a_speaker_is_the_one_of_the_head_or_the_one_printed(name, printed, role, expected):
    voice = speaker(name, printed, role)
    assert (voice.name, voice.as_printed, voice.role) == expected


@pytest.mark.parametrize("printed", ["Q:", "Speaker 2:"])
def test_a_label_that_names_nobody_is_a_speaker_without_a_name(printed):
    assert speaker("", printed, "clerk") == Voice(None, printed[:-1], "clerk")


@pytest.mark.parametrize("printed", ["", "the clerk, here:", "x" * 300])
def test_a_label_that_is_none_is_no_speaker(printed):
    assert speaker("", printed, "clerk") is None


def test_a_role_without_end_is_none():
    assert speaker("Oda Bern", "", "x" * 300).role is None


_names = st.sampled_from("p item quote head preface note stage meta u pb lb w hi".split())
_trees = st.recursive(
    st.sampled_from(["One.", " ", "\n", "so", "水"]),
    lambda inner: st.builds(
        lambda name, content, n: Element(name, {"n": n, "who": "a"}, content),
        _names, st.lists(inner, max_size=4), st.sampled_from(["1", "2"]),
    ),
    max_leaves=20,
)  # fmt: skip


@given(st.lists(_trees, max_size=4))
def test_any_tree_is_a_page_that_loses_no_word(trees):
    tree = e("body", *trees)
    page = lay([tree], WORDS, {})
    check_page(page)

    def heard(element):
        silent = isinstance(element, Element) and element.name == "meta"
        content = [] if silent else getattr(element, "content", [element])
        return "".join(part if isinstance(part, str) else heard(part) for part in content)

    assert Counter(c for c in page.text if c.isalpha()) == Counter(c for c in heard(tree) if c.isalpha())
