"""How many paragraphs a second attribution reads on one core, beside cutting the same texts into sentences.

    python tests/benchmarks/attribution.py [ROUNDS]

The texts are the project's own annotated ones. The two take turns, so that a busy machine slows them alike;
printed are medians, and the ratio, which is what can be compared between machines.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

import annotated

from corpus.readers.text import read_text
from corpus.sentences import sentence_offsets
from corpus.speakers import attribute

FOLDERS = ("train", "gate")
ROUNDS = 5


def per_second(work, pages, paragraphs):
    began = time.perf_counter()
    for page in pages:
        work(page)
    return paragraphs / (time.perf_counter() - began)


def main():
    """Measure and print."""
    data = Path(__file__).parent.parent / "data" / "speakers"
    pages = [read_text(t.text) for folder in FOLDERS for t in annotated.read_folder(data / folder)]
    paragraphs = sum(b.kind.answers for page in pages for b in page.blocks)
    attributing = lambda page: attribute(page.text, page.blocks)  # noqa: E731 - named where it is timed
    cutting = lambda page: [sentence_offsets(b.of(page.text)) for b in page.blocks]  # noqa: E731 - as above
    attributing(pages[0])  # the weights are read once
    rounds = [
        (per_second(attributing, pages, paragraphs), per_second(cutting, pages, paragraphs))
        for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    ]
    read, cut = (statistics.median(r[n] for r in rounds) for n in (0, 1))
    print(f"attributing  {read:8.0f} paragraphs/s of {paragraphs}")
    print(f"sentences    {cut:8.0f} paragraphs/s, {cut / read:.1f} times as fast")


if __name__ == "__main__":
    main()
