"""Whom a pronoun or a title means: the features by which one of the document's people is picked, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Form
from corpus.speakers.persons import Person, Seen, role_word
from corpus.speakers.words import DETERMINERS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.speakers.parsed import Parsed

_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


class Referring(NamedTuple):
    """A chunk that names nobody: where it stands, its words, the gender it shows, and who spoke last."""

    paragraph: int
    item: int
    sentence: int
    words: tuple[str, ...]
    form: Form
    gender: str
    opens: bool
    spoke: tuple[str, ...]


def referring(parsed: Parsed, paragraph: int, chunk: int, spoke: Iterable[str] = ()) -> Referring | None:
    """Return a chunk as one that refers, None where it cannot stand for one named person."""
    scan, c = parsed.scan, parsed.chunks[chunk]
    words = tuple(scan.lows[c.first : c.last + 1])
    if c.form is Form.NAME or (c.form is Form.PRONOUN and words[0] not in _GENDER):
        return None
    if c.form is Form.NOUN and (
        words[0] not in {"the", "his", "her", "their", "this", "that"} or words[-1].endswith("s")
    ):
        return None
    opens = scan.opens(c.first)
    bare = tuple(w for w in words if w not in DETERMINERS)
    gender = _GENDER.get(words[0], "") if c.form is Form.PRONOUN else ""
    sentence = scan.sentences[c.first]
    return Referring(paragraph, c.first, sentence, bare or words, c.form, gender, opens, tuple(spoke)[-2:])


def compatible(about: Referring, persons: Iterable[Person]) -> list[tuple[Person, Seen]]:
    """List who may be meant, with the last place each was named at before; who shows the other gender is out."""
    out = []
    for person in persons:
        if not person.likely or (about.gender and person.gender and about.gender != person.gender):
            continue
        before = person.seen[: bisect_left(person.seen, (about.paragraph, about.item))]
        bare = about.gender and not person.gender and len(person.name.split()) == 1 and not person.roles
        if before and not (bare and not any(s.tied for s in before)):
            out.append((person, before[-1]))
    out.sort(key=lambda pair: pair[1][:2], reverse=True)
    return out


def features(about: Referring, person: Person, last: Seen, rank: int) -> list[str]:
    """Return the features of a person for a referring chunk; ``rank`` counts from the one named last, from 0."""
    kind = about.form.value if about.form is not Form.PRONOUN else "pro"
    steps = about.paragraph - last.paragraph
    where = f"s{min(about.sentence - last.sentence, 3)}" if steps == 0 else f"p{min(steps, 4)}"
    place = min(rank, 3)
    seen = person.seen
    here = bisect_left(seen, (about.paragraph, about.item)) - bisect_left(seen, (about.paragraph,))
    often = len(person.seen)
    many = str(often) if often < 3 else "3-5" if often < 6 else "6+"  # noqa: PLR2004 - in passing, present, the subject
    said = "last" if about.spoke[-1:] == (person.name,) else "one" if person.name in about.spoke else "no"
    agrees = bool(about.gender) and person.gender == about.gender
    words = {role_word(w) for w in about.words}
    matched = len(words & person.roles)
    fits = "all" if matched and matched == len(words) else "some" if matched else "no"
    full = len(person.name.split()) > 1
    return [f"{kind},where={where}", f"{kind},rank={place}", f"{kind},where={where},rank={place}",
            f"{kind},often={many}", f"{kind},said={said}", f"{kind},said={said},where={where}",
            f"{kind},said={said},rank={place}", f"{kind},agrees={agrees},{about.gender != ''}",
            f"{kind},fits={fits}", f"{kind},fits={fits},rank={place}",
            f"{kind},subject={last.opens},where={where}", f"{kind},tied={last.tied},rank={place}",
            f"{kind},poss={last.possessive}", f"{kind},here={min(here, 2)}", f"{kind},full={full}",
            f"{kind},roles={bool(person.roles)}",
            f"{kind},opens={about.opens},subject={last.opens},{where}"]  # fmt: skip


def nobody_features(about: Referring, rivals: int) -> list[str]:
    """Return the features of its meaning none of the people named."""
    kind = about.form.value if about.form is not Form.PRONOUN else "pro"
    if about.gender:
        return ["nobody:he or she"]
    person = about.words[-1] in PEOPLE
    return [
        f"nobody:{kind}",
        f"nobody:{kind},{min(rivals, 3)}",
        f"nobody:{kind},{about.words[-1]}",
        f"nobody:{kind},person={person}",
    ]
