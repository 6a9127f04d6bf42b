"""The whole desk over documents of hostile words: nothing runs, nothing is fetched, the words are words."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from browser_server import served
from hostile_corpus import SHELF, hostile_corpus
from ui_hostile import HOSTILE
from ui_html import ALLOWED

from corpus.citing import Style
from qa import check_quote, retrieve
from qa.collect import collected
from qa.similar import similar
from qa.timeline import timeline
from ui import strings
from ui.exports import Format, export
from ui.panels.corrections import shown_value
from ui.panels.tray import _FORMATS, _STYLES
from ui.render.timeline import point_told

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

WORDS = list(HOSTILE.values())
SHELVES = [f'"shelf{n}"' for n in range(-(-len(WORDS) // SHELF))]
SOME = ("script", "img onerror", "markdown image", "leaving an attribute", "js template", "our own card")
#: What our HTML became: every element in it, whoever built it. Conversations kept are a form of our own making.
INSIDE = """() => [...document.querySelectorAll('.prose *')]
  .filter(e => !e.closest('.or-kept-list') && !e.matches('template, .or-kept-said'))
  .map(e => [e.localName, ...e.getAttributeNames()])"""
#: What stands nowhere on the page, inside our HTML or outside of it.
NOWHERE = """() => [...document.querySelectorAll('*')].filter(e =>
    e.matches('gradio-app :is(script, link, meta, base), style:not(head style, svg style), img, iframe, object, '
      + 'embed, form, video, audio, picture, math, dialog, marquee, animate, use, image, foreignObject, '
      + 'gradio-app gradio-app, [contenteditable]')
    || e.getAttributeNames().some(name => name.startsWith('on'))
    || ['href', 'src', 'action', 'style', 'poster', 'srcset'].some(name =>
         /beacon|javascript:/i.test((e.getAttribute(name) ?? '').replace(/[?].*/, ''))))
  .map(e => e.outerHTML.slice(0, 120))"""
VERBATIM = """all => all.map(e => {
  const copy = e.cloneNode(true);
  copy.querySelectorAll('.or-hidden').forEach(hidden => hidden.remove());
  return copy.textContent;
})"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return hostile_corpus(tmp_path_factory.mktemp("hostile") / "corpus")


@pytest.fixture(scope="module")
def hostile_address(hostile):
    hostile.snapshot()
    with served(hostile) as url:
        yield url


@pytest.fixture
def desk(read, hostile_address):
    reader = read(hostile_address)
    yield reader
    _unharmed(reader)


@pytest.fixture
def own(tmp_path):
    return hostile_corpus(tmp_path / "corpus", {name: HOSTILE[name] for name in SOME})


@pytest.fixture
def own_desk(read, own):
    with served(own) as url:
        reader = read(url)
        yield reader
        _unharmed(reader)


def _unharmed(reader):
    """Nothing ran, nothing was fetched or told, and nothing stands on the page but what is ours."""
    reader.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    reader.page.wait_for_timeout(300)
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert (reader.faults, reader.abroad, reader.page.evaluate(NOWHERE)) == ([], [], [])
    found = reader.page.evaluate(INSIDE)
    assert [e for e in found if e[0] not in ALLOWED or set(e[1:]) - ALLOWED[e[0]] - {"open"}] == []


def _texts(place, selector):
    return place.locator(selector).all_text_contents()


def _go(reader, door, value, selector, wanted):
    """Put a value into a door, and wait for an element with this text."""
    reader.page.evaluate("([door, value]) => orGo(door, value)", [door, value])
    reader.page.wait_for_function(
        "([selector, wanted]) => document.querySelector(selector)?.textContent === wanted", arg=[selector, wanted]
    )


def _titles(corpus):
    return [document.citation.title for document in corpus.documents()]


def test_every_document_is_found_and_shown_word_for_word(desk, hostile):
    found = set()
    assert len(WORDS) >= 60
    for question in SHELVES:
        desk.ask(question)
        hits = list(retrieve(question, corpus=hostile))
        assert _texts(desk.cards, ".or-words") == [hit.text for hit in hits]
        assert _texts(desk.cards, ".or-cite > cite") == [hit.note for hit in hits]
        assert _texts(desk.cards, ".or-where a") == [hit.citation.title for hit in hits]
        assert _texts(desk.cards, ".or-speakers strong") == [u.speaker for h in hits for u in h.answering]
        found |= {hit.citation.title for hit in hits}
    assert found == set(WORDS)


def test_more_like_a_passage_shows_words(desk, hostile):
    for document in hostile.documents()[::SHELF]:
        passage = hostile.document(document.id).passages[1]
        desk.expect_answer(lambda own=passage.id: desk.page.evaluate("id => orGo('more', id)", own))
        assert _texts(desk.cards, ".or-words") == [hit.text for hit in similar(hostile, passage.id).hits]


