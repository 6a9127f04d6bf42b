"""Who a label stands for: from the list of participants, or from the same name printed in full further up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.speakers.labels import names_nobody
from corpus.speakers.names import fold_name, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.speakers.labels import Label
    from corpus.speakers.participants import Participant, Roll

#: What a label calls the two sides of an interview, and the words under which a list gives them.
_SIDES = {
    "q": ("q", "interviewer", "questioner"),
    "question": ("q", "interviewer", "questioner"),
    "questioner": ("q", "interviewer", "questioner"),
    "interviewer": ("interviewer", "q"),
    "a": ("a", "interviewee", "respondent"),
    "answer": ("a", "interviewee", "respondent"),
    "interviewee": ("interviewee", "a"),
    "respondent": ("respondent", "interviewee"),
}


class Cast:
    """The people of one transcript.

    A last name stands for a full one only where one person in the list and in all the labels bears it. What is
    not resolved keeps what is printed; nobody is guessed.
    """

    def __init__(self, roll: Roll, labels: Iterable[Label]) -> None:
        self._by_key: dict[str, set[Participant]] = defaultdict(set)
        self._listed: dict[tuple[str, ...], Participant] = {}
        self._bearers: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._met: dict[tuple[str, ...], tuple[str, str | None]] = {}
        for person in roll.people:
            for key in {person.key, _key(person.role or "")} - {None, ""}:
                self._by_key[key or ""].add(person)
            known = self._listed.get(_words(person.name))
            self._listed[_words(person.name)] = person if known is None or person.role else known
        for words in (*self._listed, *(_words(label.name) for label in labels if not names_nobody(label.name))):
            if len(words) > 1:
                self._bearers[words[-1]].add(words)

    def who(self, label: Label) -> tuple[str | None, str | None]:
        """Return the speaker of a label and the role; call it for every label in the order they are printed."""
        if (keyed := self._keyed(label)) is not None:
            return keyed.name, label.role or keyed.role
        if names_nobody(label.name):
            return None, label.role
        words = self._full(_words(label.name))
        listed = self._listed.get(words)
        name, role = self._met.get(words, (label.name, None))
        if listed is not None:
            name, role = listed.name, role or listed.role
        if len(words) > 1:
            self._met[words] = (name, label.role or role)
        return name, label.role or role

    def _keyed(self, label: Label) -> Participant | None:
        """Return whom the list gives as what the label says: "Interviewer: Jane Roe" for "Q"."""
        key = _key(label.name)
        if not names_nobody(label.name) and key not in self._by_key:
            return None
        names: dict[tuple[str, ...], Participant] = {}
        for side in _SIDES.get(key, (key,)):
            names |= {_words(p.name): p for p in self._by_key.get(side, ())}
        return next(iter(names.values())) if len(names) == 1 else None

    def _full(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of the one full name that a label shortens, as far as it has been printed by now."""
        bearers = self._bearers.get(words[-1], set()) if words else set()
        fitting = {b for b in bearers if len(b) > len(words) and _shortens(words, b)}
        others = bearers - fitting - {words}
        if len(fitting) != 1 or (others and len(words) == 1):
            return words
        full = next(iter(fitting))
        return full if full in self._listed or full in self._met else words


def _shortens(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all the words of a label come in a full name in the same order: "J. Roe" is not decided here."""
    rest = iter(full)
    return all(word in rest for word in words)


def _words(name: str) -> tuple[str, ...]:
    """Return a name as it compares: without titles, "of Ohio" or letter case."""
    return name_words(name)


def _key(name: str) -> str:
    words = fold_name(name)
    return words.removeprefix("the ")
