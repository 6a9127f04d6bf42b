"""Markdown front matter: YAML keys into citation fields."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import yaml

from corpus import limits
from corpus.citation import DATE_FIELDS, NAME_FIELDS, Field, Provenance, csl_date, csl_names
from corpus.errors import SourceFormatError, printable

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

#: What people write, and the CSL-JSON field it means. CSL names stand for themselves.
_KEYS = {
    "title": "title", "author": "author", "authors": "author", "editor": "editor", "date": "issued",
    "issued": "issued", "published": "issued", "url": "URL", "link": "URL", "doi": "DOI", "isbn": "ISBN",
    "type": "type", "publisher": "publisher", "publication": "container-title", "site": "container-title",
    "container-title": "container-title", "journal": "container-title", "event": "event-title",
    "event-title": "event-title", "event-date": "event-date", "event-place": "event-place", "accessed": "accessed",
    "language": "language", "lang": "language", "volume": "volume", "issue": "issue", "number": "number",
    "genre": "genre", "archive": "archive", "note": "note", "translator": "translator",
    "interviewer": "interviewer", "publisher-place": "publisher-place",
}  # fmt: skip
#: The item types of CSL 1.0.2 that fit what people quote; another type would break every citation style.
_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter document hearing
    interview legal_case legislation manuscript motion_picture pamphlet paper-conference personal_communication
    post post-weblog report review speech thesis treaty webpage""".split()
)


#: Whether something is published, and not when.
_ANSWERS = frozenset({"true", "false", "yes", "no"})
#: What programs that make sites keep in front matter, and no reader of the text would miss.
_OF_SITES = frozenset(
    """aliases bibliography categories category classes comments cover css description documentclass draft
    excerpt featured fontsize geometry header-includes header_image id image images keywords last_modified_at
    lastmod layout license linkcolor mainfont math mathjax menu modified nav_order numbersections output
    params permalink published_at redirect_from robots series sidebar slug summary tag tags taxonomies
    template thumbnail toc uid updated uuid weight""".split()
)
#: A key on a line of its own with something behind it, or below it.
_STATED = re.compile(
    r"^([A-Za-z][\w-]{0,40})[ \t]*:"
    r"(?![ \t]*(?:\"\"|''|\[\]|\{\}|~|null)[ \t]*$)(?=[ \t]+[^\s#]|[ \t]*\n(?:[ \t]|- ))",
    re.MULTILINE,
)


def front_matter_fields(matter: str, path: Path) -> dict[str, Field]:
    """Return the citation fields of a front matter block; keys that mean nothing to a citation are left.

    Raises:
        SourceFormatError: not a YAML mapping, or one that reaches for aliases.
    """
    return {
        _KEYS[key]: Field(value, Provenance.METADATA)
        for key, raw in _mapping(matter, path).items()
        if key in _KEYS and (value := _csl_value(_KEYS[key], raw))
    }


def unread_keys(matter: str, fields: Collection[str]) -> list[str]:
    """Return the keys that say something and give none of ``fields``, but for what programs that make sites keep.

    They are looked for as lines, not as YAML, which would take as long as reading the whole file.
    """
    keys = dict.fromkeys(key.lower() for key in _STATED.findall(matter))
    return [key for key in keys if key not in _OF_SITES and _KEYS.get(key) not in fields]


def _mapping(matter: str, path: Path) -> dict[str, Any]:
    if len(matter) > limits.MAX_FRONT_MATTER_CHARS:
        raise _unread(path, f"{len(matter):,} characters long")
    if _depth(matter) > limits.MAX_FRONT_MATTER_DEPTH:
        raise _unread(path, f"nested more than {limits.MAX_FRONT_MATTER_DEPTH} brackets deep")
    try:
        # Aliases make small files grow without end, and no citation needs one.
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(matter, Loader=yaml.BaseLoader)):
            raise _unread(path, "built with YAML aliases")
        # BaseLoader makes strings of everything: 2013 stays "2013" and nothing is constructed.
        loaded = yaml.load(matter, Loader=yaml.BaseLoader) or {}  # noqa: S506 - BaseLoader builds only strings
        json.dumps(
            loaded, ensure_ascii=False
        ).encode()  # YAML's "\\ud800" is half a character, which nothing can store
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError) as fault:
        reason = " ".join(str(fault).split())  # PyYAML spreads one over several lines
        raise _unread(path, f"no YAML ({printable(reason, 80)})") from fault
    if not isinstance(loaded, dict):
        raise _unread(path, "no mapping of keys to values")
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _depth(matter: str) -> int:
    """Return how many brackets are open at once; those in quoted words count too, which errs on the safe side."""
    steps = (1 if c in "[{" else -1 if c in "]}" else 0 for c in matter)
    return max(itertools.accumulate(steps), default=0)


def _csl_value(name: str, raw: object) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if name in NAME_FIELDS:
        return csl_names(raw)
    words = " ".join(str(raw).split())[: limits.MAX_FIELD_CHARS] if isinstance(raw, str) else ""
    if (name == "type" and words not in _TYPES) or (name in DATE_FIELDS and words.lower() in _ANSWERS):
        return None
    return csl_date(words) if name in DATE_FIELDS and words else words


def _unread(path: Path, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"the front matter of {printable(path)} is {fault}",
        expected="lines such as 'title: ...' between two lines of '---'",
        action="Correct it, or take it out and add the file again.",
    )
