from __future__ import annotations

import dataclasses

import pytest

from corpus import Utterance, UtteranceKind
from corpus.model import Grounds, StatementDate


@pytest.mark.parametrize("kind", UtteranceKind)
def test_all_but_a_report_are_the_speakers_own_words(kind):
    assert kind.verbatim is (kind is not UtteranceKind.INDIRECT)


def test_an_utterance_of_which_nothing_is_known_is_unattributed():
    said = Utterance(0, 5, UtteranceKind.DIRECT)
    assert (said.speaker, said.probably, said.said, said.grounds, said.confidence) == (None, None, None, None, 0.0)


@pytest.mark.parametrize(
    "value",
    [Utterance(0, 5, UtteranceKind.PART), Grounds(), StatementDate(0, 4, "1998", "1998-01-01", "1998-12-31")],
)
def test_what_travels_cannot_be_changed_on_its_way(value):
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, dataclasses.fields(value)[0].name, 3)
    assert hash(value) == hash(dataclasses.replace(value))
