"""The tray as HTML: the passages collected, in their order. What its buttons do is in assets/tray.js."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.exports.said import is_whole, shown_words
from ui.render import quoted
from ui.render.elements import element, link, said

if TYPE_CHECKING:
    from corpus.citing import Style
    from corpus.model import Passage, Utterance
    from qa import Hit
    from qa.collect import Collected


def tray(found: Collected | None, style: Style) -> str:
    """Return the passages with their citations in a style, then the ids of those that are gone.

    Args:
        found: the passages; None for an empty tray.
        style: of the citations.
    """
    hits, missing = (found.hits, found.missing) if found else ((), ())
    items = "".join(element("li", "", _card(hit, style, len(hits))) for hit in hits)
    listed = element("ol", "or-tray-list", items) if items else ""
    return element("section", "or-tray", _head(len(hits), bool(missing)) + listed + _gone(missing))


def about() -> str:
    """Return what the formats are for."""
    return said("p", "or-remark", strings.TRAY_ABOUT_PACK)


def taken(name: str) -> str:
    """Return what is said of a file that was made."""
    return said("p", "or-remark", strings.TRAY_TAKEN.format(name=name), 'role="status"')


def nothing() -> str:
    """Return what is said where there is nothing to make a file of."""
    return said("p", "or-failure", strings.TRAY_NOTHING, 'role="alert"')


def _head(count: int, gone: bool) -> str:  # noqa: FBT001 - the second of two facts
    counted = strings.TRAY_ONE if count == 1 else strings.TRAY_MANY.format(count=count)
    shown = counted if count or gone else strings.TRAY_EMPTY
    clear = _button(strings.TRAY_CLEAR, "clear") if count or gone else ""
    buttons = clear + _button(strings.TRAY_UNDO, "undo", more="hidden")
    # Which of the two holds only the browser knows.
    kept = said("p", "or-remark or-kept-here", strings.TRAY_KEPT)
    not_kept = said("p", "or-remark or-not-kept", strings.TRAY_NOT_KEPT, "hidden")
    return said("p", "or-verdict", shown, 'role="status"') + kept + not_kept + element("p", "or-buttons", buttons)


def _card(hit: Hit, style: Style, count: int) -> str:
    words = said("blockquote", "or-words", hit.text, 'dir="auto"')
    label = strings.TRAY_PLACE.format(number=hit.rank)
    inner = (
        words
        + _speakers(hit.passage)
        + quoted.place(hit.citation, hit.source, hit.passage)
        + _citation(hit, style)
        + _moves(hit, count)
    )
    return element("article", "or-card", inner, f'aria-label="{label}"')


def _speakers(passage: Passage) -> str:
    """Return a line below the words for every utterance: who says it and, where it is not all, which words."""
    lines = dict.fromkeys(_speaker(passage, u) for u in passage.utterances)
    return element("ul", "or-speakers", "".join(lines) or said("li", "", strings.NO_QUOTATION))


def _speaker(passage: Passage, utterance: Utterance) -> str:
    who = quoted.speaker(utterance)
    if is_whole(passage, utterance):
        return element("li", "", who)
    return element("li", "", escape(strings.EXPORT_IN_IT) + who + escape(shown_words(passage, utterance)))


def _citation(hit: Hit, style: Style) -> str:
    """Return the citation as it stands in the text, and the entry for the list at the end."""
    found = hit.cite(style)
    buttons = (
        (strings.COPY, found.whole.text),
        (strings.COPY_QUOTE, f"{hit.text}\n{found.whole.text}"),
    )
    in_text = element("p", "or-in-text", quoted.italics(found.in_text))
    more = link(strings.QUOTING_READ, "read", hit.passage.id)
    return in_text + quoted.cited(found.reference, *buttons, more=more)


def _moves(hit: Hit, count: int) -> str:
    up = {"more": "" if hit.rank > 1 else "disabled", "label": strings.TRAY_UP}
    down = {"more": "" if hit.rank < count else "disabled", "label": strings.TRAY_DOWN}
    out = {"more": "", "label": strings.TRAY_REMOVE_NUMBER}
    moves = (("↑", "up", up), ("↓", "down", down), (strings.TRAY_REMOVE, "remove", out))
    row = [
        _button(shown, act, hit.passage.id, about["label"].format(number=hit.rank), about["more"])
        for shown, act, about in moves
    ]
    return element("p", "or-buttons", "".join(row))


def _gone(missing: tuple[str, ...]) -> str:
    if not missing:
        return ""
    items = [
        element("li", "", said("code", "", name) + _button(strings.TRAY_REMOVE, "remove", name, _remove(name)))
        for name in missing
    ]
    head = said("h2", "or-nearest", strings.TRAY_GONE) + said("p", "or-remark", strings.TRAY_GONE_SAID)
    return head + element("ul", "or-gone", "".join(items))


def _remove(name: str) -> str:
    return strings.TRAY_GONE_REMOVE.format(name=name)


def _button(shown: str, act: str, passage_id: str = "", label: str = "", more: str = "") -> str:
    given = [f'type="button" data-or-tray="{act}"', more]
    given += [f'data-or-id="{escape(passage_id)}"'] if passage_id else []
    given += [f'aria-label="{escape(label)}"'] if label else []
    return said("button", "or-copy", shown, " ".join(filter(None, given)))
