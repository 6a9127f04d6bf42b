from __future__ import annotations

import pytest

from corpus.speakers import asked_speaker


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Helen Marchetti say about the lighthouse?", "Helen Marchetti"),
        ("What has Quell promised the valley?", "Quell"),
        ("What did the minister Mara Quell call the canal?", "Mara Quell"),
        ("Is the canal safe according to Tobin Ash?", "Tobin Ash"),
        ("Who said the canal is safe?", None),
        ("What is said about Mara Quell?", None),
        ("When did the Tidal Station close?", None),
        ("What did the minister say?", None),
        ("canal gates", None),
    ],
)
def test_the_person_whose_words_are_asked_for_is_read_from_the_plain_forms(question, name):
    assert asked_speaker(question) == name
