"""A process that adds speeches to a corpus; the tests kill it.

    python faults_writer.py FOLDER PREFIX FIRST_VERSION ROUNDS

It prints 'ready', then a line for each file that is acknowledged: its name and version. ROUNDS 0 goes on for
ever. It loads no model, so that it starts at once.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

FILES, BATCH = 6, 3


def main(folder, prefix, first, rounds):
    from faults_texts import speech
    from tiny_encoder import TinyEncoder

    from corpus.blocks import Block
    from corpus.model import BlockKind
    from corpus.readers import read_source
    from corpus.speakers import attribute
    from qa import Corpus

    said = "“No,” said Oda Bern."
    attribute(said, [Block(BlockKind.PARAGRAPH, 0, len(said))])  # its tables are read before the clock runs
    (folder / "first.md").write_text(said, encoding="utf-8")
    read_source(folder / "first.md")  # and the reading process is there
    print("ready", flush=True)
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    names = [f"{prefix}-{n}.txt" for n in range(FILES)]
    for version in range(first, first + rounds) if rounds else count(first):
        for start in range(0, FILES, BATCH):
            paths = [folder / name for name in names[start : start + BATCH]]
            for path in paths:
                path.write_text(speech(path.name, version), encoding="utf-8")
            corpus.add(paths, on_result=lambda result, version=version: acknowledge(result, version))


def acknowledge(result, version):
    if result.error is None:
        print(Path(result.source).name, version, flush=True)


if __name__ == "__main__":
    from corpus.errors import OnRecordError

    try:
        main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    except OnRecordError as fault:
        print(f"refused: {fault}", file=sys.stderr)
        raise SystemExit(fault.exit_code) from None
