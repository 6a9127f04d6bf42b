from __future__ import annotations

import pytest


@pytest.fixture(scope="package")
def shared(tmp_path_factory):
    """Return a function that gives a corpus of named texts, made once; for tests that change nothing in it."""
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    made = {}

    def of(texts):
        key = tuple(texts.items())
        if key not in made:
            folder = tmp_path_factory.mktemp("shared")
            for name, text in texts.items():
                (folder / name).write_text(text, encoding="utf-8", newline="")
            corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
            corpus.add(folder / name for name in texts)
            made[key] = corpus, corpus.store.revision(), corpus.settings
        return made[key][0]

    yield of
    for corpus, revision, settings in made.values():
        assert (corpus.store.revision(), corpus.settings) == (revision, settings), (
            "a test has changed what all use"
        )
