"""What must hold of whatever comes of a file: documents that keep their promises, or a refusal by name in time."""

from __future__ import annotations

import contextlib
import json
import signal
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.errors import SourceError
from corpus.readers.build import read_here
from corpus.readers.wire import document_form, document_from, encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.model import Document

#: Longest that a file made here may take, in seconds of the processor (a busy machine is no hang): to be taken
#: apart, and then for its speakers to be found, which is work that grows with its words: what each character adds.
MOST_S = 5.0
CHARACTER_S = 150e-6


class HangError(AssertionError):
    """A file took longer than it may."""


def check(path: Path) -> bool:
    """Read a file and check what came of it; return whether it was read.

    Raises:
        Exception: anything but a ``SourceError``, as it was raised.
        AssertionError: what was read does not hold together, the refusal is not one line, or it took too long.
    """
    clock = _Clock()
    try:
        with _stopped(4 * MOST_S):
            documents = read_here(path, parsed=clock.parsed).documents
    except SourceError as fault:
        if "broke the reader" in fault.found or not _is_one_line(str(fault)):
            raise (fault.__cause__ or AssertionError(str(fault))) from None
        documents = []
    clock.stop()
    for document in documents:
        _check_document(document)
    return bool(documents)


def _is_one_line(message: str) -> bool:
    return "\n" not in message and len(message) < 1_500


class _Clock:
    """How long a file takes, before and behind its having been taken apart."""

    def __init__(self) -> None:
        self._begun, self._most = time.process_time(), MOST_S

    def parsed(self, pages: Sequence[Page]) -> None:
        """Look at the clock and start it anew."""
        self.stop()
        _check_pages(pages)
        self._begun, self._most = time.process_time(), MOST_S + CHARACTER_S * sum(len(p.text) for p in pages)

    def stop(self) -> None:
        """Raise what names a hang if it was one."""
        if (took := time.process_time() - self._begun) > self._most:
            raise HangError(f"{took:.1f} s where {self._most:.1f} are allowed")


def _check_pages(pages: Sequence[Page]) -> None:
    for page in pages:
        assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)
        assert all(a.end <= b.start for a, b in pairwise(page.blocks))
        assert all(b.of(page.text).strip() == b.of(page.text) for b in page.blocks)
        page.text.encode()


def _check_document(document: Document) -> None:
    assert document.passages
    for passage in document.passages:
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.text.strip()
        assert all(0 <= u.start < u.end <= len(passage.text) for u in passage.utterances)
    assert all(0 <= a.start < a.end <= len(document.text) for a in document.asides)
    # As the reader's process hands it over, and as the store keeps it.
    assert document_from(json.loads(encoded(document_form(document)))) == document


@contextlib.contextmanager
def _stopped(after_s: float) -> Iterator[None]:
    """Break off what runs when so many seconds of the processor are over."""

    def stop(*_: object) -> None:
        raise HangError(f"more than {after_s:.0f} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, after_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
