"""Hostile documents in a real browser: nothing runs, nothing is fetched, nothing is built, the words are shown."""

from __future__ import annotations

import pytest
from browser_server import served
from tiny_encoder import TinyEncoder
from ui_hits import answer, everywhere, hit, read_everywhere
from ui_hostile import HOSTILE
from ui_html import ALLOWED

from qa import Corpus, retrieve
from ui.reading import question_back, reading_parts

INSIDE = """() => [...document.querySelectorAll('.or-answer, .or-question')]
  .flatMap(e => [e, ...e.querySelectorAll('*')])
  .map(e => [e.localName, ...e.getAttributeNames()])"""


def _foreign(page):
    """Return what the browser built inside questions and answers that is not ours; a fold it opens is "open"."""
    found = page.evaluate(INSIDE)
    return [e for e in found if e[0] not in ALLOWED or set(e[1:]) - ALLOWED[e[0]] - {"open"}]


def _unharmed(reader):
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert (reader.faults, reader.abroad, _foreign(reader.page)) == ([], [], [])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "files").mkdir()
    for n, words in enumerate(HOSTILE.values()):
        text = f"Notice{n}: {words}\n"
        (folder / "files" / f"notice-{n}.txt").write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    assert not [result.error for result in corpus.add([folder / "files"]) if result.error]
    return corpus


@pytest.fixture(scope="module")
def hostile_address(hostile):
    with served(hostile) as url:
        yield url


def test_hostile_documents_are_words_on_the_screen(read, hostile, hostile_address):
    reader = read(hostile_address)
    for n in range(len(HOSTILE)):
        question = f'"notice{n}"'
        reader.ask(question)
        expected = [hit.text for hit in retrieve(question, corpus=hostile)]
        assert any(text.startswith(f"Notice{n}:") for text in expected)
        assert reader.cards.locator(".or-words").all_text_contents() == expected
    _unharmed(reader)


def test_hostile_words_in_every_position_are_words_on_the_screen(read, monkeypatch):
    hits = [everywhere(words) for words in HOSTILE.values()]
    monkeypatch.setattr("ui.panels.replies.retrieve", lambda *_, **__: answer(*hits))
    monkeypatch.setattr("ui.panels.replies._around", lambda _, hit: [hit.passage])
    reader = read()
    reader.ask("anything")
    assert reader.cards.locator(".or-words").all_text_contents() == list(HOSTILE.values())
    assert reader.cards.locator("cite").all_text_contents() == [hit.note for hit in hits]
    copied = [e.get_attribute("data-or-copy") for e in reader.cards.locator(".or-cite [data-or-copy]").all()]
    assert copied == [text for h in hits for text in (f"{h.quotation}\n{h.note}", h.note)]
    for summary in reader.cards.locator("summary").all():
        summary.click()
    _unharmed(reader)


def test_a_hostile_question_is_words_on_the_screen(reader):
    for words in HOSTILE.values():
        reader.ask(words)
    shown = reader.page.locator(".or-question").all_text_contents()
    assert shown == [" ".join(w.splitlines()) for w in HOSTILE.values()]
    _unharmed(reader)


def test_hostile_words_in_a_reading_are_words_on_the_screen(read, monkeypatch):
    readings = [read_everywhere(words) for words in HOSTILE.values()]
    waiting = iter(readings)
    monkeypatch.setattr("ui.panels.replies.retrieve", lambda *_, **__: answer(hit(), reading=next(waiting)))
    monkeypatch.setattr("ui.panels.replies._around", lambda *_: ())
    reader = read()
    for n in range(len(readings)):
        reader.ask(f"question {n}")
    shown = [answer.locator(".or-drop").all_text_contents() for answer in reader.page.locator(".or-answer").all()]
    assert shown == [[part.said for part in reading_parts(reading) if part.name] for reading in readings]
    assert reader.page.locator(".or-remark").all_text_contents() == list(map(question_back, readings))
    _unharmed(reader)


def test_hostile_words_are_copied_as_words(read, monkeypatch):
    found = everywhere(" ".join(HOSTILE.values()))
    monkeypatch.setattr("ui.panels.replies.retrieve", lambda *_, **__: answer(found))
    reader = read()
    reader.ask("anything")
    reader.cards.get_by_role("button", name="Copy citation", exact=True).click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == found.note
    _unharmed(reader)


def test_windows_line_ends_and_blanks_are_shown_as_they_are(read, monkeypatch):
    text = "One  line,\n  another\tline,\n\n\u00a0and “a third”."
    monkeypatch.setattr("ui.panels.replies.retrieve", lambda *_, **__: answer(everywhere("x", text=text)))
    reader = read()
    reader.ask("anything")
    assert reader.cards.locator(".or-words").inner_text() == text
