"""What a program is told when something was refused or went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui import strings
from ui.logged import shown

if TYPE_CHECKING:
    from collections.abc import Callable


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
    except Exception as fault:  # noqa: BLE001 - the edge towards programs: whatever went wrong, the page goes on
        told = shown(fault, f"the endpoint {name}", public=public) or strings.DOOR_FAILED
    raise ToldError(told)
