"""Folders of small files for tests of keeping in step: readers that remember, and what a store holds."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.readers import sandbox


def speech(name, version=0):
    """Return a text that no other name and version has."""
    return f"Paper {name}, number {version}\n\n“The quay holds number {version},” said Oda Bern of {name}.\n"


def papers(tmp_path):
    """Make a folder with two files and a third in a folder of its own, and return it."""
    folder = tmp_path / "papers"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        (folder / name).write_text(speech(name), encoding="utf-8")
    return folder


def read_from_memory(monkeypatch):
    """Let the same bytes under the same ending be read once only; return the list of files that were asked for."""
    asked, real = [], sandbox.read_file

    def read(path, options):
        asked.append(Path(path).name)
        key = (Path(path).read_bytes() if Path(path).is_file() else None, Path(path).suffix, str(options))
        if key[0] is None or key not in _KEPT:
            _KEPT[key] = real(path, options)
        whole = os.path.realpath(path)
        return _KEPT[key].under(whole, _KEPT[key].documents[0].source.partition("#")[0])

    monkeypatch.setattr("corpus.readers.read_file", read)
    return asked


_KEPT = {}


def held(store):
    """Return what a store holds: of each document its id, text, places and record."""
    with store.reading() as view:
        return {
            d.id: (
                d.text,
                tuple(view.sources(d.id)),
                tuple(sorted((n, str(f.value)) for n, f in d.citation.fields)),
            )
            for d in view.documents()
        }


def outcomes(results):
    """Return the outcome of each file by its name, "refused" for a refusal."""
    return {Path(r.source).name: str(r.outcome or "refused") for r in results}


def grow_old(corpus):
    """Let all that is remembered have been seen long after it was last changed."""
    with corpus.store.writing() as writer:
        writer._execute("UPDATE files SET seen_ns = ctime_ns + mtime_ns")
