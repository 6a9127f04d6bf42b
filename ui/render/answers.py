"""Answers as HTML: the verdict, how the question was read, and the cards."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ui import strings
from ui.remarks import remarks
from ui.render.cards import Beside, card
from ui.render.chips import choice_chips, dropped_chips, reading_chips
from ui.render.elements import address_button, element, fold, link, said
from ui.sureness import answer_sureness, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qa import Answer, Hit
    from qa.similar import Similar
    from ui.reading import Part

    Context = Callable[[Hit], Beside]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands.

    ``number`` counts the conversation's turns from 0, ``dropped`` is what was left out of the question's reading,
    ``kept`` the JSON by which the page may keep the turn, ``changed`` whether other passages were kept of it.
    """

    number: int = 0
    dropped: tuple[Part, ...] = ()
    kept: str = ""
    changed: bool = False


def answer(found: Answer, context: Context, place: Place = Place()) -> str:
    """Return the whole answer.

    Args:
        found: the answer.
        context: gives what stands beside a hit.
        place: where in the conversation it stands.
    """
    if found.answered:
        one = len(found) == 1
        verdict = strings.ANSWERED_ONE if one else strings.ANSWERED_MANY.format(count=len(found))
        head = said("p", "or-verdict", verdict) + _about(found, place)
        return _section("or-answer", head + _cards(found, context), place)
    head = said("p", "or-verdict or-none", strings.NOT_ANSWERED) + _about(found, place)
    nearest = said("h2", "or-nearest", strings.NEAREST) if found.hits else ""
    return _section("or-answer or-unanswered", head + nearest + _cards(found, context), place)


def more_like(found: Similar, context: Context, place: Place = Place()) -> str:
    """Return the passages nearest to another, set apart as what they are: no answer to anything."""
    said_so = strings.MORE_FOUND.format(count=len(found.hits)) if found.hits else strings.MORE_NONE
    head = said("p", "or-verdict", said_so) + _changed(place)
    return _section("or-answer or-unanswered", head + _cards(found.hits, context), place)


def _section(classes: str, inner: str, place: Place) -> str:
    label = escape(strings.ANSWER_LABEL.format(number=place.number + 1))
    given = f'tabindex="-1" aria-label="{label}" data-or-turn="{escape(place.kept)}"'
    return element("section", classes, inner, given)


def _cards(hits: Iterable[Hit], context: Context) -> str:
    return "".join(card(hit, context(hit)) for hit in hits)


def _about(found: Answer, place: Place) -> str:
    """Return how sure it is, how the question was read, and what the reader must know beside the passages."""
    lines = "".join(said("p", "or-remark", remark) for remark in remarks(found))
    chips = reading_chips(found, place.number) + dropped_chips(place.dropped, place.number)
    return _sure(found) + chips + lines + choice_chips(found) + _changed(place) + _links(found, place)


def _sure(found: Answer) -> str:
    sure = answer_sureness(found)
    if not sure:
        return ""
    how = strings.SURE_ANSWER_HOW.format(percent=percent(found.confidence))
    return element("div", "or-sureness", said("p", "", sure) + fold(strings.SURE_HOW, said("p", "or-why", how)))


def _links(found: Answer, place: Place) -> str:
    """Return what opens the question elsewhere; none where its words alone would be read otherwise."""
    if place.dropped or found.reading.carried:
        return ""
    links = link(strings.ANSWER_TIMELINE, "timeline", found.question, "or-copy")
    return element("p", "or-buttons", links + address_button(strings.ANSWER_LINK, "ask", found.question))


def _changed(place: Place) -> str:
    return said("p", "or-remark", strings.KEPT_CHANGED) if place.changed else ""
