from __future__ import annotations

import pytest
from ui_html import one

from corpus.errors import CorpusBusyError
from ui import strings
from ui.panels.edge import refusal


def _raised(fault):
    try:
        raise fault
    except type(fault) as caught:
        return caught


def test_a_fault_with_a_name_says_what_to_do(caplog):
    fault = CorpusBusyError("another writer is at work", expected="none", action="Try again shortly.")
    assert one(refusal(fault, "a check"), "or-failure").text.endswith("Try again shortly.")
    assert caplog.text == ""


@pytest.mark.parametrize("fault", [RuntimeError("disk 7 at /secret"), ValueError("near “secret words”")])
def test_any_other_fault_is_a_sentence_and_its_words_go_nowhere(fault, caplog):
    assert one(refusal(_raised(fault), "a check"), "or-failure").text == f"That did not work: {strings.UNEXPECTED}"
    assert f"a check failed: {type(fault).__name__}" in caplog.text
    assert "in _raised" in caplog.text
    assert "secret" not in caplog.text
