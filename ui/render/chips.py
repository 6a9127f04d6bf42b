"""How a question was read, part by part: each a button that asks again without it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.reading import reading_parts
from ui.render.elements import act_button, element, said
from ui.turns import chip_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa import Answer
    from ui.reading import Part

#: So many of those who may be meant have a button of their own.
_CHOICES = 6


def reading_chips(found: Answer, number: int) -> str:
    """Return how the question of a turn was read; empty where nothing but its words was."""
    chips = [_chip(part, number) for part in reading_parts(found.reading)]
    if found.searched < found.passages:
        count = strings.CHIP_SEARCHED.format(searched=found.searched, passages=found.passages)
        chips.append(said("span", "or-count", count))
    return _row("or-reading", strings.CHIP_LEAD, chips)


def dropped_chips(parts: Iterable[Part], number: int) -> str:
    """Return what was left out of a turn's reading, each a button that puts it back."""
    return _row("or-dropped", strings.CHIP_OUT, [_back(part, number) for part in parts])


def choice_chips(found: Answer) -> str:
    """Return a button for each of those who may be meant, which asks for this one's words only."""
    names = [name for name in found.reading.choices[:_CHOICES] if '"' not in name]
    chips = [
        act_button(strings.CHIP_CHOOSE.format(name=name), "ask", f'{found.question} speaker:"{name}"', "or-chip")
        for name in names
    ]
    return element("p", "or-choices", "".join(chips)) if chips and not found.reading.speaker else ""


def _row(classes: str, lead: str, chips: list[str]) -> str:
    if not chips:
        return ""
    items = "".join(element("li", "", chip) for chip in chips)
    return element("div", classes, said("span", "or-lead", f"{lead}:") + element("ul", "", items))


def _chip(part: Part, number: int) -> str:
    if not part.name:
        return said("span", "or-fixed", part.said)
    label = (strings.CHIP_REMOVE_CARRIED if part.carried else strings.CHIP_REMOVE).format(part=part.said)
    classes = "or-chip or-drop or-carried" if part.carried else "or-chip or-drop"
    value = chip_value(number, part, back=False)
    return act_button(part.said, "ignore", value, classes, f'aria-label="{escape(label)}"')


def _back(part: Part, number: int) -> str:
    label = f'aria-label="{escape(strings.CHIP_BACK.format(part=part.said))}"'
    return act_button(part.said, "ignore", chip_value(number, part, back=True), "or-chip or-back", label)
