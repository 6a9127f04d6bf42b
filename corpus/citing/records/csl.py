"""CSL-JSON, the form of Zotero, pandoc and citeproc: https://docs.citationstyles.org, version 1.0.2."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from corpus.citation import DATE_FIELDS, NAME_FIELDS, csl_names
from corpus.citing.records.fields import WORDS, BadEntryError, attempt, given
from corpus.citing.wording import flat
from corpus.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.citation import Citation


def write_csl(records: Mapping[str, Citation]) -> str:
    """Return a JSON array of items under their keys, with where each field comes from."""
    items = [_clean(citation.csl(key)) for key, citation in records.items()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return flat(value) if isinstance(value, str) else value


def read_csl(text: str) -> Iterator[tuple[str, Citation | BadEntryError]]:
    """Yield each item's name and its record, or what is wrong with it.

    Raises:
        BadEntryError: the text as a whole is no JSON.
    """
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise BadEntryError(f"no JSON ({flat(fault)})") from fault
    items = loaded if isinstance(loaded, list) else loaded.get("items") if isinstance(loaded, dict) else None
    for place, item in enumerate(items if isinstance(items, list) else [loaded], 1):
        name = flat(item.get("id") or item.get("title") or "") if isinstance(item, dict) else ""
        yield name or f"item {place}", attempt(_item, item)


def _item(item: object) -> Citation:
    if not isinstance(item, dict):
        raise BadEntryError(f"{type(item).__name__} where an object was expected")
    return given({name: _read(name, raw) for name, raw in item.items() if name in _KNOWN and raw})


_KNOWN = WORDS | NAME_FIELDS | DATE_FIELDS


def _read(name: str, raw: object) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
    """Read one CSL field's JSON value.

    Raises:
        BadEntryError: it has another shape than CSL-JSON gives it.
    """
    if name in NAME_FIELDS:
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            raise BadEntryError(f"{name} is not a list of names")
        return csl_names(raw)
    if name in DATE_FIELDS:
        return _date(name, raw)
    if isinstance(raw, (dict, list, bool)):
        raise BadEntryError(f"{name} is neither text nor a number")
    return str(raw)


def _date(name: str, raw: object) -> str:
    """Read a date; a range, a season or a rough date is kept in words, for one day or year would say more."""
    if isinstance(raw, str):
        return raw
    if not isinstance(raw, dict):
        raise BadEntryError(f"{name} is no date")
    parts = raw.get("date-parts")
    if not parts:
        return str(raw.get("literal") or raw.get("raw") or "")
    try:
        dates = [_checked([int(n) for n in part if n not in {"", None}]) for part in parts if part]
    except (TypeError, ValueError, OverflowError) as fault:
        raise BadEntryError(f"{name} is no date: {flat(json.dumps(parts))[:60]}") from fault
    shown = "/".join(date.iso for date in dates)
    shown = f"{raw['season']} {shown}" if raw.get("season") else shown
    # What reads as one date becomes one; the words of any other stay its words.
    return f"c. {shown}" if raw.get("circa") else shown


def _checked(numbers: list[int]) -> PartialDate:
    year, month, day = (*numbers, 1, 1)[:3]
    dt.date(min(max(year, 1), dt.MAXYEAR), month, day)
    return PartialDate(*numbers)
