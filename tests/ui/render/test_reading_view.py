from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import citation
from ui_hostile import HOSTILE
from ui_html import elements, foreign, one

from corpus.model import Aside, BlockKind, Document, Passage, Utterance, UtteranceKind
from corpus.speakers.roster import Canonical, Roster
from qa.layout import page_of
from ui import strings
from ui.render.reading_view import body
from ui.render.tints import COLOURS, Tints, legend, tints_of

#: What readers let through: everything but a NUL and half a character.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60)


def document(words, *said, kind=BlockKind.PARAGRAPH, asides=()):
    passage = Passage("p1", "d1", 1, 1, words, 0, len(words), kind, utterances=said)
    text = words + "".join(f"\n\n{aside}" for aside, _ in asides)
    at, blocks = len(words), []
    for aside, aside_kind in asides:
        blocks.append(Aside(aside_kind, at + 2, at + 2 + len(aside)))
        at += 2 + len(aside)
    return Document("d1", text, citation(), "/shelf/d.md", "0" * 64, (passage,), tuple(blocks))


def shown(made, in_view=None, note="A note."):
    return body(made.text, page_of(made), tints_of(made, Roster()), lambda _: note, in_view)


def text_of(html):
    return "".join(e.text for e in elements(html) if "or-text" in e.classes)


def said(start, end, speaker="Oda Bern", kind=UtteranceKind.DIRECT, **more):
    return Utterance(start, end, kind, speaker, **more)


@given(TEXTS, st.lists(st.tuples(TEXTS, st.sampled_from([k for k in BlockKind if not k.answers])), max_size=4))
def test_the_text_on_the_page_is_the_documents_to_the_character(words, asides):
    made = document(words, asides=asides)
    html = shown(made)
    assert text_of(html) == made.text
    assert not foreign(html)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=6))
def test_colouring_changes_no_character_however_utterances_nest(words, places):
    made = document(words, *(said(s, s + size, f"Speaker {n}") for n, (s, size) in enumerate(places)))
    assert text_of(shown(made)) == words


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words_in_every_position(words):
    made = document(
        words, said(0, len(words), words, role=words, as_printed=words),
        asides=[(words, kind) for kind in BlockKind if not kind.answers],
    )  # fmt: skip
    html = shown(made, "p1", words) + legend(tints_of(made, Roster()))
    assert not foreign(html)
    assert text_of(html) == made.text


def test_the_passage_in_view_is_marked_and_has_its_tools_open():
    made = document("Ferries run.")
    own = one(shown(made, "p1"), "or-doc-own")
    assert own.attributes["id"] == "or-in-view"
    assert own.attributes["aria-current"] == "true"
    assert "or-doc-own" not in shown(made, "p2")
    assert strings.DOC_USE not in shown(made, "p1")
    assert strings.DOC_USE in shown(made)


def test_a_passage_can_be_copied_collected_and_checked():
    html = shown(document("Ferries run."), note="Ann Author, “The Harbour.”")
    buttons = [e.attributes for e in elements(html) if e.tag == "button"]
    assert buttons[0]["data-or-copy"] == "Ferries run.\nAnn Author, “The Harbour.”"
    assert buttons[1]["data-or-collect"] == "p1"
    assert (buttons[2]["data-or-go"], buttons[2]["data-or-value"]) == ("check", "Ferries run.")


def test_a_paragraphs_number_is_a_link_to_it():
    number = one(shown(document("Ferries run.")), "or-doc-number")
    assert number.text == "¶1"
    assert number.attributes["href"] == "?passage=p1"


def test_a_printed_page_stands_beside_the_number():
    made = document("Ferries run.")
    made = replace(made, passages=(replace(made.passages[0], page="xii"),))
    assert one(shown(made), "or-doc-number").text == "¶1 · p. xii"


def test_who_speaks_is_said_in_words_beside_the_colours():
    made = document("“Ferries run,” said Oda Bern.", said(0, 14))
    who = one(shown(made), "or-doc-who")
    assert who.text == "Oda Bern, quoted directly"
    (name,) = [e for e in elements(shown(made)) if e.attributes.get("data-or-go") == "speaker"]
    assert name.attributes["href"] == "?speaker=Oda%20Bern"


def test_reported_probable_and_unattributed_speech_look_different():
    made = document(
        "x" * 40,
        said(0, 10, kind=UtteranceKind.INDIRECT),
        said(10, 20, None, probably="Oda Bern"),
        said(20, 30, None),
        said(30, 40),
    )
    looks = [e.classes for e in elements(shown(made)) if e.text == "x" * 10]
    assert [set(classes) - {"or-tint"} for classes in looks] == [
        {"or-tint-1", "or-doc-reported"},
        {"or-tint-1", "or-doc-probably"},
        {"or-tint-none"},
        {"or-tint-1"},
    ]


def test_those_who_speak_most_have_a_colour_each_and_the_rest_share_one():
    many = [said(2 * n, 2 * n + 1, f"Speaker {n}") for n in range(COLOURS + 3)] * 2
    tints = tints_of(document("x" * 40, *many, said(30, 31, "Oda Bern")), Roster())
    assert sorted(tints.colours.values()) == list(range(1, COLOURS + 1))
    assert "or-tint-0" in tints.classes(said(0, 1, "Oda Bern"))
    assert strings.DOC_OTHERS in legend(tints)


def test_two_spellings_of_one_speaker_have_one_colour_and_one_name():
    bern = Canonical("Oda Bern", ("Oda Bern", "O. Bern"), (), frozenset({"d1"}), 2)
    tints = tints_of(document("x" * 20, said(0, 5), said(6, 9, "O. Bern")), Roster((bern,)))
    assert tints.colours == {"Oda Bern": 1}
    assert tints.speaker(said(6, 9, "O. Bern")) == "Oda Bern"


def test_a_legend_tells_what_the_colours_mean_and_is_left_out_where_nobody_speaks():
    html = legend(tints_of(document("Ferries run.", said(0, 7)), Roster()))
    assert [e.text for e in elements(html) if e.tag == "li"] == [
        "Oda Bern", strings.DOC_UNDERLINED, strings.DOC_DOTTED, strings.DOC_DASHED,
    ]  # fmt: skip
    assert legend(Tints({}, {})) == ""


@pytest.mark.parametrize(("kind", "look"), [(BlockKind.QUOTE, "or-doc-quote"), (BlockKind.TURN, "or-doc-turn")])
def test_block_quotations_and_turns_are_set_apart(kind, look):
    assert one(shown(document("Ferries run.", kind=kind)), look).text == "Ferries run."


def test_leftovers_notes_and_captions_say_what_they_are():
    made = document("Ferries run.", asides=[("Menu", BlockKind.LEFTOVER), ("A note", BlockKind.NOTE)])
    kinds = [e.text for e in elements(shown(made)) if "or-doc-kind" in e.classes]
    assert kinds == [strings.DOC_LEFTOVER_KIND, strings.DOC_NOTE_KIND]
    assert "Menu" in one(shown(made), "or-doc-leftover").text


def test_a_note_is_named_by_its_label():
    made = document("Ferries run.", asides=[("A note", BlockKind.NOTE)])
    made = replace(made, asides=(replace(made.asides[0], label="iv"),))
    assert one(shown(made), "or-doc-kind").text == "Note iv"
