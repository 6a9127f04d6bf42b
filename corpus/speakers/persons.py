"""The people a document names and every place each is named at, to tell whom "she" or "the senator" means."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.frames import PLAIN
from corpus.speakers.gazetteer import first_names, places
from corpus.speakers.lexicon import ADVERB, AUX, DET, PREPOSITION, VERB
from corpus.speakers.names import Mention, fold_name, mentions
from corpus.speakers.words import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.people import People
    from corpus.speakers.scan import Scan

_HERS = frozenset(
    """mrs mrs. ms ms. miss madam lady queen princess mother wife daughter sister aunt grandmother widow actress
    spokeswoman congresswoman chairwoman councilwoman businesswoman woman duchess countess baroness
    heroine""".split()
)
_HIS = frozenset(
    """mr mr. sir lord king prince father husband son brother uncle grandfather widower actor spokesman congressman
    chairman councilman businessman statesman man duke count baron imam ayatollah pope rabbi sheikh""".split()
)
_SHORT = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "dr": "doctor",
          "prof": "professor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain",
          "sec": "secretary", "rev": "reverend", "atty": "attorney", "maj": "major", "adm": "admiral",
          "congressman": "representative", "congresswoman": "representative", "pres": "president"}  # fmt: skip


#: Prepositions that places stand behind and people seldom do.
_WHERE = frozenset("in at near across outside inside throughout around toward towards into".split())


_GOVERNS = DET | PREPOSITION
_APPOSITION = 15  # items between the commas around one
_INDEFINITE = frozenset("a an one another any some each every no".split())


class Seen(NamedTuple):
    """A place at which a person is named: paragraph, item, sentence, and how it stands there.

    ``tied`` says that a verb of speech has it as its subject, ``placed`` that it stands where a place does,
    ``acts`` that some verb or other has it as its subject.
    """

    paragraph: int
    item: int
    sentence: int
    opens: bool
    possessive: bool
    tied: bool
    placed: bool
    acts: bool = False


@dataclass
class Person:
    """One person of a document: the full name, where it is named, the words of its roles, and "f", "m" or ""."""

    name: str
    seen: list[Seen] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str = ""

    @cached_property
    def likely(self) -> bool:
        """Whether it is a person and no place, party or body, as far as its surroundings tell."""
        words = self.name.split()
        if self.name.lower().rstrip(".") in places():
            return False
        placed = sum(s.placed for s in self.seen)
        if placed * 2 > len(self.seen) or fold_name(words[-1]) in PEOPLE:
            return False
        plural = len(words) == 1 and words[0].endswith("s") and not (self.gender or self.roles)
        known = bool(self.gender) or bool(self.roles & PEOPLE) or len(words) > 1
        return (known or any(s.tied for s in self.seen)) and not plural and not words[-1].isupper()


def name_in(parsed: Parsed, chunk: Chunk) -> tuple[Mention, int] | None:
    """Return the name a chunk turns on, and its offset in the paragraph; None for a noun or pronoun."""
    if chunk.form is not Form.NAME:
        return None
    scan = parsed.scan
    first = chunk.first
    for i in range(chunk.first, chunk.head):
        if (
            scan.words[i].islower()
            and (scan.lows[i] in PEOPLE or i > chunk.first)
            and scan.words[i + 1][:1].isupper()
        ):
            first = i + 1 if scan.lows[i] not in _LINKS else first
    behind = first == chunk.first and first > 0 and scan.lows[first - 1] in _WHERE
    start = scan.starts[first - behind]  # "In Lowmere Tom Lake": what parts a place from a name is its preposition
    found = _first_name(scan.text[start : scan.ends[chunk.last]])
    if found is None or _is_one_of_many(scan, chunk.first, found, start):
        return None
    return found, start


def _is_one_of_many(scan: Scan, first: int, mention: Mention, start: int) -> bool:
    """Whether "a" or "one" makes a name a kind: "one Republican", "another Supreme Court"; not "a defiant Roe"."""
    if scan.lows[first] not in _INDEFINITE:
        return False
    return mention.body or (len(mention.words) == 1 and scan.starts[first + 1] == start + mention.start)


@lru_cache(maxsize=20_000)
def _first_name(printed: str) -> Mention | None:
    """Return the first name in some words; kept, as a document names its people again and again."""
    return next((m for m in mentions(printed) if m.name), None)


_LINKS = frozenset("of de la van von der den bin ibn al el del du da di the and".split())


def read_persons(paragraphs: Sequence[Parsed | None], people: People) -> dict[str, Person]:
    """Collect the people named outside quotations, by full name, in order of appearance."""
    out: dict[str, Person] = {}
    for p, parsed in enumerate(paragraphs):
        if parsed is None or parsed.headline:
            continue
        scan = parsed.scan
        for n, chunk in enumerate(parsed.chunks):
            named = name_in(parsed, chunk)
            name = people.name(named[0]) if named else None
            if named is None or name is None or named[0].body:
                continue
            person = out.setdefault(name, Person(name))
            opens = scan.opens(chunk.first)
            tied = any(_has_subject(parsed, f) for f in parsed.by_chunk.get(n, ()))
            acts = tied or _acts(parsed, chunk)
            placed = chunk.first > 0 and scan.lows[chunk.first - 1] in _WHERE
            if not person.seen or person.seen[-1][:2] != (p, chunk.head):
                person.seen.append(
                    Seen(p, chunk.head, scan.sentences[chunk.first], opens, chunk.possessive, tied, placed, acts)
                )
            person.roles |= _roles(parsed, chunk, named[0])
    for person in out.values():
        person.gender = _gender(person)
    return out


def _has_subject(parsed: Parsed, frame: Frame) -> bool:
    """Whether a frame makes its chunk the subject of a verb of speech; in "he said Roe" that is not Roe."""
    if frame.relation not in PLAIN or frame.passive:
        return False
    return frame.relation[0] != "i" or not any(f.relation == "s0" for f in parsed.by_cue[frame.cue])


def _acts(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a verb follows a name that nothing governs: "Roe, the mayor, has left", "Roe walked out"."""
    scan = parsed.scan
    if chunk.possessive or (chunk.first and scan.flags[chunk.first - 1] & _GOVERNS):
        return False
    k = chunk.last + 1
    if k < len(scan.words) and scan.words[k] == ",":
        k = next((i + 1 for i in range(k + 1, min(k + _APPOSITION, len(scan.words))) if scan.words[i] == ","), k)
    while k < len(scan.words) and scan.flags[k] & ADVERB and not scan.flags[k] & AUX:
        k += 1
    if k >= len(scan.words) or not scan.words[k].islower():
        return False
    return bool(scan.flags[k] & (VERB | AUX)) or scan.lows[k].endswith("ed")


def _roles(parsed: Parsed, chunk: Chunk, mention: Mention) -> set[str]:
    """Return the words of the role printed with a name, before it or set off behind it."""
    scan = parsed.scan
    words = [scan.lows[i] for i in range(chunk.first, chunk.head)]
    after = chunk.last + 1
    if after + 1 < len(scan.words) and scan.words[after] == ",":
        apposed = (parsed.chunks[n] for n in parsed.opening.get(after + 1, ()))
        beside = next((c for c in apposed if c.form is not Form.NAME), None)
        if beside is not None:
            words += scan.lows[beside.first : beside.last + 1]
    words += (mention.role or "").lower().split()
    return {role_word(w) for w in words if w.isalpha() or w.endswith(".")} - {fold_name(mention.name)}


def role_word(low: str) -> str:
    """Return a role's word in the one form that its abbreviations share."""
    bare = low.rstrip(".")
    return _SHORT.get(bare, bare)


def _gender(person: Person) -> str:
    for words, sign in ((_HERS, "f"), (_HIS, "m")):
        if words & person.roles:
            return sign
    name = person.name.lower().split()
    return first_names().get(name[0], "") if len(name) > 1 or any(s.tied for s in person.seen) else ""
