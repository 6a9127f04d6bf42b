"""What is written for other programs is read again as it was, and nothing in a field breaks a format's syntax."""

from __future__ import annotations

import json
import re

import pytest
from citations import RECORDS, hostile, lines, record, records
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import NAME_FIELDS
from corpus.citing.names import read_names
from corpus.citing.records import RecordFormat, export_records
from corpus.citing.records.bibtex_read import read_bibtex
from corpus.citing.records.csl import read_csl
from corpus.citing.records.ris import read_ris
from corpus.citing.wording import flat, ranged

READERS = {RecordFormat.BIBTEX: read_bibtex, RecordFormat.CSL_JSON: read_csl, RecordFormat.RIS: read_ris}
FIELDS = ["title", "publisher", "note", "genre", "URL", "type"]
every_format = pytest.mark.parametrize("form", RecordFormat)
#: Addresses as addresses are: what BibTeX cannot hold in one is percent-encoded.
_ODD = re.compile(r"[{}\\\s]")


def comparable(citation):
    """Return a record's fields as any format can keep them: names as they are printed, words on one line."""
    if isinstance(citation, Exception):
        return citation
    found = {}
    for name, field in citation.fields:
        value = field.value
        if name in NAME_FIELDS:
            found[name] = [n.natural for n in read_names(value)]
        else:
            found[name] = (
                value if isinstance(value, dict) else ranged(flat(value)) if name == "page" else flat(value)
            )
    found.setdefault("type", "document")
    return found


def with_plain_addresses(citation):
    return record({n: _ODD.sub("_", f.value) if n in {"URL", "DOI"} else f.value for n, f in citation.fields})


def read_again(citations, form):
    return list(READERS[form](export_records(citations, form)))


@every_format
@given(citation=records(lines).map(with_plain_addresses))
def test_a_record_of_printable_text_is_read_again_as_it_was(form, citation):
    if set(comparable(citation)) == {"type"}:
        return
    ((_, found),) = read_again({"d": citation}, form)
    assert comparable(found) == comparable(citation)


@every_format
@pytest.mark.parametrize("name", RECORDS)
def test_the_golden_records_are_read_again_as_they_were(form, name):
    ((key, found),) = read_again({name: record(RECORDS[name])}, form)
    assert re.fullmatch(r"[a-z0-9]+-[0-9a-f]{6}", key)
    assert comparable(found) == comparable(record(RECORDS[name]))


@pytest.mark.parametrize("name", RECORDS)
def test_csl_json_and_bibtex_keep_the_parts_of_names(name):
    for form in (RecordFormat.CSL_JSON, RecordFormat.BIBTEX):
        ((_, found),) = read_again({name: record(RECORDS[name])}, form)
        assert found.get("author") == RECORDS[name].get("author")


@every_format
@given(values=st.dictionaries(st.sampled_from(FIELDS), hostile, min_size=1), author=hostile, family=hostile)
def test_no_hostile_field_breaks_the_syntax_or_the_records_beside_it(form, values, author, family):
    people = [{"literal": author}, {"family": family, "given": author, "suffix": author}]
    beside = record(title="Silt", author=[{"family": "Quell", "given": "Mara"}])
    citations = {"before": beside, "hostile": record(values, author=people, volume="2"), "behind": beside}
    found = read_again(citations, form)
    assert len(found) == 3
    assert comparable(found[0][1]) == comparable(found[2][1]) == comparable(beside)


@every_format
def test_ten_thousand_characters_are_written_and_refused_by_name_when_read(form):
    ((key, fault),) = read_again({"d": record(title="a" * 10_000)}, form)
    assert key.startswith("a" * 20)
    assert "title has 10,000 characters; at most 2,000 are taken" in str(fault)


def test_csl_json_is_json_with_types_keys_and_provenance():
    items = json.loads(
        export_records({"a": record(title="Silt"), "b": record(title="Sand")}, RecordFormat.CSL_JSON)
    )
    assert [item["type"] for item in items] == ["document", "document"]
    assert [item["id"].split("-")[0] for item in items] == ["silt", "sand"]
    assert items[0]["custom"]["provenance"] == {"title": "given by the user"}


@every_format
def test_records_come_in_the_order_given_and_none_gives_none(form):
    titles = ["Silt", "Sand", "Mud"]
    found = read_again({t: record(title=t) for t in titles}, form)
    assert [citation.title for _, citation in found] == titles
    if form is not RecordFormat.CSL_JSON:
        assert export_records({}, form) == ""
