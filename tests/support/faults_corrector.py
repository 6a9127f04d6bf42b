"""A process that corrects a document and merges two speakers, over and over; the tests kill it.

    python faults_corrector.py FOLDER FIRST

It prints 'ready', then a line for each change that is acknowledged: what it was, and its number from FIRST on.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

NAME, INTO = "Bram Osei", "Ilse Varga"


def main(folder, first):
    from qa import Corpus

    corpus = Corpus(folder / "corpus")
    corpus.roster()  # the tables of names are read before the clock runs
    corpus.correct("talk.txt", {})
    print("ready", flush=True)
    for number in count(first):
        corpus.correct("talk.txt", {"title": f"Talk {number}", "note": f"Note {number}"})
        print("corrected", number, flush=True)
        if corpus.merges():
            corpus.unmerge(NAME)
            print("parted", number, flush=True)
        else:
            corpus.merge(NAME, INTO)
            print("merged", number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
