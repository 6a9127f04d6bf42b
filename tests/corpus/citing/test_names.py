from __future__ import annotations

import pytest
from citations import names, tidy
from hypothesis import given

from corpus.citing.names import Name, initials, read_names

TOLLIVER = Name("Tolliver", "Anselm Roy", suffix="Jr.")
VELD = Name("Veld", "Sanna", particle="van der")
BERG = Name("Berg", "Oda", dropping="von")
ARCY = Name("Arcy", "Ines", particle="d’")
WHOLE = Name(given="Harbour Office")
SINGLE = Name("Sukara")
HAN = Name("水", "門太")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (TOLLIVER, "Anselm Roy Tolliver Jr."),
        (VELD, "Sanna van der Veld"),
        (BERG, "Oda von Berg"),
        (ARCY, "Ines d’Arcy"),
        (WHOLE, "Harbour Office"),
        (SINGLE, "Sukara"),
        (HAN, "水門太"),
    ],
)
def test_a_name_in_reading_order_has_all_its_parts(name, shown):
    assert name.natural == shown


@pytest.mark.parametrize(
    ("name", "long", "short"),
    [
        (TOLLIVER, "Tolliver, Anselm Roy, Jr.", "Tolliver, A. R., Jr."),
        (VELD, "van der Veld, Sanna", "van der Veld, S."),
        (BERG, "Berg, Oda von", "Berg, O. von"),
        (ARCY, "d’Arcy, Ines", "d’Arcy, I."),
        (WHOLE, "Harbour Office", "Harbour Office"),
        (SINGLE, "Sukara", "Sukara"),
        (HAN, "水門太", "水門太"),
    ],
)
def test_only_a_name_known_in_parts_is_turned_round(name, long, short):
    assert (name.inverted(), name.short()) == (long, short)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (TOLLIVER, "A. R. Tolliver, Jr."),
        (VELD, "S. van der Veld"),
        (BERG, "O. von Berg"),
        (WHOLE, "Harbour Office"),
    ],
)
def test_an_editors_initials_stand_before_the_family_name(name, shown):
    assert name.short_natural() == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [(TOLLIVER, "Tolliver"), (VELD, "van der Veld"), (BERG, "Berg"), (WHOLE, "Harbour Office"), (HAN, "水")],
)
def test_a_short_citation_has_the_family_name_with_its_particle(name, shown):
    assert name.surname == shown


@pytest.mark.parametrize(
    ("given_names", "shown"),
    [
        ("Martin Luther", "M. L."),
        ("M. L.", "M. L."),
        ("M.L.", "M. L."),
        ("ML", "M. L."),
        ("Jean-Paul", "J.-P."),
        ("J.-P.", "J.-P."),
        ("Éamon", "É."),
        ("E\u0301amon", "E\u0301."),
        ("Вера Павловна", "В. П."),
        ("שלום", "שלום"),
        ("门", "门"),
        ("A0", "A."),
        ("3rd", "3rd"),
        ("d'Arcy", "d."),
        ("", ""),
        ("...", ""),
    ],
)
def test_initials_are_the_first_letters_as_they_are(given_names, shown):
    assert initials(given_names) == shown


def test_harvards_initials_stand_close():
    assert TOLLIVER.short("") == "Tolliver, A.R., Jr."
    assert initials("ML", "") == "M.L."


def test_names_are_read_from_csl_and_empty_ones_left_out():
    listed = [
        {"family": "Veld", "given": "Sanna", "non-dropping-particle": "van der"},
        {"literal": " Harbour\n Office "},
        {"given": "Sukara"},
        {"family": "Berg", "literal": "Oda Berg"},
        {"literal": " "},
        {},
        "no name",
    ]
    assert read_names(listed) == (VELD, WHOLE, Name(given="Sukara"), Name(given="Oda Berg"))


@pytest.mark.parametrize("value", [None, "Oda Bern", {}, 7, []])
def test_what_is_no_list_holds_no_names(value):
    assert read_names(value) == ()


@given(names(tidy))
def test_every_form_of_a_name_holds_its_family_name(people):
    for name in read_names(people):
        assert all(
            name.surname in form for form in (name.natural, name.inverted(), name.short(), name.short_natural())
        )
