"""Write the sources and what must be read of them: ``python tests/data/sources/write.py FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "support")]

from sources import books, office, older, pdfs, plain, records, spoken, tabular, web


def all_sources():
    """Return every file that can be read here: web pages only where their reader is."""
    return [
        source
        for module in (plain, pdfs, office, books, spoken, records, tabular, older, web)
        for source in module.made()
    ]


def write(folder):
    """Write the files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in all_sources():
        (folder / source.name).write_bytes(source.data)


if __name__ == "__main__":
    into = Path(sys.argv[1])
    write(into / "sources")
    said = [source.written_down() for source in all_sources()]
    (into / "expected.json").write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{len(said)} files in {into / 'sources'}")
