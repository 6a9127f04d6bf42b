"""Citation records: CSL-JSON fields, each with where it comes from.

The field names and value shapes are those of CSL-JSON 1.0.2 (citationstyles.org). A field that nothing
states is absent: there is no default author, no date from the file system, no publisher from a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from corpus.dates import PartialDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping


class Provenance(StrEnum):
    """Who says so."""

    USER = "given by the user"
    GIVEN = "given by the user in a file of metadata"
    METADATA = "from the page's metadata"
    TEXT = "from the text"


#: CSL fields that hold names, and those that hold dates. Every other field is a string.
NAME_FIELDS = frozenset({"author", "editor", "translator", "interviewer"})
DATE_FIELDS = frozenset({"issued", "accessed", "event-date"})

_NAME_PARTS = frozenset({"family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field: a CSL-JSON value and its provenance."""

    value: Any
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Citation:
    """A CSL-JSON item as ``(name, field)`` pairs in a fixed order, so that equal records compare equal."""

    fields: tuple[tuple[str, Field], ...] = ()

    @classmethod
    def of(cls, fields: Mapping[str, Field]) -> Citation:
        """Build a record from a mapping, ordered by name."""
        return cls(tuple(sorted(fields.items())))

    def get(self, name: str) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
        """Return a field's CSL value, or None when it is unknown."""
        return next((field.value for key, field in self.fields if key == name), None)

    def provenance(self) -> dict[str, str]:
        """Return where each known field comes from."""
        return {name: str(field.provenance) for name, field in self.fields}

    @property
    def title(self) -> str | None:
        """The title, if known."""
        value = self.get("title")
        return str(value) if value else None

    @property
    def issued(self) -> PartialDate | None:
        """The publication date, as exact as is known."""
        parts = (self.get("issued") or {}).get("date-parts")
        return PartialDate(*parts[0]) if parts else None

    def csl(self, item_id: str) -> dict[str, Any]:
        """Return the CSL-JSON item; provenance goes under ``custom``, where CSL allows it.

        A type is required by CSL-JSON; where nothing states one it is the generic ``document``.
        """
        item: dict[str, Any] = {"id": item_id, "type": "document"}
        item |= {name: field.value for name, field in self.fields}
        return item | {"custom": {"provenance": self.provenance()}}


def csl_date(text: str) -> dict[str, Any]:
    """Return a CSL date: ``date-parts`` where the text has one reading, else ``literal``, as printed."""
    date = parse_date(text)
    return {"date-parts": [date.parts]} if date else {"literal": text.strip()}


def csl_names(value: object) -> list[dict[str, str]]:
    """Read names as given: one string, several parted by semicolons, a list, or CSL name mappings.

    Only a mapping says which part is the family name. A string stays whole as CSL's ``literal``: "World
    Bank" taken apart into family and given name would be an invention, and so would "Health and Safety
    Executive" taken for two people.
    """
    if isinstance(value, dict):
        return [{k: str(v) for k, v in value.items() if k in _NAME_PARTS and v}]
    if isinstance(value, list):
        return [name for part in value for name in csl_names(part)]
    return [{"literal": part.strip()} for part in str(value).split(";") if part.strip()]
