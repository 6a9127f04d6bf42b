"""What a reader made of a file: its blocks as tests compare them, what holds for every page, and broken files."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from corpus.errors import OnRecordError, SourceError
from corpus.readers.build import read_here

NOWHERE = Path("/nowhere")


def shown(page):
    """Return the words and the kind of every block, in order."""
    return [(block.of(page.text), block.kind.value) for block in page.blocks]


def voices(page):
    """Return who says what: the format's own voice, or None, with the words of every passage."""
    return [(b.voice.name if b.voice else None, b.of(page.text)) for b in page.blocks if b.kind.answers]


def stated(page):
    """Return the values of the citation fields."""
    return {name: field.value for name, field in page.fields.items()}


def refusal(read, *args):
    """Return the refusal of a reader as it is shown; None where it reads."""
    try:
        read(*args)
    except OnRecordError as fault:
        return str(fault)
    return None


def said(path):
    """Return who says what in a file as a corpus would keep it: ``(speaker or None, words said)``."""
    return [
        (u.speaker, p.text[u.start : u.end])
        for document in read_here(path).documents
        for p in document.passages
        for u in p.utterances
        if u.kind.verbatim
    ]


def check_page(page):
    """Check what holds for every page: blocks in order, apart, within the text, with no blank at their ends."""
    assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)
    assert all(a.end <= b.start for a, b in pairwise(page.blocks))
    assert all(b.of(page.text).strip() == b.of(page.text) for b in page.blocks)
    page.text.encode()


def check_reads_or_refuses(read, *args):
    """Check that a reader hands back whole pages, or one of the refusals, and nothing else."""
    try:
        pages = read(*args)
    except SourceError:
        return
    for page in pages if isinstance(pages, list) else [pages]:
        check_page(page)


def mutations(data):
    """Return a strategy for what becomes of a file's bytes: cut, doubled, overwritten, moved about."""
    place = st.integers(0, len(data))
    piece = st.one_of(
        st.binary(max_size=6), st.sampled_from([b"", b"<", b">", b"&", b'"', b"{", b"]", b"\n", b"\0"])
    )

    def splice(spots):
        out = data
        for (a, b), new, keep in spots:
            low, high = sorted((min(a, len(out)), min(b, len(out))))
            out = out[:low] + new + (out[low:high] if keep else b"") + out[high:]
        return out

    return st.lists(st.tuples(st.tuples(place, place), piece, st.booleans()), min_size=1, max_size=4).map(splice)
