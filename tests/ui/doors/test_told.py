from __future__ import annotations

import logging
import traceback

import pytest

from corpus.errors import CorpusNotFoundError, QuestionTooLongError, UsageError
from ui import strings
from ui.doors.told import ToldError, telling

WORDS = {"found": "the question has 9 characters", "expected": "8", "action": "Ask in fewer."}
FOLDER = CorpusNotFoundError("no corpus in /home/warden/secret", expected="one", action="Make it.")


def _raising(fault):
    def call():
        raise fault

    return call


def _told(fault, *, public=True):
    with pytest.raises(ToldError) as told:
        telling("ask", _raising(fault), public=public)
    return told.value


def test_what_went_well_is_returned():
    assert telling("ask", lambda: {"answered": True}, public=True) == {"answered": True}


@pytest.mark.parametrize("kind", [UsageError, QuestionTooLongError])
def test_what_the_caller_can_put_right_is_told_in_full(kind):
    fault = kind(WORDS["found"], expected=WORDS["expected"], action=WORDS["action"])
    assert str(_told(fault)) == "the question has 9 characters; expected 8. Ask in fewer."


def test_a_stranger_is_not_told_where_the_corpus_lies(caplog):
    assert str(_told(FOLDER)) == strings.DOOR_FAILED
    assert "the endpoint ask failed: CorpusNotFoundError" in caplog.text


def test_ones_own_program_is_told(caplog):
    assert "/home/warden/secret" in str(_told(FOLDER, public=False))
    assert caplog.text == ""


@pytest.mark.parametrize("public", [True, False])
def test_what_nobody_foresaw_is_logged_without_its_words(public, caplog):
    fault = RuntimeError('near "my secret illness"')
    assert str(_told(fault, public=public)) == strings.DOOR_FAILED
    assert "the endpoint ask failed: RuntimeError" in caplog.text
    assert "in call" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("fault", [RuntimeError("secret"), UsageError("x", expected="y", action="Go.")])
def test_the_refusal_drags_no_cause_along_that_would_be_printed(fault):
    printed = "".join(traceback.format_exception(_told(fault)))
    assert type(fault).__name__ not in printed


def test_a_refusal_leaves_nothing_in_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    _told(UsageError("secret", expected="none", action="Stop."))
    assert caplog.text == ""
