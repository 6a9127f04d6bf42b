from __future__ import annotations

import json

import pytest

from ui.exports import FileCheck, FileState, PackReport, PassageCheck, Standing

HOLDING = FileCheck("a.txt", FileState.HOLDS)


def report(*files, passages=(), as_made=True):
    return PackReport("onrecord 1", 1, files or (HOLDING,), tuple(passages), as_made)


def passage(*, fits=True, standing=None):
    return PassageCheck("p1", "a.txt", fits, standing)


def test_what_is_as_it_was_made_is_whole_and_holds():
    found = report(passages=[passage()])
    assert (found.whole, found.stands, found.holds) == (True, True, True)


@pytest.mark.parametrize("state", [state for state in FileState if state is not FileState.HOLDS])
def test_one_file_that_does_not_hold_breaks_the_whole(state):
    found = report(HOLDING, FileCheck("b.txt", state))
    assert (found.whole, found.stands, found.holds) == (False, True, False)


def test_other_bytes_around_the_files_break_the_whole():
    assert not report(as_made=False).whole


def test_words_that_do_not_fit_break_the_whole():
    assert not report(passages=[passage(), passage(fits=False)]).whole


@pytest.mark.parametrize(
    ("standing", "stands"),
    [
        (None, True),
        (Standing.STANDS, True),
        (Standing.ELSEWHERE, True),
        (Standing.CHANGED, False),
        (Standing.GONE, False),
        (Standing.UNKNOWN, False),
    ],
)
def test_a_pack_holds_while_the_corpus_has_its_words(standing, stands):
    found = report(passages=[passage(standing=standing)])
    assert (found.whole, found.stands, found.holds) == (True, stands, stands)


def test_a_report_is_written_as_json():
    found = report(passages=[passage(standing=Standing.GONE)])
    assert json.loads(json.dumps(found.to_dict())) == {
        "holds": False,
        "whole": True,
        "stands": False,
        "maker": "onrecord 1",
        "revision": 1,
        "files": [{"name": "a.txt", "state": "holds"}],
        "passages": [{"passage_id": "p1", "file": "a.txt", "fits": True, "standing": "gone", "at": None}],
        "as_made": True,
    }
