"""The words for what is found of a quotation, which the page and the terminal share."""

from __future__ import annotations

import pytest

from qa.checking import QuoteWarning, WarningKind
from ui.quoting import is_grave, warning_line


@pytest.mark.parametrize("kind", WarningKind)
def test_every_warning_has_a_sentence_that_names_what_it_is_about(kind):
    assert len(warning_line(QuoteWarning(kind)).split()) > 3
    assert "“forty”" in warning_line(QuoteWarning(kind, ("forty",)))


def test_every_warning_has_a_sentence_of_its_own():
    assert len({warning_line(QuoteWarning(kind)) for kind in WarningKind}) == len(WarningKind)


def test_all_that_a_warning_is_about_is_told():
    line = warning_line(QuoteWarning(WarningKind.OTHER_SPEAKER, ("Oda Bern", "Sanna Veld")))
    assert line.endswith(": “Oda Bern”, “Sanna Veld”")


@pytest.mark.parametrize(
    "kind", [WarningKind.OTHER_SPEAKER, WarningKind.NEGATION, WarningKind.CUT_NEGATION, WarningKind.TWO_SPEAKERS]
)
def test_what_makes_a_quotation_say_something_else_is_grave(kind):
    assert is_grave(QuoteWarning(kind))


@pytest.mark.parametrize("kind", [WarningKind.CASE, WarningKind.PUNCTUATION, WarningKind.BRACKETED])
def test_what_leaves_the_meaning_alone_is_not_grave(kind):
    assert not is_grave(QuoteWarning(kind))
