"""What is shown of something that went wrong, and what is written to the log instead."""

from __future__ import annotations

import logging
import traceback
from typing import Final

from corpus.errors import OnRecordError, QuestionTooLongError, UsageError

_LOG = logging.getLogger("onrecord")
#: What whoever asks can put right; all else is the server's own matter, and may name its folders.
_THE_ASKERS: Final = (UsageError, QuestionTooLongError)


def shown(fault: Exception, what: str, *, public: bool) -> str | None:
    """Return what may be shown of a fault; of any that may not, None, and it is logged as ``what`` failed.

    Args:
        fault: what went wrong.
        what: what failed, in none of the visitor's words.
        public: strangers ask, who are not told what is the server's own matter.
    """
    if isinstance(fault, _THE_ASKERS if public else OnRecordError):
        return str(fault)
    log_fault(what, fault)
    return None


def log_fault(what: str, fault: Exception) -> None:
    """Log that ``what`` failed, in none of the visitor's words, with the fault's kind and place.

    The message of one that nobody foresaw is left out: SQLite, for one, quotes what it was asked.
    """
    where = "".join(traceback.format_tb(fault.__traceback__))
    kind = type(fault).__name__
    _LOG.error("%s failed: %s\n%s", what, f"{kind}: {fault}" if isinstance(fault, OnRecordError) else kind, where)
