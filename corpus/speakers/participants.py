"""Who takes part in a transcript, as its list of participants says: "PRESENT: Jane Roe, mayor; Bob Poe (BBC)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers.names import CAPITALS, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What opens a list; without its colon only on a line of its own.
_HEAD = re.compile(
    r"[#*_\s]*(?:list of )?(?:(?:the |hearing |meeting |council |committee |board |conference |other |also )?"
    r"(?:participants|participating|present|speakers|witnesses|panel(?:l?ists| members)?|appearances"
    r"|attendees|in attendance|attendance|guests|hosts|interviewe(?:r|e)s|members present|also present"
    r"|people|cast|dramatis personae"
    r"|who(?:[’']s| is) who|key|abbreviations|moderators|discussants))(?: present)?\s*(?P<colon>:)?[*_]*[ \t]*"
    r"(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
#: "Interviewer: Jane Roe", "Speaker 2: Jane Roe", "JR: Jane Roe": what the label of a turn will be, and who it is.
_KEYED = re.compile(
    rf"\s*[-*•–]?\s*(?:\*\*|__)?(?P<key>(?i:interviewe[re]|interviewed by|interview with|moderat(?:or|ed by)"
    rf"|host(?:ed by)?|guest|chair(?:man|woman|person)?|presiding|questioner|respondent|narrator|witness|speaker"
    rf"|panell?ist|translator|interpreter"
    rf"|clerk|anchor|reporter|presenter|q|a)(?:[ ]?\d{{1,2}})?|[{CAPITALS}]{{1,4}})"
    r"(?:\*\*|__)?\s*(?::(?:\*\*|__)?|=|[–—]|\s-)\s*(?P<who>\S.*)\Z"
)
_NAME_WORD = rf"(?:[{CAPITALS}][\w’'\-\u0300-\u036f]{{0,40}}\.?|[{CAPITALS}]\.)"
_PERSON = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Hon|Sen|Rep|Gov|Prof)\.?\s)?{_NAME_WORD}(?:[ ](?:(?:de|van|von|der|den|bin|ibn"
    rf"|al|la|di|da)[ ]){{0,2}}"
    rf"{_NAME_WORD}){{1,4}}"
)
#: What stands behind a name: "(BBC)", ", minister of trade", "– mayor".
_BEHIND = re.compile(
    r"\s*(?:\((?P<inside>[^()]{1,80})\)|(?:,|[–—]|\s-|:)\s*(?P<role>[^;:\n]{2,120}?))?\s*[.,;]?\s*\Z"
)
_BULLET = re.compile(r"\A\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_INITIALS = re.compile(rf"[{CAPITALS}]{{2,4}}\Z")
#: A title that names the one who answers, and nobody else.
_INTERVIEW = re.compile(
    rf"(?:(?P<asks>{_PERSON.pattern})\s+(?:interviews|in conversation with|talks to|speaks to)\s+"
    rf"|(?:An?\s+|The\s+)?(?i:interview|conversation|q&a|q and a)\s+with\s+)(?P<answers>{_PERSON.pattern})"
    rf"(?:,\s[^:]{{2,80}})?\Z"
)
_KEY_WORDS = {"interviewed by": "interviewer", "interview with": "interviewee", "moderated by": "moderator"}
_KEY_WORDS |= {"hosted by": "host", "presiding": "chair", "chairman": "chair", "chairwoman": "chair"}
#: A list stands at the top; what comes later is a name that somebody mentions.
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody a list names: ``role`` as printed, ``key`` the label it says stands for that person."""

    name: str
    role: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """The people of a transcript's list and the places of the lines that are the list."""

    people: tuple[Participant, ...] = ()
    lines: frozenset[int] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Every label the list gives a meaning to, in small letters: names, last names, keys."""
        forms = {p.name.lower() for p in self.people} | {p.name.lower().split()[-1] for p in self.people}
        return frozenset(forms | {p.key for p in self.people if p.key})


def is_list_head(line: str) -> bool:
    """Whether a line opens a list of participants."""
    head = _HEAD.match(line)
    return head is not None and bool(head["colon"] or not head["rest"].strip())


def read_roll(lines: Sequence[str]) -> Roll:
    """Read the participants from what stands above a transcript's first turn.

    Args:
        lines: the lines above the first turn, none of them empty, headings and titles among them.
    """
    people: list[Participant] = []
    taken: set[int] = set()
    inside = False
    for n, line in enumerate(lines[:_MOST_LINES]):
        found, inside = _line(line, inside=inside)
        if found is None:
            if title := _INTERVIEW.match(line.strip()):
                people.append(Participant(_plain(title["answers"]), None, "interviewee"))
                people += [Participant(_plain(title["asks"]), None, "interviewer")] if title["asks"] else []
            continue
        taken.add(n)
        people += found
    return Roll(tuple(dict.fromkeys(people)), frozenset(taken))


def _line(line: str, *, inside: bool) -> tuple[list[Participant] | None, bool]:
    """Return the people of one line, None where it is no part of a list, and whether a list is open behind it."""
    if is_list_head(line):
        head = _HEAD.match(line)
        rest = head["rest"].strip() if head else ""
        return list(_entries(rest)), not rest or rest.endswith((";", ","))
    keyed = _KEYED.match(line)
    if keyed and (inside or not _INITIALS.match(keyed["key"])) and (one := _entry(keyed["who"])):
        key = " ".join(keyed["key"].lower().split())
        key = _KEY_WORDS.get(key, key)
        role = one.role or (None if re.search(r"\d|\A[a-z]{1,4}\Z(?<!host)", key) else key)
        return [Participant(one.name, role, key)], inside
    if not inside:
        return None, False
    line = _BULLET.sub("", line)
    one = None if ";" in line else _entry(line)  # on a line of its own, what follows the name is the role
    found = [one] if one else list(_entries(line))
    return (found, True) if found else (None, False)


def _entries(words: str) -> Iterator[Participant]:
    """Read "Jane Roe, minister; Bob Poe (BBC)". Commas alone part people only where each part is a name."""
    words = words.strip().rstrip(".")
    parts = [p for p in re.split(r",\s*(?:and\s+)?|\s+and\s+(?=[A-Z])", words) if p.strip()]
    if ";" in words:
        parts = words.split(";")
    elif not any(_PERSON.fullmatch(part.strip()) for part in parts[1:]):
        parts = [words]
    for part in parts:
        if one := _entry(re.sub(r"\A\s*and\s+", "", part)):
            yield one


def _entry(words: str) -> Participant | None:
    """Read one name and what is printed behind it; None for anything else, such as a sentence."""
    words = words.strip().strip("*_")
    name = _PERSON.match(words)
    behind = _BEHIND.match(words, name.end()) if name else None
    if name is None or behind is None or is_title(name.group()) or words.endswith((".", "?", "!")):
        return None
    inside: str | None = behind["inside"]
    key: str | None = None
    if inside and _INITIALS.match(inside) and inside == "".join(w[0] for w in name.group().split()):
        key, inside = inside.lower(), None
    return Participant(_plain(name.group()), inside or behind["role"], key)


def _plain(name: str) -> str:
    return " ".join(name.split()).rstrip(",")
