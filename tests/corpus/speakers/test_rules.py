from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.marks import quotations
from corpus.speakers.rules import rulings

WORDS = "“It rained all night.”"
ASIDE = f"{WORDS[:-2]},”"


def ruled(text):
    """Return (rule, words it points at) for the last quotation."""
    ruling = rulings(text, list(quotations(text, single=False)))[-1]
    return ruling.rule, text[ruling.start : ruling.end] if ruling.start >= 0 else None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"Oda Bern said: {WORDS}", "lead"),
        (f"{ASIDE} Oda Bern said.", "tail"),
        (f"{ASIDE} said Oda Bern.", "tail"),
        (f"According to Oda Bern, {WORDS}", "according"),
        (f"Oda Bern’s letter read: {WORDS}", "possessor"),
        ("“No,” said Oda Bern. “Never.”", "carried"),
    ],
)
def test_a_rule_that_names_somebody_points_at_the_name(text, rule):
    assert ruled(text) == (rule, "Oda Bern")


@pytest.mark.parametrize(("text", "word"), [(f"She said: {WORDS}", "She"), (f"{ASIDE} he said.", "he")])
def test_a_pronoun_is_pointed_at_for_the_document_to_resolve(text, word):
    assert ruled(text) == ("pronoun", word)


@pytest.mark.parametrize(
    "text",
    [
        f"Oda Bern never said: {WORDS}",
        f"Oda Bern denied saying: {WORDS}",
        f"It is not true that Oda Bern said: {WORDS}",
    ],
)
def test_disowned_words_are_vetoed(text):
    assert ruled(text) == ("veto", None)


def test_words_that_the_clause_behind_gives_to_somebody_else_are_anothers():
    assert ruled(f"{ASIDE} Oda Bern said, quoting Tam Pell.") == ("another", None)


@pytest.mark.parametrize("text", [WORDS, f"Oda Bern left. {WORDS}", f"The crews met: {WORDS}"])
def test_where_the_grammar_tells_nothing_the_rules_are_silent(text):
    assert ruled(text) == ("none", None)


def test_a_quotation_is_not_carried_on_where_somebody_else_has_risen():
    assert ruled("“No,” said Oda Bern. Tam Pell rose. “Never.”")[0] in {"none", "open"}


@given(any_text)
def test_each_quotation_has_a_ruling_whose_offsets_lie_in_the_paragraph(text):
    quotes = list(quotations(text, single=False))
    found = rulings(text, quotes)
    assert len(found) == len(quotes)
    assert all((r.start, r.end) == (-1, -1) or 0 <= r.start < r.end <= len(text) for r in found)
