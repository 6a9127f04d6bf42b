"""Pinpoints: where in a document the words stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing.wording import is_range, ranged, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.model import Passage


class Place(StrEnum):
    """What a pinpoint counts."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    TIME = "time"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Locator:
    """A place and its label: a page as printed, a paragraph's number, 1:02:05, a section's heading."""

    place: Place
    label: str

    @property
    def shown(self) -> str:
        """The label on one line, with the dash that stands between numbers."""
        return trimmed(self.label) if self.place is Place.SECTION else ranged(trimmed(self.label))

    @property
    def several(self) -> bool:
        """Whether it is a range or list."""
        return self.place is not Place.SECTION and is_range(self.shown)


def locator_of(passage: Passage) -> Locator:
    """Return a passage's pinpoint: its printed page, else its time, else its paragraph's number."""
    if passage.page:
        return Locator(Place.PAGE, passage.page)
    if passage.time is not None:
        minutes, seconds = divmod(int(passage.time), 60)
        return Locator(Place.TIME, f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}")
    return Locator(Place.PARAGRAPH, str(passage.paragraph))


def labelled(locator: Locator, paragraphs: str, heading: Callable[[str], str] = str) -> str:
    """Return a pinpoint as author-date styles write it: p. 4, paras 2–3, 1:02:05, Causes section.

    Args:
        locator: the place.
        paragraphs: the style's short form of the word.
        heading: how the style sets a section's heading.
    """
    shown = {
        Place.PAGE: f"{'pp.' if locator.several else 'p.'} {locator.shown}",
        Place.PARAGRAPH: f"{paragraphs if locator.several else 'para.'} {locator.shown}",
        Place.TIME: locator.shown,
        Place.SECTION: f"{heading(locator.shown)} section",
    }
    return shown[locator.place]
