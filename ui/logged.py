"""What is written to the log when something went wrong that has no name."""

from __future__ import annotations

import logging
import traceback

_LOG = logging.getLogger("onrecord")


def log_fault(what: str, fault: Exception) -> None:
    """Log that ``what`` failed, in none of the visitor's words, with the fault's kind and place.

    Its own message is left out: SQLite, for one, quotes what it was asked.
    """
    where = "".join(traceback.format_tb(fault.__traceback__))
    _LOG.error("%s failed: %s\n%s", what, type(fault).__name__, where)
