"""What must be read of a file: its documents with passages, asides and citation fields, written down beside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

#: What only the page carries may be an aside or nothing at all.
FURNITURE = "furniture"
PASSAGES = frozenset({"paragraph", "turn", "list item", "block quotation"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a passage and whose they are; ``words`` None is all of it but a printed label."""

    speaker: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document in reading order: a passage with its locators, or an aside."""

    words: str
    kind: str = "paragraph"
    said: tuple[Said, ...] = ()
    page: str | None = None
    time: float | None = None
    section: str | None = None
    notes: tuple[str, ...] = ()
    label: str | None = None

    @property
    def answers(self) -> bool:
        return self.kind in PASSAGES


@dataclass(frozen=True, slots=True)
class Doc:
    """One document: ``fields`` are ``(CSL value, provenance)`` by name; ``hidden`` words are nowhere in it."""

    blocks: tuple[Block, ...]
    fields: dict[str, tuple[object, str]] = field(default_factory=dict)
    part: str = ""
    hidden: tuple[str, ...] = ()

    @property
    def passages(self) -> list[Block]:
        return [block for block in self.blocks if block.answers]

    @property
    def asides(self) -> list[Block]:
        return [block for block in self.blocks if not block.answers]


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what must be read of it."""

    name: str
    data: bytes
    docs: tuple[Doc, ...]

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]

    def written_down(self) -> dict[str, object]:
        """Return the expectation as plain values."""
        return {"file": self.name, "documents": [asdict(doc) for doc in self.docs]}


def source(name: str, data: bytes | str, *blocks: Block, hidden: tuple[str, ...] = (), **fields: object) -> Source:
    """Make a file of one document."""
    return Source(name, data.encode() if isinstance(data, str) else data, (doc(*blocks, hidden=hidden, **fields),))


def doc(*blocks: Block, part: str = "", hidden: tuple[str, ...] = (), **fields: object) -> Doc:
    """Make a document; a section holds for the passages below its heading."""
    section, out = None, []
    for block in blocks:
        section = " ".join(block.words.split()) if block.kind == "heading" else section
        out.append(replace(block, section=section) if block.answers else block)
    return Doc(tuple(out), fields, part, hidden)


def para(words: str, *said: Said, **more: object) -> Block:
    return Block(words, said=said, **more)


def turn(words: str, speaker: str | None = None, **more: object) -> Block:
    return Block(words, "turn", said=(Said(speaker),) if speaker else (), **more)


def item(words: str, **more: object) -> Block:
    return Block(words, "list item", **more)


def quote(words: str, speaker: str | None = None, **more: object) -> Block:
    return Block(words, "block quotation", said=(Said(speaker),) if speaker else (), **more)


def aside(kind: str, words: str, **more: object) -> Block:
    return Block(words, kind, **more)


def heading(words: str, **more: object) -> Block:
    return Block(words, "heading", **more)


def note(label: str, words: str, **more: object) -> Block:
    return Block(words, "note", label=label, **more)


def day(*parts: int) -> dict[str, object]:
    """Return a CSL date."""
    return {"date-parts": [list(parts)]}


def names(*people: str) -> list[dict[str, str]]:
    """Return CSL names as they are printed."""
    return [{"literal": name} for name in people]


def text(value: object) -> tuple[object, str]:
    return value, "TEXT"


def meta(value: object) -> tuple[object, str]:
    return value, "METADATA"
