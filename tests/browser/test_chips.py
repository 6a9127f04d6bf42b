"""The parts of a reading, removed and put back by a click or a key."""

from __future__ import annotations

import pytest
from browser_server import served
from tiny_encoder import TinyEncoder

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

QUESTION = "What did Roe say about the ferry? source:harbour"


ROES = "“The ferry runs late,” said Jane Roe.\n\n“The ferry must go,” said Oskar Roe.\n"


@pytest.fixture(scope="module")
def two_roes(tmp_path_factory):
    from qa import Corpus

    folder = tmp_path_factory.mktemp("roes")
    (folder / "roes.txt").write_text(ROES, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([folder / "roes.txt"])
    with served(corpus) as url:
        yield url


def chips(reader, css=".or-drop"):
    return reader.answer.locator(css)


def test_a_part_that_is_removed_is_asked_without_and_can_be_put_back(reader):
    reader.ask(QUESTION)
    reader.page.get_by_role("button", name="Remove: words of Jane Roe (“Roe”)").click()
    expect(chips(reader, ".or-back")).to_have_text(["words of Jane Roe (“Roe”)"])
    expect(chips(reader)).to_have_text(["naming Jane Roe", "only source “harbour”"])
    assert reader.page.locator(".or-question").count() == 1
    reader.page.get_by_role("button", name="Put back: words of Jane Roe").click()
    expect(chips(reader, ".or-back")).to_have_count(0)
    expect(chips(reader)).to_have_text(["words of Jane Roe (“Roe”)", "only source “harbour”"])


def test_a_filter_that_is_removed_lets_other_documents_in(reader):
    reader.ask("apples or ferries source:harbour")
    assert chips(reader, ".or-count").inner_text() == "3 of 34 passages"
    reader.page.get_by_role("button", name="Remove: only source “harbour”").click()
    expect(chips(reader, ".or-count")).to_have_count(0)
    assert "Stall" in reader.answer.inner_text()


def test_what_was_carried_over_is_shown_and_removed(reader):
    reader.ask("What did Roe say about the ferry?")
    reader.ask("and about the boats?")
    reader.page.get_by_role("button", name="Remove: goes on from the last question").click()
    expect(chips(reader, ".or-carried")).to_have_count(0)
    expect(chips(reader, ".or-back")).to_have_text(["goes on from the last question"])


def test_a_chip_of_an_older_answer_changes_that_answer_only(reader):
    reader.ask(QUESTION)
    reader.ask("and about the boats?")
    answers = reader.page.locator(".or-answer")
    latest = answers.nth(1).inner_html()
    answers.nth(0).get_by_role("button", name="Remove: words of").click()
    expect(answers.nth(0).locator(".or-back")).to_have_count(1)
    assert answers.nth(1).inner_html() == latest


def test_the_same_chip_works_again_after_it_was_put_back(reader):
    reader.ask(QUESTION)
    for _ in range(2):
        reader.page.get_by_role("button", name="Remove: only source").click()
        reader.page.get_by_role("button", name="Put back: only source").click()
        expect(chips(reader, ".or-back")).to_have_count(0)


def test_the_next_question_leans_on_what_is_left(reader):
    reader.ask(QUESTION)
    reader.page.get_by_role("button", name="Remove: words of").click()
    expect(chips(reader, ".or-back")).to_have_count(1)
    reader.ask("and about the boats?")
    assert "words of" not in " ".join(chips(reader).all_inner_texts())


def test_a_chip_works_from_the_keyboard_and_the_answer_gets_the_focus(reader):
    reader.ask(QUESTION)
    reader.page.get_by_role("button", name="Remove: words of").focus()
    reader.page.keyboard.press("Enter")
    expect(chips(reader, ".or-back")).to_have_count(1)
    reader.page.wait_for_function("document.activeElement.matches('.or-answer')")
    expect(reader.page.locator(".or-spoken")).to_contain_text("passage")


def test_a_name_that_fits_several_is_settled_by_a_click(read, two_roes):
    reader = read(two_roes)
    reader.ask("What did Roe say about the ferry?")
    reader.expect_answer(reader.page.get_by_role("button", name="Only Oskar Roe").click)
    assert chips(reader, ".or-count").inner_text() == "1 of 2 passages"
    assert "Oskar Roe" in reader.cards.first.locator(".or-speakers").inner_text()


def test_chips_fit_on_a_phone(read):
    reader = read(viewport={"width": 390, "height": 844})
    reader.ask(
        f'{QUESTION} until:2030 -kind:turn -"a phrase that is long enough to need a line of its own on a phone"'
    )
    assert reader.sideways() == 0
    for chip in chips(reader).all():
        assert chip.bounding_box()["height"] >= 24


def test_a_chip_that_is_none_of_ours_leaves_the_others_working(reader):
    reader.ask(QUESTION)
    for value in ("99-asked", "nonsense", ""):
        reader.page.evaluate("value => orGo('ignore', value)", value)
    reader.page.get_by_role("button", name="Remove: words of").click()
    expect(chips(reader, ".or-back")).to_have_count(1)
    assert reader.page.locator(".or-failure").count() == 0
