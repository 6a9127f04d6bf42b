"""Questions in other scripts and languages, and names written in them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import Known, KnownSpeaker, read_question

NAMES = [
    "林海月",
    "Олена Верба",
    "ياسر الهلالي",
    "Νίκος Βράχος",
    "רות כרמי",
    "आशा वर्मा",
    "Šárka Řezníčková",
    "Ngô Bảo",
]
PEOPLE = Known(tuple(map(KnownSpeaker, NAMES)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "question",
    [
        "What did {} say about tolls?",
        "What is {}’s view on tolls?",
        "Are tolls fair according to {}?",
        "{}, do you like tolls?",
        "Tell me what {} said about tolls",
    ],
)
def test_a_name_in_any_script_is_asked(name, question):
    reading = read_question(question.format(name), PEOPLE)
    assert (reading.asked, reading.asked_as) == ((name,), name)
    assert name not in reading.topic


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_known_in_either_form_of_its_accents(name):
    for form in ("NFC", "NFD"):
        question = unicodedata.normalize(form, f"What did {name} say about tolls?")
        assert read_question(question, PEOPLE).asked == (name,)


@pytest.mark.parametrize("name", ["Шевко Дуб", "张大河", "Κώστας Λύκος", "דן שמיר"])
def test_a_stranger_in_any_script_is_missed(name):
    reading = read_question(f"What did {name} say about tolls?", PEOPLE)
    assert (reading.absent, reading.asked_as) == (True, name)


@pytest.mark.parametrize(
    "question",
    [
        "港口什么时候开放？",
        "متى فتح الجسر؟",
        "Когда открыли мост?",
        "पुल कब खुला?",
        "สะพานเปิดเมื่อไหร่",
        "다리는 언제 열렸나?",
        "橋はいつ開通しましたか。",
    ],
)
def test_a_question_in_another_language_is_searched_as_it_stands(question):
    reading = read_question(question, PEOPLE)
    assert (reading.asked_as, reading.period, reading.topic, reading.words) == (None, None, question, question)


@pytest.mark.parametrize("question", ["«golden ring»", "„golden ring“", "„golden ring”", "»golden ring«"])
def test_quotation_marks_of_other_languages_hold_a_phrase(question):
    assert read_question(f"кто сказал {question}?", PEOPLE).must == ("golden ring",)


@pytest.mark.parametrize("digits", ["٢٠١٤", "२०१४", "２０１４"])
def test_a_year_in_other_digits_is_left_a_word(digits):
    reading = read_question(f"What did Олена Верба say in {digits}?", PEOPLE)
    assert reading.asked == ("Олена Верба",)
    assert digits in reading.topic


@given(st.text(alphabet=st.characters(categories=["Lo", "Lm", "Mn", "Zs", "Po", "Cf"]), max_size=60))
def test_no_text_without_capitals_breaks_the_reading(text):
    reading = read_question(f"What did {text} say?", PEOPLE)
    assert set(reading.asked) <= set(NAMES)
    assert any(c.isalnum() for c in reading.topic)


@given(st.sampled_from(KNOWN.speakers), st.text(alphabet="\u200f\u200e\u061c\u2066\u2069", max_size=3))
def test_marks_of_direction_around_a_name_hide_nobody_and_invent_nobody(speaker, marks):
    reading = read_question(f"What did {marks}{speaker.name}{marks} say about tolls?", KNOWN)
    assert set(reading.asked) <= {speaker.name}
    assert reading.mentioned == ()
