from __future__ import annotations

import pytest
from citations import RECORDS, record
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.records import RecordFormat, export_records
from corpus.citing.records.fields import BadEntryError
from corpus.citing.records.ris import read_ris


def one(*lines):
    ((_, citation),) = read_ris("\n".join(["TY  - NEWS", *lines, "ER  - "]))
    return citation


def written(values):
    return export_records({"d": record(values)}, RecordFormat.RIS).split("\r\n")


def test_a_record_has_the_tags_that_programs_read():
    lines = written(RECORDS["news"])
    assert lines[0] == "TY  - NEWS"
    assert lines[1].startswith("ID  - tolliver2019whose-")
    assert lines[2:] == [
        "UR  - https://lantern.example/quay",
        "AU  - Tolliver, Anselm Roy, Jr.",
        "T2  - Lantern Post",
        "DA  - 2019/09/02/",
        "TI  - Whose quay?",
        "PY  - 2019",
        "ER  - ",
        "",
    ]


def test_what_ris_has_no_tag_for_is_kept_under_its_own_name():
    lines = written(RECORDS["speech"])
    assert lines[0] == "TY  - GEN"
    assert "C8  - type: speech" in lines
    assert "C8  - event-title: Congress of Pilots" in lines
    assert "C8  - event-date: 2014-12-29" in lines


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ({"family": "Veld", "given": "Sanna", "non-dropping-particle": "van der"}, "van der Veld, Sanna"),
        ({"family": "Tolliver", "suffix": "Jr."}, "Tolliver, , Jr."),
        ({"family": "Sukara"}, "Sukara, "),
        ({"literal": "Harbour Office"}, "Harbour Office"),
        ({"literal": "Harbour Office, Lowmere"}, "Harbour Office, Lowmere,"),
        ({"family": "Tide, Lock", "given": "Oda"}, "Oda Tide, Lock,"),
    ],
)
def test_a_body_with_a_comma_ends_in_one_as_in_endnote(name, line):
    assert f"AU  - {line}" in written({"author": [name]})


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bern, Oda", {"family": "Bern", "given": "Oda"}),
        ("Tolliver, Anselm, Jr.", {"family": "Tolliver", "given": "Anselm", "suffix": "Jr."}),
        ("Harbour Office", {"literal": "Harbour Office"}),
        ("Harbour Office, Lowmere,", {"literal": "Harbour Office, Lowmere"}),
        ("Sukara, ", {"family": "Sukara"}),
    ],
)
def test_a_name_is_taken_apart_at_its_commas_only(line, name):
    assert one(f"AU  - {line}").get("author") == [name]


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2014"], {"date-parts": [[2014]]}),
        (["PY  - 2014", "DA  - 2014/05/12/"], {"date-parts": [[2014, 5, 12]]}),
        (["DA  - 2014/5//"], {"date-parts": [[2014, 5]]}),
        (["PY  - 2014/05/12/morning edition"], {"date-parts": [[2014, 5, 12]]}),
        (["Y1  - 2014///"], {"date-parts": [[2014]]}),
        (["DA  - ///c. 1890"], {"literal": "c. 1890"}),
        (["DA  - 12 May 2014"], {"date-parts": [[2014, 5, 12]]}),
        (["DA  - ///", "PY  - 2014"], {"date-parts": [[2014]]}),
    ],
)
def test_a_date_is_as_exact_as_its_lines(lines, date):
    assert one("TI  - Silt", *lines).get("issued") == date


def test_pages_accents_and_long_titles_are_read_as_other_programs_write_them():
    found = one(
        "T1  - The long", "quay", "A1  - Čapka, Oda", "JO  - Lantern Post", "SP  - 10", "EP  - 22", "KW  - silt"
    )
    assert found.title == "The long quay"
    assert (found.get("container-title"), found.get("page"), found.get("type")) == (
        "Lantern Post",
        "10-22",
        "article-newspaper",
    )
    assert {name for name, _ in found.fields} == {"title", "author", "container-title", "page", "type"}


def test_the_first_of_two_titles_is_kept():
    assert one("TI  - Silt", "T1  - Sand").title == "Silt"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end):
    text = end.join(["\ufeffTY  - BOOK", "TI  - Silt", "ER  -", "", "TY  - BOOK", "TI  - Sand", "ER  - "])
    assert [citation.title for _, citation in read_ris(text)] == ["Silt", "Sand"]


def test_a_record_without_an_end_is_named_and_the_others_go_on():
    text = "\n".join(["TY  - BOOK", "TI  - Silt", "TY  - BOOK", "TI  - Sand", "ER  - "])
    text += "\nTY  - BOOK\nTY  - BOOK\nER  - \nTY  - BOOK\nTI  - Mud"
    found = list(read_ris(text))
    assert [name for name, _ in found] == ["Silt", "Sand", "record 3", "record 4", "Mud"]
    assert [isinstance(citation, BadEntryError) for _, citation in found] == [True, False, True, True, True]
    assert "ER  - " in str(found[0][1])
    assert "no field" in str(found[3][1])


def test_an_unknown_type_is_none():
    assert next(read_ris("TY  - SCROLL\nTI  - Silt\nER  - "))[1].get("type") is None


@given(st.text(alphabet="TYERAU  -\n/,:C8", max_size=120))
def test_whatever_the_text_a_record_is_read_or_named(text):
    assert all(isinstance(name, str) and name for name, _ in read_ris(text))
