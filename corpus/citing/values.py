"""Values of citation fields as a user gives them: checked, and refused in one line where they do not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

from corpus import limits
from corpus.citation import DATE_FIELDS, NAME_FIELDS, csl_names
from corpus.citing.records.fields import TYPES, WORDS
from corpus.citing.wording import flat
from corpus.corrections import LEFT_OUT
from corpus.dates import parse_date
from corpus.errors import UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The fields that can be corrected: those that a citation shows.
CORRECTABLE: Final = WORDS | NAME_FIELDS | DATE_FIELDS
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*\Z", re.IGNORECASE)
_LAST: Final = 10_000  # no number of a date is as large
_A_NAME: Final = '{"family": "Roe", "given": "Jane"} or {"literal": "World Bank"}'


def read_corrections(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return corrections as CSL values by field, in a fixed order.

    Args:
        values: by CSL field name. Names are a list of ``{"family": ..., "given": ...}`` or ``{"literal": ...}``,
            or words, of which none is taken for a family name; dates are text such as 2014, 2014-05 or
            2014-05-20, or a CSL date. An empty value takes the field away; None withdraws a correction.

    Raises:
        UsageError: a field that no citation shows, or a value that does not fit its field.
    """
    for name in values:
        if name not in CORRECTABLE:
            _refuse(
                f"{_shown(name)} is no field of a citation", f"one of {', '.join(sorted(CORRECTABLE))}", "field"
            )
    return {name: None if (raw := values[name]) is None else _read(name, raw) for name in sorted(values)}


def _read(name: str, raw: object) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if raw in ([], {}) or (isinstance(raw, str) and not flat(_bounded(name, raw))):
        return LEFT_OUT
    if name in NAME_FIELDS:
        return _names(name, raw)
    if name in DATE_FIELDS:
        return _date(name, raw)
    return _words(name, raw)


def _names(name: str, raw: object) -> list[dict[str, str]] | str:
    people = raw if isinstance(raw, list) else [raw]
    parts = [part for one in people for part in (one.values() if isinstance(one, dict) else [one])]
    if sum(len(_bounded(name, part)) for part in parts) > limits.MAX_NAMES_CHARS:
        most = f"{limits.MAX_NAMES_CHARS:,}"
        _refuse(f"{name} has more than {most} characters of names", f"at most {most} for all of them")
    names = csl_names(people)
    if any(isinstance(one, dict) and {k for k in one if one[k]} - csl_names(one)[0].keys() for one in people):
        _refuse(f"{name} has a name with other parts than CSL's", _A_NAME)
    kept = [{part: words for part in one if (words := flat(one[part]))} for one in names]
    if not all(one.keys() & {"family", "given", "literal"} for one in kept):
        _refuse(f"{name} has a name of which nothing is said", _A_NAME)
    return kept or LEFT_OUT


def _date(name: str, raw: object) -> dict[str, Any] | str:
    """Read a date, or the words that stand for one where the value says that they are only words."""
    if isinstance(raw, dict):
        if raw.keys() == {"literal"}:
            words = _words(name, raw["literal"])
            return {"literal": words} if words else LEFT_OUT
        raw = _iso(raw)
    date = parse_date(_bounded(name, raw)) if isinstance(raw, str) else None
    if date is None:
        _refuse(f"{name}={_shown(raw)} is not a date", "a year, month or day such as 2014, 2014-05 or 2014-05-20")
    return {"date-parts": [date.parts]}


def _iso(raw: dict[str, Any]) -> str:
    """Return a CSL date of one day, month or year in ISO 8601; empty where it is none."""
    match raw:
        case {"date-parts": [[*numbers]]} if len(raw) == 1 and all(
            type(n) is int and 0 < n < _LAST for n in numbers
        ):
            return "-".join(f"{n:02d}" for n in numbers)
    return ""


def _words(name: str, raw: object) -> str:
    words = flat(_bounded(name, raw))
    if name == "type" and words and words not in TYPES:
        _refuse(f"type={_shown(words)} is not a type of CSL", f"one of {', '.join(sorted(TYPES))}")
    if name == "URL" and words and not _ADDRESS.match(words):
        _refuse(f"URL={_shown(words)} is not a web address", "an address that begins with http:// or https://")
    return words


def _bounded(name: str, raw: object) -> str:
    """Return words that are not too long; their length is looked at before anything else."""
    if not isinstance(raw, str):
        _refuse(f"{name}={_shown(raw)} is not text", "text")
    if len(raw) > limits.MAX_FIELD_CHARS:
        _refuse(f"{name} has {len(raw):,} characters", f"at most {limits.MAX_FIELD_CHARS:,}")
    return raw


def _shown(raw: object) -> str:
    return repr(printable(raw, 60)) if isinstance(raw, str) else f"<{type(raw).__name__}>"


def _refuse(found: str, expected: str, what: str = "value") -> NoReturn:
    action = f"Give another {what}; nothing was changed."
    raise UsageError(printable(found), expected=expected, action=action)
