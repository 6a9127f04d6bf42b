from __future__ import annotations

import pytest
from ui_html import one

from qa import retrieve
from qa.bundled import open_bundled
from ui import strings
from ui.panels import removal
from ui.panels.removal import remove, restore


@pytest.fixture
def harbour(library):
    return library.find("The Harbour").id


def titles(corpus):
    return [s.citation.title for s in corpus.documents()]


def test_a_removed_document_is_gone_and_answers_nothing(library, harbour):
    kept, html = remove(library, harbour, ())
    assert (len(kept), one(html, "or-doc-told").text) == (1, strings.DOC_REMOVED.format(title="The Harbour"))
    assert titles(library) == ["The Library"]
    assert "harbour.md" not in {hit.source for hit in retrieve("ferry to the island", corpus=library)}


def test_undone_it_is_back_as_it_was(library, harbour):
    library.correct(harbour, {"publisher": "Veld & Sons"})
    before = library.document(harbour)
    kept, _ = remove(library, harbour, ())
    left, html = restore(library, kept)
    assert (left, one(html, "or-doc-told").text) == ((), "Back in the corpus: The Harbour")
    assert library.document(harbour) == before


def test_the_last_removed_is_the_first_to_come_back(library, harbour):
    kept, _ = remove(library, harbour, ())
    kept, _ = remove(library, library.find("The Library").id, kept)
    kept, _ = restore(library, kept)
    assert titles(library) == ["The Library"]
    assert restore(library, kept)[0] == ()
    assert titles(library) == ["The Harbour", "The Library"]


def test_only_so_many_are_kept(library, harbour, monkeypatch):
    monkeypatch.setattr(removal, "_KEPT", 1)
    kept, _ = remove(library, harbour, ())
    kept, _ = remove(library, library.find("The Library").id, kept)
    assert [one_.citation.title for one_ in kept] == ["The Library"]


@pytest.mark.parametrize("wrong", ["", "nowhere"])
def test_what_is_not_there_is_not_removed(library, wrong):
    kept, html = remove(library, wrong, ())
    assert kept == ()
    assert one(html, "or-failure")
    assert len(library.documents()) == 2


def test_nothing_removed_is_nothing_to_undo(library):
    assert strings.DOC_NOTHING_TO_UNDO in restore(library, ())[1]


def test_a_place_that_is_taken_is_said_and_the_removed_document_kept(library, harbour, tmp_path):
    kept, _ = remove(library, harbour, ())
    (tmp_path / "corpus-files" / "harbour.md").write_text("# Another\n\nAnother text.\n", encoding="utf-8")
    library.put([tmp_path / "corpus-files"])
    left, html = restore(library, kept)
    assert left == kept
    assert "holds another document by now" in one(html, "or-failure").text


def test_the_sample_keeps_its_documents(tiny):
    sample = open_bundled(encoder=tiny)
    assert strings.DOC_SAMPLE in remove(sample, sample.documents()[0].id, ())[1]
    assert len(sample.documents()) == 4
