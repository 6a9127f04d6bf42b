from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.citation import DATE_FIELDS, NAME_FIELDS, Citation, Field, Provenance
from corpus.citing import Style, cite
from corpus.citing.values import CORRECTABLE, read_corrections
from corpus.errors import UsageError

LONG = "x" * (limits.MAX_FIELD_CHARS + 1)
#: Whatever a page, a command line or a file may bring.
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["family", "given", "literal", "date-parts", "x"]), inner, max_size=3),
    ),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("title", "  The   Tide\n", "The Tide"),
        ("title", "The\x00 Tide\u202e", "The Tide"),
        ("URL", "https://tide.example/a?b#c", "https://tide.example/a?b#c"),
        ("type", "speech", "speech"),
        ("issued", "2014", {"date-parts": [[2014]]}),
        ("issued", "2014-05", {"date-parts": [[2014, 5]]}),
        ("accessed", "2 September 2014", {"date-parts": [[2014, 9, 2]]}),
        ("issued", {"date-parts": [[2014, 5, 20]]}, {"date-parts": [[2014, 5, 20]]}),
        ("issued", {"literal": "spring of 1983"}, {"literal": "spring of 1983"}),
        ("author", [{"family": "Veld", "given": "Sanna"}], [{"family": "Veld", "given": "Sanna"}]),
        ("author", [{"family": "Veld", "given": ""}], [{"family": "Veld"}]),
        ("author", {"literal": "Harbour Board"}, [{"literal": "Harbour Board"}]),
        ("author", "Sanna Veld; Oda Bern", [{"literal": "Sanna Veld"}, {"literal": "Oda Bern"}]),
        ("editor", ["Sanna Veld"], [{"literal": "Sanna Veld"}]),
    ],
)
def test_what_fits_its_field_is_taken(name, raw, value):
    assert read_corrections({name: raw}) == {name: value}


@pytest.mark.parametrize("name", ["title", "issued", "author", "URL", "type"])
@pytest.mark.parametrize("raw", ["", "  ", "\n"])
def test_an_empty_value_takes_a_field_away_and_none_withdraws(name, raw):
    assert read_corrections({name: raw}) == {name: ""}
    assert read_corrections({name: None}) == {name: None}


@pytest.mark.parametrize(
    ("name", "raw", "found"),
    [
        ("colour", "blue", "'colour' is no field"),
        ("id", "x", "'id' is no field"),
        ("title", LONG, "title has 2,001 characters"),
        ("title", ["The Tide"], "title=<list> is not text"),
        ("title", 7, "title=<int> is not text"),
        ("type", "poem", "'poem' is not a type of CSL"),
        ("URL", "javascript:alert(1)", "is not a web address"),
        ("URL", "ftp://tide.example", "is not a web address"),
        ("URL", "https://", "is not a web address"),
        ("URL", "https://tide.example/a b", "is not a web address"),
        ("issued", "02/09/2014", "is not a date"),
        ("issued", "last spring", "is not a date"),
        ("issued", "2014-02-30", "is not a date"),
        ("issued", {"date-parts": [[2014, 2, 30]]}, "is not a date"),
        ("issued", {"date-parts": [[2014], [2015]]}, "is not a date"),
        ("issued", {"date-parts": [[10**5000]]}, "is not a date"),
        ("issued", 2014, "is not a date"),
        ("author", [{"family": "Veld", "age": "40"}], "parts than CSL's"),
        ("author", [{"suffix": "Jr."}], "nothing is said"),
        ("author", [{}], "nothing is said"),
        ("author", [{"family": "\x00"}], "nothing is said"),
        ("author", [{"family": 7}], "author=<int> is not text"),
        ("author", [["Veld"]], "author=<list> is not text"),
        ("author", [{"literal": LONG}], "author has 2,001 characters"),
        ("author", ["x" * 2_000] * 51, "more than 100,000 characters of names"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(name, raw, found):
    with pytest.raises(UsageError) as caught:
        read_corrections({"title": "The Tide", name: raw})
    assert found in caught.value.found
    assert "nothing was changed" in caught.value.action
    assert "\n" not in str(caught.value)


@given(st.sampled_from(sorted(CORRECTABLE)), anything)
def test_whatever_is_given_is_taken_or_refused(name, raw):
    try:
        (value,) = read_corrections({name: raw}).values()
    except UsageError:
        return
    assert json.loads(json.dumps(value)) == value
    assert value in (None, "") or isinstance(value, list if name in NAME_FIELDS else (str, dict))


@given(st.sampled_from(sorted(CORRECTABLE)), anything)
def test_what_is_taken_stays_the_same_when_it_is_taken_again(name, raw):
    try:
        once = read_corrections({name: raw})
    except UsageError:
        return
    assert read_corrections(once) == once


@given(st.dictionaries(st.sampled_from(sorted(NAME_FIELDS | DATE_FIELDS | {"title"})), anything, max_size=4))
def test_what_is_taken_can_be_cited_in_every_style(raw):
    try:
        read = read_corrections(raw)
    except UsageError:
        return
    fields = {name: Field(value, Provenance.USER) for name, value in read.items() if value not in (None, "")}
    assert all(cite(Citation.of(fields), style) for style in Style)
