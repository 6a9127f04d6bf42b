"""Who says what in one document, and what shows it: the lines of ``onrecord speakers DOC --why``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import printable
from ui import strings
from ui.speakers import spoken_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.model import Document, Grounds, Passage, Utterance

_MAX_WORDS_CHARS = 300
_MAX_SENTENCE_CHARS = 500


def document_lines(document: Document, *, why: bool) -> Iterator[str]:
    """Yield a line for each utterance of a document, with ``why`` also those that say what it rests on."""
    for passage in document.passages:
        for said in passage.utterances:
            yield from _utterance_lines(document, passage, said, why=why)


def _utterance_lines(document: Document, passage: Passage, said: Utterance, *, why: bool) -> Iterator[str]:
    words = printable(passage.text[said.start : said.end], _MAX_WORDS_CHARS)
    yield strings.SAID_AT.format(paragraph=passage.paragraph, line=printable(spoken_line(said), _MAX_WORDS_CHARS))
    yield f"    {words}"
    if not why:
        return
    yield f"    {strings.SURE.format(confidence=said.confidence)}"
    if said.grounds is None:
        yield f"    {_bare(said)}"
    else:
        yield from (f"    {line}" for line in _reasons(document.text, said.grounds))
    if said.said is not None:
        printed, since, until = printable(said.said.as_printed, 80), said.said.since, said.said.until
        yield f"    {strings.DATED.format(printed=printed, since=since, until=until)}"


def _bare(said: Utterance) -> str:
    """Say what an utterance without grounds rests on: a label or signature, or nothing."""
    if said.cue is None:
        return strings.NOTHING_SHOWS if said.speaker is None else strings.CARRIED_ON
    return strings.PRINTED_BESIDE.format(label=printable(said.cue, 80))


def _reasons(text: str, grounds: Grounds) -> Iterator[str]:
    def words(span: tuple[int, int], most: int = 120) -> str:
        return printable(" ".join(text[span[0] : span[1]].split()), most)

    if grounds.mention:
        yield strings.NAMED_BY.format(mention=words(grounds.mention))
    if grounds.cue:
        yield strings.SHOWN_BY.format(cue=words(grounds.cue))
    if grounds.named:
        yield strings.MEANS.format(name=words(grounds.named))
    if grounds.sentence:
        yield strings.IN_SENTENCE.format(sentence=words(grounds.sentence, _MAX_SENTENCE_CHARS))
