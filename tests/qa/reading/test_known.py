"""Whom a printed name fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import Known, KnownSpeaker, read_question


def asked(name, known=KNOWN):
    return read_question(f"What did {name} say about tolls?", known)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Veld", "Sanna Veld"),
        ("S. Veld", "Sanna Veld"),
        ("SANNA VELD", "Sanna Veld"),
        ("Ms Veld", "Sanna Veld"),
        ("Sanna", "Sanna Veld"),
        ("the port director", "Sanna Veld"),
        ("the director", "Sanna Veld"),
        ("port director Sanna Veld", "Sanna Veld"),
        ("the port director Sanna Veld", "Sanna Veld"),
        ("the former minister Oda Bern", "Oda Bern"),
        ("Minister Bern", "Oda Bern"),
        ("the Minister for Peat", "Oda Bern"),
        ("the minister", "Oda Bern"),
        ("Tobin Ash", "Tobin Ash"),
        ("Judge Ash", "Lena Ash"),
        ("Darvan", "Qassem Darvan"),
        ("Qasem Darvan", "Qassem Darvan"),
        ("Ghasem Darvan", "Qassem Darvan"),
        ("Haj Darvan", "Qassem Darvan"),
        ("the Supreme Warden", "Qassem Darvan"),
        ("Ilan van der Horst", "Ilan van der Horst"),
        ("van der Horst", "Ilan van der Horst"),
        ("Horst", "Ilan van der Horst"),
        ("Maeve O’Tarn", "Maeve O'Tarn"),
        ("O'Tarn", "Maeve O'Tarn"),
        ("Otarn", "Maeve O'Tarn"),
        ("Pia Finch-Vex MP", "Pia Finch-Vex"),
        ("Finch-Vex", "Pia Finch-Vex"),
        ("Pia Vex", "Pia Finch-Vex"),
        ("Dr. Dain", "Ruel Dain"),
        ("Dr Ruel Dain AM", "Ruel Dain"),
        ("George Pell", "George H. W. Pell"),
        ("George H. W. Pell", "George H. W. Pell"),
        ("G. Pell", "George H. W. Pell"),
        ("Lena Brandt", "Brandt"),
        ("the Tidal Office", "Tidal Office"),
        ("林海月", "林海月"),
        ("Олена Верба", "Олена Верба"),
        ("Верба", "Олена Верба"),
        ("ياسر الهلالي", "ياسر الهلالي"),
    ],
)
def test_a_name_finds_its_speaker(printed, name):
    reading = asked(printed)
    assert (reading.asked, reading.choices, reading.misspelt) == ((name,), (), False)


@pytest.mark.parametrize(
    "question",
    ["what did sanna veld say", "WHAT DID VELD SAY", "What Did Sanna Veld Say About Tolls", "what did veld say"],
)
def test_a_name_is_known_where_capitals_tell_nothing(question):
    assert read_question(question, KNOWN).asked == ("Sanna Veld",)


@pytest.mark.parametrize(
    "printed", ["林海月说了什么", "ماذا قال ياسر الهلالي عن الجسر؟", "Що сказала Олена Верба про міст?"]
)
def test_a_full_name_is_seen_in_a_question_of_another_language(printed):
    assert len(read_question(printed, KNOWN).mentioned) == 1


def test_a_name_that_fits_two_speakers_asks():
    reading = asked("Ash")
    assert reading.choices == ("Tobin Ash", "Lena Ash")
    assert (reading.asked, reading.asked_as) == (reading.choices, "Ash")


def test_a_role_that_two_have_asks():
    known = Known((KnownSpeaker("Ivo Hale", (), ("Warden",)), KnownSpeaker("Una Moss", (), ("warden",))))
    assert asked("the warden", known).choices == ("Ivo Hale", "Una Moss")


def test_a_role_that_very_many_have_asks_nobody():
    known = Known(tuple(KnownSpeaker(f"Ivo Hale{n}", (), ("warden",)) for n in range(40)))
    assert asked("the warden", known).asked_as is None


def test_a_name_in_full_fits_alone():
    known = Known((KnownSpeaker("Jan Roe"), KnownSpeaker("Jan Piet Roe")))
    assert asked("Jan Roe", known).asked == ("Jan Roe",)


def test_a_lone_name_that_is_also_a_last_name_asks():
    assert asked("Roe", Known((KnownSpeaker("Roe"), KnownSpeaker("Jan Roe")))).choices == ("Roe", "Jan Roe")


def test_an_alias_of_one_word_fits_all_who_bear_it():
    known = Known((KnownSpeaker("Jan Roe", ("Roe",)), KnownSpeaker("Una Roe")))
    assert asked("Roe", known).choices == ("Jan Roe", "Una Roe")


def test_a_first_name_that_two_have_fits_nobody():
    known = Known((KnownSpeaker("Jan Roe"), KnownSpeaker("Jan Moss")))
    assert asked("Jan", known).absent


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Stankovic", "Mirela Stancovic"),
        ("Stancovich", "Mirela Stancovic"),
        ("Mirela Stncovic", "Mirela Stancovic"),
        ("Mirella Stancovic", "Mirela Stancovic"),
        ("Darwan", "Qassem Darvan"),
        ("Oda Berne", "Oda Bern"),
        ("Oda Ben", "Oda Bern"),
        ("Oda Bren", "Oda Bern"),
        ("Minister Oda Berne", "Oda Bern"),
        ("Ruel Dains", "Ruel Dain"),
        ("Sana Veld", "Sanna Veld"),
        ("Tobbin Ash", "Tobin Ash"),
    ],
)
def test_one_typing_error_is_forgiven_and_shown(printed, name):
    reading = asked(printed)
    assert (reading.asked, reading.misspelt, reading.asked_as) == ((name,), True, printed)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Davis", ["Huw David"]),  # a name of its own
        ("Khomeini", ["Ali Khamenei"]),  # two known to be two
        ("William", ["Ona Williams"]),  # a first name
        ("Tarvan", ["Qassem Darvan"]),  # the first letter is seldom mistyped
        ("Marlun", ["Ida Marlen", "Per Marlin"]),  # near two
        ("Poel", ["Ida Pohl"]),  # too short
        ("Lena Stancovic", ["Mirela Stancovic"]),  # another given name
        ("Jonas Bern", ["Oda Bern"]),  # another given name
        ("Ada Bern", ["Oda Bern"]),  # another given name
        ("Lina Holm", ["Lena Holm"]),  # another given name, a letter off
        ("Edgar Rooke", ["Edda Rooke"]),  # another given name, alike
        ("Oda Berg", ["Oda Bern"]),  # another letter
        ("Oda Bernie", ["Oda Bern"]),  # two letters too many
        ("Oda Fern", ["Oda Bern"]),  # another first letter
        ("Oda Tays", ["Oda Tay"]),  # too short
        ("Oda Berne", ["Oda Bern", "Oda Marsh"]),  # one of two of that given name
        ("Oda Berne", ["Oda Bern", "Jan Berne"]),  # a last name that is known
        ("O. Berne", ["Oda Bern"]),  # no more than an initial
        ("Berne", ["Oda Bern"]),  # nothing beside it
        ("James Hales", ["James Hale"]),  # a given name that very many have
        ("Wena Holm", ["Wenna Holm", "Jan Holm"]),  # a last name that two have
    ],
)
def test_a_name_that_may_be_somebody_elses_is_no_typing_error(typed, names):
    assert asked(typed, Known(tuple(map(KnownSpeaker, names)))).absent


@pytest.mark.parametrize("printed", ["Jonas Veld", "Sara Veld", "J. Veld"])
def test_an_alias_without_a_given_name_lets_nobody_else_in(printed):
    assert asked(printed).absent


LABELS = Known(
    tuple(
        map(
            KnownSpeaker,
            ["Surveying", "Dock Planner", "Grad C", "PhD C", "Postdoc C", "Professor B", "crowd", "D",
             "The PRESIDING OFFICER (Mr. Moss)", "Mr. HALE of North Quay", "Mr. HALE of Lund",
             "Mr. DeVANE", "Grad I"],
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Surveying", ["Surveying"]),
        ("the Surveying", ["Surveying"]),
        ("Dock Planner", ["Dock Planner"]),
        ("the dock planner", ["Dock Planner"]),
        ("PhD C", ["PhD C"]),
        ("Grad C", ["Grad C"]),
        ("Grad I", ["Grad I"]),
        ("Professor B", ["Professor B"]),
        ("the crowd", ["crowd"]),
        ("D", ["D"]),
        ("the Presiding Officer", ["The PRESIDING OFFICER (Mr. Moss)"]),
        ("Mr. HALE of Lund", ["Mr. HALE of Lund"]),
        ("Mr. Hale of Lund", ["Mr. HALE of Lund"]),
        ("Mr. Hale", ["Mr. HALE of North Quay", "Mr. HALE of Lund"]),
        ("Mr. Devane", ["Mr. DeVANE"]),
    ],
)
def test_a_speaker_who_is_called_by_a_label_is_found(printed, names):
    assert asked(printed, LABELS).asked == tuple(names)


@pytest.mark.parametrize("printed", ["Mr. SPOON", "Mr. SPOON of Lund"])
def test_a_title_makes_a_name_of_capitals(printed):
    reading = asked(printed, LABELS)
    assert (reading.absent, reading.asked_as) == (True, printed)


@pytest.mark.parametrize("question", ["What is Naval Surveying?", "What does vitamin C do?", "What is plan D?"])
def test_a_label_in_another_name_is_not_its_speaker(question):
    assert read_question(question, LABELS).mentioned == ()


def test_a_speaker_set_last_name_first_is_found():
    assert asked("Una Roe", Known((KnownSpeaker("Roe, Una"),))).asked == ("Roe, Una",)


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=60))
def test_no_speaker_and_no_title_breaks_the_reading(names, title):
    known = Known(tuple(KnownSpeaker(n, (n,), (n,)) for n in names), (title,))
    for name in names:
        assert set(asked(name.replace(":", " "), known).asked) <= set(names)
