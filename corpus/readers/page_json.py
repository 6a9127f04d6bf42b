"""The articles that a web page's JSON-LD describes (schema.org), read with bounds and never followed anywhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from corpus import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Of one page: blocks of JSON-LD that are read, the characters of one, objects in all, and how deep they lie.
_MOST_BLOCKS: Final = 50
_MOST_CHARS: Final = 1_000_000
_MOST_OBJECTS: Final = 5_000
_DEEPEST: Final = 8
_MOST_NAMES: Final = 50
#: Types that are an article's; every one of schema.org's below Article ends so.
_ARTICLE: Final = re.compile(r".*article\Z|.*posting\Z|report\Z", re.DOTALL)
#: What keeps a script from being read as XHTML, around it.
_WRAPPED: Final = re.compile(r"\A\s*(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?\s*\Z")
_PAGE: Final = frozenset({"webpage", "itempage", "aboutpage"})
_NO_TEXT: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def one_line(words: str) -> str:
    """Return a value on one line, without what no text holds, and no longer than a field may be."""
    return " ".join(_NO_TEXT.sub(" ", words[: limits.MAX_FIELD_CHARS]).split())


@dataclass(frozen=True, slots=True)
class Item:
    """One object of JSON-LD; ``known`` holds those of the page that others name by their ``@id``."""

    values: dict[str, Any]
    known: dict[str, dict[str, Any]]

    @property
    def types(self) -> list[str]:
        """Its types in small letters, without the vocabulary they are from."""
        return [str(kind).rpartition("/")[2].lower() for kind in _list(self.values.get("@type"))]

    @property
    def is_article(self) -> bool:
        """Whether it describes an article, and not the page around one."""
        return any(_ARTICLE.match(kind) for kind in self.types)

    def text(self, key: str) -> str:
        """Return the first text under a key, or nothing."""
        return next(
            (
                line
                for value in _list(self.values.get(key))
                if isinstance(value, str) and (line := one_line(value))
            ),
            "",
        )

    def texts(self, key: str) -> list[str]:
        """Return the texts under a key, and the names of objects there."""
        return [name["literal"] if isinstance(name, dict) else name for name in self.names(key)]

    def names(self, key: str) -> list[Any]:
        """Return the names under a key: as text, or as CSL has a person of whom the parts are given."""
        out: list[Any] = []
        for value in _list(self.values.get(key))[:_MOST_NAMES]:
            thing = (
                self.known.get(str(value.get("@id")), value)
                if isinstance(value, dict) and "name" not in value
                else value
            )
            name = thing.get("name") if isinstance(thing, dict) else thing
            out += [
                line for word in _list(name)[:_MOST_NAMES] if isinstance(word, str) and (line := one_line(word))
            ]
        return [name for name in out if "://" not in name]

    def link(self, key: str) -> str:
        """Return the address under a key, of an object its ``@id``."""
        value = next(iter(_list(self.values.get(key))), "")
        found = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        return found if isinstance(found, str) else ""


def articles(root: Any) -> tuple[list[Item], int]:  # noqa: ANN401 - lxml's element
    """Return a page's articles as its JSON-LD gives them, those of the page itself behind them.

    Where it describes several of equal standing, as a list of headlines does, none of them is the page's. With
    them comes how many blocks are no JSON, or longer than is read.
    """
    objects: list[dict[str, Any]] = []
    left, broken = [_MOST_OBJECTS], 0
    for whole, value in _blocks(root):
        objects += _within(value, 0, left)
        broken += not whole
    known = {str(one["@id"]): one for one in objects if isinstance(one.get("@id"), str) and len(one) > 1}
    items = [Item(one, known) for one in objects]
    found = [item for item in items if item.is_article]
    headlines = {item.text("headline") or item.text("name") for item in found}
    pages = [item for item in items if not _PAGE.isdisjoint(item.types)]
    return [*(found if len(headlines) == 1 else []), *pages[:1]], broken


def _blocks(root: Any) -> Iterator[tuple[bool, object]]:  # noqa: ANN401 - lxml's element
    """Yield whether each block of JSON-LD could be read, and its value."""
    blocks = (
        s
        for s in root.iter("script")
        if (s.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"
    )
    for count, script in enumerate(blocks):
        text = script.text or ""
        if count >= _MOST_BLOCKS:
            return
        if not text.strip():
            continue
        if len(text) > _MOST_CHARS:
            yield False, None
            continue
        try:
            yield True, json.loads(_WRAPPED.sub("", text), strict=False)
        except (ValueError, RecursionError):
            yield False, None  # one block that is no JSON says nothing; the page's words are read all the same


def _within(value: object, depth: int, left: list[int]) -> Iterator[dict[str, Any]]:
    """Yield the objects on top: in lists, in ``@graph``, and the article that a page says it is about."""
    if depth > _DEEPEST:
        return
    for one in _list(value):
        if isinstance(one, dict) and left[0] > 0:
            left[0] -= 1
            yield one
            for key in ("@graph", "mainEntity"):
                yield from _within(one.get(key), depth + 1, left)
        elif isinstance(one, list):
            yield from _within(one, depth + 1, left)


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