def test_the_list_names_every_document_and_opens_it(desk, hostile):
    desk.show(strings.TAB_DOCUMENTS)
    titles = desk.page.locator(".or-doc-title")
    expect(titles).to_have_count(50)
    shown = titles.all_text_contents()
    desk.page.get_by_role("button", name=strings.DOC_AFTER).click()
    expect(titles).to_have_count(len(WORDS) - 50)
    assert shown + titles.all_text_contents() == _titles(hostile)
    titles.last.click()
    expect(desk.page.locator(".or-doc-name")).to_have_text(_titles(hostile)[-1])


def test_every_document_is_read_to_the_character(desk, hostile):
    for summary in hostile.documents():
        _go(desk, "document", summary.id, ".or-doc-name", summary.citation.title)
        document = hostile.document(summary.id)
        assert "".join(_texts(desk.page, "#or-doc-view .or-text")) == document.text
        assert desk.page.evaluate(NOWHERE) == []


def test_every_speaker_is_listed_by_name(desk, hostile):
    desk.show(strings.TAB_SPEAKERS)
    desk.page.get_by_role("button", name=strings.PEOPLE_MORE).click()
    names = desk.page.locator(".or-names .or-link")
    expect(names).to_have_count(len(hostile.speakers()))
    assert names.all_text_contents() == [speaker.name for speaker in hostile.speakers()]


def test_a_speakers_page_shows_names_roles_and_words(desk, hostile):
    for speaker in hostile.speakers()[::4]:
        _go(desk, "speaker", speaker.name, ".or-person-name", speaker.name)
        page = desk.page.locator("#or-people-body, #or-people-head")
        assert sorted(_texts(page, ".or-roles strong")) == sorted(speaker.roles)
        assert set(_texts(page, ".or-sayings .or-words")) <= {part for w in WORDS for part in (w, f"{w} {w}")}
        assert desk.page.evaluate(NOWHERE) == []


def test_a_timeline_tells_words(desk, hostile):
    desk.page.evaluate("value => orGo('timeline', value)", '"quay"')
    found = timeline('"quay"', corpus=hostile)
    rows = desk.page.locator(".or-table tbody tr")
    expect(rows).to_have_count(len(found.points))
    assert _texts(rows, "td:nth-child(3)") == [point.words for point in found.points]
    marks = desk.page.locator(".or-point")
    assert set(marks.evaluate_all("all => all.map(e => e.ariaLabel)")) <= {point_told(p) for p in found.points}
    for mark in marks.all():
        mark.hover()
        assert desk.page.locator(".or-told").text_content() == mark.get_attribute("aria-label")


@pytest.mark.parametrize(("ending", "entries"), [("", WORDS[::4]), (" never", WORDS)], ids=["exact", "near"])
def test_a_quotation_of_hostile_words_is_checked_as_words(desk, hostile, ending, entries):
    for words in entries:
        quotation = f"{words}{ending}"
        desk.page.evaluate("value => orGo('check', value)", quotation)
        desk.page.wait_for_function(
            "wanted => document.querySelector('.or-onward [data-or-go=check]')?.dataset.orValue === wanted",
            arg=quotation,
        )
        found = check_quote(quotation, corpus=hostile, k=5)
        result = desk.page.locator("#or-check-result")
        assert desk.page.get_by_label(strings.QUOTING_LABEL).input_value() == quotation
        real = result.locator(".or-real").evaluate_all(VERBATIM)
        assert real == [p.passage.text[p.start : p.end] for match in found for p in match.parts]
        assert {*result.locator(".or-given").evaluate_all(VERBATIM)} <= {quotation}
        assert desk.page.evaluate(NOWHERE) == []


@pytest.fixture
def filled(desk, hostile):
    """Return a reader at the tray with every passage of the corpus in it, and their ids."""
    ids = [p.id for d in hostile.documents() for p in hostile.document(d.id).passages]
    desk.page.evaluate("ids => orTrayWrite(ids)", ids)
    desk.show(strings.TAB_TRAY)
    expect(desk.page.locator(".or-tray .or-card")).to_have_count(len(ids))
    return desk, ids


def test_a_tray_of_everything_shows_words_in_every_style(filled, hostile):
    desk, ids = filled
    hits = collected(hostile, ids).hits
    assert _texts(desk.page, ".or-tray .or-words") == [hit.text for hit in hits]
    for style, label in reversed(_STYLES.items()):
        desk.page.get_by_label(label).check()
        desk.page.wait_for_function(
            """wanted => [...document.querySelectorAll('.or-tray cite')].map(e => e.textContent).join('|')
                       === wanted""",
            arg="|".join(hit.cite(style).reference.text for hit in hits),
        )


def test_a_tray_of_everything_is_taken_away_byte_for_byte(filled, hostile, tmp_path):
    desk, ids = filled
    for form in Format:
        with desk.page.expect_download() as download:
            desk.page.get_by_role("button", name=_FORMATS[form][0], exact=True).click()
        download.value.save_as(tmp_path / f"all.{form.value}")
        assert (tmp_path / f"all.{form.value}").read_bytes() == export(collected(hostile, ids), form, Style.APA)


