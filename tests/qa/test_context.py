from __future__ import annotations

import pytest

from qa.context import Origin, around, origin_of

TEXT = "Title line\n\n" + "\n\n".join(
    f"{'Second part' if n == 3 else ''}\n\nParagraph number {n} is a sentence of its own." for n in range(6)
)


@pytest.fixture
def document(make_corpus):
    corpus = make_corpus({"a.txt": TEXT})
    return corpus.document(corpus.documents()[0].id)


@pytest.mark.parametrize(
    ("at", "count", "near"), [(2, 2, [1, 2, 3]), (3, 2, [4, 5, 6]), (4, 1, [4, 5, 6]), (0, 0, [1])]
)
def test_the_neighbours_of_a_passage_are_the_nearest_of_its_section_in_order(document, at, count, near):
    assert [p.ordinal for p in around(document, document.passages[at], count=count)] == near


def test_neighbours_are_of_the_same_section(document):
    assert {p.section for p in around(document, document.passages[3])} == {"Second part"}
    assert {p.section for p in around(document, document.passages[2])} == {None}


NOTED = """# The weir

Sanna Veld said the weir would hold.[^1]

[^1]: Minutes of the quay, p. 4.
"""


def test_a_passage_comes_from_its_documents_record_its_file_and_its_footnotes(make_corpus):
    corpus = make_corpus({"weir.md": NOTED, "other.txt": TEXT})
    document = corpus.document(corpus.find("weir.md").id)
    with corpus.store.reading() as view:
        origin = origin_of(view, document.passages[0])
    assert origin == Origin(document.citation, origin.source, (("1", "Minutes of the quay, p. 4."),))
    assert origin.source.endswith("weir.md")


def test_where_no_file_is_kept_the_source_is_empty(document):
    class Forgetful:
        """A view of a store that kept the record alone."""

        def sources(self, document_id):
            return []

        def citation(self, document_id):
            return document.citation

        def notes(self, passage):
            return []

    assert origin_of(Forgetful(), document.passages[0]) == Origin(document.citation, "", ())
