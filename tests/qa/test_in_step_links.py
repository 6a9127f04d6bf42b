"""Links in a folder that is kept in step: a document lies where its link leads."""

from __future__ import annotations

import os

import pytest
from folder_life import outcomes, speech

from corpus.errors import SourceNotFoundError


@pytest.fixture
def places(tmp_path):
    folder, store = tmp_path / "papers", tmp_path / "elsewhere"
    folder.mkdir()
    store.mkdir()
    for name in ("one.txt", "two.txt"):
        (store / name).write_text(speech(name), encoding="utf-8")
    (folder / "link.txt").symlink_to(store / "one.txt")
    return folder, store


@pytest.fixture
def corpus(make_corpus, places):
    corpus = make_corpus({})
    assert outcomes(corpus.put([places[0]])) == {"link.txt": "added"}
    return corpus


def sources(corpus):
    return sorted(os.path.basename(s) for d in corpus.documents() for s in d.sources)  # noqa: PTH119


def test_a_linked_file_is_known_by_where_it_lies(corpus, places):
    assert sources(corpus) == ["one.txt"]
    assert outcomes(corpus.put([places[0]])) == {"link.txt": "unchanged"}


def test_a_link_that_is_taken_away_takes_its_document_along(corpus, places):
    (places[0] / "link.txt").unlink()
    assert outcomes(corpus.put([places[0]])) == {"link.txt": "gone"}
    assert sources(corpus) == []


def test_a_document_stays_while_another_link_leads_to_it(corpus, places):
    (places[0] / "other.txt").symlink_to(places[1] / "one.txt")
    corpus.put([places[0]])
    (places[0] / "link.txt").unlink()
    assert outcomes(corpus.put([places[0]])) == {"link.txt": "gone", "other.txt": "unchanged"}
    assert sources(corpus) == ["one.txt"]


def test_a_document_stays_when_its_own_file_was_added_too(corpus, places):
    corpus.put([places[1] / "one.txt"])
    (places[0] / "link.txt").unlink()
    corpus.put([places[0]])
    assert sources(corpus) == ["one.txt"]


def test_a_link_that_was_turned_elsewhere_brings_the_other_document(corpus, places):
    (places[0] / "link.txt").unlink()
    (places[0] / "link.txt").symlink_to(places[1] / "two.txt")
    assert set(outcomes(corpus.put([places[0]]))) == {"link.txt"}
    assert sources(corpus) == ["two.txt"]


def test_a_link_that_leads_nowhere_is_refused_and_takes_nothing_out(corpus, places):
    (places[1] / "one.txt").rename(places[1] / "gone.txt")
    (result,) = corpus.put([places[0]])
    assert isinstance(result.error, SourceNotFoundError)
    assert sources(corpus) == ["one.txt"]


def test_a_renamed_link_is_moved(corpus, places):
    (places[0] / "link.txt").rename(places[0] / "new.txt")
    assert outcomes(corpus.put([places[0]])) == {"new.txt": "moved"}
    assert sources(corpus) == ["one.txt"]


def test_a_linked_folder_that_is_named_is_gone_through(corpus, places, tmp_path):
    (tmp_path / "way").symlink_to(places[1], target_is_directory=True)
    assert set(outcomes(corpus.put([tmp_path / "way"]))) == {"one.txt", "two.txt"}
    (places[1] / "two.txt").unlink()
    assert outcomes(corpus.put([tmp_path / "way"]))["two.txt"] == "gone"


def test_links_in_a_circle_are_refused(corpus, places):
    (places[0] / "round.txt").symlink_to(places[0] / "about.txt")
    (places[0] / "about.txt").symlink_to(places[0] / "round.txt")
    assert outcomes(corpus.put([places[0]])) == {
        "about.txt": "refused", "link.txt": "unchanged", "round.txt": "refused"
    }  # fmt: skip
