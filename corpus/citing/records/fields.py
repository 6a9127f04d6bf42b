"""The fields a citation record holds, and how a date and a value go to and from other formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from corpus import limits
from corpus.citation import DATE_FIELDS, NAME_FIELDS, Citation, Field, Provenance, csl_date
from corpus.citing.wording import flat
from corpus.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: CSL fields of plain words that are read and written. What no citation shows is left where it came from.
WORDS = frozenset(
    """type title container-title publisher publisher-place event-title event-place genre number edition volume
    issue page URL DOI ISBN language archive note""".split()
)
#: The item types of CSL 1.0.2 that have a meaning here; another becomes the generic ``document``.
TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter document entry
    entry-dictionary entry-encyclopedia hearing interview legal_case legislation manuscript motion_picture
    pamphlet paper-conference personal_communication post post-weblog report review speech thesis treaty
    webpage""".split()
)

T = TypeVar("T")


class BadEntryError(ValueError):
    """One record of a file cannot be taken; its message says why. The others go on."""


def attempt(make: Callable[[T], Citation], material: T) -> Citation | BadEntryError:
    """Return a record, or what is wrong with it."""
    try:
        return make(material)
    except BadEntryError as fault:
        return fault


def given(values: Mapping[str, Any]) -> Citation:
    """Return a record of CSL values, every field given by the user; empty ones are left out.

    Names are CSL's lists, everything else is words; a date's words become a date where they are one.

    Raises:
        BadEntryError: nothing citable in it, or a field that is too long.
    """
    fields = {name: value for name, raw in values.items() if (value := _value(name, raw))}
    if fields.get("type") not in TYPES:
        fields.pop("type", None)
    if not fields.keys() - {"type"}:
        raise BadEntryError("no field that a citation can show")
    return Citation.of({name: Field(value, Provenance.USER) for name, value in fields.items()})


def _value(name: str, raw: Any) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if name in NAME_FIELDS:
        names = [{part: _bounded(name, words) for part, words in item.items()} for item in raw]
        return [kept for item in names if (kept := {p: w for p, w in item.items() if w})]
    if name in DATE_FIELDS:
        return csl_date(words) if (words := _bounded(name, raw)) else None
    return _bounded(name, raw)


def _bounded(name: str, raw: object) -> str:
    words = str(raw)
    if len(words) > limits.MAX_FIELD_CHARS:
        raise BadEntryError(f"{name} has {len(words):,} characters; at most {limits.MAX_FIELD_CHARS:,} are taken")
    return flat(words)


def date_text(value: Mapping[str, Any]) -> str:
    """Return a CSL date in ISO 8601, as exact as is known, or the words that stand for one."""
    parts = value.get("date-parts")
    return PartialDate(*parts[0]).iso if parts and parts[0] else flat(value.get("literal", ""))
