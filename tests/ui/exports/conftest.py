from __future__ import annotations

from dataclasses import replace

import pytest
from ui_hits import hit, utterance
from ui_taken import MINUTES, SPEECH

from corpus.citing import Style
from qa.collect import Collected, collected
from ui.exports import Format, export


@pytest.fixture
def wall(make_corpus):
    """A corpus of two invented documents."""
    return make_corpus({"wall.md": SPEECH, "minutes.md": MINUTES})


@pytest.fixture
def everything(wall):
    """All passages of the corpus, in the documents' order."""
    with wall.store.reading() as view:
        ids = [p.id for document in view.documents() for p in document.passages]
    return collected(wall, ids)


@pytest.fixture
def pack(everything, tmp_path):
    """The path of an evidence pack of the corpus."""
    path = tmp_path / "evidence.zip"
    path.write_bytes(export(everything, Format.PACK, Style.MLA))
    return path


@pytest.fixture(scope="session")
def of():
    """Return a function that collects hits made by hand."""

    def collect(*hits):
        return Collected(tuple(hits), (), 1, (("d1", "0" * 64),))

    return collect


@pytest.fixture(scope="session")
def around():
    """Return a function that makes a hit in which Sanna Veld says some words between the author's."""

    def make(before, words, behind, **about):
        text = before + words + behind
        said = replace(utterance(text, "Sanna Veld", **about), start=len(before), end=len(before + words))
        return hit(text, utterances=[said])

    return make
