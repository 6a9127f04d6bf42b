"""The names and titles that stand in a question, each with the known speakers whom it fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corpus.speakers.names import OPENERS
from qa.reading.fitting import Fit, fit_name, fit_turned, is_person, is_thinkable
from qa.reading.index import NOBODY
from qa.reading.vocabulary import (
    AUXILIARIES,
    GENERIC,
    IMPERATIVES,
    LEADING_PARTICLES,
    PARTICLES,
    POST_NOMINALS,
    ROLE_WORDS,
    WH,
    any_verb,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.known import Known
    from qa.reading.tokens import Token

#: Longer runs of capitals are no name; only so many words of a run are tried as one.
_MOST_NAME_WORDS: Final = 8
_MOST_ROLE_WORDS: Final = 6
#: A title that more speakers are given asks for nobody in particular.
_MOST_HOLDERS: Final = 12
_ABBREVIATION_CHARS: Final = 4
_MOST_PARTICLES: Final = 2
_MOST_PLACE_WORDS: Final = 4
_NEVER_NAMES: Final = (
    AUXILIARIES | WH | IMPERATIVES | frozenset("according i youve ive youre im theyve weve".split())
)
_ARTICLES: Final = frozenset("the a an this that".split())


@dataclass(frozen=True, slots=True)
class Naming:
    """A name or title, the words ``first`` to ``last`` (half open) of a question.

    ``fits`` are the positions of the known speakers it fits; ``near`` says that it fits only past a typing error;
    ``person`` that, if it fits nobody, it has the shape of a person's name. ``weak`` is a word that counts as a
    name only where words are asked for: a first name, or a name without its capital.
    """

    first: int
    last: int
    printed: str
    fits: frozenset[int]
    person: bool = False
    near: bool = False
    weak: bool = False


def find_namings(text: str, words: Sequence[Token], known: Known) -> list[Naming]:
    """Return the names and titles in a question, left to right, without overlap."""
    finder = _Finder(text, words, known)
    found: list[Naming] = []
    at = 0
    while at < len(words):
        naming = finder.at(at)
        if naming:
            found.append(naming)
        at = naming.last if naming else at + 1
    return found


class _Finder:
    """Looks for a name at one word of a question after the other."""

    def __init__(self, text: str, words: Sequence[Token], known: Known) -> None:
        self._text, self._words, self._known = text, words, known
        self._cased = _is_cased(words)

    def at(self, at: int) -> Naming | None:
        """Return the name or title that begins at a word."""
        word = self._words[at]
        if found := self._role(at):
            return found
        if word.caseless:  # every word of such a script could begin a name; only behind "did" must one stand
            behind = at > 0 and self._words[at - 1].low in AUXILIARIES
            return self._caseless(at) or (self._capitals(at) if behind else None)
        if not self._cased:
            return self._plain(at) or self._stranger(at)
        return self._capitals(at) if word.capital or self._particles(at) else self._label(at)

    def _label(self, at: int) -> Naming | None:
        """Read a speaker who is called by common words: "the project manager"."""
        behind = at > 0 and (self._words[at - 1].low in AUXILIARIES or self._words[at - 1].low == "the")
        found = self._plain(at) if behind else None
        return found if found and found.last - found.first > 1 else None

    def _naming(self, first: int, last: int, fit: Fit, *, weak: bool = False) -> Naming:
        printed = self._text[self._words[first].start : self._words[last - 1].end]
        return Naming(
            first, last, printed, fit.fits, near=fit.near, weak=weak or fit.by_first or len(printed) == 1
        )

    def _role(self, at: int) -> Naming | None:
        """Read "the port director" and "the Supreme Leader" where speakers are given that role."""
        words = self._words
        if words[at].low != "the" or not self._known.index.roles:
            return None
        end = at + 1
        while end < min(len(words), at + _MOST_ROLE_WORDS + 1) and words[end].joined:
            end += 1
            if words[end - 1].possessive:
                break
        for stop in range(end, at + 1, -1):
            fits = self._known.index.roles.get(tuple(w.low for w in words[at + 1 : stop]), NOBODY)
            if 0 < len(fits) <= _MOST_HOLDERS and not self._goes_on(stop):
                return self._naming(at, stop, Fit(fits))
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a name follows a title: "the director Oda Bern" is for the name to tell."""
        words = self._words
        return at < len(words) and words[at].joined and words[at].capital and not words[at - 1].possessive

    def _caseless(self, at: int) -> Naming | None:
        """Read a known name in a script without capitals, where a name may not even stand between blanks."""
        inside = (n for name, n in self._known.index.whole if name in self._words[at].text)
        found = self._plain(at)
        if found is None and (fits := frozenset(inside)):
            found = self._naming(at, at + 1, Fit(fits))
        return found

    def _particles(self, at: int) -> bool:
        """Whether a name begins here with its small words: "van der Horst"."""
        words = self._words
        step = at
        while step < len(words) and step - at < _MOST_PARTICLES and words[step].low in LEADING_PARTICLES:
            step += 1
        return step > at and step < len(words) and words[step].capital and words[step].joined

    def _capitals(self, first: int) -> Naming | None:
        """Read the name in the run of capitalised words that begins here."""
        word = self._words[first]
        if self._never(first) or (word.opens and word.low in OPENERS and not word.possessive):
            return None
        stop, turned = fit_turned(self._words, first, self._known)
        if turned:
            return self._naming(first, stop, turned)
        end = self._run_end(first)
        return self._with_place(self._known_name(first, end) or self._some_name(first, end))

    def _with_place(self, naming: Naming) -> Naming:
        """Take in the place by which two of a name are told apart: "Mr. Hale of North Quay"."""
        words, at = self._words, naming.last
        if not (naming.fits or naming.person) or words[at - 1].possessive:
            return naming
        end = at + 1
        while end < min(len(words), at + _MOST_PLACE_WORDS) and words[end].capital and words[end].joined:
            end += 1
        if at >= len(words) or words[at].low != "of" or not words[at].joined or end == at + 1:
            return naming
        named = [part for word in words[naming.first : end] if word.low not in ROLE_WORDS for part in word.parts]
        fits = self._known.index.full.get(tuple(named)) or naming.fits
        printed = self._text[words[naming.first].start : words[end - 1].end]
        return replace(naming, last=end, printed=printed, fits=fits)

    def _run_end(self, at: int) -> int:
        """Return where a run of capitalised words ends; small words of names may stand inside it."""
        words, end = self._words, at + 1
        while end < len(words) and end - at < _MOST_NAME_WORDS and not words[end - 1].possessive:
            step = end
            while step < len(words) and step - end < _MOST_PARTICLES and words[step].text in PARTICLES:
                step += words[step].joined or _MOST_PARTICLES
            if words[end].low == "of" and words[end - 1].low in ROLE_WORDS:
                step = end + 1
            if step >= len(words) or not self._runs_on(step):
                break
            end = step + 1
        return end

    def _runs_on(self, at: int) -> bool:
        word, before = self._words[at], self._words[at - 1]
        if not word.capital or (self._never(at) and word.low != "i"):
            return False
        gap = word.gap.strip()
        if gap == ".":  # "George H. W. Vex" goes on, "asked Vex. Who" does not
            return len(before.text) <= _ABBREVIATION_CHARS and before.capital
        return not gap or (gap == "," and word.low in {"jr", "sr"})

    def _never(self, at: int) -> bool:
        """Whether a word is no name: "Did", "What"; but May and Will are names inside a sentence."""
        word = self._words[at]
        return word.low in _NEVER_NAMES and (word.opens or word.low not in {"may", "will"})

    def _known_name(self, first: int, end: int) -> Naming | None:
        """Return the part of a run that is a known speaker's name, if the words around it are no names."""
        words = self._words
        for begin in range(first, end):
            if begin > first and not _is_role(words[begin - 1]):
                return None  # "Tobias Ash" is not the Ash that is known
            for stop in range(end, begin, -1):
                if stop < end and words[stop].low not in POST_NOMINALS:
                    break
                if fit := fit_name(words[begin:stop], words[first:begin], self._known):
                    return self._naming(first, end, fit)
        return None

    def _some_name(self, first: int, end: int) -> Naming:
        """Return a run that fits nobody known, and say whether it looks like a person's name."""
        words = self._words
        begin = next((n for n in range(first, end) if words[n].low not in ROLE_WORDS), end)
        after_article = first > 0 and words[first - 1].low in _ARTICLES and begin == first
        named = (
            begin < end
            and words[begin].low != "of"
            and is_person(words[begin:end], self._known, titled=begin > first)
        )
        person = named and not after_article
        return Naming(
            first, end, self._text[words[first].start : words[end - 1].end], NOBODY, person=person
        )  # fmt: skip

    def _plain(self, at: int) -> Naming | None:
        """Read a known name where capitals tell nothing; one word of it counts where words are asked for."""
        words, index = self._words, self._known.index
        if words[at].low in _NEVER_NAMES or words[at].low in OPENERS:
            return None
        for stop in range(self._plain_end(at), at, -1):
            lone = words[stop - 1].parts
            if not lone or (lone[-1] not in index.last and lone[-1] not in index.part):
                continue
            parts = [part for word in words[at:stop] for part in word.parts]
            sure = len(parts) == 1 or parts[0] in index.first or parts[0] in PARTICLES
            fits = index.full.get(tuple(parts)) or (index.fitting(parts) if sure else NOBODY)
            if fits:
                return self._naming(at, stop, Fit(fits), weak=stop - at == 1)
        return None

    def _plain_end(self, at: int) -> int:
        words, end = self._words, at + 1
        while end < min(len(words), at + _MOST_NAME_WORDS) and words[end].joined and not words[end - 1].possessive:
            end += 1
        return end

    def _stranger(self, at: int) -> Naming | None:
        """Read "orlev" in "what did orlev say": a word that is no other, where a name must stand."""
        words = self._words
        inside = 0 < at < len(words) - 1 and words[at].joined and words[at + 1].joined
        if not inside or words[at - 1].low not in AUXILIARIES or any_verb(words[at + 1].low) not in GENERIC:
            return None
        thinkable = is_thinkable(words[at], self._known)
        return Naming(at, at + 1, words[at].text, NOBODY, person=True, weak=True) if thinkable else None


def _is_cased(words: Sequence[Token]) -> bool:
    """Whether capitals tell names from other words: not in "WHAT DID ROE SAY", nor "what did roe say"."""
    inner = [w for w in words if not w.opens and (w.low in AUXILIARIES or w.low in OPENERS or any_verb(w.low))]
    titled = sum(w.capital for w in inner) * 2 > len(inner)
    inside = (w.capital and (not w.opens or _after_title(words, n)) for n, w in enumerate(words))
    return any(inside) and not (titled and inner)


def _after_title(words: Sequence[Token], at: int) -> bool:
    """Whether the point before a word is an abbreviated title's: "Mr. Roe, why?"."""
    return at > 0 and words[at].gap.strip() == "." and words[at - 1].low in ROLE_WORDS


def _is_role(word: Token) -> bool:
    return word.low in ROLE_WORDS or word.acronym or word.low in {"of", "and"}
