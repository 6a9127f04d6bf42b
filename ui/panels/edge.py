"""The page's edge: whatever goes wrong behind it is a sentence in front of it, and the page goes on."""

from __future__ import annotations

from corpus.errors import OnRecordError
from ui import render, strings
from ui.logged import log_fault


def refusal(fault: Exception, what: str) -> str:
    """Return the message for a fault, as HTML; one that has no name is written to the log.

    Args:
        fault: what went wrong.
        what: what failed, for the log, in none of the visitor's words: "a quotation of 17 characters".
    """
    if isinstance(fault, OnRecordError):
        return render.failure(str(fault))
    log_fault(what, fault)
    return render.failure(strings.UNEXPECTED)
