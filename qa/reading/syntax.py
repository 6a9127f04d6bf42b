"""The syntax of filters in a question: ``speaker:"Jane Roe" since:2014 -kind:indirect "these very words"``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.dates import parse_date
from corpus.errors import UsageError, printable
from corpus.model import UtteranceKind
from qa.reading.values import Reading

if TYPE_CHECKING:
    from collections.abc import Collection

_QUOTED: Final = r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«'
_FILTER: Final = re.compile(
    rf"(?<!\S)(?P<minus>[-−])?(?:(?P<key>speaker|since|until|source|kind):(?P<value>{_QUOTED}|[^\s\"“„«»]+)"
    rf"|(?P<phrase>(?<![\w]){_QUOTED})(?!\w))",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(rf"(?<!\w)(?:{_QUOTED})(?!\w)")
_MARKS: Final = '"“”„«»'
#: How the kinds of speech may be written; ``own`` and ``verbatim`` are all that are the speaker's own words.
KINDS: Final = frozenset(kind.value for kind in UtteranceKind) | {"own"}
_OTHER_KINDS: Final = {
    "verbatim": "own",
    "quote": "direct",
    "quotation": "direct",
    "partial": "part",
    "reported": "indirect",
}


@dataclass(slots=True)
class Syntax:
    """The filters found, and the question without them; phrases stay in its words, ``quoted`` says where."""

    words: str
    values: dict[str, str] = field(default_factory=dict)
    negated: dict[str, list[str]] = field(default_factory=dict)
    phrases: list[str] = field(default_factory=list)
    not_phrases: list[str] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)

    @property
    def filters(self) -> Reading:
        """A reading of the filters alone."""
        value, negated = self.values.get, self.negated.get
        return Reading(
            value("speaker"), value("since"), value("until"), value("source"), value("kind"),
            tuple(negated("speaker", ())), tuple(negated("source", ())), tuple(negated("kind", ())),
            tuple(self.phrases), tuple(self.not_phrases),
        )  # fmt: skip


def read_syntax(question: str, ignore: Collection[str]) -> Syntax:
    """Part the filters from a question; what is in ``ignore`` is taken out of the words, but not in force.

    Raises:
        UsageError: a filter's value means nothing, or a filter stands twice.
    """
    found = Syntax("")
    found.words = " ".join(_FILTER.sub(lambda m: _taken(m, found, ignore), question).split())
    for match in _PHRASE.finditer(found.words):
        phrase = match.group().strip(_MARKS).strip()
        if any(c.isalnum() for c in phrase):
            found.quoted.append(match.span())
            found.phrases.append(phrase)
    if "phrases" in ignore:
        found.phrases.clear()
    _check_order(found.values)
    return found


def _check_order(values: dict[str, str]) -> None:
    since, until = parse_date(values.get("since", "")), parse_date(values.get("until", ""))
    if since and until and since.first > until.last:
        raise UsageError(
            f"since:{since.iso} is later than until:{until.iso}",
            expected="a time that begins before it ends",
            action="Exchange the two dates.",
        )


def _taken(match: re.Match[str], found: Syntax, ignore: Collection[str]) -> str:
    """Take one filter into ``found``, and return what stays of it in the question."""
    key, minus = (match["key"] or "").lower(), bool(match["minus"])
    if not key:
        phrase = match["phrase"].strip(_MARKS).strip()
        if not minus or not any(c.isalnum() for c in phrase):
            return match.group()
        if "not_phrases" not in ignore:
            found.not_phrases.append(phrase)
        return " "
    value = match["value"].strip(_MARKS).rstrip(",;?!").strip()
    if not value:
        return match.group()
    name = f"not_{key}" if minus else key
    if name in ignore:
        return " "
    value = _checked(key, value)
    if minus and key in {"since", "until"}:
        other = "until" if key == "since" else "since"
        raise UsageError(
            f"-{key}:{value} has a minus", expected="a time without one", action=f"Use {other}: instead."
        )
    if minus:
        found.negated.setdefault(key, []).append(value)
    elif found.values.setdefault(key, value) != value:
        raise UsageError(
            f"{key}: stands twice, as {printable(found.values[key], 40)!r} and {printable(value, 40)!r}",
            expected="one of each",
            action="Leave one of the two out.",
        )
    return " "


def _checked(key: str, value: str) -> str:
    """Return a filter's value as it is used."""
    if len(value) > limits.MAX_FILTER_CHARS:
        raise UsageError(
            f"the {key} filter has {len(value):,} characters",
            expected=f"at most {limits.MAX_FILTER_CHARS}",
            action=f"Give part of the {key}'s name, or leave the filter out.",
        )
    if key in {"since", "until"}:
        date = parse_date(value)
        if date is None:
            raise UsageError(
                f"{key}:{printable(value, 40)} is not a date",
                expected="a year, month or day such as 2014, 2014-08 or 2014-08-10",
                action="Write the date that way.",
            )
        return date.iso
    if key == "kind":
        kind = _OTHER_KINDS.get(value.lower(), value.lower())
        if kind not in KINDS:
            raise UsageError(
                f"kind:{printable(value, 40)} is no kind of speech",
                expected=f"one of {', '.join(sorted(KINDS))}",
                action="Choose one of them.",
            )
        return kind
    return value
