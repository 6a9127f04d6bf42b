"""Print how much of the sources is read right: ``python tests/data/sources/measure.py``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "support")]

from sources.compare import Told, compared
from sources.write import all_sources

from corpus.readers.build import read_here


def all_told() -> Told:
    """Read every file and hold it against what is written down of it."""
    told = Told()
    with tempfile.TemporaryDirectory() as folder:
        for source in all_sources():
            path = Path(folder, source.name)
            path.write_bytes(source.data)
            told.add(compared(source, read_here(path).documents))
    return told


if __name__ == "__main__":
    found, files = all_told(), all_sources()
    print(f"{len(files)} files, {len({f.ending for f in files})} endings, {found.counts['words']:,} words")
    for about in sorted(name.removesuffix(" all") for name in found.counts if name.endswith(" all")):
        print(f"{about:20} {found.counts[f'{about} right']:5} of {found.counts[f'{about} all']}")
    print({kind: found.counts[f"speakers {kind}"] for kind in ("right", "unattributed", "wrong")})
    print("\n".join(line for lines in found.faults.values() for line in lines))
