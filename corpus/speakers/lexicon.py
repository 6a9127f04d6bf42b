"""What each word can be, as one number of flags: a paragraph's words are looked up once, not at every question."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.speakers.names import OPENERS, TITLES
from corpus.speakers.verbs import AMBIGUOUS, LEMMA
from corpus.speakers.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
)  # fmt: skip

(WORD, CAPITAL, DET, LINK, OUTSIDE, PRONOUN, PERSON, TITLE, VERB, AMBIG, CALEND, HOLDER, OPENER, COUNTING, AUX,
 ADVERB, PREPOSITION) = (1 << n for n in range(17))  # fmt: skip

_MEMBERS = {
    DET: DETERMINERS,
    LINK: frozenset("of de la van von der den bin ibn al el del du da di".split()),
    OUTSIDE: CONJUNCTIONS | AUXILIARIES | ADVERBS | PREPOSITIONS,
    PRONOUN: PERSONAL,
    PERSON: PEOPLE,
    TITLE: TITLES,
    VERB: frozenset(LEMMA),
    AMBIG: AMBIGUOUS,
    CALEND: CALENDAR,
    #: Verbs of speech that are also what somebody is: "General Roe", "the state".
    HOLDER: frozenset("general state judge author host reason".split()),
    OPENER: OPENERS,
    COUNTING: frozenset("some many others another one most".split()),
    AUX: AUXILIARIES,
    ADVERB: ADVERBS,
    PREPOSITION: PREPOSITIONS,
}
#: Word, in lower case and without a point behind it -> its flags.
FLAGS: dict[str, int] = {}
#: "R-Ky." beside a politician's name is no name.
_PARTY_AND_STATE = re.compile(r"[DRI]-(?:[A-Z][a-z]{0,5}\.?|(?:[A-Z]\.)+)")
for _flag, _words in _MEMBERS.items():
    for _word in _words:
        FLAGS[_word] = FLAGS.get(_word, 0) | _flag


@lru_cache(maxsize=50_000)
def flags_of(word: str) -> int:
    """Return the flags of one item."""
    first, low = word[0], word.lower()
    if not first.isalnum() or (word[1:2] == "-" and _PARTY_AND_STATE.fullmatch(word)):
        return FLAGS.get(low, 0)
    known = FLAGS.get(low[:-1] if low[-1] == "." else low, 0) | WORD
    return known | CAPITAL if first.isupper() else known
