"""How a candidate stands to the verbs of speech around it: subject, inverted subject, possessor, bystander."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.verbs import AMBIGUOUS, LEMMA, SPEECH_NOUNS
from corpus.speakers.words import ADVERBS, AUXILIARIES, CALENDAR, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.speakers.chunks import Chunk
    from corpus.speakers.scan import Scan


class Frame(NamedTuple):
    """A candidate ``chunk`` tied to a cue: ``relation`` names the construction, ``lemma`` the verb or noun.

    ``cue`` is the item of the cue, ``first`` and ``last`` the items that the whole construction spans.
    """

    chunk: int
    cue: int
    lemma: str
    relation: str
    first: int
    last: int
    passive: bool


#: Constructions that make somebody the subject of a verb with nothing to guess.
PLAIN = frozenset({"s0", "i0", "a0", "s2", "w", "s1a", "s1b", "p0", "i0,", "a0,"})
_CUES = frozenset(LEMMA) | SPEECH_NOUNS
_BE = frozenset("is was were are been being be".split())
_NOT = frozenset("n't n’t not never".split())
_BEFORE_NOUNS = frozenset({"of", "'s", "’s", "new"})
_RELATIVE = frozenset("who which that".split())
_DASHES = frozenset({"—", "–", "-", "--", ")", ","})
_REACH = 45  # items an apposition may span
_BEHIND = 4  # items a possessor may stand before its noun


def frames(scan: Scan, found: list[Chunk]) -> list[Frame]:
    """Return every tie between a chunk and a cue in the paragraph."""
    ending: dict[int, list[int]] = {}
    opening: dict[int, list[int]] = {}
    for n, chunk in enumerate(found):
        ending.setdefault(chunk.last, []).append(n)
        opening.setdefault(chunk.first, []).append(n)
    out: list[Frame] = []
    for i, low in enumerate(scan.lows):
        if low not in _CUES:
            continue
        lemma = LEMMA.get(low)
        if lemma is not None and _is_cue(scan, i):
            out += _subjects(scan, found, ending, i, lemma)
            out += _inverted(scan, found, opening, i, lemma)
        elif low in SPEECH_NOUNS:
            out += _by(scan, found, opening, i)
    for n, chunk in enumerate(found):
        if chunk.possessive:
            out += _owner(scan, chunk, n)
    return out


def _is_cue(scan: Scan, i: int) -> bool:
    """Whether a form of a verb of speech is one here, and no noun and no part of a name."""
    if scan.words[i][0].isupper() and not scan.opens(i) and scan.words[i - 1].isalnum():
        return False  # part of a name: "the Washington Post"
    if scan.lows[i] in AMBIGUOUS:
        before = scan.lows[i - 1] if i else ""
        if before in DETERMINERS or before in _BEFORE_NOUNS or _compound(scan, i):
            return False
        return before != "to" or scan.lows[i - 2 : i - 1] not in (["according"], ["response"])
    return True


def _compound(scan: Scan, i: int) -> bool:
    """Whether a word that may be a noun goes with the name before it: "the State of the Union address"."""
    low, before = scan.lows[i], scan.words[i - 1] if i else ""
    finite = low.endswith(("s", "ed")) and not low.endswith("ss")
    return not finite and before[:1].isupper() and not before.endswith("s") and before != "I"


def _skipped(scan: Scan, at: int) -> tuple[int, bool]:
    """Walk left from a verb past auxiliaries, adverbs and a phrase of time; say whether it is passive."""
    passive, beside = False, True
    i = at - 1
    while i >= 0:
        low = scan.lows[i]
        if low in AUXILIARIES or low in ADVERBS or (low.endswith("ly") and len(low) > 3):  # noqa: PLR2004
            passive = passive or (low in _BE and beside)
            beside = beside and (low not in AUXILIARIES or low in _NOT)  # "are probably mentioned"
        elif low in CALENDAR or low in {"night", "morning", "afternoon", "evening", "week"}:
            while i > 0 and (
                scan.lows[i - 1] in CALENDAR or scan.lows[i - 1] in {"last", "this", "late", "early"}
            ):
                i -= 1
            i -= i > 0 and scan.lows[i - 1] in {"on", "in", "at"}
        else:
            break
        i -= 1
    return i, passive


def _subjects(scan: Scan, found: list[Chunk], ending: dict[int, list[int]], cue: int, lemma: str) -> list[Frame]:
    """Tie a verb to who stands before it, right beside it or past an apposition."""
    j, passive = _skipped(scan, cue)
    ing = scan.lows[cue].endswith("ing")
    if j < 0 or scan.sentences[j] != scan.sentences[cue]:
        return []
    passive = passive and not ing

    def tie(n: int, relation: str) -> Frame:
        return Frame(n, cue, lemma, relation, found[n].first, cue, passive)

    word = scan.lows[j]
    if j in ending:
        tag = "p" if ing else "s"
        return [tie(n, tag + ("0" if _free(scan, found[n].first) else "0o")) for n in ending[j]]
    if word in _RELATIVE:
        k = j - 1 - (scan.words[j - 1] == ",")
        return [tie(n, "w") for n in ending.get(k, ())]
    out = _apposed(scan, found, ending, j, tie) if word in _DASHES and not ing else []
    return out or _far(scan, found, cue, tie, word, ing=ing)


def _apposed(
    scan: Scan, found: list[Chunk], ending: dict[int, list[int]], closing: int, tie: Callable[[int, str], Frame]
) -> list[Frame]:
    """Tie a verb to what stands between two marks before it, and to who stands before the first mark."""
    out = [tie(n, "s2" if _set_off(scan, found[n].first) else "s2o") for n in ending.get(closing - 1, ())]
    opener = "(" if scan.lows[closing] == ")" else scan.lows[closing]
    seen = 0
    for k in range(closing - 1, max(-1, closing - _REACH), -1):
        if scan.sentences[k] != scan.sentences[closing]:
            break
        if scan.words[k] == opener and k - 1 in ending:
            tag = "s1b" if seen else "s1a"
            out += [tie(n, tag if _free(scan, found[n].first) else tag + "o") for n in ending[k - 1]]
            seen += 1
    return out


_MOST_FAR = 6  # subjects a verb may go on with; later ones have verbs of their own


def _far(
    scan: Scan, found: list[Chunk], cue: int, tie: Callable[[int, str], Frame], word: str, *, ing: bool
) -> list[Frame]:
    """Tie a verb with no subject beside it to its sentence's first ones: "Roe rose and said"."""
    joint = "c" if word in {"and", "but", "then", "or"} else "t" if word == "to" else "g" if ing else "f"
    numbers = scan.sentences
    ahead = [n for n, c in enumerate(found) if c.first < cue and numbers[c.first] == numbers[cue]]
    free = [n for n in ahead if _free(scan, found[n].first)]
    return [tie(n, f"{joint}{min(rank, 2)}") for rank, n in enumerate(free[:_MOST_FAR])]


