"""Where a date hangs on the clause that says who said it, and not on something else in the sentence.

There are three places: at the head of the clause ("On Friday, Roe said"; "In a letter of July 23, Roe wrote"),
right before the cue ("Roe on Friday said") and behind it ("told reporters in Oslo on Friday"). Between the date
and the cue stand only phrases and the subject, nothing that could own the date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers.adjuncts import belongs_to_words
from corpus.speakers.phrases import (
    DETERMINERS,
    SPEECH_NOUNS,
    UTTERING,
    ends_in_event,
    is_phrase,
    names_an_occasion,
)

if TYPE_CHECKING:
    from corpus.speakers.adjuncts import Adjunct

#: How far back, in characters, the words that make a cue planned or supposed can stand.
_NEAR = 80
#: How far from its cue a date is looked for, in characters; no clause that people write needs more.
_LONGEST_CLAUSE = 800
#: What stands for each character of a quoted and of a reported stretch, whose dates are not read.
QUOTED, TOLD = "\ufffc", "\ufffd"
_QUOTES = re.compile(f"{QUOTED}(?:[{QUOTED}\\s]*{QUOTED})?")
_HEAD = re.compile(
    rf"[\s{QUOTED}{TOLD})\]]*(?:(?i:and|but|yet|so|then|later|earlier|also|meanwhile|however|again|still|only|just"
    r"|indeed|now|finally|once)\b,?\s+)*"
)
_NEW_CLAUSE = re.compile(r";\s+|,\s+(?=(?:and|but|then|while|whereas)\s)")
_IT_WAS = re.compile(r"It\s+was\s+(?:only\s+)?\Z")
#: What leaves a date a phrase of its own; "2013 votes" and "Tuesday Club" do not.
_FREE = re.compile(
    r"\s*(?:\Z|[^\w\s’'-])|\s+(?:that|and|but|as|at|in|on|to|with|during|after|before|when|while|where|he|she|they|it"
    r"|we|i|the|a|an|his|her|their|its|there|this|these|those|if|whether|how|why|what|which|who|for|from|by|via|not"
    r"|through|because|since|until|so|near|outside|inside|following|amid|ahead|[a-z]+ing)\b"
)
_BEGINS_SENTENCE = re.compile(
    r"(?:On|In|At|As|During|Between|From|Late|Early|Earlier|Last|This|Yesterday|Today)\b"
)
_CLOSED = re.compile(rf"\s*(?:\Z|[,.;:{QUOTED}{TOLD}])")
_NAME = re.compile(r"\s+[^\W\d_a-z]")
_NOUN = re.compile(r"\s+[a-z]")
_HELPERS = re.compile(
    r"(?:\A|(?<=[\s,]))(?:has|had|have|also|later|then|again|first|once|already|even|was|were|is|are|been|being|did"
    r"|himself|herself|would|not|[a-z]+ly)\s+\Z"
)
#: The cue is only planned or supposed: "will say on Tuesday", "had Roe been asked to say in 2013".
_NOT_YET = re.compile(
    r"(?:\b(?:will|shall|may|might|to|if|should|could|can|won[’']t)|[’']ll)\s+(?:(?:also|then|have|likely|be)\s+)*\Z"
)
#: Verbs that have the hearer as their object, and those that have words as theirs: "told Poe", "issued a letter".
_ADDRESSING = re.compile(
    r"\b(?:told|tells?|telling|ask(?:ed|s|ing)?|remind(?:ed|s)|inform(?:ed|s)|assur(?:ed|es)|warn(?:ed|s)|urg(?:ed|es)"
    r"|texted|e-?mailed|briefed|issued|gave|made|delivered|released|published|sent|signed|according\s+to|words\s+of"
    r"|view\s+of)\Z",
    re.IGNORECASE,
)
#: Verbs with an object before the name they quote for it: "called the plan “absurd” on Tuesday".
_NAMING = re.compile(r"\b(?:call(?:ed|s|ing)|dubbed|label+ed|branded|denounced|condemned|praised|hailed|termed)\Z")
_PUT = re.compile(r"\b(?:put|puts|phrased|putting)\Z")
_MANNER = re.compile(r"\s+(?:it|things)(?:\s+(?:this|that)\s+way|\s+[a-z]+ly|\s+in\s+[a-z]+\s+terms)?(?=\s|\Z)")
_HOW = frozenset("in at on to during from with via through by again later also earlier first once".split())
_UTTERING = re.compile(rf",?\s+{UTTERING}")
_ASIDE = re.compile(rf"(?P<name>[^,]*),\s+[^,{QUOTED}{TOLD}]{{2,120}},\s+\Z")
_OPENER = re.compile(
    r"\s*(?:when|while|after|before|as|in|at|on|during|following|with|asked|speaking|writing|a day)\s"
)
_WHO = frozenset("who he she they i we".split())
#: Verbs with nothing but words as their object: "said “yes” on Friday", unlike "promised “free ferries” in 2013".
_SPEAKING = re.compile(
    r"\b(?:said|says|wrote|writes|tweeted|posted|told|tells|asked|replied|answered|repl(?:y|ies))\b"
)
_WHOM = frozenset("it him her them me us this that".split())
#: Forms that no noun takes behind it as a description: "the mayor in 2013" is one, "the mayor on Tuesday" none.
_DAYS = frozenset("full day weekday near unit today yesterday weekend ago".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its quoted and reported stretches folded, and the offsets of the cue in it."""

    text: str
    start: int
    end: int

    @property
    def cue(self) -> str:
        """The cue's words."""
        return self.text[self.start : self.end]


