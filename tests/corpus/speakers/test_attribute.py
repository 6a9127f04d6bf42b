from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, document, said, speakers

from corpus import UtteranceKind

WORDS = "“The harbour stays open tonight, whatever the council may decide.”"

LANDS = "Syria, Lebanon and Palestine"
QUELL = "Mara Quell"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # A place before an infinitive is no speaker.
        (f"{QUELL}, the envoy, urged groups in {LANDS} to conclude “a common pact of the ports now”.", QUELL),
        (f"Mara Quell urged groups in {LANDS}, to conclude “a common pact of the ports now”.", QUELL),
        (f"Mara Quell urged Oda Bern, to declare {WORDS}", QUELL),
        # Apposition and possessor.
        (f"Oda Bern’s adviser, Tam Pell, said: {WORDS}", "Tam Pell"),
        (f"The sister of Oda Bern, Mara Quell, said: {WORDS}", "Mara Quell"),
        (f"Mara Quell, the sister of Tam Pell, said: {WORDS}", "Mara Quell"),
        # Somebody is told, not telling.
        (f"Mara Quell told Oda Bern: {WORDS}", "Mara Quell"),
        (f"{WORDS[:-2]},” Mara Quell told the Lantern Post.", "Mara Quell"),
        (f"{WORDS[:-2]},” the mayor told Oda Bern.", None),
        (f"Mara Quell was told: {WORDS}", None),
        # Somebody reports somebody else.
        (f"Mara Quell recalled that Oda Bern said, {WORDS}", "Oda Bern"),
        (f"Mara Quell said Oda Bern had told her: {WORDS}", "Oda Bern"),
        (f"Mara Quell said her sister told the crowd: {WORDS}", None),
        (f"According to Oda Bern, Mara Quell said: {WORDS}", "Mara Quell"),
        (f"Quoting Oda Bern, Mara Quell said: {WORDS}", "Mara Quell"),
        ("Mara Quell said: “As Oda Bern put it, ‘The harbour stays open.’”", "Mara Quell"),
        # One spoke of another.
        ("Oda Bern, Mara Quell said, was “the best captain we have ever had”.", "Mara Quell"),
        ("Mara Quell called Oda Bern “the best captain of the whole north”.", "Mara Quell"),
        ("Oda Bern is called “the best captain of the whole north”.", None),
        # Who has a name in the sentence is not thereby the speaker.
        (f"In response to Oda Bern’s letter, the envoy replied: {WORDS}", None),
        (f"The man who betrayed Oda Bern said: {WORDS}", None),
        (f"Oda Bern never said: {WORDS}", None),
        (f"Oda Bern and Mara Quell said: {WORDS}", None),
    ],
)  # fmt: skip
def test_words_are_never_put_into_the_wrong_mouth(sentence, speaker):
    found = speakers(sentence)
    assert (found or [None]) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "The so-called “open harbour and free tide party” has split.",
        "Oda Bern wrote a novel called “The Harbour Stays Open Tonight”.",
        "Several crews signed a paper titled, “Ten Good Reasons to Stay Afloat,” and left.",
        "Oda Bern used the phrase “an open harbour for all” often.",
        "The “axis of patience” holds.",
    ],
)
def test_titles_terms_and_scare_quotes_are_no_utterances(sentence):
    assert said(sentence) == []


def test_a_long_quotation_without_a_cue_is_speech_by_nobody_known():
    assert speakers(f"Oda Bern looked up. {WORDS} Mara Quell looked away.") == [None]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Oda Bern came in.", "Oda Bern"),
        ("Oda Bern met Mara Quell.", None),
        ("The driver met Oda Bern.", None),
        ("Nobody came in.", None),
    ],
)
def test_a_pronoun_is_somebody_only_where_one_person_can_be_meant(before, speaker):
    assert said(f"{before} {WORDS[:-2]},” she said.") == [(speaker, f"{WORDS[:-2]},”")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Governor Oda Bern came.", "Oda Bern"),
        ("Governor Oda Bern came. Governor Mara Quell left.", None),
        ("Oda Bern came.", None),
    ],
)
def test_a_title_alone_is_its_one_holder_or_nobody(before, speaker):
    assert speakers(f"{before} {WORDS[:-2]},” the Governor said.") == [speaker]


def test_a_last_name_leads_to_the_full_name_given_elsewhere():
    assert speakers(f"Bern said: {WORDS}\n\nOda Bern came to the office in 1998.") == ["Oda Bern"]