def _free(scan: Scan, first: int) -> bool:
    """Whether no preposition or verb right before a chunk has it as its object."""
    before = scan.lows[first - 1] if first else ""
    return not (before in PREPOSITIONS or before in {"’s", "'s"})


def _set_off(scan: Scan, first: int) -> bool:
    return first > 0 and scan.words[first - 1] in {",", "—", "–", "(", "--"}


def _inverted(scan: Scan, found: list[Chunk], opening: dict[int, list[int]], cue: int, lemma: str) -> list[Frame]:
    k = cue + 1
    relation = "i0"
    if lemma == "according":
        k, relation = cue + 2, "a0"
    while k < len(scan.lows) and (scan.lows[k] in ADVERBS or scan.lows[k].endswith("ly")):
        k += 1
    out = []
    for n in opening.get(k, ()):
        out.append(Frame(n, cue, lemma, relation, cue, found[n].last, passive=False))
        comma = found[n].last + 1
        if comma < len(scan.words) and scan.words[comma] == ",":
            out += [Frame(m, cue, lemma, relation + ",", cue, found[m].last, passive=False)
                    for m in opening.get(comma + 1, ())]  # fmt: skip
    if scan.lows[k : k + 1] == ["by"]:
        out += [Frame(n, cue, lemma, "by", cue, found[n].last, passive=False) for n in opening.get(k + 1, ())]
    return out


def _by(scan: Scan, found: list[Chunk], opening: dict[int, list[int]], noun: int) -> list[Frame]:
    if scan.lows[noun + 1 : noun + 2] not in (["by"], ["from"], ["of"]):
        return []
    return [
        Frame(n, noun, scan.lows[noun], "nb", noun, found[n].last, passive=False)
        for n in opening.get(noun + 2, ())
    ]


def _owner(scan: Scan, chunk: Chunk, n: int) -> list[Frame]:
    for k in range(chunk.last + 1, min(chunk.last + 2 + _BEHIND, len(scan.lows))):
        if scan.lows[k] in SPEECH_NOUNS:
            return [Frame(n, k, scan.lows[k], "o0", chunk.first, k, passive=False)]
        if scan.lows[k] in PREPOSITIONS or scan.words[k] in ",:;":
            break
    return []
