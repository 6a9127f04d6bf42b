"""What a document's own properties say of it: the same few elements in every zip format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.readers.xml_parts import walk_xml

if TYPE_CHECKING:
    from corpus.readers.archive import Archive

_PREFIXES: Final = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
}
_WANTED: Final = frozenset({"dc:title", "dc:creator", "dc:language", "meta:initial-creator"})


@dataclass(slots=True)
class _Properties:
    found: dict[str, str] = field(default_factory=dict)
    _open: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - a walker is told of them
        """Begin an element; the first of each kind counts."""
        self._open = name if name in _WANTED and name not in self.found else None

    def end(self, name: str) -> None:
        """End an element."""
        if name == self._open:
            self._open = None

    def words(self, text: str) -> None:
        """Take the words of the element that is open."""
        if self._open:
            self.found[self._open] = (self.found.get(self._open, "") + text)[: limits.MAX_FIELD_CHARS]


def read_properties(archive: Archive, name: str) -> dict[str, str]:
    """Return title, creators and language as the part called ``name`` gives them. Its dates are the file's own."""
    said = _Properties()
    walk_xml(archive.read(name), said, _PREFIXES, archive.path, name)
    return said.found