def hangs_on_cue(clause: Clause, time: Adjunct) -> bool:
    """Whether a phrase of time says when the cue's words were said."""
    if time.start - clause.end > _LONGEST_CLAUSE or clause.start - time.start > _LONGEST_CLAUSE:
        return False
    if _NOT_YET.search(clause.text, max(0, clause.start - _NEAR), clause.start):
        return False
    if time.start >= clause.end:
        return _follows(clause, time)
    opens = _clause_start(clause.text, time.start)
    return time.end <= clause.start and (_heads(clause, time, opens) or _precedes(clause, time, opens))


def stands_alone(text: str, time: Adjunct) -> bool:
    """Whether a phrase dates the words of a sentence without a cue: "Roe, in a letter of July 23:"."""
    lead = re.split(r",\s+", text[: time.start])[-1]
    spoken = time.attributive or any(w in SPEECH_NOUNS for w in lead.split()) or re.match(UTTERING, lead)
    return bool(spoken) and _host(_headless(lead)) and _CLOSED.match(text, time.end) is not None


def _clause_start(text: str, at: int) -> int:
    floor = max(0, at - _LONGEST_CLAUSE)
    return max((m.end() for m in _NEW_CLAUSE.finditer(text, floor, at)), default=floor)


def _headless(lead: str) -> str:
    """Drop what may come before the first phrase of a clause: "But", "Later,"."""
    head = _HEAD.match(lead)
    return lead[head.end() :] if head else lead


def _host(lead: str) -> bool:
    """Whether the words before a date are nothing, or an occasion that the date belongs to: "In a speech"."""
    uttering = re.match(UTTERING, lead)
    return not lead.strip() or (
        names_an_occasion(lead) and is_phrase(lead[uttering.end() :] if uttering else lead)
    )


def _heads(clause: Clause, time: Adjunct, opens: int) -> bool:
    """Whether the phrase is at the head of the cue's clause, and only the subject stands between."""
    lead = _headless(clause.text[opens : time.start])
    gap = clause.text[time.end : clause.start]
    if _IT_WAS.match(lead):
        return gap.lstrip().startswith("that ") and _subject(gap.lstrip()[4:])
    free = _FREE.match(clause.text, time.end) or _NAME.match(clause.text, time.end) or time.attributive
    if not (free or (time.form in _DAYS and _NOUN.match(clause.text, time.end))) or not _host(lead):
        return False
    # "In 2013, Roe said, the port closed": a cue between commas leaves the date to what is said.
    between = re.match(rf"\s*,\s*[{TOLD}a-z]", clause.text[clause.end :])
    return between is None and _leads_to_cue(gap)


def _leads_to_cue(gap: str) -> bool:
    """Whether the words from a date at the head of a clause to the cue are its subject and what belongs to it."""
    quote = re.match(rf",\s*{_QUOTES.pattern}[\s,]*", gap)
    if quote:
        return _subject(gap[quote.end() :])
    parts = _without_helpers(gap).split(",")
    first = parts[0].strip()
    if not first or first.split()[0].lower() in _HOW:  # "On Friday in Oslo, Roe said"
        if len(parts) == 1:
            return False
        parts = parts[1:] if is_phrase(first) else []
    if len(parts) > 1 and _OPENER.match(parts[0]) and TOLD not in parts[0]:
        parts = parts[1:]
    aside = len(parts) == 3 and not parts[2].strip()  # noqa: PLR2004 - "Roe, the mayor, said"
    return bool(parts) and (len(parts) == 1 or aside) and _subject(parts[0])


def _subject(words: str) -> bool:
    """Whether the words are a subject and nothing more; a pronoun is one."""
    bare = _without_helpers(words).strip()
    return bool(bare) and (bare.lower() in _WHO or is_phrase(bare))


