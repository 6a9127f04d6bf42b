"""Who speaks in each speech of a TEI document, and when.

A speaker is the person that ``who`` points to in the header; where that list is not in the file, the label printed
above the speech. When it begins is told by the timeline. ISO 24624 writes both around the speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.readers.record import speaker
from corpus.readers.tei_times import moment, points
from corpus.readers.xml_tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.blocks import Voice
    from corpus.readers.record_remarks import Passed

SPEECHES: Final = frozenset({"u", "sp"})
_NAMES: Final = frozenset({"persName", "orgName", "name"})
_PARTS: Final = ("forename", "nameLink", "surname", "genName", "roleName")
#: Noises and silences in a speech: the words behind one begin where it ends.
_BETWEEN: Final = frozenset("desc event fw incident kinesic media note pause stage vocal writing".split())


class People:
    """The people of a document and the speeches in it."""

    def __init__(self, headers: Iterable[Element], tei: Element, passed: Passed) -> None:
        """Read them.

        Args:
            headers: what may list the people, from the outermost in.
            tei: the document. What ISO 24624 writes around a speech is written on it.
            passed: is told of each speech.
        """
        self._passed = passed
        self._names: dict[str, tuple[str, str | None]] = {}
        self._kinds: dict[str, str] = {}
        for header in headers:
            for person in header.all("person", "org", "personGrp", "role"):
                if key := person.attributes.get("id"):
                    self._names.setdefault(key, _name(person))
            for category in header.all("category"):
                term = category.first("term") or category.first("catDesc")
                self._kinds[category.attributes.get("id", "")] = term.words if term else ""
        self._printed = {id(speech): words for speech, words in _labels(tei)}
        _settle(tei)
        self._points = points(tei)

    def begins(self, element: Element) -> float | None:
        """Return when the words in an element begin, or those behind a noise; None where nothing says it."""
        if element.name == "gap":
            return None
        stated = ("end",) if element.name in _BETWEEN else ("start", "synch")
        return moment(element, self._points, *stated)

    def speaks(self, speech: Element) -> Voice | None:
        """Return who speaks in a speech; None where several do, or nobody whose name is known."""
        pointed = speech.attributes.get("who", "").split()
        name, role = self._names.get(pointed[0].removeprefix("#"), ("", None)) if len(pointed) == 1 else ("", None)
        printed = self._printed.get(id(speech), "")
        kinds = (k.removeprefix("#") for k in speech.attributes.get("ana", "").split())
        # "Regular" says no more than that somebody is a member.
        kind = next((self._kinds[k] for k in kinds if k != "regular" and self._kinds.get(k)), None)
        voice = speaker(name, printed if len(pointed) < 2 else "", role or kind)  # noqa: PLR2004
        untimed = "start" in speech.attributes and self.begins(speech) is None
        self._passed.speech(len(pointed), name, voice, timed=untimed)
        return voice


def _settle(tei: Element) -> None:
    """Write on each speech who says it and when, where that stands around it; a second one there begins later."""
    for block in tei.all("annotationBlock"):
        stated = ["who", "start"]
        for speech in block.children:
            if speech.name in SPEECHES:
                for attribute in stated:
                    if attribute in block.attributes:
                        speech.attributes.setdefault(attribute, block.attributes[attribute])
                stated = ["who"]


def _labels(element: Element, above: str = "") -> Iterator[tuple[Element, str]]:
    """Yield each speech with the label printed in or right above it."""
    for child in element.children:
        if child.name in SPEECHES:
            yield child, next((_label(c) for c in child.children if c.name == "speaker"), above)
            above = ""
        elif child.name == "note" and child.attributes.get("type") == "speaker":
            above = _label(child)
        for speech in _labels(child, above if child.name == "annotationBlock" else ""):
            yield speech
            above = ""


def _label(printed: Element) -> str:
    return printed.words if _is_whole(printed) else ""


def _name(person: Element) -> tuple[str, str | None]:
    """Return a person's full name and the title given with it; of several names the one still borne."""
    names = [c for c in person.children if c.name in _NAMES]
    name = next((n for n in names if "to" not in n.attributes), names[-1] if names else None)
    if name is None and person.name == "role":
        name = person  # a part in a play is its name
    if name is None:  # what else is told of a person is none: a birthplace, a language
        name = Element("name", {}, [c for c in person.content if isinstance(c, str) or c.name in _PARTS])
    kept = [c.words for kind in _PARTS[:-1] for c in name.all(kind)]
    role = name.first("roleName")
    bare = Element(name.name, {}, [c for c in name.content if isinstance(c, str) or c.name != "roleName"])
    whole = " ".join(word for word in kept if word) or bare.words
    return whole if _is_whole(bare) else "", role.words if role and _is_whole(role) else None


def _is_whole(element: Element) -> bool:
    """Whether no words are missing in it: half a name may be another's."""
    return element.first("gap") is None
