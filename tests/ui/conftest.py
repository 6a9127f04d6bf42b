from __future__ import annotations

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


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    (folder / "library.md").write_text(LIBRARY, encoding="utf-8")
    return folder


@pytest.fixture
def filled(tmp_path, shelf, onrecord):
    """Return the folder of a corpus into which the command has read the two invented articles."""
    folder = tmp_path / "corpus"
    assert onrecord("add", shelf, "--corpus", folder).code == 0
    return folder


@pytest.fixture
def library(make_corpus):
    return make_corpus({"harbour.md": HARBOUR, "library.md": LIBRARY})
