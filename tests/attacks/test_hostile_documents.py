"""Documents that try to be something else on the page, in every position; tests/browser tries a browser."""

from __future__ import annotations

from html import escape

import pytest
from ui_hits import answer, citation, everywhere, hit, passage, utterance
from ui_hostile import HOSTILE
from ui_html import ALLOWED, elements, foreign, one

from qa import retrieve
from ui import render
from ui.panels.talk import ask

EVERY = pytest.mark.parametrize("name", HOSTILE)


def _page(found):
    beside = render.Beside([passage("Before.", number=2), found.passage])
    return render.answer(answer(found), lambda _: beside, render.Place())


def test_there_are_many_kinds_of_attack():
    assert len(HOSTILE) >= 60


@EVERY
def test_no_position_lets_an_element_or_attribute_through(name):
    assert foreign(_page(everywhere(HOSTILE[name]))) == []


@EVERY
def test_the_words_stand_on_the_page_as_in_the_passage(name):
    words = HOSTILE[name]
    html = _page(hit(words, spans=((0, len(words)),)))
    assert one(html, "or-words").text == words
    assert one(html, "or-own").text == f"3{words}"


@EVERY
def test_a_hostile_heading_is_words(name):
    html = _page(hit(section=HOSTILE[name]))
    assert [e.text for e in elements(html) if e.tag == "h3"].count(HOSTILE[name]) == 1
    assert HOSTILE[name] in one(html, "or-where").text


@EVERY
def test_a_hostile_title_and_author_are_words(name):
    words = HOSTILE[name]
    found = hit(cited=citation(title=words, author=words))
    assert one(_page(found), "or-where").text.startswith(words)
    assert next(e.text for e in elements(_page(found)) if e.tag == "cite") == found.note


@EVERY
def test_a_hostile_speaker_is_words(name):
    text, words = "The ferry is late.", HOSTILE[name]
    html = _page(hit(text, utterances=[utterance(text, words, as_printed="Roe", role=words)]))
    assert [e.text for e in elements(html) if e.tag == "strong"] == [words]
    assert one(html, "or-speakers").text.startswith(f"{words}, {words}, quoted directly")


@EVERY
def test_a_hostile_question_is_words(name, make_corpus):
    *_, ((asked, replied), _) = ask(make_corpus({}), HOSTILE[name], ([], []))
    assert one(asked["content"].value, "or-question").text == HOSTILE[name]
    assert foreign(replied["content"].value) == []


@EVERY
def test_what_is_copied_is_an_attribute_and_stays_one(name):
    html = _page(everywhere(HOSTILE[name]))
    assert escape(HOSTILE[name].split()[0]) in html
    buttons = [e for e in elements(html) if e.tag == "button"]
    assert all(set(button.attributes) <= ALLOWED["button"] for button in buttons)
    harmless = [e.text for e in elements(_page(everywhere("harbour"))) if e.tag == "button"]
    assert [button.text for button in buttons] == harmless


@pytest.mark.parametrize("ending", ["txt", "md"])
@EVERY
def test_a_hostile_file_is_quoted_as_the_reader_read_it(name, ending, make_corpus):
    words = " ".join(HOSTILE[name].split())
    quoted = '"{}"'.format("".join(f"\\U{ord(c):08x}" for c in words))  # YAML admits any character this way
    matter = f"---\ntitle: {quoted}\nauthor: {quoted}\n---\n\n## {words}\n\n" if ending == "md" else ""
    corpus = make_corpus(
        {f"hostile.{ending}": f"{matter}“The harbour is shut: {words},” said Jane Roe on Monday.\n"}
    )
    found = retrieve("harbour shut Monday", corpus=corpus)
    *_, (messages, _) = ask(corpus, "harbour shut Monday", ([], []))
    html = messages[-1]["content"].value
    assert foreign(html) == []
    assert len(found) >= 1
    shown = [e.text for e in elements(html) if "or-words" in e.classes]
    assert shown == [h.text for h in found]
    if ending == "txt":
        assert words in found.hits[0].text


@EVERY
def test_a_hostile_file_name_is_words(name, make_corpus):
    from corpus.citation import Citation

    found = hit(cited=Citation(), source=f"/shelf/{HOSTILE[name]}")
    assert foreign(_page(found)) == []
