"""The page's edge: whatever goes wrong behind it is a sentence in front of it, and the page goes on."""

from __future__ import annotations

from ui import render, strings
from ui.logged import shown


def refusal(fault: Exception, what: str, *, public: bool = False) -> str:
    """Return the message for a fault, as HTML; one that has no name is written to the log.

    Args:
        fault: what went wrong.
        what: what failed, for the log, in none of the visitor's words: "a quotation of 17 characters".
        public: strangers use the page, who are not told of the corpus's folder; that too goes to the log.
    """
    return render.failure(
        shown(fault, what, public=public) or (strings.DOOR_FAILED if public else strings.UNEXPECTED)
    )
