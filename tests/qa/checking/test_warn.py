"""What a reader is told beside the grade."""

from __future__ import annotations

import pytest

from qa.checking import Grade, WarningKind

EXACT, NEAR, _ = Grade


def told(found, kind):
    """Return what a warning of the best place tells, None where there is no such warning."""
    return next((w.told for w in found.matches[0].warnings if w.kind is kind), None)


def test_an_ellipsis_over_a_negation_that_governs_what_is_kept_is_not_forgiven(check):
    found = check("We will … sell the quay")
    assert (found.grade, told(found, WarningKind.NEGATION)) == (NEAR, ("not",))


def test_an_ellipsis_over_a_negation_of_another_clause_is_told(check):
    found = check("I have read the report on the crane … cost us four hundred crowns")
    assert (found.grade, told(found, WarningKind.JUMPED_NEGATION)) == (EXACT, None)
    found = check("Auf dem Schild steht … écrit José Núñez")
    assert WarningKind.FAR_APART in {w.kind for w in found.matches[0].warnings}


def test_a_quotation_that_begins_or_ends_beside_a_negation_is_warned_of(check):
    assert told(check("sell the quay"), WarningKind.CUT_NEGATION) == ("not",)
    assert told(check("asked the divers"), WarningKind.CUT_NEGATION) == ("Nobody",)
    assert told(check("[Somebody] asked the divers"), WarningKind.CUT_NEGATION) == ("Nobody",)
    assert told(check("the lamps would"), WarningKind.CUT_NEGATION) == ("never",)


@pytest.mark.parametrize("quotation", ["It belongs to the town", "We will not sell", "quay", "We will … the town"])
def test_a_negation_quoted_or_in_another_clause_is_not_beside_it(check, quotation):
    assert told(check(quotation), WarningKind.CUT_NEGATION) is None


def test_an_ellipsis_that_joins_places_far_apart_is_not_forgiven(check):
    found = check("The tide took 40 boats … The crane stays where it is")
    assert found.grade is NEAR
    assert told(found, WarningKind.FAR_APART) == ()
    assert told(found, WarningKind.TWO_SPEAKERS) == ("Oda Bern", "WARDEN TOLLIVER")


def test_short_pieces_between_ellipses_are_told(check):
    assert told(check("The tide … boats … of the fleet"), WarningKind.FRAGMENTS) == ("The tide", "boats")


def test_words_of_another_speaker_than_the_one_named_are_told(check):
    found = check("The tide took 40 boats", speaker="Sanna Veld")
    assert (found.grade, found.speaker, set(found.names)) == (EXACT, "Sanna Veld", {"Sanna Veld", "SANNA VELD"})
    assert told(found, WarningKind.OTHER_SPEAKER) == ("Oda Bern",)


@pytest.mark.parametrize("speaker", ["Oda Bern", "Bern", "oda bern", "ODA BERN"])
def test_words_of_the_speaker_named_bring_no_such_warning(check, speaker):
    assert told(check("The tide took 40 boats", speaker=speaker), WarningKind.OTHER_SPEAKER) is None


def test_a_speaker_unknown_to_the_corpus_has_no_names(check):
    found = check("The tide took 40 boats", speaker="Nobody Known")
    assert found.names == ()
    assert told(found, WarningKind.OTHER_SPEAKER) == ("Oda Bern",)


def test_the_authors_words_are_told_from_a_speakers(check):
    assert told(check("The lamps were bought in 1998"), WarningKind.AUTHORS) == ()
    assert told(check("It belongs to the town"), WarningKind.AUTHORS) is None
    assert told(check("Oda Bern, a pilot, said, “The tide took"), WarningKind.PARTLY_AUTHORS) == ()


def test_reported_words_are_told_from_quoted_ones(check):
    assert told(check("the lamps would never be lit again"), WarningKind.REPORTED) is not None


def test_words_of_two_speakers_run_together_are_told(check):
    found = check("speak of the crane and of nothing else. ODA BERN: I have read the report")
    assert told(found, WarningKind.TWO_SPEAKERS) == ("SANNA VELD", "ODA BERN")


def test_words_that_the_source_has_in_brackets_are_told(check):
    assert told(check("The wall of the old dock leans"), WarningKind.BRACKETED) == ("of", "the", "old", "dock")
    assert told(check("The wall [of the old dock] leans"), WarningKind.BRACKETED) is None


@pytest.mark.parametrize(
    ("quotation", "kind", "words"),
    [
        ("We will sell the quay", WarningKind.NEGATION, ("not",)),
        ("The tide took 14 boats and 3.5 tons", WarningKind.NUMBER, ("40", "14")),
        ("Warden Oliver said that the lamps", WarningKind.NAME, ("Tolliver", "Oliver")),
        ("the tide took 40 BOATS", WarningKind.CASE, ("boats",)),
        ("We will not sell; the quay", WarningKind.PUNCTUATION, ("sell",)),
    ],
)
def test_what_a_change_does_is_told(check, quotation, kind, words):
    assert told(check(quotation), kind) == words
