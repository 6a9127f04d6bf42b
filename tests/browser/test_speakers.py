from __future__ import annotations

from urllib.parse import quote

import pytest
from browser_server import served
from tiny_encoder import TinyEncoder
from ui_hostile import HOSTILE
from ui_people import COUNCIL, proposal, saying, sayings, when

from qa import Corpus
from ui import strings

PHONE = {"width": 390, "height": 844}


def _corpus(folder):
    (folder / "files").mkdir()
    for name, text in COUNCIL.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([folder / "files"])
    return corpus


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    with served(_corpus(tmp_path_factory.mktemp("council"))) as url:
        yield url


@pytest.fixture
def own(tmp_path):
    with served(_corpus(tmp_path)) as url:
        yield url


def _open_tab(reader):
    reader.page.get_by_role("tab", name=strings.TAB_SPEAKERS).click()
    reader.page.locator(".or-names").wait_for()


def _names(reader):
    return reader.page.locator(".or-names .or-link").all_text_contents()


def _choose(reader, name):
    reader.page.locator(".or-names").get_by_role("link", name=name, exact=True).click()
    reader.page.get_by_role("heading", name=name, exact=True).wait_for()


def _quiet(reader):
    assert (reader.faults, reader.abroad, reader.sideways()) == ([], [], 0)


def test_the_tab_lists_everybody_and_narrows_to_a_name(read, council):
    reader = read(council)
    _open_tab(reader)
    assert _names(reader) == ["Sanna Veld", "Oda Bern", "S. Veld"]
    reader.page.get_by_label(strings.PEOPLE_FIND).fill("bern")
    reader.page.wait_for_function("document.querySelectorAll('.or-names li').length == 1")
    assert _names(reader) == ["Oda Bern"]
    reader.page.get_by_label(strings.PEOPLE_FIND).fill("<b>?!")
    reader.page.get_by_text(strings.PEOPLE_NONE_FIT).wait_for()
    reader.page.get_by_label(strings.PEOPLE_FIND).fill("")
    reader.page.wait_for_function("document.querySelectorAll('.or-names li').length == 3")
    _quiet(reader)


def test_a_speaker_chosen_shows_every_utterance_and_has_an_address(read, council):
    reader = read(council)
    _open_tab(reader)
    _choose(reader, "Sanna Veld")
    assert reader.page.locator(".or-sayings > li").count() == 9
    assert reader.page.locator(".or-said-when").last.inner_text() == strings.TIME_UNDATED
    assert reader.page.url.endswith("?speaker=Sanna%20Veld")
    reader.page.get_by_role("link", name=strings.PEOPLE_ALL).click()
    reader.page.locator(".or-names").wait_for()
    _quiet(reader)


def test_a_speakers_address_opens_their_page_again(read, council):
    reader = read(f"{council}/?speaker={quote('Oda Bern')}")
    reader.page.get_by_role("heading", name="Oda Bern", exact=True).wait_for()
    assert reader.page.locator(".or-sayings > li").count() == 8
    _quiet(reader)


@pytest.mark.parametrize("name", ["Warden Tolliver", "Veld", "<script>window.__pwned=1</script>", "x" * 5000])
def test_an_address_of_nobody_is_answered_with_a_sentence(read, council, name):
    reader = read(f"{council}/?speaker={quote(name)}")
    reader.page.get_by_role("alert").wait_for()
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    _quiet(reader)


def test_two_spellings_are_merged_and_parted_again(read, own):
    reader = read(own)
    _open_tab(reader)
    _choose(reader, "S. Veld")
    reader.page.get_by_role("button", name="They are one person: Sanna Veld").click()
    reader.page.get_by_role("status").filter(has_text="one speaker now").wait_for()
    assert reader.page.locator(".or-person-name").inner_text() == "Sanna Veld"
    assert reader.page.locator(".or-sayings > li").count() == 13
    reader.page.get_by_role("link", name=strings.PEOPLE_ALL).click()
    reader.page.locator(".or-names").wait_for()
    assert _names(reader) == ["Sanna Veld", "Oda Bern"]
    _choose(reader, "Sanna Veld")
    reader.page.get_by_role("button", name="Undo: S. Veld").click()
    reader.page.get_by_role("status").filter(has_text="stands alone again").wait_for()
    assert reader.page.locator(".or-person-name").inner_text() == "S. Veld"
    _quiet(reader)


