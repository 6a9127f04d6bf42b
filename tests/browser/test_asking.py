from __future__ import annotations

import re

from qa import retrieve

QUESTION = "the ferry to the island runs late"


def test_a_question_is_answered_with_words_speaker_and_citation(reader):
    reader.ask(QUESTION)
    card = reader.cards.first
    assert "“The ferry to the island runs late,”" in card.locator("mark").first.inner_text()
    assert card.locator(".or-speakers").inner_text().startswith("Jane Roe, Mayor, quoted directly")
    assert card.locator("cite").inner_text().startswith("Jane Roe, quoted in Ann Author, “The Harbour,”")


def test_every_card_shows_the_passage_as_it_stands(reader, harbour):
    reader.ask(QUESTION)
    expected = [hit.text for hit in retrieve(QUESTION, corpus=harbour)]
    assert reader.cards.locator(".or-words").all_inner_texts() == expected
    assert reader.cards.locator(".or-words").all_text_contents() == expected


def test_no_answer_says_so_and_sets_the_nearest_passages_apart(reader):
    reader.ask("quantum chromodynamics")
    assert reader.answer.locator(".or-none").inner_text() == "This corpus does not answer that."
    assert reader.answer.locator("h2").inner_text() == "Nearest passages, not an answer"
    assert reader.cards.first.evaluate("card => getComputedStyle(card).borderStyle") == "dashed"


def test_the_question_stands_above_its_answer_as_typed(reader):
    reader.ask("When does <b>the ferry</b> run? **Soon** & $x$")
    assert reader.page.locator(".or-question").inner_text() == "When does <b>the ferry</b> run? **Soon** & $x$"


def test_the_box_is_empty_after_a_question(reader):
    reader.ask(QUESTION)
    assert reader.box.input_value() == ""


def test_the_ask_button_asks(reader):
    reader.box.fill(QUESTION)
    reader.expect_answer(reader.page.get_by_role("button", name="Ask", exact=True).click)
    assert reader.cards.count() >= 1


def test_blank_questions_are_not_sent(reader):
    reader.box.fill("   ")
    reader.box.press("Enter")
    reader.box.fill(QUESTION)
    for _ in range(50):  # Gradio drops an Enter while the last one is under way
        if reader.page.locator(".or-answer").count():
            break
        reader.box.press("Enter")
        reader.page.wait_for_timeout(200)
    assert reader.page.locator(".or-question").count() == 1


def test_an_example_is_answered_when_clicked(reader):
    example = reader.page.get_by_text("What did Jane Roe say about").first
    reader.expect_answer(example.click)
    assert "Jane Roe" in reader.cards.first.inner_text()


def test_two_questions_stand_in_order_and_the_latest_is_in_view(reader):
    reader.ask("apples pears plums")
    reader.ask(QUESTION)
    questions = reader.page.locator(".or-question")
    assert questions.all_inner_texts() == ["apples pears plums", QUESTION]
    reader.page.wait_for_function(
        "() => { const q = [...document.querySelectorAll('.or-question')].at(-1).getBoundingClientRect();"
        " return q.top >= 0 && q.top < innerHeight / 2; }"
    )


def test_a_question_that_is_too_long_is_refused_and_the_page_goes_on(reader):
    reader.box.evaluate("box => box.removeAttribute('maxlength')")
    reader.ask("x" * 2001)
    assert "2,001 characters; expected at most 2,000" in reader.answer.inner_text()
    reader.ask(QUESTION)
    assert reader.cards.count() >= 1


def test_the_box_takes_no_more_than_a_question_may_have(reader):
    assert reader.box.get_attribute("maxlength") == "2000"


def test_how_a_question_was_read_stands_above_its_passages(reader):
    reader.ask("What did Roe say about the ferry?")
    assert reader.answer.locator(".or-chip").all_inner_texts() == ["words of Jane Roe (“Roe”)"]
    reader.ask("quantum chromodynamics")
    assert reader.answer.locator(".or-reading").count() == 0


def test_a_question_leans_on_the_last_one_of_the_same_reader_only(read):
    first, second = read(), read()
    first.ask("What did Jane Roe say about the ferry?")
    second.ask("and about the boats?")
    first.ask("and about the boats?")
    carried = ["words of Jane Roe", "goes on from the last question"]
    assert first.answer.locator(".or-chip.or-carried").all_inner_texts() == carried
    assert second.answer.locator(".or-reading").count() == 0


def test_an_example_is_leant_on_too(reader):
    reader.expect_answer(reader.page.get_by_text("What did Jane Roe say about").first.click)
    reader.ask("and about the boats?")
    assert "words of Jane Roe" in reader.answer.locator(".or-chip.or-carried").all_inner_texts()


def test_each_reader_has_a_conversation_of_their_own(read):
    first, second = read(), read()
    first.ask(QUESTION)
    assert second.page.locator(".or-question").count() == 0
    first.page.reload()
    first.box.wait_for()
    assert first.page.locator(".or-question").count() == 0


def test_the_page_says_what_it_is_and_what_it_searches(reader):
    assert reader.page.title() == "On Record"
    assert reader.page.locator("h1").inner_text() == "On Record"
    assert re.match(r"3 documents, \d+ passages\.", reader.page.locator(".or-searched").inner_text())
