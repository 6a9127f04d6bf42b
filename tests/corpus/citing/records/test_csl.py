from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.records.csl import read_csl
from corpus.citing.records.fields import BadEntryError


def one(**fields):
    ((_, citation),) = read_csl(
        json.dumps([{"title": "Silt"} | {n.replace("_", "-"): v for n, v in fields.items()}])
    )
    return citation


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "title": "Silt"}]',
        '{"id": "a", "title": "Silt"}',
        '{"items": [{"id": "a", "title": "Silt"}]}',
    ],
)
def test_a_list_one_item_or_an_export_with_items_is_read(text):
    ((name, citation),) = read_csl(text)
    assert (name, citation.title) == ("a", "Silt")


def test_only_fields_that_a_citation_shows_are_taken():
    found = one(
        abstract="long",
        custom={"a": 1},
        volume=2,
        issue=None,
        publisher="",
        author=[{"family": "Bern", "ORCID": "x"}],
    )
    assert {name: field.value for name, field in found.fields} == {
        "title": "Silt",
        "volume": "2",
        "author": [{"family": "Bern"}],
    }


def test_a_type_that_csl_does_not_know_is_left_out():
    assert one(type="scroll").get("type") is None
    assert one(type="speech").get("type") == "speech"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2014, 5, 12]]}, {"date-parts": [[2014, 5, 12]]}),
        ({"date-parts": [["2014", "05"]]}, {"date-parts": [[2014, 5]]}),
        ({"date-parts": [["2014", ""]]}, {"date-parts": [[2014]]}),
        ({"date-parts": [[2014, 5], [2014, 6]]}, {"literal": "2014-05/2014-06"}),
        ({"date-parts": [[2014]], "season": 1}, {"literal": "1 2014"}),
        ({"date-parts": [[1890]], "circa": True}, {"literal": "c. 1890"}),
        ({"date-parts": [[1203]]}, {"literal": "1203"}),
        ({"literal": "Spring 2014"}, {"literal": "Spring 2014"}),
        ({"raw": "12 May 2014"}, {"date-parts": [[2014, 5, 12]]}),
        ("2014-05-12", {"date-parts": [[2014, 5, 12]]}),
        ({"date-parts": [[]]}, None),
        ({"season": 1}, None),
    ],
)
def test_a_date_says_no_more_than_was_given(value, date):
    assert one(issued=value).get("issued") == date


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"author": "Oda Bern"}, "author is not a list of names"),
        ({"author": ["Oda Bern"]}, "author is not a list of names"),
        ({"title": ["Silt"]}, "title is neither text nor a number"),
        ({"title": True}, "title is neither text nor a number"),
        ({"issued": 2014}, "issued is no date"),
        ({"issued": {"date-parts": [[2014, 13]]}}, "issued is no date: [[2014, 13]]"),
        ({"issued": {"date-parts": [[2014, 2, 30]]}}, "issued is no date"),
        ({"issued": {"date-parts": 2014}}, "issued is no date"),
        ({"issued": {"date-parts": [[1e999]]}}, "issued is no date"),
        ({"issued": {"date-parts": [[{}]]}}, "issued is no date"),
        ({"issued": {"date-parts": [[2014, 5, 12, 7]]}}, "issued is no date"),
        ({"title": "x" * 2_001}, "title has 2,001 characters; at most 2,000 are taken"),
        ({"author": [{"family": "x" * 2_001}]}, "author has 2,001 characters"),
        ({"title": ""}, "no field that a citation can show"),
    ],
)
def test_a_bad_item_says_what_is_wrong_with_it(fields, reason):
    assert reason in str(one(**fields))


def test_a_bad_item_is_named_and_the_others_go_on():
    found = list(read_csl('[{"id": "a", "title": "Silt"}, 7, {"id": "c"}, {"title": "Sand"}]'))
    assert [name for name, _ in found] == ["a", "item 2", "c", "Sand"]
    assert [isinstance(citation, BadEntryError) for _, citation in found] == [False, True, True, False]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "nul", '{"a": ' * 100_000])
def test_what_is_no_json_is_refused_whole(text):
    with pytest.raises(BadEntryError, match="no JSON"):
        list(read_csl(text))


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["date-parts", "literal", "family", "season", "circa", "raw", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["id", "type", "title", "author", "issued", "DOI", "page"]), _JSON))
def test_whatever_the_values_an_item_is_read_or_named(item):
    ((name, citation),) = read_csl(json.dumps([item]))
    assert name
    if not isinstance(citation, BadEntryError):
        json.dumps([field.value for _, field in citation.fields]).encode()
        assert str(citation.issued)
