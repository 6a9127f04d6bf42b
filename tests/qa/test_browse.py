from __future__ import annotations

import pytest

from corpus.errors import UsageError
from qa.browse import KINDS, browse

MARSH = """---
title: The Marsh
author: Oda Bern
date: 2014-08-10
container-title: The Ferry Gazette
---

“The marsh is dry,” said Warden Sanna Veld.

Nine boats were counted in the harbour on Monday.
"""
TOWER = """---
title: The Tower
author: Ann Author
date: 2019-03
---

Mayor Jane Tolliver said that the lamp of the keeper was out.
"""
UNDATED = "# The Well\n\nThe well stands in the square.\n"


@pytest.fixture
def shelf(make_corpus):
    return make_corpus({"marsh.md": MARSH, "old_tower.md": TOWER, "well.md": UNDATED})


def titles(found):
    return [s.citation.title for s in found]


def test_nothing_looked_for_gives_every_document_by_title(shelf):
    assert titles(browse(shelf)) == ["The Marsh", "The Tower", "The Well"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("marsh", "The Marsh"),
        ("MARSH", "The Marsh"),
        ("Oda Bern", "The Marsh"),
        ("gazette", "The Marsh"),
        ("old_tower.md", "The Tower"),
        ("nine boats counted", "The Marsh"),
        ("boat", "The Marsh"),
        ("lamp keeper", "The Tower"),
        ("Veld boats", "The Marsh"),
    ],
)
def test_words_are_found_in_what_is_shown_and_in_the_passages(shelf, words, title):
    assert titles(browse(shelf, words=words)) == [title]


def test_every_word_must_be_there(shelf):
    assert browse(shelf, words="marsh lamp") == []


def test_words_that_are_in_no_index_are_looked_for_in_what_is_shown(shelf):
    assert titles(browse(shelf, words="the")) == ["The Marsh", "The Tower", "The Well"]


def test_a_speaker_gives_the_documents_in_which_they_speak(shelf):
    assert titles(browse(shelf, speaker="Veld")) == ["The Marsh"]
    assert browse(shelf, speaker="Nobody Known") == []


def test_dates_keep_out_what_is_undated_or_of_another_time(shelf):
    assert titles(browse(shelf, since="2015")) == ["The Tower"]
    assert titles(browse(shelf, until="2014-08")) == ["The Marsh"]
    assert titles(browse(shelf, since="2014-08-10", until="2019-03-31")) == ["The Marsh", "The Tower"]


def test_a_kind_of_speech_gives_the_documents_that_hold_it(shelf):
    assert titles(browse(shelf, kind="direct")) == ["The Marsh"]
    assert titles(browse(shelf, kind="indirect")) == ["The Tower"]
    assert browse(shelf, kind="turn") == []


def test_filters_and_words_hold_together(shelf):
    assert titles(browse(shelf, words="boats", speaker="Veld", since="2014", kind="own")) == ["The Marsh"]
    assert browse(shelf, words="boats", since="2019") == []


@pytest.mark.parametrize(
    "wrong",
    [{"since": "soon"}, {"until": "02/09/2014"}, {"words": "x" * 201}, {"speaker": "x" * 201}, {"kind": "sung"}],
)
def test_what_means_nothing_is_refused(shelf, wrong):
    with pytest.raises(UsageError):
        browse(shelf, **wrong)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_is_offered_is_understood(shelf, kind):
    assert len(browse(shelf, kind=kind)) <= 3


def test_blanks_ask_for_nothing(shelf):
    assert len(browse(shelf, words="  ", speaker=" ", since=" ", until="")) == 3


def test_an_empty_corpus_has_no_documents(make_corpus):
    assert browse(make_corpus({}), words="marsh") == []
