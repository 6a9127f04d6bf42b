"""Names and quoted words put into a sentence: on one line, of bounded length.

The words stay as they stand: whoever shows them makes them safe first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui import strings

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMES: Final = 6
_MOST_CHARS: Final = 80


def quoted(values: Sequence[str], last: str) -> str:
    """Return “a”, “b” and “c”; ``last`` stands before the last of them."""
    return _joined([strings.QUOTED.format(value=short(value)) for value in values], last, strings.MORE)


def listed(names: Sequence[str], last: str, others: str = strings.MORE) -> str:
    """Return "a, b and c" with ``last`` before the last, or the first six and how many ``others`` there are."""
    return _joined([short(name) for name in names], last, others)


def short(text: str) -> str:
    """Return a text on one line, and its beginning where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_CHARS else f"{flat[: _MOST_CHARS - 1]}…"


def _joined(parts: Sequence[str], last: str, others: str) -> str:
    if len(parts) > _MOST_NAMES + 1:  # one more is as soon said by name
        return ", ".join(parts[:_MOST_NAMES]) + others.format(count=len(parts) - _MOST_NAMES)
    return last.join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