def test_a_last_name_of_two_people_stays_as_printed():
    assert speakers(f"Tam Relland met Mara Relland. Relland said: {WORDS}") == ["Relland"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” said Oda Bern. “The harbour stays open.”", ["Oda Bern", "Oda Bern"]),
        ("“I think,” Oda Bern said, “that it stays open.”", ["Oda Bern", "Oda Bern"]),
        ("“No,” said Oda Bern. “Go away,” said Tam Pell. “Never.”", ["Oda Bern", "Tam Pell", "Tam Pell"]),
        ("“No,” said Oda Bern. Tam Pell rose. “Never again.”", ["Oda Bern", None]),
        (f"“Is it shut tonight, and will it stay shut?” Oda Bern replied: {WORDS}", [None, "Oda Bern"]),
    ],
)
def test_a_quotation_carries_on_only_for_who_has_just_spoken(text, expected):
    assert speakers(text) == expected


def test_a_block_quotation_belongs_to_who_announces_it():
    text = "Oda Bern met Tam Pell — a pilot — and then wrote to the crews:\n\nWe keep the lamps lit."
    read = document(f"Oda Bern wrote a letter to the crews:\n\nWe keep the lamps lit.\n\n{text}")
    first, second = (p.utterances[0] for p in read.passages if p.kind.value == "block quotation")
    assert (first.kind, first.speaker) == (UtteranceKind.BLOCK, "Oda Bern")
    assert second.speaker in {None, "Oda Bern"}


def test_a_block_quotation_covers_its_whole_passage():
    passage = document("Oda Bern wrote:\n\nWe keep the lamps lit.").passages[1]
    assert (passage.utterances[0].start, passage.utterances[0].end) == (0, len(passage.text))


def test_a_block_quotation_nobody_announces_is_nobodys():
    assert said("It rained.\n\n> We keep the lamps lit.") == [(None, "> We keep the lamps lit.")]


def test_an_utterance_takes_in_its_marks():
    assert said("Oda Bern said: «The harbour stays open.» And left.")[0][1] == "«The harbour stays open.»"


def test_an_utterance_keeps_the_printed_name_the_role_and_the_cue():
    (utterance,) = document(f"Harbour Governor Oda Bern said: {WORDS}").passages[0].utterances
    assert (utterance.as_printed, utterance.role, utterance.cue) == (
        "Harbour Governor Oda Bern",
        "Harbour Governor",
        "said",
    )


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        ("Oda Bern said: “Over.”", UtteranceKind.DIRECT, "Oda Bern"),
        ("Oda Bern said it was “over”.", UtteranceKind.PART, "Oda Bern"),
        ("Oda Bern called it a “new dawn” for the port.", UtteranceKind.PART, "Oda Bern"),
        ("She called it a “new dawn” for the port.", UtteranceKind.PART, None),
    ],
)
def test_a_few_words_are_quoted_in_part_where_a_clause_takes_them_in(sentence, kind, speaker):
    (utterance,) = (u for u in document(sentence).passages[0].utterances if u.kind.verbatim)
    assert (utterance.kind, utterance.speaker or utterance.probably) == (kind, speaker)


@given(any_text)
def test_a_direct_quotation_begins_and_its_speaker_is_printed_in_the_document(text):
    read = document(text)
    for passage in read.passages:
        for utterance in passage.utterances:
            if utterance.kind is UtteranceKind.DIRECT:
                opening = passage.text[utterance.start : utterance.start + 2]
                assert opening[0] in '“«„"' or opening in {"``", "‘‘", "''"}


@pytest.mark.parametrize("own", ["I promise that the quay will be finished.", "We hope that nobody objects."])
def test_what_a_writer_says_of_themselves_is_no_report_by_somebody_unknown(own):
    read = document(f"The harbour is old. {own} It rains.")
    assert [u for p in read.passages for u in p.utterances] == []


def _dates(years, issued):
    text = f"""---
date: {issued}
---

# The Quay

{" ".join(f"Boats came in {year}." for year in years)}

“The quay is safe,” Oda Bern said on August 10.
"""
    return [u.said and u.said.since for p in document(text, "a.md").passages for u in p.utterances if u.speaker]


def test_a_day_without_a_year_is_of_the_documents_own_time():
    assert _dates([2013, 2014, 2014], "2014-09-02") == ["2014-08-10"]


def test_a_day_without_a_year_has_none_in_a_document_about_an_earlier_time():
    assert _dates([2013, 2014, 2014], "2026-09-02") == [None]


def test_a_single_old_year_does_not_make_a_document_one_about_an_earlier_time():
    assert _dates([1998], "2014-09-02") == ["2014-08-10"]
