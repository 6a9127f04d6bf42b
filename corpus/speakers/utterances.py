"""From a decision to an utterance: the name if it is sure, what is printed, the role, the date, the grounds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import Grounds, Utterance
from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.lexicon import PERSON, TITLE
from corpus.speakers.names import mentions
from corpus.speakers.persons import name_in
from corpus.speakers.when import statement_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.speakers.deciding import Decided
    from corpus.speakers.parsed import Parsed

_ARTICLE = re.compile(r"\A(?:the|an?)\b\s*", re.IGNORECASE)
#: From this confidence on a name is said outright, below it only "probably"; below the second not at all. In five
#: folds of the training texts without the rows of traps, 5.0% of the names from here on were wrong.
SURE = 0.75
LIKELY = 0.5


class Maker:
    """Makes utterances of one document.

    ``issued`` is the document's own date, as ISO 8601; below the confidence ``likely`` nobody is named.
    """

    def __init__(
        self, blocks: Sequence[Block], paragraphs: Sequence[Parsed | None], issued: str | None, likely: float
    ) -> None:
        self._blocks = blocks
        self._paragraphs = paragraphs
        self._issued = issued
        self._likely = likely

    def utterance(self, decided: Decided) -> Utterance:
        """Return a decision as an utterance of the paragraph that holds the words."""
        found, candidate = decided.found, decided.candidate
        parsed = self._paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
        if parsed is None or decided.confidence < self._likely:
            return Utterance(found.start, found.end, found.kind)
        chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
        name, sure = decided.who.name, decided.confidence >= SURE
        return Utterance(
            found.start,
            found.end,
            found.kind,
            speaker=name if sure else None,
            probably=None if sure else name,
            as_printed=" ".join(parsed.printed(candidate.chunk).split()),
            role=_role(parsed, candidate.chunk),
            cue=parsed.scan.words[frame.cue] if frame else None,
            confidence=round(decided.confidence, 3),
            grounds=self._grounds(decided, parsed, chunk),
        )

    def _grounds(self, decided: Decided, parsed: Parsed, chunk: Chunk) -> Grounds:
        """Return the places of the mention, its cue and its sentence, counted in the document."""
        n, frame = decided.candidate.paragraph, decided.candidate.frame
        items = [chunk.first, chunk.last] + ([frame.cue] if frame else [])
        scan = parsed.scan
        cue = (scan.starts[frame.cue], scan.ends[frame.cue]) if frame else None
        named = decided.who.named_at
        there = None
        if named is not None and named != (n, chunk.head) and (other := self._paragraphs[named[0]]) is not None:
            there = self._placed(named[0], (other.scan.starts[named[1]], other.scan.ends[named[1]]))
        return Grounds(
            sentence=self._placed(n, parsed.sentence(items)),
            mention=self._placed(n, parsed.span(decided.candidate.chunk)),
            cue=self._placed(n, cue) if cue else None,
            named=there,
        )

    def _placed(self, paragraph: int, span: tuple[int, int]) -> tuple[int, int]:
        start = self._blocks[paragraph].start
        return start + span[0], start + span[1]

    def dated(self, n: int, said: list[Utterance]) -> list[Utterance]:
        """Give the utterances of a block their own dates, where their sentences print one."""
        parsed = self._paragraphs[n]
        if parsed is None:
            return said
        start = self._blocks[n].start
        spans = [(u.start, u.end) for u in said]
        return [self._dated(u, parsed, start, spans) for u in said]

    def _dated(self, said: Utterance, parsed: Parsed, start: int, spans: list[tuple[int, int]]) -> Utterance:
        grounds = said.grounds
        if grounds is None or grounds.cue is None or grounds.sentence is None:
            return said
        sentence = grounds.sentence[0] - start, grounds.sentence[1] - start
        if not 0 <= sentence[0] <= sentence[1] <= len(parsed.scan.text):  # the cue stands in another paragraph
            return said
        cue = grounds.cue[0] - start, grounds.cue[1] - start
        date = statement_date(parsed.scan.text, cue, spans, sentence, self._issued)
        return said if date is None else replace(said, said=date)


def _role(parsed: Parsed, number: int) -> str | None:
    """Return the role printed with a name: the words before it, or those set off behind it."""
    chunk = parsed.chunks[number]
    named = name_in(parsed, chunk)
    if named is None:
        title = next((m for m in mentions(parsed.printed(number)) if not m.name), None)
        return title.role if title else None
    mention, offset = named
    start, name_at = parsed.scan.starts[chunk.first], offset + mention.end - len(mention.name)
    if before := _without_article(parsed.scan.text[start:name_at]):
        return before
    after = chunk.last + 1
    if after < len(parsed.scan.words) and parsed.scan.words[after] == ",":
        longest = max(parsed.opening.get(after + 1, ()), key=lambda n: parsed.chunks[n].last, default=number)
        beside = parsed.chunks[longest]
        if (
            longest != number
            and parsed.scan.flags[beside.head] & (PERSON | TITLE)
            and beside.form is not Form.NAME
        ):
            return _without_article(parsed.printed(longest))
    return None


def _without_article(words: str) -> str | None:
    """Return a role as printed without the article before it; None where nothing is left."""
    return _ARTICLE.sub("", words.strip()) or None
