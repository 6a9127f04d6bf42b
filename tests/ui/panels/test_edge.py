from __future__ import annotations

import json

import pytest
from ui_html import one

from corpus.errors import CorpusBusyError, UsageError
from ui import strings
from ui.export import Format
from ui.panels import talk
from ui.panels.check import outcome
from ui.panels.edge import refusal
from ui.panels.people import Shown, screen
from ui.panels.reading_view import sight
from ui.panels.shelf import listed
from ui.panels.tray import listing, taken


def _raised(fault):
    try:
        raise fault
    except type(fault) as caught:
        return caught


def test_a_fault_with_a_name_says_what_to_do(caplog):
    fault = CorpusBusyError("another writer is at work", expected="none", action="Try again shortly.")
    assert one(refusal(fault, "a check"), "or-failure").text.endswith("Try again shortly.")
    assert caplog.text == ""


def test_a_stranger_is_not_told_of_what_only_the_owner_can_put_right(caplog):
    fault = CorpusBusyError("another writer in /home/warden/secret", expected="none", action="Try again shortly.")
    html = refusal(_raised(fault), "a check", public=True)
    assert one(html, "or-failure").text == strings.FAILED.format(message=strings.DOOR_FAILED)
    assert "/home/warden/secret" in caplog.text  # where the owner finds it


def test_a_stranger_is_told_what_to_ask_otherwise(caplog):
    fault = UsageError("no date in “soon”", expected="a year", action="Write 2014.")
    assert one(refusal(fault, "a check", public=True), "or-failure").text.endswith("Write 2014.")
    assert caplog.text == ""


def _last(talks):
    *_, (history, _) = talks
    return history[-1]["content"].value


# Each thing that a stranger can ask of the page, of a corpus that cannot be read.
ASKED = {
    "ask": lambda corpus: _last(talk.ask(corpus, "Who speaks of the canal?", ([], []), public=True)),
    "more": lambda corpus: _last(talk.more(corpus, "a" * 20, ([], []), public=True)),
    "check": lambda corpus: outcome(corpus, "The canal is wide and deep.", "", public=True),
    "read": lambda corpus: sight(corpus, "a" * 16, public=True),
    "list": lambda corpus: listed(corpus, ["canal", "", "", "", ""], 0, public=True),
    "speakers": lambda corpus: screen(corpus, Shown("Warden Sanna Veld"), public=True),
    "tray": lambda corpus: listing(corpus, json.dumps(["a" * 20]), "apa", public=True),
    "take": lambda corpus: taken(corpus, json.dumps(["a" * 20]), "apa", Format.CSV, public=True),
}


@pytest.mark.parametrize("asked", ASKED)
def test_no_part_of_a_public_page_names_the_folder_of_a_corpus_that_is_broken(library, asked):
    library.store.path.write_bytes(b"no store of ours" * 4_000)
    told = repr(ASKED[asked](library))
    assert strings.DOOR_FAILED in told
    assert str(library.folder) not in told


@pytest.mark.parametrize("fault", [RuntimeError("disk 7 at /secret"), ValueError("near “secret words”")])
def test_any_other_fault_is_a_sentence_and_its_words_go_nowhere(fault, caplog):
    assert one(refusal(_raised(fault), "a check"), "or-failure").text == f"That did not work: {strings.UNEXPECTED}"
    assert f"a check failed: {type(fault).__name__}" in caplog.text
    assert "in _raised" in caplog.text
    assert "secret" not in caplog.text
