"""Whom a pronoun or a title means: the features by which one of the document's people is picked, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Form
from corpus.speakers.persons import Person, Seen, role_word
from corpus.speakers.weights import names_of
from corpus.speakers.words import DETERMINERS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.speakers.parsed import Parsed
    from corpus.speakers.weights import Part

#: Speakers back whom a pronoun may well go on with.
SPOKE = 2
_IN_MIND = 20  # namings back at which somebody may have been a subject
_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


class Last(NamedTuple):
    """The last place at which somebody was named, as ``Seen`` has it, and ``acted``: when as a subject.

    ``acted`` is a paragraph and a sentence, None for never; ``turn`` counts from the one who acted last, from 0.
    The subject of what was said before is who a pronoun goes on with (Grosz, Joshi and Weinstein 1995).
    """

    paragraph: int
    item: int
    sentence: int
    opens: bool
    possessive: bool
    tied: bool
    acted: tuple[int, int, int] | None
    turn: int


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
    return Referring(paragraph, c.first, sentence, bare or words, c.form, gender, opens, tuple(spoke)[-SPOKE:])


def compatible(about: Referring, persons: Iterable[Person]) -> list[tuple[Person, Last]]:
    """List who may be meant, with the last place each was named at before; who shows the other gender is out."""
    out = []
    for person in persons:
        if not person.likely or (about.gender and person.gender and about.gender != person.gender):
            continue
        before = person.seen[: bisect_left(person.seen, (about.paragraph, about.item))]
        bare = about.gender and not person.gender and len(person.name.split()) == 1 and not person.roles
        if before and not (bare and not any(s.tied for s in before)):
            out.append((person, before[-1], _acted(before)))
    acting = sorted((acted for _, _, acted in out if acted), reverse=True)
    turns = {acted: n for n, acted in enumerate(acting)}
    found = [
        (person, Last(*last[:6], acted, turns[acted] if acted else len(turns))) for person, last, acted in out
    ]
    found.sort(key=lambda pair: pair[1][:2], reverse=True)
    return found


def _acted(before: Sequence[Seen]) -> tuple[int, int, int] | None:
    """Return the paragraph, item and sentence at which somebody was last named as a subject."""
    return next(
        ((s.paragraph, s.item, s.sentence) for s in before[: -_IN_MIND - 1 : -1] if s.acts or s.opens), None
    )


def features(about: Referring, person: Person, last: Last, rank: int) -> list[str]:
    """Return the features of a person for a referring chunk; ``rank`` counts from the one named last, from 0."""
    return names_of(parts(about, person, last, rank))


def parts(about: Referring, person: Person, last: Last, rank: int) -> list[Part]:
    """Return the features of a person in parts that many share."""
    kind = about.form.value if about.form is not Form.PRONOUN else "pro"
    steps = about.paragraph - last.paragraph
    where = f"s{min(about.sentence - last.sentence, 3)}" if steps == 0 else f"p{min(steps, 4)}"
    place, turn = min(rank, 3), min(last.turn, 3)
    said = "last" if about.spoke[-1:] == (person.name,) else "one" if person.name in about.spoke else "no"
    seen = person.seen
    here = bisect_left(seen, (about.paragraph, about.item)) - bisect_left(seen, (about.paragraph,))
    often = len(seen)
    many = str(often) if often < 3 else "3-5" if often < 6 else "6+"  # noqa: PLR2004 - in passing, present, the subject
    agrees = f"{bool(about.gender) and person.gender == about.gender},{about.gender != ''}"
    named = f"full={' ' in person.name},roles={bool(person.roles)}"
    return [
        (_by_place, (kind, where, place, said, turn)),
        (_by_since, (kind, where, _since(about, last))),
        (_by_stand, (kind, where, place, str(about.opens), str(last.opens), str(last.tied))),
        (_by_person, (kind, many, agrees, named, _fits(about, person), place)),
        (_by_last, (kind, str(last.possessive), min(here, 2))),
    ]


def _fits(about: Referring, person: Person) -> str:
    """Say how many of a title's words are of the roles that a person is given."""
    words = {role_word(w) for w in about.words}
    matched = len(words & person.roles)
    return "all" if matched and matched == len(words) else "some" if matched else "no"


def _by_place(kind: str, where: str, place: int, said: str, turn: int) -> list[str]:
    return [f"{kind},where={where}", f"{kind},rank={place}", f"{kind},where={where},rank={place}",
            f"{kind},said={said}", f"{kind},said={said},where={where}", f"{kind},said={said},rank={place}",
            f"{kind},turn={turn}", f"{kind},turn={turn},rank={place}",
            f"{kind},turn={turn},said={said}"]  # fmt: skip


def _by_since(kind: str, where: str, since: str) -> list[str]:
    return [f"{kind},acted={since}", f"{kind},acted={since},where={where}"]


def _by_stand(kind: str, where: str, place: int, opens: str, subject: str, tied: str) -> list[str]:
    return [f"{kind},subject={subject},where={where}", f"{kind},tied={tied},rank={place}",
            f"{kind},opens={opens},subject={subject},{where}"]  # fmt: skip


def _by_person(kind: str, many: str, agrees: str, named: str, fits: str, place: int) -> list[str]:
    return [f"{kind},often={many}", f"{kind},agrees={agrees}", f"{kind},{named}", f"{kind},fits={fits}",
            f"{kind},fits={fits},rank={place}"]  # fmt: skip


def _by_last(kind: str, possessive: str, here: int) -> list[str]:
    return [f"{kind},poss={possessive}", f"{kind},here={here}"]


def _since(about: Referring, last: Last) -> str:
    """Say how long ago somebody was named as a subject."""
    if last.acted is None:
        return "never"
    steps = about.paragraph - last.acted[0]
    return f"s{min(about.sentence - last.acted[2], 3)}" if steps == 0 else f"p{min(steps, 4)}"


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