def test_hostile_values_are_corrected_withdrawn_removed_and_put_back_as_words(own_desk, own):
    desk = own_desk
    for document in own.documents():
        _go(desk, "document", document.id, ".or-doc-name", document.citation.title)
        _correct(desk, own, document)
    desk.page.get_by_role("button", name=strings.DOC_REMOVE).click()
    desk.page.get_by_role("button", name=strings.DOC_REMOVE_YES).click()
    expect(desk.page.locator("#or-doc-removed")).to_contain_text(" again")
    desk.page.get_by_role("button", name=strings.DOC_UNDO).click()
    expect(desk.page.locator(".or-doc-title")).to_have_count(len(SOME))
    _unharmed(desk)


def _correct(desk, corpus, document):
    """Write another title into the form of the open document, and look at what the form says before and after."""
    box = desk.page.locator("#or-field-title textarea, #or-field-title input")
    if not box.is_visible():
        desk.page.get_by_role("button", name=strings.DOC_CORRECT).click()
    expect(box).to_have_value(document.citation.title)
    for name in ("author", "container-title", "publisher", "url"):
        field = desk.page.locator(f"#or-field-{name} textarea, #or-field-{name} input")
        expect(field).to_have_value(shown_value(document.citation, name.upper() if name == "url" else name))
    box.fill(f"{document.citation.title} again")
    desk.page.locator("#or-doc-save").click()
    expect(desk.page.locator(".or-doc-name")).to_have_text(f"{document.citation.title} again")
    assert corpus.corrections(document.id)["title"].endswith(" again")


def test_hostile_files_and_records_are_words_on_the_screen(own_desk, own, tmp_path):
    desk, name = own_desk, "<img src=x onerror=window.__pwned=1>.md"
    (tmp_path / name).write_text(f"# {HOSTILE['svg onload']}\n\n{HOSTILE['script']}\n", encoding="utf-8")
    (tmp_path / f"broken{name}.docx").write_bytes(b"no archive")
    (tmp_path / "records.json").write_text(json.dumps([{"id": w, "title": w} for w in WORDS]), encoding="utf-8")
    desk.show(strings.TAB_DOCUMENTS)
    for label, place, files in (
        (strings.DOC_ADD, "#or-doc-add", [name, f"broken{name}.docx"]),
        (strings.DOC_DESCRIBE, "#or-doc-describe", ["records.json"]),
    ):
        desk.page.get_by_role("button", name=label).click()
        desk.page.locator(f"{place} input[type=file]").set_input_files([tmp_path / file for file in files])
    expect(desk.page.locator("#or-doc-read tbody tr")).to_have_count(2)
    expect(desk.page.locator("#or-doc-described tbody tr")).to_have_count(len(WORDS))
    # Gradio takes the angle brackets out of a file's name before we see it.
    assert "img src=x onerror=window.__pwned=1.md" in _texts(desk.page, "#or-doc-read tbody tr")[0]
    keys = _texts(desk.page, "#or-doc-described tbody tr td:first-child .or-value")
    # A record's key is shown short, and without what cannot be seen.
    shown = {words: key.removesuffix("…") for words, key in zip(WORDS, keys, strict=True) if words.isprintable()}
    assert (len(shown) > 55, min(map(len, keys)) > 10) == (True, True)
    assert all(words.startswith(key) for words, key in shown.items())


def test_kept_conversations_of_hostile_names_and_questions_are_words(read, hostile_address):
    turns = [{"question": w, "like": "", "dropped": [], "passages": []} for w in WORDS]
    kept = [{"id": w, "name": w, "at": w, "turns": [turn]} for w, turn in zip(WORDS, turns, strict=True)]
    store = [{"name": "onrecord.kept", "value": json.dumps(kept)}]
    desk = read(hostile_address, storage_state={"cookies": [], "origins": [
        {"origin": hostile_address, "localStorage": store}]})  # fmt: skip
    desk.page.locator("#or-kept summary").click()
    lines = desk.page.locator(".or-kept-list li")
    expect(lines).to_have_count(len(WORDS))
    assert _texts(lines, ".or-kept-title") == WORDS
    lines.nth(1).get_by_role("button", name=strings.KEPT_OPEN).click()
    expect(desk.page.locator(".or-question")).to_have_text(WORDS[1])
    desk.answer.wait_for()
    _unharmed(desk)


@pytest.mark.parametrize("parameter", ["q", "passage", "document", "speaker", "timeline", "quote"])
def test_an_address_of_hostile_words_runs_nothing(read, hostile_address, parameter):
    desk = read(f"{hostile_address}/?{parameter}={quote(' '.join(WORDS[:12]), safe='')}")
    desk.page.locator(".or-answer, .or-failure, .or-time, .or-check").first.wait_for()
    _unharmed(desk)
