"""Speakers' labels in transcripts: lines that open with who speaks, "JANE ROE: I call the meeting to order".

``turn_label`` reads the shape of one line. Whether it is a label is for the whole document to say, in which
labels are set alike and come back: that is ``Labels``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.speakers.directions import is_manner
from corpus.speakers.names import CAPITALS, name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = (
    rf"(?:[{CAPITALS}][\w.'’\-]{{0,40}}|d[’'][{CAPITALS}]\w{{1,40}}|de|van|von|der|bin|ibn|al|of|the|and"
    r"|pro|tempore)"
)
#: "[00:12:03]", ">>" and Markdown's stars stand before a label and are no part of it.
_BEFORE = (
    r"\s*(?:>{2,}[ ]?)?"
    r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[ \t]*(?:[-–—|][ \t]*)?)?(?:\*\*|__)?"
)
_ASIDES = r"(?P<asides>(?:[ ]?(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])){0,2})"
_GAP = r"(?P<gap>[ \t\u00a0]+(?=\S)|\s*\Z|[ \t]*[\r\n]\s*(?=\S))"
_COLON = re.compile(
    rf"{_BEFORE}(?P<name>[{CAPITALS}][\w.'’\-]{{0,40}}(?:[ ]{_WORD}){{0,6}}(?:[ ]#?\d{{1,2}})?)"
    rf"(?:,[ ](?P<title>[^:()\[\]\n]{{2,80}}?))?{_ASIDES}(?:\*\*|__)?[ ]?:(?:\*\*|__)?{_GAP}"
)
#: Titles before a name, with or without their point.
_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Hon|Sen|Rep|Gov|Gen|Adm|Col|Lt|Prof|Sgt|Capt|Amb|Sec)\.|(?:Senator|Representative"
    r"|Chairman|Chairwoman|Chair|General|Admiral|Colonel|Secretary|Ambassador|Governor|Judge|Justice|Commissioner"
    r"|Director|Professor|Doctor|Mayor|Delegate|Congressman|Congresswoman|Mr|Mrs|Ms|Miss|Dr|Madam"
    r"|Sir|Dame|Lord|Lady|Baroness))"
)
#: A surname as a record sets it: ROE, McROE, DeROE, VAN DER ROE.
_CAPITALS_NAME = rf"[{CAPITALS}][\w'’\-]{{0,24}}[{CAPITALS}]{{2}}[{CAPITALS}'’\-]{{0,24}}"
_SURNAMES = (
    rf"(?:(?:[{CAPITALS}][\w'’\-]{{0,40}}|[{CAPITALS}]\.|de|van|von|der|la)[ ]){{0,3}}"
    rf"[{CAPITALS}][\w'’\-]{{1,40}}"
)
_RECORD = re.compile(
    rf"\s*(?P<name>(?=[{CAPITALS}])(?:(?i:{_TITLE})[ ]{_SURNAMES}(?:,[ ]Jr)?"
    rf"(?:[ ]of[ ](?:[A-Z]\w{{1,40}}[ ]?){{1,3}}(?<![ ]))?"
    rf"|(?:The|THE)[ ]{_CAPITALS_NAME}(?:[ ](?:{_CAPITALS_NAME}|pro|tempore|PRO|OF|of|the)){{0,4}}))"
    rf"{_ASIDES}\.(?P<gap>[ \t\u00a0]+(?=\S)|[ \t]*[\r\n]\s*(?=\S))"
)
#: "Q. Where?", "A. There.", and press offices' "Q  Where?". The article "A" takes one blank.
_LETTER = re.compile(r"\s*(?P<name>Q|A)(?:\.[ \t\u00a0]+|[ \t\u00a0]{2,}|(?<=Q)[ ](?=[A-Z“\"]))(?=\S)")
_ANONYMOUS = re.compile(
    r"(?:(?:an?|the|some|several|other|two|many)[ ])?(?:hon\.?[ ])?(?:q|a|question|answer|speaker|interviewer"
    r"|interviewee|unidentified|unknown|voices?|man|woman|male|female|boy|girl|clerk|bailiff"
    r"|court[ ]reporter|crowd"
    r"|all|both|group|caller|heckler|protester|translator|interpreter|questioner|members?|students?|host|guest"
    r"|audience(?:[ ]members?)?|participants?|reporters?|journalist|press|media|moderator|operator"
    r"|narrator|announcer"
    r"|respondent|subject)"
    r"(?:[ ](?:speakers?|voices?|male|female|man|woman|members?|participant|person|reporter|questioner|audience"
    r"|clerk))*(?:[ ]?#?\d+)?",
    re.IGNORECASE,
)
#: Words before a colon that introduce something other than speech.
_NOT_NAMES = frozenset(
    """note source sources photo image caption date time place subject update contact tags topics location see read
    summary background example warning re to from cc via
    correction present attendees attendance apologies participants members absent agenda appearances panelists
    panellists witnesses speakers panel guests
    tip tips step steps stage serves serving servings makes yield yields ingredient ingredients method methods
    preparation prep directions instructions equipment materials difficulty cost price total cooking notes hint
    hints pro pros con cons rule rules fact facts myth myths reality goal goals result results conclusion
    conclusions overview introduction key title published updated day week month year part chapter section
    abstract keywords listing
    figure table exhibit item option phase round lesson exercise problem solution cause effect dos don'ts
    don’ts before after address phone email website hours size weight status score verdict rating cast""".split()
)
#: "Mr. Speaker." and "Madam President." are whom somebody speaks to.
_ADDRESSED = re.compile(r"(?i:mr|mrs|ms|madam)\.? (?:President|Speaker|Chairman|Chairwoman|Chair|Secretary)\Z")
#: "The PRESIDING OFFICER (Mr. Roe)": a name in brackets is no role.
_HOLDER = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s")
#: "Jane Roe. Image: Bob Poe" is a caption.
_CREDITED = re.compile(r"[.] (?:image|photo|picture|credit|source)s?\Z")
#: "Step 2", "Part 3".
_NUMBER = re.compile(r"[ ]\d{1,2}\Z")
_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_LEAST_TURNS = 3
_LEAST_SPEAKERS = 2
_LEAST_SHARE = 0.25
#: Of paragraphs, where the labels cannot be anything else: speeches run to twenty paragraphs.
_LEAST_SHARE_OF_PLAIN_LABELS = 0.05
#: How many of a document's labels in capitals make a label in small letters an odd one out.
_MOSTLY = 0.7


class Form(StrEnum):
    """How a label is set: "Roe:", a parliament's "Mr. ROE.", or a lone "Q."."""

    COLON = "colon"
    RECORD = "record"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks, as a line prints it. The words begin at ``end``; ``alone`` says that none are on its line.

    ``title`` is what stands behind a comma, ``aside`` what stands in brackets and is no manner of speaking.
    """

    form: Form
    name: str
    end: int
    title: str | None = None
    aside: str | None = None
    alone: bool = False

    @property
    def role(self) -> str | None:
        """What is printed beside the name about who it is."""
        return self.title if self._held else self.aside or self.title

    @property
    def printed(self) -> str:
        """The label without its point or colon, and with the name of who holds the office it names."""
        return f"{self.name} ({self.aside})" if self._held else self.name

    @property
    def _held(self) -> bool:
        return self.aside is not None and _HOLDER.match(self.aside) is not None

    @property
    def capitals(self) -> bool:
        """Whether the name is set in capitals, be it with "Mc" or "pro tempore" in small letters."""
        return self.name.isupper() or re.search(rf"[{CAPITALS}]{{2}}", self.name) is not None


def turn_label(line: str) -> Label | None:
    """Read what has the shape of a speaker's label at the start of ``line``."""
    if match := _LETTER.match(line):
        return Label(Form.LETTER, match["name"], match.end())
    if (match := _RECORD.match(line)) and not _ADDRESSED.match(match["name"]):
        return Label(Form.RECORD, match["name"], match.end(), None, _aside(match["asides"]), "\n" in match["gap"])
    match = _COLON.match(line)
    if match is None:
        return None
    name = match["name"].lower()
    if {name, _NUMBER.sub("", name)} & _NOT_NAMES or _CREDITED.search(name) or name.startswith("by "):
        return None
    alone = match["gap"].strip(" \t\u00a0") != "" or not match["gap"]
    return Label(Form.COLON, match["name"], match.end(), match["title"], _aside(match["asides"]), alone)


