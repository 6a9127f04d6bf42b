"""The elements that the page is made of. Whatever is not our own words is escaped where it goes into one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What each kind of link opens, by the name of its parameter in the page's address.
PARAMETERS: Final = {
    "ask": "q", "read": "passage", "document": "document", "speaker": "speaker", "timeline": "timeline",
    "check": "quote",
}  # fmt: skip


def element(tag: str, classes: str, inner: str, attributes: str = "") -> str:
    """Wrap ``inner``, which is HTML already, in an element; classes and attributes are our own words."""
    opening = " ".join(part for part in (tag, f'class="{classes}"' if classes else "", attributes) if part)
    return f"<{opening}>{inner}</{tag}>"


def said(tag: str, classes: str, text: str, attributes: str = "") -> str:
    """Wrap any text, which is escaped, in an element."""
    return element(tag, classes, escape(text), attributes)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` escaped with each span in a ``mark``; without the tags it is the text, to the character."""
    out, at = [], 0
    for start, end in sorted(spans):
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*out, escape(text[at:])])


def fold(summary: str, inner: str) -> str:
    """Return HTML that shows when its summary is opened."""
    return element("details", "or-fold", said("summary", "", summary) + inner)


def copy_button(label: str, text: str) -> str:
    """Return a button that copies ``text``."""
    return said("button", "or-copy", label, f'type="button" data-or-copy="{escape(text)}"')


def act_button(label: str, door: str, value: str, classes: str = "or-copy", attributes: str = "") -> str:
    """Return a button that puts ``value`` into one of the desk's doors (``ui.desk.DOORS``)."""
    given = f'type="button" data-or-go="{door}" data-or-value="{escape(value)}" {attributes}'.strip()
    return said("button", classes, label, given)


def link(label: str, door: str, value: str, classes: str = "or-link", attributes: str = "") -> str:
    """Return a link into the desk, with an address that opens the same by itself."""
    given = f'href="{escape(_address(door, value))}" data-or-go="{door}" data-or-value="{escape(value)}"'
    return said("a", classes, label, f"{given} {attributes}".strip())


def address_button(label: str, door: str, value: str) -> str:
    """Return a button that copies the absolute address which opens a door with ``value``."""
    given = f'type="button" data-or-copy-address="{escape(_address(door, value))}"'
    return said("button", "or-copy", label, given)


def _address(door: str, value: str) -> str:
    return f"?{PARAMETERS[door]}={quote(value, safe='', errors='replace')}"
