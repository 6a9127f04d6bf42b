"""XML as a stream of tags and words, without what makes XML dangerous.

The parser is expat. It holds no tree and opens nothing; a declaration of entities, the root of every "billion
laughs", is refused where it stands, and so are depths and comments that no document has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol
from xml.parsers import expat

from markdown_it.common.entities import entities as _CHARACTERS  # noqa: N812 - a constant, named as a function is

from corpus import limits
from corpus.errors import SourceFormatError, printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Walker(Protocol):
    """What follows a document. Names are ``prefix:local`` by the prefixes asked for, ``?:local`` of any other."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def words(self, text: str) -> None:
        """Characters, perhaps not all that stand together."""


class NotWellFormedError(Exception):
    """A part is no XML; the message says where and why."""


def walk_xml(data: bytes, walker: Walker, prefixes: Mapping[str, str], path: Path, part: str) -> None:
    """Lead ``walker`` through ``data``, the part called ``part`` of the file at ``path``.

    Args:
        data: the bytes, in the encoding that they declare.
        walker: is told of every tag and all words.
        prefixes: each namespace that matters, with the prefix that its names get; ``""`` gives bare names.
        path: for messages, as ``part`` is.

    Raises:
        SourceFormatError: not well-formed, or with what no document needs.
    """
    try:
        parse(data, walker, prefixes, path, part)
    except NotWellFormedError as fault:
        raise SourceFormatError(
            f"{printable(path)} is damaged in {printable(part, 80)!r} ({printable(fault, 80)})",
            expected="well-formed XML",
            action="Open it in its own program, save it again, and add that file.",
        ) from fault


def parse(
    data: bytes, walker: Walker, prefixes: Mapping[str, str], path: Path, part: str, *, html: bool = False
) -> None:
    """Do as ``walk_xml`` does; with ``html`` know the names of characters that HTML declares, such as ``&nbsp;``.

    Raises:
        NotWellFormedError: there may be another way to read it.
        SourceFormatError: it holds what no document needs.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    _Guard(walker, prefixes, path, part).attach(parser, html=html)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position alone
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise NotWellFormedError(str(fault)) from fault


class _Guard:
    """Stands between the parser and the walker: bounds, and short names."""

    def __init__(self, walker: Walker, prefixes: Mapping[str, str], path: Path, part: str) -> None:
        self._walker, self._prefixes, self._path, self._part = walker, prefixes, path, part
        self._names: dict[str, str] = {}
        self._depth = 0

    def attach(self, parser: expat.XMLParserType, *, html: bool) -> None:
        """Let a parser tell this part of what it meets."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._walker.words
        parser.CommentHandler = self._comment
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        if html:
            parser.UseForeignDTD(True)  # noqa: FBT003 - else an unknown name ends the document
            parser.SkippedEntityHandler = self._character

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > limits.MAX_MARKUP_DEPTH:
            raise self._refused(f"nests more than {limits.MAX_MARKUP_DEPTH:,} elements")
        self._walker.start(self._short(name), {self._short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._walker.end(self._short(name))

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition(" ")
            prefix = self._prefixes.get(space, "?") if space else ""
            short = f"{prefix}:{local}" if prefix else local
            if len(self._names) < _MOST_NAMES:
                self._names[name] = short
        return short

    def _comment(self, text: str) -> None:
        if len(text) > limits.MAX_COMMENT_CHARS:
            raise self._refused(f"holds a comment of {len(text):,} characters")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: bool) -> None:  # noqa: FBT001 - expat's call
        if internal:
            raise self._refused("declares types of its own")

    def _entity(self, *_: object) -> None:
        raise self._refused("declares entities")

    def _character(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat's call
        self._walker.words(_CHARACTERS.get(name, f"&{name};"))

    def _refused(self, fault: str) -> SourceFormatError:
        return SourceFormatError(
            f"{printable(self._path)} {fault} in {printable(self._part, 80)!r}",
            expected="a document as programs save it",
            action="Open it in its own program, save its text as .txt, and add that file.",
        )


#: Names kept short in memory; a document has some hundreds.
_MOST_NAMES: Final = 10_000
