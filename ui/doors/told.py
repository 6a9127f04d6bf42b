"""What a program is told when something was refused or went wrong."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any

from corpus.errors import OnRecordError, QuestionTooLongError, UsageError
from ui import strings

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG = logging.getLogger("onrecord")
#: What the caller can put right; all else is the server's own matter, and may name its folders.
_THE_CALLERS = (UsageError, QuestionTooLongError)


class ToldError(Exception):
    """A refusal in words that the caller may read."""


def telling(name: str, call: Callable[[], dict[str, Any]], *, public: bool) -> dict[str, Any]:
    """Return what ``call`` returns; ``name`` is the endpoint's.

    Raises:
        ToldError: whatever went wrong; what a stranger may not read, or nobody foresaw, is in the log instead,
            without any of the caller's words.
    """
    try:
        return call()
    except _THE_CALLERS as fault:
        raise ToldError(str(fault)) from None
    except OnRecordError as fault:
        if not public:
            raise ToldError(str(fault)) from None
        _log(name, fault)
    except Exception as fault:  # noqa: BLE001 - the edge towards programs: whatever went wrong, the page goes on
        _log(name, fault)
    raise ToldError(strings.DOOR_FAILED)


def _log(name: str, fault: Exception) -> None:
    # Not the fault's own message: SQLite, for one, quotes what it was asked.
    where = "".join(traceback.format_tb(fault.__traceback__))
    _LOG.error("the endpoint %s failed: %s\n%s", name, type(fault).__name__, where)
