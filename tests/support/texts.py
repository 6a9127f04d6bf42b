"""Texts for tests: documents without a disk, and strategies for text as the world writes it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hypothesis import strategies as st

from corpus.readers.build import _document
from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text

#: Words of several scripts, with what breaks offsets: astral characters, combining marks, joiners, overrides.
WORDS = (
    "harbour Lowmere quay “tide” Oda Bern said, 1998 naïve cafe\u0301 a\u0300\u0301\u0302 🌊 👩‍🚒 🇮🇸 שלום مرحبا "
    '水門 [i] [1] ** _ # > - 1. ‘so’ "plain" … — &amp; <b> \\ ` | ½ \u202e \u200f \ufeff ﬁ İ ß Mr. [^1]: ---'
).split(" ")
BLANKS = (" ", " ", " ", "\u00a0", "\t", "\u2009", "\u3000")
LINE_ENDS = ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\n\n", "\r\n\r\n", "\r\r", "\x85\x85", "\u2028\n\n")

#: Words, blanks and line ends of every system in any order, with at least one word in it.
wild_texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(BLANKS), st.sampled_from(LINE_ENDS)), max_size=60
).map(lambda pieces: "".join(pieces) + " Quay.")

#: Sentences that look like articles, so that headings, quotations and notes do come up.
_LINES = st.sampled_from([
    "Oda Bern said, “The harbour stays open tonight.”",
    "“We shall see,” Mara Quell told the Lantern Post. “The tide decides.”",
    "Nobody had asked the crews [i] what they wanted, and nobody was going to ask them now.",
    "The Long Quay",
    "June 14, 2019",
    "By Mara Quell",
    "Boats at rest. (Reuters)",
    "Anselm Dray wrote an open letter to the crews:",
    "We shall keep the lamps lit, as we were taught to do.",
    "- a rope, a lamp and a long night",
    "[i] Stone by Stone, 2019.",
    "ODA BERN: I call the meeting to order.",
    "MARA QUELL: Thank you, and good evening.",
    "View Citations",
    "She said she would not go. “Never,” she said",
    "> A wall that is hurried is a wall that is lost.",
    "# A Heading",
])  # fmt: skip
articles = st.lists(st.tuples(_LINES, st.sampled_from(LINE_ENDS)), min_size=1, max_size=14).map(
    lambda rows: "".join(line + end for line, end in rows) + "Quay."
)
any_text = st.one_of(wild_texts, articles)


def document(text, name="text.txt"):
    """Read ``text`` as the file ``name`` would be read, without writing one."""
    path = Path("/nowhere") / name
    page = read_markdown(text, path) if path.suffix == ".md" else read_text(text)
    return _document(page, hashlib.sha256(name.encode() + text.encode()).hexdigest(), path)


def kinds(text, name="text.txt"):
    """Return the words of every block with its kind's name, in order."""
    read = document(text, name)
    found = [(p.start, p.text, p.kind.value) for p in read.passages]
    found += [(a.start, read.text[a.start : a.end], a.kind.value) for a in read.asides]
    return [(words, kind) for _, words, kind in sorted(found)]


def said(text, name="text.txt"):
    """Return who says what in ``text``, word for word and in order: ``(speaker or None, words in marks)``."""
    return [
        (u.speaker, p.text[u.start : u.end])
        for p in document(text, name).passages
        for u in p.utterances
        if u.kind.verbatim
    ]


def speakers(text):
    """Return the speakers of the utterances in ``text``, in order, None for unattributed ones."""
    return [speaker for speaker, _ in said(text)]
