from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from texts import document, said, speakers

from corpus.blocks import Block
from corpus.model import BlockKind
from corpus.speakers.turns import turn_utterances

TALK = "Participants: Tessa Vane, minister; Orrin Pike (Lantern)\n\n"


def rows(text, name="text.txt"):
    """Return who speaks, as printed and in which role, turn by turn."""
    return [(u.speaker, u.as_printed, u.role) for p in document(text, name).passages for u in p.utterances]


def test_a_last_name_is_the_one_person_in_the_list_who_bears_it():
    assert rows(TALK + "VANE: One.\n\nPIKE: Two.\n\nVANE: Three.")[:2] == [
        ("Tessa Vane", "VANE", "minister"),
        ("Orrin Pike", "PIKE", "Lantern"),
    ]


def test_the_list_is_in_nobodys_mouth():
    assert all("Participants" not in words for _, words in said(TALK + "VANE: One.\n\nPIKE: Two.\n\nVANE: Three."))


def test_two_people_with_one_last_name_are_not_told_apart():
    text = "PRESENT:\nTessa Vane, mayor\nOda Vane, clerk\n\n"
    text += "VANE: One.\n\nPIKE: Two.\n\nVANE: Three.\n\nODA VANE: Four."
    assert speakers(text) == ["VANE", "PIKE", "VANE", "Oda Vane"]


def test_a_short_label_is_the_full_one_printed_before_it():
    text = "TESSA VANE, MAYOR: One.\n\nORRIN PIKE: Two.\n\nVANE: Three.\n\nMR. PIKE: Four."
    assert rows(text)[2:] == [("TESSA VANE", "VANE", "MAYOR"), ("ORRIN PIKE", "MR. PIKE", None)]


def test_a_short_label_before_the_full_one_stays_as_printed():
    assert speakers("VANE: One.\n\nPIKE: Two.\n\nTESSA VANE: Three.\n\nPIKE: Four.")[0] == "VANE"


def test_a_second_bearer_further_down_leaves_the_short_label_open():
    text = "TESSA VANE: One.\n\nPIKE: Two.\n\nVANE: Three.\n\nODA VANE: Four.\n\nPIKE: Five."
    assert speakers(text) == ["TESSA VANE", "PIKE", "VANE", "ODA VANE", "PIKE"]


def test_question_and_answer_are_whom_the_head_names():
    text = "Interviewer: Oda Bern\nInterviewee: Tessa Vane\n\nQ. Where?\n\nA. There.\n\nQ. When?\n\nA. Then."
    assert rows(text)[:2] == [("Oda Bern", "Q", "interviewer"), ("Tessa Vane", "A", "interviewee")]


def test_question_and_answer_stay_open_where_the_text_does_not_say_who():
    text = "Tessa Vane spoke to us at the quay.\n\nQ: Where?\n\nA: There.\n\nQ: When?\n\nA: Then."
    assert rows(text)[-2:] == [(None, "Q", None), (None, "A", None)]


def test_two_interviewers_leave_the_question_open():
    text = "Interviewers: Oda Bern; Orrin Pike\nInterviewee: Tessa Vane\n\n"
    assert speakers(text + "Q: Where?\n\nA: There.\n\nQ: When?\n\nA: Then.")[:2] == [None, "Tessa Vane"]


def test_initials_are_whom_the_key_names():
    text = "Key:\nTV: Tessa Vane\nOB: Oda Bern\n\nOB: Where?\n\nTV: There.\n\nOB: When?"
    assert speakers(text) == ["Oda Bern", "Tessa Vane", "Oda Bern"]


def test_an_unidentified_speaker_keeps_the_label():
    text = "VANE: One.\n\nUNIDENTIFIED MALE: Two.\n\nPIKE: Three.\n\nVANE: Four.\n\nPIKE: Five."
    assert (None, "UNIDENTIFIED MALE", None) in rows(text)


def test_stage_directions_at_the_ends_of_a_turn_are_not_said():
    text = "VANE (via translator): (Laughing.) One. (Applause.)"
    text += "\n\nPIKE: [The quay] is long.\n\nVANE: Two.\n\nPIKE: Six."
    assert said(text)[:2] == [("VANE", "One."), ("PIKE", "[The quay] is long.")]
    assert rows(text)[0] == ("VANE", "VANE", None)


RECORD = (
    "HARBOUR DUES\n\nMr. VANE. Mr. Speaker, I rise.\n\nI shall be brief.\n\nReasons: there are two.\n\n"
    "The PRESIDING OFFICER (Mr. Pike). Without objection.\n\nThe clerk proceeded to call the roll.\n\n"
    "Mr. McBERN of Lowmere. I ask that a letter be printed.\n\nThere being no objection, the letter was ordered "
    "to be printed, as follows:\n\nDear Sir: We regret.\n\nA. Because of the tide.\n\nMr. VANE. I thank you.\n\n"
    "I yield the floor."
)


def test_a_parliaments_record_is_read():
    assert said(RECORD) == [
        ("Mr. VANE", "Mr. Speaker, I rise."),
        ("Mr. VANE", "I shall be brief."),
        ("Mr. VANE", "Reasons: there are two."),
        ("The PRESIDING OFFICER", "Without objection."),
        ("Mr. McBERN of Lowmere", "I ask that a letter be printed."),
        ("Mr. VANE", "I thank you."),
        ("Mr. VANE", "I yield the floor."),
    ]


def test_who_holds_the_chair_is_printed_and_no_role():
    assert ("The PRESIDING OFFICER", "The PRESIDING OFFICER (Mr. Pike)", None) in rows(RECORD)


_LINES = st.sampled_from(
    [
        "VANE: Aye.",
        "ODA BERN, CLERK: No. (Laughter.)",
        "Q. Why?",
        "The tide [pause]",
        "Mr. PIKE. So.",
        "PIKE:",
        "A. No",
    ]
)


@given(st.lists(_LINES, min_size=1, max_size=12), st.booleans())
def test_every_turn_gets_words_inside_its_block(lines, continued):
    blocks = [Block(BlockKind.TURN, 0, len(line), continued=continued and n > 0) for n, line in enumerate(lines)]
    found = turn_utterances(lines, blocks)
    assert list(found) == list(range(len(lines)))
    for n, utterance in found.items():
        assert 0 <= utterance.start <= utterance.end <= len(lines[n])
