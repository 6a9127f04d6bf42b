"""The fold of conversations that the visitor keeps. What is in it comes from their browser (assets/kept.js)."""

from __future__ import annotations

from html import escape

from ui import strings
from ui.render.elements import element, fold, said

#: So many conversations are kept at most; assets/kept.js has the same.
MOST_KEPT = 50
#: What the script says, by the names that it has for it.
_SAID = {
    "done": strings.KEPT_DONE,
    "deleted": strings.KEPT_DELETED,
    "renamed": strings.KEPT_RENAMED,
    "refused": strings.KEPT_REFUSED,
    "full": strings.KEPT_FULL.format(count=MOST_KEPT),
    "empty": strings.KEPT_EMPTY,
}
_EXPORTS = {"markdown": strings.KEPT_MARKDOWN, "json": strings.KEPT_JSON}


def kept() -> str:
    """Return the fold, empty, with the pattern of an entry; and the line about the keys."""
    here = {"keep": strings.KEPT_KEEP, "new": strings.KEPT_NEW, **_EXPORTS}
    inner = (
        said("p", "or-why", strings.KEPT_ABOUT)
        + element("p", "or-buttons", _buttons(here))
        + element("ul", "or-kept-list", "")
        + element("template", "", _entry())
    )
    words = "".join(f' data-or-{name}="{escape(text)}"' for name, text in _SAID.items())
    status = element("p", "or-kept-said", "", f'role="status"{words}')
    spoken = element("p", "or-hidden or-spoken", "", 'role="status"')
    return fold(strings.KEPT, inner) + status + said("p", "or-keys", strings.KEYS) + spoken


def _entry() -> str:
    acts = {"open": strings.KEPT_OPEN, "rename": strings.KEPT_RENAME, "delete": strings.KEPT_DELETE, **_EXPORTS}
    label = escape(strings.KEPT_NAME)
    name = f'<input class="or-kept-name" type="text" maxlength="120" hidden aria-label="{label}"/>'
    save = said("button", "or-copy", strings.KEPT_SAVE, 'type="button" data-or-keep="save" hidden')
    return element("li", "", said("span", "or-kept-title", "") + name + save + _buttons(acts))


def _buttons(acts: dict[str, str]) -> str:
    return "".join(
        said("button", "or-copy", label, f'type="button" data-or-keep="{act}"') for act, label in acts.items()
    )
