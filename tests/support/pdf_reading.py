"""What is read of a PDF of the test's own writing, and sentences to write into it."""

from __future__ import annotations

from pathlib import Path

from pdf_writer import Sheet, pdf

from corpus.readers.pdf import read_pdf

TIDE = (
    "The tide came in over the long stones of the quay and nobody in Lowmere had thought of the lamps that night."
)
WALL = (
    "A hurried wall is a lost wall, "
    "said Warden Tolliver, who had seen three of them fall into the harbour himself."
)
ROPE = (
    "Sanna Veld kept the rope in the boathouse, "
    "where the children could not find it and the wardens would not look."
)
BILL = (
    "Oda Bern had counted the bills of the commission twice over, "
    "and there were more of them than the town could pay."
)
TEXTS = (TIDE, WALL, ROPE, BILL)


def read(data, name="quay.pdf"):
    """Return the page that is read of a PDF's bytes, or of sheets."""
    return read_pdf(data if isinstance(data, bytes) else pdf(data), Path("/nowhere") / name)


def blocks(page):
    """Return every block as ``(kind, words)``, words broken over lines in one piece."""
    return [(b.kind.value, b.of(page.text).replace("-\n", "")) for b in page.blocks]


def passages(page):
    """Return the words of the blocks that answer."""
    return [b.of(page.text) for b in page.blocks if b.kind.answers]


def of_kind(page, name):
    """Return the words of the blocks of one kind."""
    return [words for kind, words in blocks(page) if kind == name]


def filled(number, *, top=740, paragraphs=4, **set_as):
    """Return a sheet of paragraphs, told apart from those of other sheets by its number."""
    sheet, y = Sheet(), top
    for n in range(paragraphs):
        words = " ".join(f"{text[:-1]}, on page {number} for the {n + 1}th time." for text in TEXTS[:2])
        y = sheet.paragraph(70, y, words, indent=18, **set_as)
    return sheet
