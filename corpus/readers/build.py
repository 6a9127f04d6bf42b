"""From a page's blocks to a document: numbered passages, sections, utterances."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import limits
from corpus.blocks import PART_MARK, trimmed
from corpus.citation import Citation
from corpus.errors import OnRecordError, SourceEmptyError, SourceFormatError, SourceTooLargeError, printable
from corpus.model import Aside, BlockKind, Document, Passage, Utterance, UtteranceKind, passage_id
from corpus.readers.files import check_marks
from corpus.readers.formats import AS_FOUND, Contents, Options, read_pages
from corpus.readers.remarks import told
from corpus.sentences import sentence_offsets
from corpus.speakers import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.blocks import Block, Page

#: Part of what "unchanged" means: a document read by an older reader is read again.
READER_VERSION = "8"


def read_here(
    path: Path,
    options: Options = AS_FOUND,
    *,
    parsed: Callable[[Sequence[Page]], None] | None = None,
) -> Contents:
    """Read one file into its documents, in this process; ``corpus.readers.read_file`` has a confined one do it.

    Args:
        path: a file of a format that is read (``corpus.readers.formats``).
        options: what the user says of the file.
        parsed: called with what the format holds, before speakers are looked for in it.

    Raises:
        SourceError: one of its kinds, see ``corpus.errors``; nothing is half read.
    """
    path = Path(path)
    try:
        pages = read_pages(path, options)
        for page, _ in pages:
            check_marks(page.text, path)
        if parsed:
            parsed([page for page, _ in pages])
        documents = tuple(_document(page, digest, path) for page, digest in pages)
        first = pages[0][0]
        return Contents(documents, told(first.remarks), printable(first.columns, limits.MAX_COLUMNS_CHARS))
    except (OnRecordError, MemoryError):
        raise
    except Exception as fault:  # the readers' border: whatever one file does, the others go on
        raise SourceFormatError(
            f"{printable(path)} broke the reader ({type(fault).__name__})",
            expected="a file that can be read to its end",
            action="Report it with the file if you can, and add the others without it.",
        ) from fault


def _document(page: Page, digest: str, path: Path) -> Document:
    if len(page.blocks) > limits.MAX_BLOCKS:
        raise SourceTooLargeError(
            f"{printable(path)} has {len(page.blocks):,} blocks",
            expected=f"at most {limits.MAX_BLOCKS:,} paragraphs, headings and notes",
            action="Split it, a speech or chapter to a file, and add the parts.",
        )
    passages = tuple(_passages(page, digest[:16]))
    if not passages:
        raise SourceEmptyError(
            f"{printable(path)} has no paragraph in it",
            expected="at least one paragraph that can be quoted",
            action="Check that the file was saved in full.",
        )
    asides = (Aside(b.kind, b.start, b.end, b.label) for b in page.blocks if not b.kind.answers)
    return Document(
        id=digest[:16],
        text=page.text,
        citation=Citation.of(page.fields),
        source=f"{path.resolve()}{PART_MARK}{page.part}" if page.part else str(path.resolve()),
        sha256=digest,
        passages=passages,
        asides=tuple(asides),
    )


def _passages(page: Page, document_id: str) -> Iterator[Passage]:
    blocks = [part for block in page.blocks for part in parts(page.text, block)]
    utterances = attribute(page.text, blocks, issued=_issued(page))
    section: str | None = None
    ordinal = paragraph = 0
    for block, said in zip(blocks, utterances, strict=True):
        if block.kind is BlockKind.HEADING:
            section = " ".join(block.of(page.text).split())
        if not block.kind.answers:
            continue
        ordinal += 1
        paragraph += not block.continued
        yield _passage(page.text, document_id, block, (ordinal, paragraph), section, voiced(block) or said)


def _issued(page: Page) -> str | None:
    """Return the document's own date as ISO 8601, as exact as it is stated."""
    date = Citation.of(page.fields).issued
    return str(date.iso) if date else None


def _passage(
    text: str,
    document_id: str,
    block: Block,
    numbers: tuple[int, int],
    section: str | None,
    said: Sequence[Utterance],
) -> Passage:
    words = block.of(text)
    return Passage(
        id=passage_id(document_id, numbers[0], words),
        document_id=document_id,
        ordinal=numbers[0],
        paragraph=numbers[1],
        text=words,
        start=block.start,
        end=block.end,
        kind=block.kind,
        section=section,
        page=block.page,
        time=block.time,
        notes=block.notes,
        utterances=tuple(said),
    )


def voiced(block: Block) -> tuple[Utterance, ...]:
    """Return the utterance of a block whose speaker the format itself names; none where it does not."""
    if block.voice is None:
        return ()
    kind = UtteranceKind.BLOCK if block.kind is BlockKind.QUOTE else UtteranceKind.TURN
    said = Utterance(
        0, block.end - block.start, kind, speaker=block.voice.name, confidence=1.0 if block.voice.name else 0.0
    )
    return (replace(said, as_printed=block.voice.as_printed, role=block.voice.role),)


def parts(text: str, block: Block) -> Iterator[Block]:
    """Cut a block too long for one passage at sentence ends; most come out as they are."""
    if not block.kind.answers or block.end - block.start <= limits.MAX_PASSAGE_CHARS:
        yield block
        return
    start = block.start
    for first, last in _cuts(block.of(text)):
        low, high = trimmed(text, block.start + first, block.start + last)
        if low < high:
            part = replace(block, start=low, end=high)
            # Nothing says when the rest begins.
            yield part if start == block.start else replace(part, continued=True, time=None)
            start = high


def _cuts(words: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of at most ``MAX_PASSAGE_CHARS``, whole sentences where they fit."""
    start = end = 0
    for _, stop in sentence_offsets(words):
        if stop - start > limits.MAX_PASSAGE_CHARS and end > start:
            yield start, end
            start = end
        while stop - start > limits.MAX_PASSAGE_CHARS:
            yield start, start + limits.MAX_PASSAGE_CHARS
            start += limits.MAX_PASSAGE_CHARS
        end = stop
    if start < len(words):
        yield start, len(words)
