"""What a program is told when something was refused or went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import OnRecordError, QuestionTooLongError, UsageError
from ui import strings
from ui.logged import log_fault

if TYPE_CHECKING:
    from collections.abc import Callable

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
        log_fault(f"the endpoint {name}", fault)
    except Exception as fault:  # noqa: BLE001 - the edge towards programs: whatever went wrong, the page goes on
        log_fault(f"the endpoint {name}", fault)
    raise ToldError(strings.DOOR_FAILED)