def test_a_name_typed_is_merged_and_a_wrong_one_refused(read, own):
    reader = read(f"{own}/?speaker=S.%20Veld")
    box = reader.page.get_by_label(strings.PEOPLE_MERGE_ALSO)
    box.fill("Tolliver")
    box.press("Enter")
    reader.page.get_by_role("alert").filter(has_text="nobody goes by").wait_for()
    box.fill("Oda Bern")
    box.press("Enter")
    reader.page.get_by_role("status").filter(has_text="Oda Bern and S. Veld are one speaker").wait_for()
    _quiet(reader)


def test_the_public_page_has_nothing_to_merge_with(read, tmp_path):
    with served(_corpus(tmp_path), public=True) as url:
        reader = read(f"{url}/?speaker=S.%20Veld")
        reader.page.locator(".or-sayings").wait_for()
        assert reader.page.get_by_role("button", name=strings.PEOPLE_MERGE_DO, exact=True).count() == 0
        assert reader.page.get_by_label(strings.PEOPLE_MERGE_ALSO).count() == 0
        assert "May be the same person as" in reader.page.locator(".or-identity").inner_text()


def test_five_thousand_utterances_do_not_stop_the_page(read, council, monkeypatch):
    many = sayings(*[saying(f"Word {n}.", at=when()) for n in range(5000)])
    monkeypatch.setattr("ui.panels.people.sayings_of", lambda *_: many)
    reader = read(f"{council}/?speaker=Sanna%20Veld")
    reader.page.locator(".or-sayings").wait_for()
    assert reader.page.locator(".or-sayings > li").count() == 50
    reader.page.get_by_role("button", name=strings.PEOPLE_MORE).click()
    reader.page.wait_for_function("document.querySelectorAll('.or-sayings > li').length == 100")
    _quiet(reader)


def test_hostile_speakers_are_words_on_the_screen(read, council, monkeypatch):
    said = [saying(w, speaker=w, role=w, about=w, at=when(printed=w)) for w in HOSTILE.values()]
    every = " ".join(HOSTILE.values())
    found = sayings(*said, name=every, aliases=HOSTILE.values())
    monkeypatch.setattr("ui.panels.people.sayings_of", lambda *_: found)
    monkeypatch.setattr("qa.Corpus.roster", lambda _: _Roster((proposal(every, every, every),)))
    reader = read(f"{council}/?speaker=anybody")
    reader.page.locator(".or-sayings").wait_for()
    reader.page.get_by_role("button", name=strings.PEOPLE_MORE).click()
    reader.page.locator(".or-sayings .or-words").nth(len(HOSTILE) - 1).wait_for()
    assert reader.page.locator(".or-sayings .or-words").all_text_contents() == list(HOSTILE.values())
    assert reader.page.locator(".or-person-name").text_content() == every
    for mark in reader.page.locator(".or-point").all():
        mark.focus()
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert reader.page.locator(".or-person :is(script, svg, img, iframe, form, style, link, video)").count() == 0
    _quiet(reader)


class _Roster:
    flags = ()

    def __init__(self, proposals):
        self.proposals = proposals

    def speaker_of(self, _):
        return None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_without_sideways_scroll(read, council, scheme):
    reader = read(f"{council}/?speaker=Sanna%20Veld", viewport=PHONE, color_scheme=scheme)
    reader.page.locator(".or-sayings").wait_for()
    _quiet(reader)
    for thing in reader.page.locator(".or-person .or-copy, .or-person .or-go a, .or-point").all():
        assert thing.bounding_box()["height"] >= 24  # WCAG 2.2, success criterion 2.5.8