def _without_helpers(words: str) -> str:
    while helper := _HELPERS.search(words):
        words = words[: helper.start()]
    return words


def _precedes(clause: Clause, time: Adjunct, opens: int) -> bool:
    """Whether the phrase stands between the subject and the cue: "Roe on Friday said", "Roe, in 2013, said"."""
    between = _without_helpers(clause.text[time.end : clause.start]).strip()
    before = clause.text[opens : time.start]
    if between == "," and "," not in before and "," in clause.text[time.printed : time.end]:
        between = ""  # "Roe on July 23, 2014, said": the comma is the date's
    if between == ",":
        subject, comma, host = before.rpartition(",")
        hosted = time.form == "full" and belongs_to_words(before)  # "The letter, dated July 23, said"
        return bool(comma) and (_host(host.lstrip()) or bool(hosted)) and _is_named(subject.split(",")[-1], time)
    if between or not before.strip():
        return time.attributive and not _headless(before).strip() and is_phrase(between)
    aside = _ASIDE.search(before)
    return _is_named(aside["name"] if aside else before.rpartition(",")[2], time)


def _is_named(words: str, time: Adjunct) -> bool:
    """Whether the words right before a date are a subject that the date does not describe."""
    tokens = words.split()
    if not tokens or tokens[-1] in _WHO:
        return bool(tokens)
    if not is_phrase(words.strip()) or ends_in_event(words):
        return False
    determined = tokens[0].lower() in DETERMINERS
    if tokens[-1] in SPEECH_NOUNS or time.form in _DAYS:
        return determined or tokens[0][:1].isupper()
    return tokens[-1][:1].isupper() and not determined and "of" not in tokens


def _follows(clause: Clause, time: Adjunct) -> bool:
    """Whether the phrase stands behind the cue with only phrases between: "told Poe in a letter of July 23"."""
    gap = clause.text[clause.end : time.start]
    begins = _BEGINS_SENTENCE.match(clause.text, time.start) is not None  # though sentences were not parted there
    if time.article and not _ADDRESSING.search(clause.cue):  # "denounced the 2013 report"
        return False
    if begins or not (time.attributive or _FREE.match(clause.text, time.end)):
        return False
    turned = clause.text[: clause.start].rstrip(" ,")[-1:] in {QUOTED, TOLD, ""}
    addresses = turned or _ADDRESSING.search(clause.cue) is not None
    if _PUT.search(clause.cue) and (manner := _MANNER.match(gap)):
        gap = gap[manner.end() :]
    if QUOTED in gap:
        behind = _behind_quotation(clause.cue, gap)
        if behind is None:
            return False
        gap, addresses = behind, False
    if uttering := _UTTERING.search(gap):
        return _phrase(gap[: uttering.start()], addresses=addresses) and is_phrase(gap[uttering.end() :])
    return _links(clause, time, gap, addresses=addresses)


def _links(clause: Clause, time: Adjunct, gap: str, *, addresses: bool) -> bool:
    """Read the commas between a cue and a phrase behind it: "said Roe, the mayor, on Friday", "said, in 2013,"."""
    if aside := _ASIDE.fullmatch(gap):
        return addresses and _phrase(aside["name"], addresses=True)
    name, comma, host = gap.rpartition(",")
    if comma:
        # "According to Poe, in 2013 the port closed": the date is that of the closing.
        closed = re.match(rf"\s*(?:\Z|[.;:]|,(?!\s*{TOLD}))", clause.text[time.end :])
        return closed is not None and _host(host.strip()) and _phrase(name, addresses=addresses)
    return _phrase(gap, addresses=addresses)


def _behind_quotation(cue: str, gap: str) -> str | None:
    """Return what follows the one quotation of a cue's verb in a gap: "called it “absurd” on Friday"."""
    before, *behind = _QUOTES.split(gap)
    before = before.strip(" ,:")
    named = (not before and _SPEAKING.search(cue)) or (
        _NAMING.search(cue) and (before in _WHOM or is_phrase(before))
    )
    if len(behind) != 1 or not named:
        return None
    return behind[0]


def _phrase(words: str, *, addresses: bool) -> bool:
    """Whether the words are a phrase; right behind a verb without a hearer an object would be what is said."""
    tokens = words.split()
    if addresses and tokens and tokens[0] in _WHO:
        tokens = tokens[1:]
    how = not tokens or tokens[0].lower() in _HOW or tokens[0].endswith("ly")
    return (addresses or how) and is_phrase(" ".join(tokens)) and not ends_in_event(words)
