"""A small archive for programs to ask."""

from __future__ import annotations

from tiny_encoder import TinyEncoder

from qa import Corpus

LOCK = """---
title: The Lock
author: Oda Bern
date: 2014-08-10
---

“The lock will open before the winter,” said Warden Sanna Veld. “Nobody will wait for it.”

The canal board met on Monday.
"""
MILL = """---
title: The Mill
---

“The mill stands still,” said Oda Bern.
"""


def small_archive(folder):
    """Return a corpus of two invented articles, made in ``folder``."""
    files = folder / "files"
    files.mkdir()
    for name, text in {"lock.md": LOCK, "mill.md": MILL}.items():
        (files / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([files])
    return corpus


def timeless(form):
    """Return an answer as JSON values without how long it took."""
    return {name: value for name, value in form.items() if name != "took_ms"}
