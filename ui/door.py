"""What the parts of the page share: the corpus, the tabs, and the doors through which one part opens another.

A door is a hidden text box. A click on a link or button of ours writes into it (assets/desk.js), and the panel
behind it answers its ``change`` (Gradio's ``input`` does not see what a script writes). The page's address opens
the same doors, so that every link can be followed from outside.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    import gradio as gr

    from qa import Corpus

#: Each door and what its value is: a question to ask; a passage's id, to find more like it; a part of the reading
#: to drop; a passage's id, to read it in its document; a document's id; a speaker's name; a question, to see who
#: said what when; speakers' names as JSON, to merge them or to undo it; a quotation; passage ids as JSON;
#: conversations that the visitor keeps, as JSON.
DOORS: Final = (
    "ask", "more", "ignore", "read", "document", "speaker", "timeline", "merge", "check", "tray", "kept",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """The page in the making.

    ``public``: strangers use it, so that nothing of it changes the corpus. ``doors`` by name; ``tabs`` to bring a
    panel to the front with ``gr.Tabs(selected=...)``.
    """

    corpus: Corpus
    public: bool
    tabs: gr.Tabs
    doors: Mapping[str, gr.Textbox]


def door_value(text: str) -> str:
    """Return what was put into a door; empty where it is not of our making.

    The script adds a count, so that the same value twice is two changes.
    """
    if len(text) > limits.MAX_DOOR_CHARS:
        return ""
    try:
        value = json.loads(text)["value"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
    return value if isinstance(value, str) else ""
