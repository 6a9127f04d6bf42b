"""What the speakers' tab shows: the list, a speaker's page or a question's timeline; and merging two speakers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.sayings import find_speakers, sayings_of, speaker_named
from qa.timeline import timeline
from ui import strings
from ui.panels.edge import refusal
from ui.render.people import Identity, nobody, notice, speaker_body, speaker_head, speakers_list
from ui.render.timeline import question_timeline

if TYPE_CHECKING:
    from qa import Corpus

#: So many speakers or utterances are shown at first, and so many more with each "show more".
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked for: a speaker's page, else a question's timeline, else whose names hold ``found_by``."""

    speaker: str = ""
    question: str = ""
    found_by: str = ""
    count: int = PAGE


@dataclass(frozen=True, slots=True)
class Screen:
    """The tab's two parts as HTML, whether there is more to show, and the speaker whose page it is, if any."""

    head: str
    body: str = ""
    more: bool = False
    person: str = ""


def screen(corpus: Corpus, shown: Shown, *, public: bool, before: str = "") -> Screen:
    """Return what the tab shows; a refusal is shown too.

    Args:
        corpus: where to look.
        shown: what is asked for.
        public: strangers use the page, so that nothing is offered that would change the corpus.
        before: HTML to stand above it all.
    """
    try:
        if shown.speaker.strip():
            return _person(corpus, shown, before, public=public)
        if shown.question.strip():
            return Screen(before + question_timeline(timeline(shown.question, corpus=corpus)))
        return _list(corpus, shown, before)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        asked = len(shown.speaker) + len(shown.question) + len(shown.found_by)
        return Screen(
            before + refusal(fault, f"a page on speakers, asked for with {asked} characters,", public=public)
        )


def merge(corpus: Corpus, names: list[str]) -> tuple[str, str]:
    """Merge the first of two speakers into the second, or take the merge of a single name back.

    Returns:
        The name of the speaker to show, and what came of it, as HTML.
    """
    try:
        if len(names) == 1:
            corpus.unmerge(names[0])
            return names[0], notice(strings.PEOPLE_UNMERGED.format(name=names[0]))
        roster = corpus.roster()
        name, into = (speaker_named(roster, n).name for n in names)
        speaker = corpus.merge(name, into)
        return speaker.name, notice(strings.PEOPLE_MERGED.format(name=name, into=into))
    except Exception as fault:  # noqa: BLE001 - the page's edge
        return names[-1], refusal(fault, f"a merge of {len(names)} names")


def names_in(text: str) -> list[str]:
    """Return the one or two names that came through a door; none where it is not of our making."""
    try:
        names = json.loads(text)
    except (ValueError, RecursionError):
        return []
    fits = isinstance(names, list) and len(names) in {1, 2} and all(isinstance(name, str) for name in names)
    return names if fits else []


def _person(corpus: Corpus, shown: Shown, before: str, *, public: bool) -> Screen:
    sayings = sayings_of(corpus, shown.speaker)
    identity = Identity.of(sayings.speaker.name, corpus.roster(), corpus.merges(), changeable=not public)
    more = max(len(sayings.sure), len(sayings.probable)) > shown.count
    head, body = speaker_head(sayings, identity), speaker_body(sayings, shown.count)
    return Screen(before + head, body, more, sayings.speaker.name)


def _list(corpus: Corpus, shown: Shown, before: str) -> Screen:
    found = find_speakers(corpus, shown.found_by)
    if not found and not shown.found_by.strip():
        return Screen(before + nobody())
    return Screen(before + speakers_list(found, shown.count), more=len(found) > shown.count)
