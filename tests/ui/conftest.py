from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

HARBOUR = """---
title: The Harbour
author: Ann Author
date: 2014-08-10
---

## Ferries

“The ferry to the island runs late,” said Mayor Jane Roe. “It always has.”

The council counted nine boats in the harbour on Monday.

## Trains

“The trains to the capital are slow,” said John Doe.
"""
LIBRARY = """---
title: The Library
date: 2019
---

“The library opens on Sunday,” said Mary Moe.
"""


@dataclass
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    (folder / "library.md").write_text(LIBRARY, encoding="utf-8")
    return folder


@pytest.fixture
def tiny_model(monkeypatch, tiny):
    """Put the tiny encoder where the command would load MiniLM."""
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: tiny)
    return tiny


@pytest.fixture
def onrecord(monkeypatch, capsys, tiny_model):
    """Return a function that runs the command in this process, as the ``onrecord`` script does."""
    from ui.cli import main

    def run(*words, stdin=""):
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        shown = capsys.readouterr()
        return Run(stopped.value.code, shown.out, shown.err)

    return run


@pytest.fixture
def filled(tmp_path, shelf, onrecord):
    """Return the folder of a corpus into which the command has read the two invented articles."""
    folder = tmp_path / "corpus"
    assert onrecord("add", shelf, "--corpus", folder).code == 0
    return folder


@pytest.fixture
def library(make_corpus):
    return make_corpus({"harbour.md": HARBOUR, "library.md": LIBRARY})
