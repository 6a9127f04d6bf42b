from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text
from ui_hits import everywhere, hit, utterance
from ui_hostile import HOSTILE

from corpus.model import Utterance, UtteranceKind
from ui.exports import Format, export
from ui.exports.table import COLUMNS, defused, restored

FORMULA = re.compile('[ \u00a0"]*[=+\\-@＝＋－＠]')
formulas = st.text(st.sampled_from("=+-@＝\t\r\n;,\"' |aé1\u00a0"))
words = st.one_of(any_text, formulas, st.text())

GOLDEN = (
    '\ufeff"passage id","words","speaker","role","kind","probable speaker","passage","document title","date",'
    '"section","page","paragraph","time","citation","reference","URL","digest","note"\r\n'
    '"p3","\'=2 say","Sanna Veld","warden","direct","",SHARED,"DEFUSED: words, passage"\r\n'
    '"p3","""no""","","","indirect","Oda Bern",SHARED,"DEFUSED: passage"\r\n'
)
SHARED = (
    '"\'=2 say ""no""\nso","The Harbour","2014-08-10","Ferries","","3","","(Ann Author, 2014, para. 3)",'
    '"Ann Author. (2014, August 10). The Harbour.","","DIGEST"'
)
DEFUSED = "an apostrophe was put before what a spreadsheet could take for a formula"
WORDS, PASSAGE = COLUMNS.index("words"), COLUMNS.index("passage")


def rows(data, delimiter=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def named(data):
    """Return the rows as dicts of the columns' names."""
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows(data)[1:]]


def test_a_small_table_is_what_was_written_by_hand(of):
    text = '=2 say "no"\nso'
    said = [
        replace(utterance(text, "Sanna Veld", role="warden"), end=6),
        Utterance(7, 11, UtteranceKind.INDIRECT, probably="Oda Bern"),
    ]
    one = hit(text, utterances=said, spans=())
    wanted = GOLDEN.replace("SHARED", SHARED).replace("DEFUSED", DEFUSED)
    assert export(of(one), Format.CSV).decode() == wanted.replace("DIGEST", one.passage.sha256)


def test_the_authors_sentence_is_not_among_the_speakers_words(of, around):
    one = around("Sanna Veld is against the site. ", '"Not one of us,"', " she said.")
    (row,) = named(export(of(one), Format.CSV))
    assert (row["words"], row["speaker"], row["kind"]) == ('"Not one of us,"', "Sanna Veld", "direct")
    assert row["passage"] == one.text


def test_a_passage_without_quotations_has_one_row_that_nobody_says(of):
    (row,) = named(export(of(hit("The wall leans.")), Format.CSV))
    assert (row["speaker"], row["role"], row["probable speaker"]) == ("", "", "")
    assert row["kind"] == "author's own voice / no quotation"
    assert row["words"] == row["passage"] == "The wall leans."


def test_who_is_not_known_is_called_unattributed_and_who_is_sure_not_probable(of):
    said = [
        Utterance(0, 1, UtteranceKind.DIRECT, as_printed="he"),
        Utterance(2, 3, UtteranceKind.DIRECT, "Oda Bern", probably="Sanna Veld"),
    ]
    found = named(export(of(hit("a b", utterances=said)), Format.CSV))
    assert [(row["words"], row["speaker"], row["probable speaker"]) for row in found] == [
        ("a", "unattributed (the text has “he”)", ""),
        ("b", "Oda Bern", ""),
    ]


@given(st.lists(st.tuples(words, words), max_size=5))
def test_every_utterance_has_a_row_of_its_own_words_in_the_order_of_the_text(of, drawn):
    said, text = [], ""
    for between, own in drawn:
        text += between
        said.append(Utterance(len(text), len(text + own), UtteranceKind.DIRECT, "Sanna Veld"))
        text += own
    found = named(export(of(hit(text, utterances=said)), Format.CSV))
    assert [restored(row["words"]) for row in found] == [own for _, own in drawn] or [text]
    assert {restored(row["passage"]) for row in found} == {text}


def test_the_digest_is_of_the_words_as_they_stand_in_the_document(of):
    import hashlib

    (row,) = named(export(of(hit("=1+1")), Format.CSV))
    assert row["digest"] == hashlib.sha256(b"=1+1").hexdigest()
    assert row["words"] == "'=1+1"


@given(words)
def test_any_words_are_read_back_once_the_apostrophes_are_taken_away(of, text):
    head, row = rows(export(of(hit(text)), Format.CSV))
    assert tuple(head) == COLUMNS
    assert restored(row[WORDS]) == restored(row[PASSAGE]) == text
    assert ("words" in row[-1]) == (row[WORDS] != text)


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
    assert row[WORDS] == f"'{sign}1"
    assert row[-1].endswith(": words, passage")


@pytest.mark.parametrize("text", ["The wall – it leans.", "a-b = c + d @ e", "“=x”", "'tis so", "fish; chips"])
def test_what_begins_no_formula_stays(of, text):
    _, row = rows(export(of(hit(text)), Format.CSV))
    assert (row[WORDS], row[-1]) == (text, "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_stays_in_its_cells(of, name):
    head, *body = rows(export(of(everywhere(HOSTILE[name])), Format.CSV))
    assert [len(row) for row in body] == [len(head)] * 2
    assert {restored(row[column]) for row in body for column in (WORDS, PASSAGE)} == {HOSTILE[name]}


def test_time_is_shown_as_hours_minutes_and_seconds(of):
    one = hit("a")
    late = replace(one, passage=replace(one.passage, time=3725.9))
    assert named(export(of(late), Format.CSV))[0]["time"] == "1:02:05"
