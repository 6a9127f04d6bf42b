"""From a mention to a person: a full name from a last name, a pronoun or a title, with how sure that is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers import subjects
from corpus.speakers.antecedents import SPOKE, Referring, compatible, nobody_features, parts, referring
from corpus.speakers.chunks import Form
from corpus.speakers.names import mentions
from corpus.speakers.persons import name_in, read_persons, role_word
from corpus.speakers.weights import kept, score, softmax, worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.antecedents import Last
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.people import People
    from corpus.speakers.persons import Person
    from corpus.speakers.surroundings import Candidate
    from corpus.speakers.weights import Weights


class Who(NamedTuple):
    """Who a mention is: the full name, how probable it is, and the place (paragraph, item) that named the person.

    ``name`` is None where the document does not tell.
    """

    name: str | None
    probability: float
    named_at: tuple[int, int] | None = None


#: A pronoun is given a name only where one person has this share of what speaks for any of them; whether it is
#: anybody named at all is part of how sure the name is.
MEANT = 0.35
#: How much is left of a name's probability where somebody without a name may be meant as well.
DOUBT = 0.55
#: How probable it is that a title means the only one in the document who is given it.
HELD = 0.95
#: Sentences back at which the one named last is surely who is meant: "Roe sued. It rained all day. ... she said".
CLOSE = 1
UNKNOWN = Who(None, 1.0)


def _holds(about: Referring, person: Person) -> bool:
    """Whether a title or noun is one that a person is given."""
    return bool(about.words) and role_word(about.words[-1]) in person.roles


#: Namings back within which a person may be meant; in a book, all of them would take hours.
_IN_MIND = 150


class Resolver:
    """Tells who is meant in one document. Never guesses for sources that stand for several or for nobody."""

    def __init__(self, paragraphs: Sequence[Parsed | None], people: People, weights: Weights) -> None:
        self._paragraphs = paragraphs
        self._people = people
        self._weights = weights
        self._told: dict[tuple[object, ...], Who] = {}
        self.persons = read_persons(paragraphs, people)
        self._namings = sorted((s.paragraph, s.item, p.name) for p in self.persons.values() for s in p.seen)

    def head(self, candidate: Candidate) -> int:
        """Return the item that a candidate turns on; -1 for nobody."""
        parsed = self._paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
        return parsed.chunks[candidate.chunk].head if parsed else -1

    def who(self, paragraph: int, chunk: int, spoke: Sequence[str]) -> Who:
        """Return who a chunk most probably is; ``spoke`` names the last speakers, in order."""
        key = paragraph, chunk, *spoke[-SPOKE:]
        if key not in self._told:
            self._told[key] = self._who(paragraph, chunk, spoke)
        return self._told[key]

    def _who(self, paragraph: int, chunk: int, spoke: Sequence[str]) -> Who:
        parsed = self._paragraphs[paragraph]
        if parsed is None:
            return UNKNOWN
        c = parsed.chunks[chunk]
        named = name_in(parsed, c)
        if named is not None:
            name = self._people.name(named[0])
            return Who(name, 1.0, (paragraph, c.head) if name else None)
        held = self._title(parsed, chunk)
        if held is not None:
            return Who(held, HELD)
        if parsed.scan.lows[c.first] == "who":
            owner = next((n for n, o in enumerate(parsed.chunks) if o.last in {c.first - 1, c.first - 2}), None)
            return UNKNOWN if owner is None else self.who(paragraph, owner, spoke)
        about = referring(parsed, paragraph, chunk, spoke)
        return UNKNOWN if about is None else self._meant(parsed, about)

    def _recent(self, about: Referring) -> list[Person]:
        """Return the people named last before a chunk, as many as a reader keeps in mind."""
        at = bisect_left(self._namings, (about.paragraph, about.item, ""))
        last = {name: None for _, _, name in reversed(self._namings[max(0, at - _IN_MIND) : at])}
        return [self.persons[name] for name in last]

    def _meant(self, parsed: Parsed, about: Referring) -> Who:
        """Return whom a pronoun or title most probably means, of those named before it."""
        rivals = compatible(about, self._recent(about))
        table = self._weights.person
        scores = [score(table, nobody_features(about, len(rivals)))]
        known = kept(table)
        scores += [worth(table, parts(about, *rival, n), known) for n, rival in enumerate(rivals)]
        shares = softmax(scores)
        likeliest = max(range(1, len(shares)), key=lambda k: shares[k], default=0)
        if not about.gender and sum(_holds(about, person) for person, _ in rivals) > 1:
            return UNKNOWN  # two governors
        if likeliest == 0 or (shares[0] > shares[likeliest] and not about.gender):
            return UNKNOWN
        if shares[likeliest] < MEANT * (1 - shares[0]):
            return UNKNOWN
        person, last = rivals[likeliest - 1]
        doubt = DOUBT if about.gender and self._open(about, rivals, likeliest - 1, parsed) else 1.0
        return Who(person.name, shares[likeliest] * doubt, last[:2])

    def _open(self, about: Referring, rivals: Sequence[tuple[Person, Last]], chosen: int, parsed: Parsed) -> bool:
        """Whether somebody else may be meant as well: "Roe met Poe", "Roe sued. The judge was unmoved"."""
        person, last = rivals[chosen]
        if about.spoke[-1:] == (person.name,):
            return False
        if last.paragraph == about.paragraph and about.sentence - last.sentence > CLOSE:
            return True
        beside = (last.paragraph, last.sentence)
        if any((s.paragraph, s.sentence) == beside for n, (_, s) in enumerate(rivals) if n != chosen):
            return True
        scan = parsed.scan
        first = next((k for k, n in enumerate(scan.sentences) if beside == (about.paragraph, n)), 0)
        words = [scan.words[k] for k in range(first, about.item) if scan.folded[k] < 0]
        return subjects.another_acts(" ".join(words))

    def _title(self, parsed: Parsed, chunk: int) -> str | None:
        """Return the one person of the document who bears a title that stands alone: "the Supreme Leader"."""
        if parsed.chunks[chunk].form is Form.PRONOUN:
            return None
        printed = parsed.printed(chunk)
        found = [] if printed.islower() else [m for m in mentions(printed) if not m.name and m.role]
        if len(found) != 1:
            return None
        alone = parsed.chunks[chunk].first == parsed.chunks[chunk].last
        return (self._people.bearer(printed) if alone else None) or self._people.name(found[0])
