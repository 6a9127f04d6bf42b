from __future__ import annotations

import pytest
from citations import RECORDS, record
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.records import RecordFormat, export_records
from corpus.citing.records.bibtex_names import bibtex_names
from corpus.citing.records.bibtex_read import read_bibtex
from corpus.citing.records.bibtex_syntax import entries
from corpus.citing.records.fields import BadEntryError


def read(text):
    return dict(read_bibtex(text))


def one(text):
    ((_, citation),) = read_bibtex(text)
    return citation


def test_an_entry_has_biblatexs_fields_and_plain_bibtexs_year():
    text = export_records({"d": record(RECORDS["news"])}, RecordFormat.BIBTEX)
    assert text.splitlines()[1:] == [
        "  url = {https://lantern.example/quay},",
        "  author = {Tolliver, Jr., Anselm Roy},",
        "  journal = {Lantern Post},",
        "  date = {2019-09-02},",
        "  title = {{Whose quay?}},",
        "  year = {2019},",
        "  month = {9},",
        "  entrysubtype = {article-newspaper},",
        "}",
    ]
    assert text.startswith("@article{tolliver2019whose-")


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("book", "@book", "publisher = {Lock Press}"),
        ("report", "@techreport", "institution = {Lock Press}"),
        ("thesis", "@phdthesis", "school = {Lock Press}"),
        ("webpage", "@online", "publisher = {Lock Press}"),
        ("speech", "@misc", "entrysubtype = {speech}"),
    ],
)
def test_each_type_has_its_entry_and_the_publishers_name_in_it(kind, entry, field):
    text = export_records({"d": record(title="Silt", publisher="Lock Press", type=kind)}, RecordFormat.BIBTEX)
    assert text.startswith(entry + "{")
    assert field in text


@pytest.mark.parametrize("values", [{}, {"type": "speech"}, {"title": " \u202e"}])
def test_a_record_without_a_field_has_no_entry(values):
    silt = record(title="Silt")
    alone = export_records({"b": silt}, RecordFormat.BIBTEX)
    assert export_records({"a": record(values)}, RecordFormat.BIBTEX) == ""
    assert export_records({"a": record(values), "b": silt}, RecordFormat.BIBTEX) == alone


def test_pages_have_the_two_hyphens_that_bibtex_asks_for():
    text = export_records({"d": record(title="Silt", page="10-22")}, RecordFormat.BIBTEX)
    assert "  pages = {10--22}," in text


def test_a_date_in_words_stands_in_the_year_where_no_program_takes_it_for_a_day():
    text = export_records({"d": record(title="Silt", issued={"literal": "c. 1890"})}, RecordFormat.BIBTEX)
    assert "  year = {c. 1890}," in text
    assert "date =" not in text


def test_bodies_and_families_of_small_words_are_kept_together_by_braces():
    people = [{"literal": "Tide and Lock Board"}, {"family": "de la Mar", "given": "Ines"}, {"family": "Abu Sal"}]
    text = export_records({"d": record(title="Silt", author=people)}, RecordFormat.BIBTEX)
    assert "author = {{Tide and Lock Board} and {de la Mar}, Ines and Abu Sal,}," in text


FILE = r"""
Notes before the entries, with an address: oda@quay.example
@comment{jabref-meta: databaseType:bibtex;}
@preamble{"\newcommand{\x}{y}"}
@string{tr = "Tide Review"}
@article{bern, author = {Oda Bern and Harbour, Mara and others}, title = {The {Long} Quay}, journal = tr
  # { Weekly}, year = 2019, month = jun, day = {2}, number = 3, pages = "10--22"}
@Book(dray,
  editor = "Anselm van der Dray",
  title = "A {"}book{"} of quays", publisher = {Lock \& Sons}, address = {Lowmere}, year = {2001},
)
@misc{quell, title = {Address}, howpublished = {\url{https://quay.example/a\_b}}, date = {2014-05}}
"""


def test_a_file_as_people_keep_it_is_read():
    found = read(FILE)
    assert list(found) == ["bern", "dray", "quell"]
    bern = found["bern"]
    assert bern.get("author") == [{"family": "Bern", "given": "Oda"}, {"family": "Harbour", "given": "Mara"}]
    assert (bern.title, bern.get("container-title")) == ("The Long Quay", "Tide Review Weekly")
    assert bern.get("issued") == {"date-parts": [[2019, 6, 2]]}
    assert (bern.get("issue"), bern.get("page"), bern.get("type")) == ("3", "10–22", "article-journal")
    dray = found["dray"]
    assert dray.get("editor") == [{"family": "Dray", "given": "Anselm", "non-dropping-particle": "van der"}]
    assert (dray.title, dray.get("publisher-place")) == ('A "book" of quays', "Lowmere")
    assert found["quell"].get("URL") == "https://quay.example/a_b"


