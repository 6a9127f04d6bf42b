"""``onrecord check``: its words, its marks, its exit codes, and a terminal that no document can write on."""

from __future__ import annotations

import json

import pytest

from corpus import limits
from qa import check_quote
from qa.checking import Change, Operation
from ui.check import check_text, marked_words

FERRY = "The ferry to the island runs late"


@pytest.fixture
def check(onrecord, filled):
    """Return a function that runs ``onrecord check`` on the two invented articles."""

    def run(*words, stdin=""):
        return onrecord("check", *words, "--corpus", filled, stdin=stdin)

    return run


@pytest.mark.parametrize(
    ("quotation", "code", "said"),
    [
        (FERRY, 0, "Exact: every word"),
        ("The ferry to the island never runs late", 1, "Near, not exact"),
        ("The mayor painted the lighthouse in the rain", 1, "Not in this corpus."),
    ],
)
def test_each_grade_is_said_and_has_its_exit_code(check, quotation, code, said):
    run = check(quotation)
    assert run.code == code
    assert said in run.out


def test_what_differs_is_shown_between_marks(check):
    assert (
        "The ferry to the [-island-]{+moon+} runs {+very+} late"
        in check("The ferry to the moon runs very late").out
    )
    assert "The ferry to the [-island-] runs late" in check("The ferry to the runs late").out


def test_who_says_the_words_and_where_is_shown(check):
    out = check(FERRY).out
    assert "Jane Roe, Mayor, quoted directly" in out
    assert "The Harbour" in out
    assert "para. 1" in out


def test_words_of_another_speaker_are_warned_of(check):
    assert "another speaker's than the one named: “Jane Roe”" in check(FERRY, "--speaker", "John Doe").out
    assert "another speaker's" not in check(FERRY, "--speaker", "Roe").out


def test_a_speaker_whom_nobody_knows_is_named(check):
    assert "No speaker here goes by the name Warden Tolliver." in check(FERRY, "--speaker", "Warden Tolliver").out


def test_words_left_out_and_put_in_are_shown(check):
    assert "The ferry […] runs [still] late" in check("The ferry … runs [still] late").out


def test_a_dash_reads_the_quotation_from_standard_input(check):
    assert check("-", stdin=f"“{FERRY},”\n").code == 0


def test_json_is_the_one_form(check, filled):
    shown = json.loads(check(FERRY, "--json").out)
    expected = check_quote(FERRY, corpus=filled).to_dict()
    assert {k: v for k, v in shown.items() if k != "took_ms"} == {
        k: v for k, v in expected.items() if k != "took_ms"
    }


def test_no_model_is_loaded(check, monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: pytest.fail("a model was asked for"))
    run = check(FERRY)
    assert run.code == 0
    assert "model" not in run.err


def test_the_sample_is_checked_where_there_is_no_corpus(onrecord):
    run = onrecord("check", "golden ring of resistance")
    assert run.code == 0
    assert "using the bundled sample" in run.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["a " * limits.MAX_QUOTATION_CHARS], 20),
        (["[only brackets]"], 2),
        (["…"], 2),
        ([FERRY, "--speaker", " "], 2),
        ([FERRY, "-k", "0"], 2),
    ],
)
def test_what_cannot_be_checked_is_refused_in_one_line(check, words, code):
    run = check(*words)
    assert run.code == code
    assert (run.out, run.err.count("\n")) == ("", 1)


def test_a_missing_corpus_is_refused(onrecord, tmp_path):
    assert onrecord("check", FERRY, "--corpus", tmp_path / "nowhere").code == 3


def test_a_quotation_too_long_for_standard_input_is_read_no_further(check):
    assert check("-", stdin="a " * 500_000).code == 20


def test_several_places_are_counted(onrecord, make_corpus):
    text = "Notes\n\nThe lamps on the quay are dark.\n"
    corpus = make_corpus({"a.txt": text, "b.txt": text.replace("Notes", "More notes")})
    shown = onrecord("check", "the lamps on the quay", "--corpus", corpus.folder, "-k", "1").out
    assert "The words stand in 2 passages." in shown
    assert "2." not in shown.split("passages.")[1]


def test_neither_document_nor_quotation_writes_on_the_terminal(make_corpus):
    text = "Notes\n\nThe lamps \u202e are 31m dark on [-this-] very quay tonight.\n"
    found = check_quote(
        "The lamps are 31m dark on \x07this very \x1b[2J quays tonight", corpus=make_corpus({"a.txt": text})
    )
    shown = check_text(found)
    assert found.matches
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "<005B>-this<002D>]" in shown


def operation(change, source, quoted):
    return Operation(change, 0, len(quoted), 0, 0, len(source), quoted, source)


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (operation(Change.SAME, "the Quay", "the quay"), "the Quay"),
        (operation(Change.CHANGED, "old", "new"), "[-old-]{+new+}"),
        (operation(Change.MISSING, "old", ""), "[-old-]"),
        (operation(Change.ADDED, "", "new"), "{+new+}"),
        (operation(Change.LEFT_OUT, "old", ""), "[…]"),
        (operation(Change.INSERTED, "it", "[the quay]"), "[the quay]"),
        (operation(Change.DEBRIS, "", "143"), ""),
        (operation(Change.ADDED, "", "+} {+ -] [-"), "{+<002B>} <007B>+ <002D>] <005B>-+}"),
    ],
)
def test_every_change_has_its_mark(one, shown):
    class Match:
        operations = (one,)

    assert marked_words(Match) == shown
