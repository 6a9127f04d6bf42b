"""A conversation's turns: what was asked, what of its reading was left out, and what the next may lean on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from corpus import limits
from ui.reading import DROPPABLE, Part, reading_parts
from ui.wording import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading import Reading

#: What a chip says: the number of its turn, whether its part goes or comes back, and the part's name.
_CHANGE: Final = re.compile(r"(\d{1,6})([-+])([a-z_]{1,20})")
#: Longest id of a passage that is taken from outside, in characters.
_ID_CHARS: Final = 64


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: a question, or with ``like`` a passage's id that others are looked for by.

    ``dropped`` are the parts of the reading that were left out, ``previous`` the reading that the question may
    lean on, ``reading`` how it was read and ``passages`` the ids shown; both None where it was refused. ``kept``
    are the ids shown when the conversation was kept, None for one that was not.
    """

    question: str = ""
    like: str = ""
    dropped: tuple[Part, ...] = ()
    previous: Reading | None = None
    reading: Reading | None = None
    passages: tuple[str, ...] | None = None
    kept: tuple[str, ...] | None = None

    @property
    def ignore(self) -> frozenset[str]:
        """The names of the parts left out."""
        return frozenset(part.name for part in self.dropped)

    @property
    def changed(self) -> bool:
        """Whether other passages are shown than when it was kept."""
        return self.kept is not None and self.kept != self.passages


def latest_reading(turns: Sequence[Turn]) -> Reading | None:
    """Return how the last question that was answered was read."""
    return next((turn.reading for turn in reversed(turns) if turn.reading), None)


def change(turns: Sequence[Turn], value: str) -> tuple[int, Turn] | None:
    """Return which turn a chip is on, and the turn as it is to be asked again.

    None where the chip is none of ours, or of a conversation that is gone.
    """
    found = _CHANGE.fullmatch(value)
    if found is None or int(found[1]) >= len(turns):
        return None
    number, name = int(found[1]), found[3]
    turn = turns[number]
    if turn.like or name not in DROPPABLE:
        return None
    rest = tuple(part for part in turn.dropped if part.name != name)
    if found[2] == "+":
        return number, replace(turn, dropped=rest, kept=None)
    part = next((p for p in (reading_parts(turn.reading) if turn.reading else ()) if p.name == name), None)
    return (number, replace(turn, dropped=(*rest, part), kept=None)) if part else None


def chip_value(number: int, part: Part, *, back: bool) -> str:
    """Return what the chip of a part says when it is pressed."""
    return f"{number}{'+' if back else '-'}{part.name}"


def keep_form(turn: Turn) -> str:
    """Return what the page may keep of a turn, as JSON."""
    dropped = [{"name": part.name, "said": part.said} for part in turn.dropped]
    form = {"question": turn.question, "like": turn.like, "dropped": dropped, "passages": turn.passages or ()}
    return json.dumps(form, ensure_ascii=False)


def read_kept(text: str) -> list[Turn] | None:
    """Return the turns of a conversation as the page kept it, none of them answered; None where it is no such.

    It comes from the visitor's browser, and is believed in nothing: only texts of bounded length are taken over.
    """
    try:
        turns = [_turn(one) for one in json.loads(text)["turns"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return [turn for turn in turns if turn.question or turn.like]


def _turn(form: dict[str, Any]) -> Turn:
    parts = [Part(str(p["name"]), short(str(p["said"]))) for p in form["dropped"][: len(DROPPABLE)]]
    passages = tuple(str(i)[:_ID_CHARS] for i in form["passages"][: limits.MAX_HITS])
    return Turn(
        # One character too many stays, so that a question that is too long is refused as any other.
        question=str(form["question"])[: limits.MAX_QUESTION_CHARS + 1],
        like=str(form["like"])[:_ID_CHARS],
        dropped=tuple(part for part in parts if part.name in DROPPABLE),
        kept=passages,
    )
