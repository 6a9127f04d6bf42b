from __future__ import annotations

import pytest

from qa.context import around

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
