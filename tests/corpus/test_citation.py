from __future__ import annotations

import pytest

from corpus import Citation, Field, Provenance
from corpus.citation import csl_date, csl_names
from corpus.dates import PartialDate


def record(**values):
    return Citation.of({name.replace("_", "-"): Field(v, Provenance.TEXT) for name, v in values.items()})


def test_an_empty_record_claims_nothing():
    empty = Citation()
    assert (empty.title, empty.issued, empty.get("author"), empty.provenance()) == (None, None, None, {})


def test_records_with_the_same_fields_are_equal_whatever_the_order():
    one, two = Field("The Long Quay", Provenance.TEXT), Field("Tide Office", Provenance.USER)
    assert Citation.of({"title": one, "publisher": two}) == Citation.of({"publisher": two, "title": one})


def test_the_same_words_from_another_source_are_another_record():
    given, read = Field("The Long Quay", Provenance.USER), Field("The Long Quay", Provenance.TEXT)
    assert Citation.of({"title": given}) != Citation.of({"title": read})


def test_every_known_field_says_where_it_comes_from():
    title, url = Field("The Long Quay", Provenance.TEXT), Field("https://quay.example", Provenance.METADATA)
    found = Citation.of({"title": title, "URL": url}).provenance()
    assert found == {"title": "from the text", "URL": "from the page's metadata"}


def test_csl_names_the_item_and_keeps_provenance_under_custom():
    item = record(title="The Long Quay").csl("long-quay")
    assert item == {
        "id": "long-quay",
        "type": "document",
        "title": "The Long Quay",
        "custom": {"provenance": {"title": "from the text"}},
    }


def test_a_stated_type_takes_the_place_of_the_generic_one():
    assert record(type="speech").csl("x")["type"] == "speech"


def test_issued_is_as_exact_as_the_date_parts():
    assert record(issued={"date-parts": [[2019, 6]]}).issued == PartialDate(2019, 6)


def test_a_literal_date_is_no_known_date():
    assert record(issued={"literal": "02/09/2014"}).issued is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("June 14, 2019", {"date-parts": [[2019, 6, 14]]}),
        ("June 2019", {"date-parts": [[2019, 6]]}),
        ("2019", {"date-parts": [[2019]]}),
        ("02/09/2014", {"literal": "02/09/2014"}),
        (" c. 1890 ", {"literal": "c. 1890"}),
    ],
)
def test_a_date_with_two_readings_is_kept_as_printed(text, value):
    assert csl_date(text) == value


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Mara Quell", [{"literal": "Mara Quell"}]),
        ("Mara Quell; Oda Bern", [{"literal": "Mara Quell"}, {"literal": "Oda Bern"}]),
        ("Health and Safety Executive", [{"literal": "Health and Safety Executive"}]),
        ("Quell, Mara", [{"literal": "Quell, Mara"}]),
        (["Mara Quell", "Oda Bern"], [{"literal": "Mara Quell"}, {"literal": "Oda Bern"}]),
        ({"family": "Quell", "given": "Mara"}, [{"family": "Quell", "given": "Mara"}]),
        ([{"family": "Quell", "email": "m@quay.example"}], [{"family": "Quell"}]),
        (" ; ", []),
        ([], []),
        ("", []),
    ],
)
def test_only_a_mapping_says_which_part_is_the_family_name(given, names):
    assert csl_names(given) == names


def test_a_title_that_is_empty_is_no_title():
    assert record(title="").title is None