def test_every_field_is_given_by_the_user():
    assert set(one("@misc{a, title={Silt}, year=2014}").provenance().values()) == {"given by the user"}


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year=2014", {"date-parts": [[2014]]}),
        ("year=2014, month=may", {"date-parts": [[2014, 5]]}),
        ("year=2014, month=5, day=2", {"date-parts": [[2014, 5, 2]]}),
        ("year={2014}, month={May}, day={2}", {"date-parts": [[2014, 5, 2]]}),
        ("date={2014-05-02}, year=2013", {"date-parts": [[2014, 5, 2]]}),
        ("date={2014-05/2014-06}", {"literal": "2014-05/2014-06"}),
        ("year={in press}", {"literal": "in press"}),
        ("month=may", None),
    ],
)
def test_a_date_is_as_exact_as_its_fields(fields, date):
    assert one(f"@misc{{a, title={{Silt}}, {fields}}}").get("issued") == date


@pytest.mark.parametrize(
    ("head", "csl_type"),
    [
        ("@article{a, ", "article-journal"),
        ("@article{a, entrysubtype={newspaper}, ", "article-newspaper"),
        ("@article{a, entrysubtype={magazine}, ", "article-magazine"),
        ("@inreference{a, ", "entry-encyclopedia"),
        ("@misc{a, entrysubtype={speech}, ", "speech"),
        ("@online{a, ", "webpage"),
        ("@scroll{a, ", None),
    ],
)
def test_an_entrys_type_is_its_csl_type_where_it_has_one(head, csl_type):
    assert one(head + "title={Silt}}").get("type") == csl_type


@pytest.mark.parametrize(
    ("broken", "name", "reason"),
    [
        ("@book{bad, title = {Unclosed", "bad", "no closing }"),
        ('@book{bad, title = "Unclosed', "bad", 'no closing "'),
        ("@book{bad, title {Silt}}", "bad", "where a field or its end was expected"),
        ("@book{bad, title = }", "bad", "a field without a value"),
        ("@book{bad, title = {Silt}", "bad", "its end is missing"),
        ("@book{two words, title = {Silt}}", "entry 2", "no key"),
        ("@book{bad}", "bad", "no field that a citation can show"),
        ("@book{bad, keywords = {silt}}", "bad", "no field that a citation can show"),
    ],
)
def test_a_bad_entry_is_named_and_the_others_go_on(broken, name, reason):
    found = read(f"@misc{{first, title={{Silt}}}}\n{broken}\n@misc{{last, title={{Sand}}}}\n")
    assert list(found) == ["first", name, "last"]
    assert isinstance(found[name], BadEntryError)
    assert reason in str(found[name])
    assert [found[key].title for key in ("first", "last")] == ["Silt", "Sand"]


def test_entries_on_one_line_and_fields_given_twice_are_read_from_the_first():
    found = read("@misc{a,title={Silt},title={Mud}}@misc{b,title={Sand}}")
    assert [citation.title for citation in found.values()] == ["Silt", "Sand"]


def test_a_field_of_a_million_characters_is_refused_before_it_is_read():
    assert "more than 40,000 characters" in str(one("@misc{a, author={" + "b and " * 200_000 + "}}"))


@pytest.mark.parametrize(
    "text", ["@a{" * 20_000, "@" * 50_000, "@misc{a, b=" + "{" * 50_000, "@misc{" + " " * 50_000]
)
def test_broken_files_are_read_in_the_time_of_whole_ones(text):
    assert all(isinstance(entry, BadEntryError) for _, entry in entries(text))


@given(st.text(alphabet='@misc{}(),="#\\ \nab', max_size=80))
def test_whatever_the_text_an_entry_is_read_or_named(text):
    assert all(isinstance(name, str) and name for name, _ in read_bibtex(text))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Oda Bern", [{"family": "Bern", "given": "Oda"}]),
        ("Bern, Oda Lise", [{"family": "Bern", "given": "Oda Lise"}]),
        ("Sanna van der Veld", [{"family": "Veld", "given": "Sanna", "non-dropping-particle": "van der"}]),
        ("van der Veld, Sanna", [{"family": "Veld", "given": "Sanna", "non-dropping-particle": "van der"}]),
        ("Tolliver, Jr., Anselm", [{"family": "Tolliver", "given": "Anselm", "suffix": "Jr."}]),
        ("{Harbour Office}", [{"literal": "Harbour Office"}]),
        (
            "{Tide and Lock Board} and Oda Bern",
            [{"literal": "Tide and Lock Board"}, {"family": "Bern", "given": "Oda"}],
        ),
        ("Sukara", [{"family": "Sukara"}]),
        ("{de la Mar}, Ines", [{"family": "de la Mar", "given": "Ines"}]),
        ("Abu Sal,", [{"family": "Abu Sal"}]),
        ('G{\\"o}ran {\\O}st', [{"family": "Øst", "given": "Göran"}]),
        ("Bern, Oda\nAND others", [{"family": "Bern", "given": "Oda"}]),
        ("", []),
    ],
)
def test_names_are_taken_apart_by_bibtexs_rules(value, names):
    assert bibtex_names(value) == names