def _aside(printed: str) -> str | None:
    inner = [a or b for a, b in _ASIDE.findall(printed)]
    return next((words.strip() for words in inner if words.strip() and not is_manner(words)), None)


def names_nobody(label: str) -> bool:
    """Whether a label only says that somebody speaks: Q, Speaker 2, Unidentified male."""
    return _ANONYMOUS.fullmatch(label.strip()) is not None


class Labels:
    """The labels of one document, told by all its paragraphs.

    A document sets its labels in one way. What is set in another, such as "Resolutions:" in a record that
    prints "Mr. ROE.", is a part of what somebody says.
    """

    def __init__(self, paragraphs: Sequence[str], known: frozenset[str] = frozenset()) -> None:
        """``known`` holds the names that a list of participants gives, in small letters."""
        found = [label for words in paragraphs if (label := turn_label(words))]
        colons = [label for label in found if label.form is Form.COLON and not label.alone]
        records = [label for label in found if label.form is Form.RECORD]
        letters = Counter(label.name for label in found if label.form is Form.LETTER)
        self._known = known
        self._record = len(records) >= _LEAST_SPEAKERS and len(records) >= sum(c.capitals for c in colons)
        self._record_capitals = sum(r.capitals for r in records) > len(records) / 2
        self._letters = letters["Q"] >= _LEAST_SPEAKERS and (letters["A"] > 0 or len(colons) > 1 or self._record)
        sure = [c for c in colons if c.title is None]
        self._capitals = bool(sure) and sum(c.capitals for c in sure) >= _MOSTLY * len(sure)
        bare = (name_words(label.name) for label in found if not names_nobody(label.name))
        self._short = {words[0] for words in bare if len(words) == 1}
        self._printed = Counter(self._person(label.name) for label in found if label.title is None)
        accepted = [label.name for label in found if self._accepts(label)]
        self._persons = Counter(map(self._person, accepted))
        self._plain = {self._person(name) for name in accepted if _looks_like_a_name(name)}
        self._names = frozenset(name.lower() for name in accepted)
        self._full = sum(1 for words in paragraphs if words.strip())

    def of(self, paragraph: str) -> Label | None:
        """Return the label that a paragraph opens with; None where it goes on with the one before."""
        label = turn_label(paragraph)
        return label if label and self._accepts(label) else None

    @property
    def record(self) -> bool:
        """Whether they are a parliament's, "Mr. ROE.", which nothing else looks like."""
        return self._record

    @property
    def transcript(self) -> bool:
        """Whether enough paragraphs open with a label, and labels come back, as only speakers' labels do.

        Two that come back are a conversation. Where one alone does, as in a recipe's "Tip", it and another must
        look like names. Names that the document lists need not come back.
        """
        turns = self._persons.total()
        if self._record or len(self._names & self._known) >= _LEAST_SPEAKERS:
            return True
        returning = {person for person, count in self._persons.items() if count > 1}
        plain = len(returning & self._plain) >= _LEAST_SPEAKERS
        share = _LEAST_SHARE_OF_PLAIN_LABELS if plain else _LEAST_SHARE
        if turns < _LEAST_TURNS or turns < self._full * share:
            return False
        return len(returning) >= _LEAST_SPEAKERS or bool(returning & self._plain and len(self._plain) > 1)

    def _accepts(self, label: Label) -> bool:
        if label.form is Form.LETTER:
            return self._letters
        if label.form is Form.RECORD:
            return self._record and (label.capitals or not self._record_capitals)
        if label.name.lower() in self._known or (names_nobody(label.name) and not label.alone):
            return True
        return not self._record and self._fits(label)

    def _person(self, label: str) -> str:
        """Return what the labels of one person share: "JANE ROE" and "ROE" are one, where both are printed."""
        last = name_words(label)[-1:]
        return last[0] if last and last[0] in self._short and not names_nobody(label) else label.lower()

    def _fits(self, label: Label) -> bool:
        """Whether a label before a colon is set as the document's others are, or comes back."""
        printed = self._printed[self._person(label.name)]
        if label.alone and printed < _LEAST_SPEAKERS:
            return False
        if label.title is not None and not label.capitals:
            return printed > 0
        return label.capitals or printed > 1 or not self._capitals or len(label.name.split()) > 1


def is_transcript(paragraphs: Sequence[str]) -> bool:
    """Whether the paragraphs, or lines, are those of a transcript; see ``Labels.transcript``."""
    return Labels(paragraphs).transcript


def _looks_like_a_name(label: str) -> bool:
    """Whether a label is set as speakers' labels are: in capitals, of two words, or Q and A."""
    return label.isupper() or len(label.split()) > 1 or names_nobody(label)
