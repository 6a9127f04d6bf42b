from __future__ import annotations

import datetime as dt
import importlib
import io

import pytest
from hypothesis import given, settings
from pages import NOWHERE, check_reads_or_refuses, mutations, refusal, said, stated, voices

from corpus import limits
from corpus.errors import SourceFormatError
from corpus.readers.formats import AS_FOUND, Options
from corpus.readers.parquet import read_parquet

PATH = NOWHERE / "speeches.parquet"


def written(columns, **options):
    """Write a table with pyarrow, which this format's users have."""
    arrow = pytest.importorskip("pyarrow")
    out = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(arrow.table(columns), out, **options)
    return out.getvalue()


def speeches(**more):
    return written({"speaker": ["Oda Bern", None], "text": ["It rained.", "It did."], **more})


def read(data, options=AS_FOUND):
    return read_parquet(data, PATH, options)


def test_rows_are_read_as_those_of_every_table():
    assert [voices(page) for page in read(speeches())] == [[("Oda Bern", "It rained."), (None, "It did.")]]


def test_columns_are_taken_as_the_user_says():
    data = written({"a": ["Oda Bern"], "b": ["It rained."], "c": [1]})
    assert [voices(page) for page in read(data, Options(columns={"speaker": "a", "text": "b"}))] == [
        [("Oda Bern", "It rained.")]
    ]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (dt.date(2014, 9, 2), [2014, 9, 2]),
        (dt.datetime(2014, 9, 2), [2014, 9, 2]),
        (dt.datetime(2014, 9, 2, 8, 30), [2014, 9, 2]),
        (2014, [2014]),
        ("September 2014", [2014, 9]),
    ],
)
def test_dates_of_every_type_are_read(value, date):
    (page,) = read(written({"text": ["It rained."], "date": [value]}))
    assert stated(page)["issued"] == {"date-parts": [date]}


def test_columns_built_of_parts_are_left_where_nothing_asks_for_them():
    assert read(speeches(tags=[["a"], []], more=[{"x": 1}, None]))


def test_a_column_of_parts_that_is_asked_for_is_refused():
    data = written({"text": ["It rained."], "who": [["Oda", "Mara"]]})
    assert "several values as its speaker" in refusal(read, data)


@pytest.mark.parametrize("codec", ["none", "snappy", "gzip", "zstd"])
def test_every_common_packing_is_read(codec):
    assert read(written({"text": ["It rained."]}, compression=codec))


def test_many_groups_of_rows_are_read_in_their_order():
    words = [f"Tide {n}." for n in range(2500)]
    (page,) = read(written({"text": words}, row_group_size=100))
    assert [text for _, text in voices(page)] == words


def test_a_table_without_rows_is_empty():
    arrow = pytest.importorskip("pyarrow")
    assert "has no row" in refusal(read, written({"text": arrow.array([], arrow.string())}))


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_TABLE_ROWS", 1, "2 rows; expected at most 1"),
        ("MAX_TABLE_COLUMNS", 1, "2 columns; expected at most 1"),
        ("MAX_TABLE_CELLS", 3, "4 cells; expected at most 3"),
        ("MAX_TABLE_UNPACKED_BYTES", 10, "bytes when unpacked; expected at most 10"),
    ],
)
def test_more_than_a_table_may_have_is_refused_before_it_is_unpacked(monkeypatch, limit, value, message):
    data = speeches()
    monkeypatch.setattr(limits, limit, value)
    assert message in refusal(read, data)


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TABLE_UNPACKED_BYTES", 1_000_000)
    data = written({"text": ["x" * 900_000 + str(n) for n in range(3)]}, compression="zstd", use_dictionary=False)
    assert len(data) < 10_000
    assert "bytes when unpacked" in refusal(read, data)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"It rained.", b"PAR1" + b"\xff" * 40 + b"PAR1"])
def test_what_is_no_parquet_is_refused_by_name(data):
    pytest.importorskip("pyarrow")
    assert "is no Parquet that can be read" in refusal(read, data)


def test_without_pyarrow_the_refusal_says_how_to_install_it(monkeypatch):
    def missing(name, *_):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(SourceFormatError, match=r"pip install 'onrecord\[parquet\]'"):
        read(b"PAR1")


def test_a_file_is_read_into_the_corpus(tmp_path):
    path = tmp_path / "speeches.parquet"
    path.write_bytes(speeches())
    assert ("Oda Bern", "It rained.") in said(path)


def test_any_bytes_are_pages_or_a_refusal():
    @settings(max_examples=200)
    @given(mutations(speeches()))
    def check(data):
        check_reads_or_refuses(read_parquet, data, PATH, AS_FOUND)

    check()
