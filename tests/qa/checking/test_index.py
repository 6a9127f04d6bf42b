"""The checker's index: never a model, whatever lies on the disk, and always of the present revision."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qa import Corpus, check_quote
from qa.checking import Grade
from qa.checking.index import word_index

LAMPS = "The lamps\n\nThe lamps on the quay are dark again tonight.\n"
HERONS = "Herons\n\nThe herons left when the dredgers came to the canal.\n"


def opened(corpus):
    with corpus.store.reading() as view:
        return word_index(corpus, view)


@pytest.fixture
def stored(make_corpus):
    """A corpus with an index on the disk, opened anew without an encoder."""
    return Corpus(make_corpus({"lamps.txt": LAMPS, "herons.txt": HERONS}).folder)


def test_an_index_on_the_disk_is_taken_as_it_is(stored, monkeypatch):
    monkeypatch.setattr("embeddings.lexical.build", lambda _: pytest.fail("it was built again"))
    assert check_quote("the lamps on the quay", corpus=stored).grade is Grade.EXACT


def test_an_index_made_with_another_model_will_do(stored, monkeypatch):
    stored.settings = type(stored.settings)(model="some-other-model")
    monkeypatch.setattr("embeddings.lexical.build", lambda _: pytest.fail("it was built again"))
    assert check_quote("the lamps on the quay", corpus=stored).grade is Grade.EXACT


def test_without_an_index_the_words_are_read_from_the_store_and_nothing_is_written(tmp_path):
    (tmp_path / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus", create=True)
    corpus.put([tmp_path / "lamps.txt"])
    assert check_quote("the lamps on the quay", corpus=corpus).grade is Grade.EXACT
    assert not (corpus.folder / "index").exists()


@pytest.mark.parametrize("name", ["manifest.json", "lexical.npz", "rows.json"])
def test_a_damaged_index_is_passed_over(stored, name):
    next(stored.folder.glob(f"index/gen-*/{name}")).write_bytes(b"damaged")
    assert check_quote("the lamps on the quay", corpus=stored).grade is Grade.EXACT


def test_an_index_older_than_the_documents_is_passed_over(stored, tmp_path):
    (tmp_path / "new.txt").write_text("New\n\nA crane stands on the new quay today.\n", encoding="utf-8")
    stored.put([tmp_path / "new.txt"])
    assert check_quote("a crane stands on the new quay", corpus=stored).grade is Grade.EXACT


def test_what_was_added_and_removed_while_the_corpus_is_open_is_seen(tmp_path, make_corpus):
    corpus = make_corpus({"lamps.txt": LAMPS})
    assert check_quote("the herons left", corpus=corpus).grade is Grade.ABSENT
    (tmp_path / "herons.txt").write_text(HERONS, encoding="utf-8")
    corpus.put([tmp_path / "herons.txt"])
    assert check_quote("the herons left", corpus=corpus).grade is Grade.EXACT
    with corpus.store.writing() as writer:
        writer.remove(corpus.find("Herons").id)
    assert check_quote("the herons left", corpus=corpus).grade is Grade.ABSENT


def test_the_index_is_kept_while_the_corpus_does_not_change(stored):
    assert opened(stored) is opened(stored)


def test_built_and_stored_indexes_hold_the_same_passages(stored, tmp_path):
    from qa.checking.index import _built

    with stored.store.reading() as view:
        built, kept = _built(view), opened(stored)
    assert built.ids == kept.ids
    assert built.documents.tolist() == kept.documents.tolist()
    assert built.revision == kept.revision


def test_checking_imports_no_model_library(stored):
    script = (
        "import sys; from qa import check_quote\n"
        f"found = check_quote('the lamps on the quay', corpus={str(stored.folder)!r})\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'gradio'}\n"
        "print(found.grade.value, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "exact []"
