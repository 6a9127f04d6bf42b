from __future__ import annotations

import pytest
from hypothesis import given
from ui_checks import TEXT, check, everywhere, match, operation, part, seen
from ui_hits import citation, utterance
from ui_hostile import HOSTILE
from ui_html import elements, foreign, one

from corpus import limits
from qa.checking import Change, Grade, QuoteWarning, WarningKind
from ui import strings
from ui.render import checks

SAID = "We will not sell the quay"
SAME = operation(Change.SAME, SAID, SAID)
OTHERS = QuoteWarning(WarningKind.OTHER_SPEAKER, ("Sanna Veld",))


def _exact(**more):
    return match(SAME, grade=Grade.EXACT, share=1.0, **more)


def _links(html, door):
    return [e for e in elements(html) if e.attributes.get("data-or-go") == door]


@pytest.mark.parametrize(
    ("found", "grade", "css_class"),
    [
        (check(_exact()), "✓Exact", "or-exact"),
        (check(match(SAME)), "≈Near, not exact", "or-near"),
        (check(), "✕Not in this corpus", "or-absent"),
    ],
)
def test_the_verdict_has_a_sign_and_a_name(found, grade, css_class):
    html = checks.check(found, 3)
    assert one(html, "or-grade").text == grade
    assert css_class in elements(html)[0].classes
    assert one(html, "or-sign").attributes["aria-hidden"] == "true"


def test_what_is_near_is_nowhere_called_exact():
    html = checks.check(check(match(SAME, share=1.0, warnings=[QuoteWarning(WarningKind.CASE, ("We",))])), 3)
    assert strings.QUOTING_EXACT_SAID not in html
    assert one(html, "or-grade").text.endswith("Near, not exact")
    assert "100 %" not in html


def test_the_share_of_the_same_words_is_rounded_down():
    assert "99 % of the words are the same" in checks.check(check(match(SAME, share=0.9999)), 3)


def test_an_absent_quotation_says_how_much_was_looked_through_and_where_to_go_on():
    html = checks.check(check(quotation="the lamp & the wall"), 41)
    assert "None of the 41 documents here" in html
    (ask,) = _links(html, "ask")
    assert (ask.attributes["href"], ask.attributes["data-or-value"]) == (
        "?q=the%20lamp%20%26%20the%20wall", "the lamp & the wall",
    )  # fmt: skip


def test_words_that_are_found_are_not_asked_for():
    assert _links(checks.check(check(_exact()), 3), "ask") == []


@pytest.mark.parametrize(("chars", "links"), [(limits.MAX_QUESTION_CHARS, 2), (limits.MAX_QUESTION_CHARS + 1, 0)])
def test_a_quotation_too_long_for_an_address_gets_none(chars, links):
    html = checks.check(check(quotation="a" * chars), 3)
    assert len(_links(html, "ask") + _links(html, "check")) == links


def test_another_speakers_words_are_told_beside_the_verdict_and_announced():
    html = checks.check(check(_exact(warnings=[OTHERS]), speaker="Bern", names=["Oda Bern"]), 3)
    told = next(e for e in elements(html) if "or-grave" in e.classes)
    assert told.text == "Not the words of Bern: the source has them as those of Sanna Veld."
    assert told.attributes["role"] == "alert"


def test_the_named_speakers_own_words_bring_no_alert():
    html = checks.check(check(_exact(), speaker="Veld", names=["Sanna Veld"]), 3)
    assert [e for e in elements(html) if e.attributes.get("role") == "alert"] == []


def test_a_speaker_whom_nobody_knows_is_said_to_be_so():
    html = checks.check(check(_exact(), speaker="Tolliver"), 3)
    assert "No speaker here goes by the name Tolliver." in seen(html, "or-remark")


def test_how_often_the_words_stand_there_is_said():
    assert "The words stand in 7 passages." in seen(checks.check(check(_exact(), occurrences=7), 3), "or-remark")
    assert "The words stand in" not in checks.check(check(_exact()), 3)


def test_every_warning_stands_with_its_match_as_a_sentence():
    html = checks.check(check(match(SAME, warnings=[QuoteWarning(kind) for kind in WarningKind])), 3)
    _, *lines = [e.text for e in elements(html) if e.tag == "li"]  # the first says who speaks
    assert len(lines) == len(WarningKind)
    assert "A negation is changed, missing or added" in lines


def test_a_match_says_who_says_the_words_and_where():
    said = [utterance(SAID, "Sanna Veld", role="harbour master")]
    html = checks.check(check(_exact(parts=(part(SAID, said=said),))), 3)
    assert one(html, "or-speakers").text == "Sanna Veld, harbour master, quoted directly"
    assert "The Harbour · Ferries · paragraph 3" in seen(html, "or-where")
    (speaker,) = _links(html, "speaker")
    assert speaker.attributes["data-or-value"] == "Sanna Veld"


def test_words_that_nobody_says_are_said_to_be_in_no_quotation():
    assert one(checks.check(check(_exact()), 3), "or-speakers").text == strings.NO_QUOTATION


def test_the_citation_and_the_real_words_can_be_copied_and_read_in_place():
    place = part("We will not sell the quay", cited=citation())
    html = checks.check(check(match(operation(Change.CHANGED, "x", "We"), parts=(place,))), 3)
    copied = [e.attributes["data-or-copy"] for e in elements(html) if "data-or-copy" in e.attributes]
    assert copied == [place.note, f"We will not sell the quay\n{place.note}"]
    assert _links(html, "read")[0].attributes["data-or-value"] == place.passage.id
    assert one(html, "or-collect").attributes["data-or-collect"] == place.passage.id


def test_each_part_of_words_in_two_passages_has_its_own_citation():
    parts = (part("One", number=3), part("Two", number=4))
    html = checks.check(check(match(SAME, parts=parts)), 3)
    assert [e.attributes["data-or-collect"] for e in elements(html) if "or-collect" in e.classes] == ["p3", "p4"]


def test_places_are_articles_with_names():
    html = checks.check(check(_exact(), _exact()), 3)
    assert [e.attributes["aria-label"] for e in elements(html) if e.tag == "article"] == ["Place 1", "Place 2"]


@given(TEXT)
def test_no_text_in_any_position_adds_an_element_or_attribute(words):
    html = checks.check(everywhere(words), 3)
    assert foreign(html) == []
    assert {e.attributes["href"][:1] for e in elements(html) if e.tag == "a"} == {"?"}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_words_in_every_position(words):
    html = checks.check(everywhere(words), 3)
    assert foreign(html) == []
    assert set(seen(html, "or-real")) == set(seen(html, "or-given")) == {words}
