from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text
from ui_hits import everywhere, hit, utterance
from ui_hostile import HOSTILE

from corpus.model import UtteranceKind
from ui.exports import Format, export
from ui.exports.table import COLUMNS, defused, restored

FORMULA = re.compile('[ \u00a0"]*[=+\\-@＝＋－＠]')
formulas = st.text(st.sampled_from("=+-@＝\t\r\n;,\"' |aé1\u00a0"))
words = st.one_of(any_text, formulas, st.text())

GOLDEN = (
    '\ufeff"passage id","speaker","role","kind","words","document title","date","section","page","paragraph",'
    '"time","citation","reference","URL","digest","note"\r\n'
    '"p3","Sanna Veld | probably Oda Bern","warden | ","direct | indirect","\'=2 say ""no""\nso","The Harbour",'
    '"2014-08-10","Ferries","","3","","(Sanna Veld, as cited in Ann Author, 2014, para. 3)",'
    '"Ann Author. (2014, August 10). The Harbour.","",'
    '"DIGEST","an apostrophe was put before what a spreadsheet could take for a formula: words"\r\n'
)


def rows(data, delimiter=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_small_table_is_what_was_written_by_hand(of):
    text = '=2 say "no"\nso'
    said = [
        utterance(text, "Sanna Veld", role="warden"),
        type(utterance(text))(0, 3, UtteranceKind.INDIRECT, probably="Oda Bern"),
    ]
    one = hit(text, utterances=said)
    assert export(of(one), Format.CSV).decode() == GOLDEN.replace("DIGEST", one.passage.sha256)


def test_the_digest_is_of_the_words_as_they_stand_in_the_document(of):
    import hashlib

    row = dict(zip(COLUMNS, rows(export(of(hit("=1+1")), Format.CSV))[1], strict=True))
    assert row["digest"] == hashlib.sha256(b"=1+1").hexdigest()
    assert row["words"] == "'=1+1"


@given(words)
def test_any_words_are_read_back_once_the_apostrophes_are_taken_away(of, text):
    head, row = rows(export(of(hit(text)), Format.CSV))
    assert tuple(head) == COLUMNS
    assert restored(row[4]) == text
    assert ("words" in row[-1]) == (row[4] != text)


@given(words)
def test_what_is_defused_is_restored_to_the_character(text):
    assert restored(defused(text)) == text
    assert restored(defused(defused(text))) == defused(text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(text=formulas)
def test_no_cell_begins_a_formula_whatever_parts_the_cells(of, delimiter, text):
    for row in rows(export(of(everywhere(text)), Format.CSV), delimiter):
        assert not [cell for cell in row if FORMULA.match(cell)]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", ' "=', "\u00a0-"])
def test_every_sign_that_begins_a_formula_is_defused_and_told(of, sign):
    _, row = rows(export(of(hit(f"{sign}1")), Format.CSV))
    assert row[4] == f"'{sign}1"
    assert row[-1].endswith(": words")


@pytest.mark.parametrize("text", ["The wall – it leans.", "a-b = c + d @ e", "“=x”", "'tis so", "fish; chips"])
def test_what_begins_no_formula_stays(of, text):
    _, row = rows(export(of(hit(text)), Format.CSV))
    assert (row[4], row[-1]) == (text, "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_stays_in_its_cells(of, name):
    head, *body = rows(export(of(everywhere(HOSTILE[name])), Format.CSV))
    assert [len(row) for row in body] == [len(head)]
    assert restored(body[0][4]) == HOSTILE[name]


def test_time_is_shown_as_hours_minutes_and_seconds(of):
    from dataclasses import replace

    one = hit("a")
    late = replace(one, passage=replace(one.passage, time=3725.9))
    assert rows(export(of(late), Format.CSV))[1][10] == "1:02:05"
