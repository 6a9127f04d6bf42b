"""The page's edge: whatever goes wrong behind it is a sentence in front of it, and the page goes on."""

from __future__ import annotations

import logging
import traceback

from corpus.errors import OnRecordError
from ui import render, strings

_LOG = logging.getLogger("onrecord")


def refusal(fault: Exception, what: str) -> str:
    """Return the message for a fault, as HTML; one that has no name is written to the log.

    Args:
        fault: what went wrong. Of one without a name only its kind and place are logged: SQLite, for one, quotes
            in its message what it was asked.
        what: what failed, for the log, in none of the visitor's words: "a quotation of 17 characters".
    """
    if isinstance(fault, OnRecordError):
        return render.failure(str(fault))
    where = "".join(traceback.format_tb(fault.__traceback__))
    _LOG.error("%s failed: %s\n%s", what, type(fault).__name__, where)
    return render.failure(strings.UNEXPECTED)
