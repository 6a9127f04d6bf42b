"""XML into a tree of plain elements, by a parser that knows no entities but XML's own five.

Names lose their namespaces: "tei:seg" is ``seg``, "xml:id" is ``id``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLANKS = re.compile(r"[ \t\r\n]+")
_SEPARATOR: Final = " "


@dataclass(slots=True)
class Element:
    """One element: its name, its attributes, and what is in it in order, words and elements."""

    name: str
    attributes: dict[str, str]
    content: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements right below it."""
        return [part for part in self.content if isinstance(part, Element)]

    def all(self, *names: str) -> Iterator[Element]:
        """Yield every element of these names below it, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def first(self, *names: str) -> Element | None:
        """Return the first element of these names below it."""
        return next(self.all(*names), None)

    @property
    def words(self) -> str:
        """All its words on one line; blanks that are no XML blanks stay as they are."""
        return _BLANKS.sub(" ", "".join(self._texts())).strip(" ")

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()  # noqa: SLF001 - of the same class


def parse_xml(data: bytes, path: Path, encoding: str | None = None) -> Element:
    """Return the root of a well-formed file.

    Raises:
        SourceFormatError: it is not well formed, or defines entities.
        SourceTooLargeError: more elements, or more of them open at once, than ``corpus.limits`` admits.
    """
    builder = _Builder(path)
    parser = builder.parser(encoding)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise _refusal(path, f"is no well-formed XML ({printable(fault, 80)})") from fault
    return builder.root


class _Builder:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = [Element("", {})]
        self._count = 0

    @property
    def root(self) -> Element:
        """The outermost element of a file that has been parsed."""
        return self._open[0].children[0]

    def parser(self, encoding: str | None) -> expat.XMLParserType:
        """Return a parser that builds the tree and refuses what is not admitted."""
        parser = expat.ParserCreate(encoding, namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._entity
        parser.CommentHandler = self._comment
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > limits.MAX_XML_ELEMENTS:
            raise _too_large(self._path, f"{limits.MAX_XML_ELEMENTS:,} elements")
        if len(self._open) > limits.MAX_XML_DEPTH:
            raise _too_large(self._path, f"{limits.MAX_XML_DEPTH} elements open at once")
        element = Element(_local(name), {_local(key): value for key, value in attributes.items()})
        self._open[-1].content.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        self._open[-1].content.append(words)

    def _comment(self, words: str) -> None:
        if len(words) > limits.MAX_COMMENT_CHARS:
            raise _too_large(self._path, f"{limits.MAX_COMMENT_CHARS:,} characters in a comment")

    def _entity(self, name: str, *_: object) -> None:
        raise _refusal(self._path, f"has an entity of its own, &{printable(name, 40)};")


def _local(name: str) -> str:
    return name.rpartition(_SEPARATOR)[2]


def _refusal(path: Path, found: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {found}",
        expected="well-formed XML without entities of its own",
        action="Write the file again with the program it comes from.",
    )


def _too_large(path: Path, what: str) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{printable(path)} has more than {what}",
        expected="one debate or document",
        action="Split it, a day to a file, and add the parts.",
    )
