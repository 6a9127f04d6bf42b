"""The words that show that somebody speaks."""

from __future__ import annotations

import re
from functools import lru_cache

_SAYING = """
    say said says saying tell told tells telling ask asked asks asking replied replies answered add added adds
    adding stated stating declare declared declares declaring announce announced announces announcing argue
    argued argues arguing claimed claims claiming insist insisted insists insisting assert asserted asserts
    asserting warn warned warns warning noted noting explain explained explains explaining remark remarked
    remarks observe observed observes commented continue continued concluded conclude concludes write wrote
    writes written writing tweeted recall recalled recalls reiterate reiterated reiterates reiterating emphasize
    emphasized emphasizes emphasised stressed stresses stressing affirm affirmed affirms confirm confirmed
    confirms deny denied denies denying acknowledge acknowledged admit admitted admits concede conceded concedes
    agree agreed agrees respond responded responds retort retorted quip quipped joked whisper whispered shouted
    cried boasted complained complains lamented protested objected urge urged urges urging called calls calling
    describe described describes describing define defined defines dub dubbed labelled labeled predict predicted
    predicts promise promised promises promising vow vowed vows pledge pledged pledges pledging threaten
    threatened threatens demanded propose proposed proposes suggest suggested suggests contend contended
    contends maintain maintained maintains testify testified testifies estimated believe believes thought rail
    railed rails mused wondered exclaimed proclaimed proclaims underlined underlines hammered advised wrote
    reads read praised denounced denounce condemned condemns hailed celebrated assumes""".split()

#: Nouns that stand for their owner's words: "Roe's letter", "the view of Roe".
SPEECH_NOUN = (
    r"(?:letter|statement|speech|remarks?|words?|message|address|interpretation|view|argument|assertion|claim|reply"
    r"|answer|testimony|tweet|article|essay|declaration|sermon|interview|memoirs?|diary|op-ed)"
)
#: Left out are forms that are as often nouns: a comment, the states, a claim.
#: A verb of speech as a word of its own.
VERB = rf"\b(?:{'|'.join(sorted(set(_SAYING), key=len, reverse=True))})\b"
_DELIVERING = (
    r"\b(?:delivered|gave|made|issued|published|released|signed|sent)\s+(?:an?|the|his|her|their)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{SPEECH_NOUN}\b"
)
_VERB = re.compile(f"{_DELIVERING}|{VERB}")

ACCORDING = re.compile(r"\b(?:according to|in the words of|as told by|in the view of)\b", re.IGNORECASE)

#: Announcements of what is no speech: titles and names of things.
_TITLED = re.compile(
    r"\b(?:titled|entitled|headlined|called the|named|known as|so-called|termed|the (?:term|word|phrase|book|film"
    r"|song|series|play|novel|slogan|motto)|(?:book|film|song|series|play|novel|poem|essay|album|painting|ship)"
    r"\s+called)(?: of| as)?,?\s*\Z",
    re.IGNORECASE,
)
_LONGEST_ANNOUNCEMENT = 600  # characters; a block may be a whole book without a break
_SENTENCE_TAIL = re.compile(r"[^.!?]*:\s*\Z")
_ANNOUNCED = re.compile(
    rf"\b(?:{SPEECH_NOUN}|following|text|translation|quotation|passage|excerpt|as follows|these terms)\b"
)


@lru_cache(maxsize=512)
def find_verbs(text: str) -> tuple[re.Match[str], ...]:
    """Return the verbs of speech in ``text``, left to right; kept, as each rule asks for the same clause's."""
    return tuple(_VERB.finditer(text))


def names_a_thing(lead: str) -> bool:
    """Whether the words before a quotation announce a title, a term or a name."""
    return _TITLED.search(lead) is not None


def announces_quotation(paragraph: str) -> bool:
    """Whether a paragraph ends with a colon and its last sentence says that somebody's words follow."""
    end = paragraph[-_LONGEST_ANNOUNCEMENT:].rstrip()
    if not end.endswith(":"):
        return False
    tail = _SENTENCE_TAIL.search(end)
    sentence = tail.group() if tail else ""
    return bool(sentence and (_VERB.search(sentence) or _ANNOUNCED.search(sentence)))
