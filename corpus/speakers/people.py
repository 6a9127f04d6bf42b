"""Who a mention is, inside one document: full name from a last name or a title, or nobody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.speakers.names import Mention, fold_name, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

#: "In Leeds Poe": a place and a last name.
_PLACE_AND_NAME = 2


class People:
    """The people a document names in full.

    A last name stands for a full name only when one person in the document bears it; a title only when one
    person in the document is given it. Otherwise the mention keeps what is printed and no name is guessed.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_last: dict[str, set[str]] = defaultdict(set)
        self._by_other: dict[str, set[str]] = defaultdict(set)
        self._by_title: dict[str, set[str]] = defaultdict(set)
        self._full_names: set[str] = set()
        titled: list[Mention] = []
        for mention in (m for text in texts for m in mentions(text)):
            if mention.full:
                self._by_last[fold_name(mention.words[-1])].add(mention.name)
                self._full_names.add(fold_name(mention.name))
                for word in mention.words[:-1]:
                    self._by_other[fold_name(word)].add(mention.name)
            if mention.role and mention.name:
                titled.append(mention)
        for mention in titled:
            if full := self._full(mention):
                for title in _titles(mention.role or ""):
                    self._by_title[title].add(full)

    def settled(self, mention: Mention) -> Mention | None:
        """Return a mention without the place run into it, None where the document does not part the two.

        "In Leeds Mark Poe said" is Mark Poe only if Mark Poe is named elsewhere as well.
        """
        if not mention.doubtful:
            return mention
        tails = [" ".join(mention.words[n:]) for n in range(len(mention.words) - 1)]
        known = next((tail for tail in tails if fold_name(tail) in self._full_names), None)
        if known is None:
            last = mention.words[-1]
            known = last if len(mention.words) == _PLACE_AND_NAME and self._by_last.get(fold_name(last)) else None
        if known is None:
            return None
        start = mention.end - len(known)
        return replace(mention, start=start, printed=known, name=known, doubtful=False)

    def name(self, mention: Mention) -> str | None:
        """Return the full name behind a mention, what is printed if that is a name, or None for a bare title."""
        settled = self.settled(mention)
        if settled is None:
            return None
        mention = settled
        if mention.name:
            return self._full(mention) or self._by_another_word(mention) or mention.name
        holders = self._by_title[fold_name(mention.printed)]
        return next(iter(holders)) if len(holders) == 1 else None

    def bearer(self, word: str) -> str | None:
        """Return the only person whose last name a word is that may be a title too: "King" behind Stephen King."""
        bearers = self._by_last.get(fold_name(word), set())
        return next(iter(bearers)) if len(bearers) == 1 and not self._by_title.get(fold_name(word)) else None

    def _by_another_word(self, mention: Mention) -> str | None:
        """Return who is called by a word that is not the last: "Jane", and "Arrúa" for Ximena Arrúa Belaunde.

        A first of two family names counts among Spanish speakers, a first name alone among friends; either must
        be one person's only, and nobody's last name.
        """
        if len(mention.words) != 1 or self._by_last[fold_name(mention.words[0])]:
            return None
        bearers = self._by_other[fold_name(mention.words[0])]
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _full(self, mention: Mention) -> str | None:
        bearers = self._by_last[fold_name(mention.words[-1])]
        fitting = {n for n in bearers if _words(mention.name) <= _words(n)}
        longest = max(fitting, key=lambda n: (len(n), n), default=None)
        # "Ali Khamenei" and "Ali Hosseini Khamenei" are one; "Anne Roe" and "John Roe" leave "Roe" open.
        return longest if longest and all(_words(n) <= _words(longest) for n in fitting) else None


def _words(name: str) -> set[str]:
    """Return a name's words as they compare: "Van der Roe" opens a sentence, "Jane van der Roe" does not."""
    return set(fold_name(name).split())


def _titles(role: str) -> list[str]:
    """Return every run of a role's words: who is "Supreme Leader Ayatollah" is also "Supreme Leader".

    The single words count too, so that "the Ayatollah" stays open where two people are given that title.
    """
    words = role.split()
    runs = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    return [fold_name(" ".join(run)) for run in runs]
