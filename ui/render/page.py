"""The page's own parts: its head, a question as asked, a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import strings
from ui.render.elements import act_button, element, said

if TYPE_CHECKING:
    from collections.abc import Sequence


def header(documents: int, passages: int) -> str:
    """Return the page's head: what this is and what it searches."""
    searched = strings.SEARCHED.format(documents=documents, passages=passages) if passages else strings.EMPTY
    lines = said("p", "or-tagline", strings.TAGLINE) + said("p", "or-searched", searched)
    return element("header", "or-head", said("h1", "", strings.NAME) + lines)


def question(text: str) -> str:
    """Return the reader's question as they typed it."""
    return said("p", "or-question", text)


def failure(message: str) -> str:
    """Return a refusal in the place of an answer."""
    return said("p", "or-failure", strings.FAILED.format(message=message), 'role="alert"')


def examples(questions: Sequence[str]) -> str:
    """Return questions to begin with, each a button that asks it; nothing where there are none."""
    if not questions:
        return ""
    buttons = "".join(element("li", "", act_button(one, "ask", one, "or-example")) for one in questions)
    return said("p", "or-soft", strings.EXAMPLES) + element("ul", "or-examples", buttons)
