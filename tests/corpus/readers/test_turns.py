from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import document, kinds, said

from corpus.speakers.labels import is_transcript, names_nobody, turn_label

MEETING = (
    "Minutes of the Harbour Council\n\nODA BERN: Good evening to you all.\n\nMARA QUELL (clerk): Good evening.\n\n"
    "(Applause.)\n\nODA BERN: Let us begin.\n\nWe have one point tonight.\n\nQ: Which one?"
)


def test_a_transcripts_paragraphs_are_turns_from_the_first_label_on():
    assert [kind for _, kind in kinds(MEETING)] == ["title", "turn", "turn", "leftover", "turn", "turn", "turn"]


def test_each_turn_belongs_to_the_label_in_front_of_it():
    assert said(MEETING)[:3] == [
        ("ODA BERN", "Good evening to you all."),
        ("MARA QUELL", "Good evening."),
        ("ODA BERN", "Let us begin."),
    ]


def test_a_turn_without_a_label_goes_on_with_the_speaker_before():
    assert ("ODA BERN", "We have one point tonight.") in said(MEETING)


def test_a_label_that_names_nobody_leaves_the_turn_unattributed():
    assert said(MEETING)[-1] == (None, "Which one?")


def test_a_label_may_carry_the_role():
    clerk = document(MEETING).passages[1].utterances[0]
    assert (clerk.as_printed, clerk.role, clerk.confidence) == ("MARA QUELL", "clerk", 1.0)


def test_the_label_is_part_of_the_passage_and_not_of_the_words():
    passage = document(MEETING).passages[0]
    assert passage.text.startswith("ODA BERN: ")
    assert passage.utterances[0].start == len("ODA BERN: ")


def test_a_turn_that_goes_on_after_a_nameless_one_stays_nameless():
    text = "Q: Who goes there?\n\nODA BERN: I do.\n\nQ: And who else?\n\nAnd where to?\n\nODA BERN: North."
    assert [speaker for speaker, _ in said(text)] == [None, "ODA BERN", None, None, "ODA BERN"]


def test_prose_behind_the_last_label_is_nobodys_words():
    text = "ODA BERN: One.\n\nMARA QUELL: Two.\n\nODA BERN: Three.\n\nShe left the room to long applause."
    assert [words for _, words in said(text)] == ["One.", "Two.", "Three."]
    assert document(text).passages[-1].kind.value == "paragraph"


def test_a_turn_that_is_carried_on_is_less_sure_than_a_printed_label():
    sure = [p.utterances[0].confidence for p in document(MEETING).passages]
    assert sure == [1.0, 1.0, 1.0, 0.87, 0.0]


@pytest.mark.parametrize(
    "labels",
    [
        ["Serves", "Tip", "Tip", "Step"],
        ["Zest", "Salt", "Zest", "Peel"],
        ["Myth", "Fact", "Myth", "Fact"],
        ["Step 1", "Step 2", "Step 1"],
        ["ODA BERN", "ODA BERN", "ODA BERN"],
    ],
)
def test_lists_with_labels_are_no_transcript(labels):
    assert not is_transcript([f"{label}: Four people." for label in labels])


@pytest.mark.parametrize(
    "labels",
    [["Q", "A", "Q", "A"], ["TESSA VANE", "MR. PIKE", "TESSA VANE"], ["Vane", "Pike", "Vane", "Pike"]],
)
def test_labels_of_two_people_are_a_transcript(labels):
    assert is_transcript([f"{label}: So it is." for label in labels])


@pytest.mark.parametrize(
    "label", ["Q", "A", "Speaker 2", "UNIDENTIFIED MALE", "Interviewer", "Audience member", "Reporter"]
)
def test_a_label_that_only_says_that_somebody_speaks_names_nobody(label):
    assert names_nobody(label)


@pytest.mark.parametrize("label", ["Oda Bern", "Quentin", "Ann", "THE CHAIR", "Speaker Bern"])
def test_a_label_with_a_name_in_it_names_somebody(label):
    assert not names_nobody(label)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ODA BERN: Good evening.", "ODA BERN"),
        ("Oda van der Bern: Good evening.", "Oda van der Bern"),
        ("Mr. O’Neill: Good evening.", "Mr. O’Neill"),
        ("Speaker 2: Good evening.", "Speaker 2"),
        ("  Bern (on the phone): Hello.", "Bern"),
    ],
)
def test_a_label_is_a_name_and_a_colon(line, name):
    assert turn_label(line).name == name


@pytest.mark.parametrize(
    "line",
    [
        "Note: bring a lamp.",
        "Source: Tide Office",
        "the clerk: yes",
        "He said: “No.”",
        "10:30: the tide",
        "Bern:yes",
    ],
)
def test_other_words_before_a_colon_are_no_label(line):
    assert turn_label(line) is None


def test_two_labels_in_an_article_make_no_transcript():
    assert not is_transcript(["Bern: a life.", "Bern: a death.", "The tide turned."])


def test_labels_that_never_come_back_make_no_transcript():
    assert not is_transcript(["Rope: a dozen.", "Lamps: two.", "Bread: ten loaves.", "Water: none."])


def test_a_few_labels_in_a_long_text_make_no_transcript():
    assert not is_transcript(["Bern: yes."] * 3 + ["The tide turned."] * 20)


@given(
    st.lists(st.sampled_from(["ODA BERN: Aye.", "MARA QUELL: No.", "Q: Why?", "The tide turned."]), max_size=12)
)
def test_no_turn_is_given_to_somebody_whose_label_was_not_the_last(lines):
    last = None
    for passage in document(
        "\n\n".join(["ODA BERN: One.", "ODA BERN: Two.", "ODA BERN: Three.", *lines])
    ).passages:
        label = passage.text.split(":")[0] if ":" in passage.text else last
        last = label
        for utterance in passage.utterances:
            assert utterance.speaker == (None if label == "Q" else label)
