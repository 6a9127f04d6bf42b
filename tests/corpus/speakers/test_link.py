from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers.link import in_lead, in_tail

PIECES = st.sampled_from(
    "Oda_Bern Mara_Quell Lowmere the_mayor said told denied asked was never who , : — and of to ’s letter she "
    "according_to when ( ) Governor speech by".split()
)


def lead(text):
    link = in_lead(text)
    return link and link.mention and link.mention.name


def tail(text):
    link = in_tail(text)
    return link and link.mention and link.mention.name


@pytest.mark.parametrize(
    "text",
    [
        "Oda Bern said: ",
        "Oda Bern has always said, ",
        "Oda Bern recently told the Lantern Post that ",
        "Oda Bern, the governor, said: ",
        "Oda Bern (then in Saltby) said: ",
        "Oda Bern — who had sailed all night — wrote: ",
        "In Lowmere, Oda Bern said: ",
        "Asked about Mara Quell, Oda Bern replied: ",
        "Mara Quell’s sister, Oda Bern, said: ",
        "When asked, Oda Bern said: ",
        "Oda Bern said when asked: ",
        "Oda Bern hammered the point home when she said: ",
        "Oda Bern wrote an open letter to Mara Quell, which read in part: ",
        "Oda Bern urged Mara Quell to declare ",
        "Oda Bern, 70, said it was too early but added, ",
        "The flood moved Mara Quell’s sister, Oda Bern, to describe the town as ",
        "According to Oda Bern, ",
        "According to a study by Oda Bern, a pilot in Saltby, on Mara Quell’s plan, ",
        "According to the Lantern Post, Oda Bern said ",
        "Oda Bern’s letter to the crews read: ",
        "Oda Bern’s statement: ",
        "In Oda Bern’s words, ",
    ],
)
def test_the_subject_before_a_quotation_is_its_speaker(text):
    assert lead(text) == "Oda Bern"


@pytest.mark.parametrize(
    "text",
    [
        " said Oda Bern.",
        " Oda Bern said.",
        ", Oda Bern said on Tuesday.",
        " Oda Bern told Mara Quell.",
        " said the governor of the island, Oda Bern.",
        " said former governor Oda Bern, a friend of Mara Quell.",
        " Oda Bern, the governor, said.",
        " according to Oda Bern.",
        " replied Oda Bern, who knows Mara Quell.",
        " asked Oda Bern and left.",
    ],
)
def test_the_subject_behind_a_quotation_is_its_speaker(text):
    assert tail(text) == "Oda Bern"


@pytest.mark.parametrize(
    "text",
    [
        "Oda Bern’s adviser said: ",
        "A spokesman for Oda Bern said: ",
        "A doctor treating Oda Bern said: ",
        "Those who knew Oda Bern said: ",
        "The driver, who knew Oda Bern, said: ",
        "The mayor, after meeting Oda Bern, said: ",
        "Oda Bern was told: ",
        "Oda Bern is described as ",
        "Oda Bern never said ",
        "Oda Bern did not say ",
        "Oda Bern didn’t say ",
        "Oda Bern denied saying ",
        "Oda Bern denied that she had called it ",
        "Oda Bern said her sister told the crowd: ",
        "Oda Bern said the mayor had promised: ",
        "Oda Bern and Mara Quell said: ",
        "Neither Oda Bern nor Mara Quell said ",
        "According to a friend of Oda Bern, ",
        "According to a source in Lowmere, ",
        "According to Lowmere officials, ",
        "According to Oda Bern and Mara Quell, ",
        "According to Oda Bern’s lawyer, ",
        "According to the report, Lowmere is ",
        "According to Oda Bern, a sign on the door read: ",
        "In response to Oda Bern’s letter, the envoy replied: ",
        "Responding to Oda Bern’s statement, the envoy said: ",
        "After Oda Bern’s speech the crowd shouted: ",
        "Oda Bern’s speech drew an answer: ",
        "Officials in Lowmere said: ",
        "It rained. ",
        "",
    ],
)
def test_whoever_is_no_subject_before_a_quotation_is_not_its_speaker(text):
    assert lead(text) is None


@pytest.mark.parametrize(
    "text",
    [
        " said Oda Bern’s sister.",
        " Oda Bern’s sister said.",
        " said the adviser to Oda Bern.",
        " said a source in Lowmere.",
        " said the mayor when Oda Bern arrived.",
        " said the mayor, watching Oda Bern leave.",
        " said the mayor and Oda Bern.",
        " said Oda Bern and Mara Quell.",
        " Oda Bern and Mara Quell said.",
        " the mayor told Oda Bern.",
        " Oda Bern was asked.",
        " Oda Bern said nothing.",
        " according to Oda Bern’s lawyer.",
        " according to a friend of Oda Bern.",
        " reads the letter from Oda Bern.",
        " said to Oda Bern.",
        " Oda Bern nodded.",
        "",
    ],
)
def test_whoever_is_no_subject_behind_a_quotation_is_not_its_speaker(text):
    assert tail(text) is None


@pytest.mark.parametrize(("text", "word"), [("At last she said: ", "she"), ("He replied, ", "He")])
def test_a_pronoun_is_kept_as_printed_for_the_document_to_resolve(text, word):
    link = in_lead(text)
    assert (link.rule, link.mention, link.pronoun) == ("pronoun", None, word)


@pytest.mark.parametrize("text", [" she said.", ", he added.", " said she.", " she told Oda Bern."])
def test_a_pronoun_behind_a_quotation_is_kept_as_well(text):
    assert in_tail(text).pronoun in {"she", "he"}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Oda Bern said: ", "said"),
        ("Oda Bern’s public statement: ", "statement"),
        ("According to Oda Bern, ", "According to"),
    ],
)
def test_a_link_keeps_the_words_that_show_the_speech(text, cue):
    assert in_lead(text).cue == cue


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Oda Bern, the governor of the island, said: ", "governor of the island"),
        ("Oda Bern, a pilot, said: ", "pilot"),
        ("Oda Bern, on Tuesday, said: ", None),
        ("Oda Bern said: ", None),
    ],
)
def test_an_apposition_that_says_what_somebody_is_becomes_the_role(text, role):
    assert in_lead(text).role == role


@given(st.lists(PIECES, max_size=14))
def test_any_clause_gives_a_mention_from_its_own_words_or_nobody(pieces):
    text = " ".join(pieces).replace("_", " ").replace(" ’s", "’s").replace(" ,", ",")
    for link in (in_lead(text), in_tail(f" {text}")):
        assert link is None or link.mention is None or link.mention.printed in text
