"""Sentences in which a name stands close to words that are not that person's."""

from __future__ import annotations

import pytest
from texts import document, speakers

WORDS = "We will appeal the ruling to the highest court"
#: Both are named in full before, as in any report.
NAMED = "Jane Roe met Mark Poe at the courthouse.\n\n"
ROE = "Jane Roe"
POE = "Mark Poe"


def heard(sentence):
    return speakers(NAMED + sentence.replace("…", WORDS))


@pytest.mark.parametrize(
    "between",
    [
        "Jane Roe said, as Mark Poe muttered,",
        "Jane Roe said, while Mark Poe scoffed,",
        "Jane Roe said. Mark Poe scoffed,",
        "Jane Roe said, and Mark Poe:",
        "Jane Roe said, as the judge muttered,",
        "Jane Roe told Mark Poe, who muttered,",
        "said Jane Roe. Mark Poe smiled.",
    ],
)
def test_a_second_quotation_is_not_the_firsts_when_somebody_else_acts_in_between(between):
    assert heard(f"“We will appeal,” {between} “Never in this lifetime will that come to pass.”") == [ROE, None]


@pytest.mark.parametrize(
    "between",
    [
        "Jane Roe told the Lantern Post.",
        "said Jane Roe of Mark Poe.",
        "Jane Roe told Mark Poe.",
        "Jane Roe said in Leeds.",
    ],
)
def test_whom_somebody_told_does_not_end_their_speech(between):
    assert heard(f"“We will appeal,” {between} “…”") == [ROE, ROE]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Jane Roe sued. “…,” she said.", [ROE]),
        ("Jane Roe sued. “…,” she said. “…,” she added.", [ROE, ROE]),
        ("Jane Roe sued. The judge was unmoved. “…,” he said.", [None]),
        ("Jane Roe sued, but the judge was unmoved. “…,” she said.", [None]),
        ("Jane Roe was sentenced by a judge. “…,” she said.", [None]),
        ("Jane Roe sued. It rained all day. “…,” she said.", [None]),
        ("Mark Poe was sentenced on Friday. The judge rejected his plea. “…,” she told the court.", [None]),
        ("Mark Poe lost his case. “…,” he said.", [POE]),
    ],
)
def test_a_pronoun_is_the_only_person_named_close_before_where_nobody_else_acts(sentence, expected):
    assert heard(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“…,” asked Jane Roe of Mark Poe.", ROE),
        ("In Leeds Mark Poe said: “…”", POE),
        ("In Washington Mark Poe said: “…”", POE),
        ("In Leeds Poe said: “…”", POE),
        ("In Leeds Tom Lake said: “…”", "Tom Lake"),
        ("In Lowmere Tom Lake said: “…”", None),
        ("In Mark Poe’s words: “…”", POE),
        ("Cllr Mark Poe said: “…”", POE),
        ("Cllr. Poe said: “…”", POE),
    ],
)
def test_neither_a_place_nor_an_addressee_is_run_into_a_name(sentence, speaker):
    assert heard(sentence) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe tweeted a statement by Mark Poe: “…”",
        "Jane Roe praised Mark Poe’s statement: “…”",
        "Jane Roe agreed with Mark Poe’s statement: “…”",
        "Jane Roe agreed with the judge’s statement: “…”",
        "“…,” Jane Roe recalled Mark Poe telling her.",
        "“…,” Mark Poe said Jane Roe told him.",
        "“…,” Jane Roe said the judge told her.",
        "“…,” Jane Roe said, quoting Mark Poe.",
        "The sign above Jane Roe says “…”",
        "The banner behind Jane Roe reads “…”",
        "“…,” said neither Jane Roe nor Mark Poe.",
    ],
)
def test_words_that_come_from_somebody_else_are_not_the_nearest_names(sentence):
    assert heard(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that Jane Roe said “…”",
        "It isn’t true that Jane Roe said “…”",
        "Nobody believes Jane Roe said “…”",
        "No one believes that Jane Roe said “…”",
        "A fake video shows Jane Roe saying “…”",
        "In a doctored clip, Jane Roe says “…”",
        "A letter falsely claims Jane Roe said “…”",
        "Had Jane Roe said “…”, she would have lost.",
        "If Jane Roe says “…”, she loses.",
        "Unless Jane Roe says “…”, she loses.",
        "Asked whether Jane Roe said “…”, he left.",
        "Did Jane Roe say “…”? It is not known.",
        "Jane Roe should have said “…”",
        "“…,” Jane Roe could have said.",
    ],
)
def test_words_that_were_never_spoken_are_nobodys(sentence):
    assert set(heard(sentence)) <= {None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe falsely claimed “…”",
        "If elected, Jane Roe said, “…”",
        "Jane Roe said in Friday’s statement: “…”",
        "Jane Roe said, as she left: “…”",
        "“…,” Jane Roe told Mark Poe, adding that it rained.",
        "“…,” Jane Roe said, citing Mark Poe.",
    ],
)
def test_words_that_were_spoken_keep_their_speaker(sentence):
    assert heard(sentence) == [ROE]


@pytest.mark.parametrize("words", ["one Republican", "a German", "another Supreme Court advocate"])
def test_one_of_a_kind_is_never_named(words):
    assert heard(f"The Republican National Convention met. “…,” said {words}.") == [None]


def test_a_party_in_brackets_is_never_who_said_it():
    assert heard("“…,” state Sen. Jane Roe (D) said on Friday.") == [ROE]


@pytest.mark.parametrize(
    "text",
    [
        "Oda Bern is probably mentioned for symbolic reasons, so as to appeal to both towns.",
        "Karbala and Jerusalem are probably mentioned for symbolic and not pragmatic reasons, the article judges.",
    ],
)
def test_who_is_mentioned_for_a_reason_has_not_given_it(text):
    assert {u.speaker or u.probably for p in document(text).passages for u in p.utterances} <= {None}
