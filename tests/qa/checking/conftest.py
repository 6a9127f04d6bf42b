from __future__ import annotations

import pytest
from quote_texts import TEXTS


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    """Let no test of the quote checker load a model: it needs none."""

    def refuse(*_):
        raise AssertionError("a model was asked for")

    monkeypatch.setattr("embeddings.encoder.load_encoder", refuse)


@pytest.fixture(scope="package")
def harbour(tmp_path_factory):
    """A corpus of the invented documents that has never had an index."""
    from qa import Corpus

    folder = tmp_path_factory.mktemp("harbour")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True)
    corpus.put(sorted(folder.glob("*.txt")))
    return corpus


@pytest.fixture(scope="package")
def sample(tmp_path_factory):
    """The bundled sample's documents in a corpus without an index."""
    from qa import Corpus
    from qa.bundled import SAMPLE

    corpus = Corpus(tmp_path_factory.mktemp("sample") / "corpus", create=True)
    corpus.put(sorted(SAMPLE.glob("*.md")))
    return corpus


@pytest.fixture(scope="package")
def passages(sample, harbour):
    """Every passage of both corpora with its corpus, in a fixed order."""
    found = []
    for corpus in (sample, harbour):
        with corpus.store.reading() as view:
            found += [(corpus, p) for document in view.documents() for p in document.passages]
    return found


@pytest.fixture
def check(harbour):
    """Return a function that checks a quotation against the invented documents."""
    from qa import check_quote

    def run(quotation, **options):
        return check_quote(quotation, corpus=harbour, **options)

    return run
