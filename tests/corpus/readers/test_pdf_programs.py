from __future__ import annotations

import re

import pytest
from pdf_programs import AUTHOR, DATE, HEAD, TITLE, article, by_chromium, by_latex, by_libreoffice
from rapidfuzz.distance import Levenshtein

from corpus.hyphens import search_copy, words_of
from corpus.model import BlockKind
from corpus.readers.pdf import read_pdf

pytestmark = pytest.mark.slow

RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
MAKERS = {
    "LibreOffice": by_libreoffice,
    "Chromium": by_chromium,
    "Chromium, bare": lambda text, folder: by_chromium(text, folder, furniture=False),
    "LaTeX": by_latex,
    "LaTeX, T1": lambda text, folder: by_latex(text, folder, r"\usepackage[T1]{fontenc}"),
}
#: Chromium's page has no notes: the web has no feet of pages.
WITH_NOTES = ("LibreOffice", "LaTeX", "LaTeX, T1")
MOST_ERRORS = 0.005


@pytest.fixture(scope="module", params=MAKERS)
def made(request, tmp_path_factory):
    """Return the maker's name, the article and the page that was read of its PDF."""
    text = article(seed=11, length=30)
    path = MAKERS[request.param](text, tmp_path_factory.mktemp("pdf"))
    return request.param, text, read_pdf(path.read_bytes(), path)


def plain(words):
    """Return words as the source has them: joined over lines, with straight quotes, without marks of notes."""
    return RAISED.sub("", words).translate(str.maketrans("“”’", '""\''))


def shown(page, *kinds):
    known = words_of(page.text)
    return [plain(search_copy(b.of(page.text), known).text) for b in page.blocks if b.kind in kinds]


def test_the_paragraphs_are_those_of_the_source_in_its_order(made):
    name, text, page = made
    found = shown(page, *(kind for kind in BlockKind if kind.answers))
    wanted = [plain(words) for words in text.paragraphs]
    starts = [[words[:40] for words in side] for side in (found, wanted)]
    assert starts[0] == starts[1], name


def test_at_most_one_word_in_two_hundred_differs(made):
    name, text, page = made
    found = " ".join(shown(page, *(kind for kind in BlockKind if kind.answers))).split()
    wanted = " ".join(plain(words) for words in text.paragraphs).split()
    rate = Levenshtein.distance(wanted, found) / len(wanted)
    print(f"{name}: {rate:.4%} of {len(wanted):,} words differ")
    assert rate <= MOST_ERRORS


def test_the_notes_are_those_of_the_source_and_cited_where_it_cites_them(made):
    name, text, page = made
    if name not in WITH_NOTES:
        pytest.skip(f"{name} sets no notes")
    notes = [words.lstrip("0123456789") for words in shown(page, BlockKind.NOTE)]
    assert notes == [plain(words) for words in text.notes.values()]
    labels = {
        b.label: n for b, n in zip((b for b in page.blocks if b.kind is BlockKind.NOTE), text.notes, strict=True)
    }
    passages = [b for b in page.blocks if b.kind.answers]
    cited = {n: [labels[label] for label in b.notes] for n, b in enumerate(passages) if b.notes}
    assert cited == {n: [n] for n in text.notes}


def test_title_and_sections_are_told_from_paragraphs(made):
    _, text, page = made
    assert shown(page, BlockKind.TITLE) == [TITLE]
    assert [re.sub(r"^\d ", "", words) for words in shown(page, BlockKind.HEADING)] == list(text.sections)
    assert page.fields["title"].value == TITLE


def test_date_and_author_are_read_where_the_page_says_them(made):
    name, _, page = made
    if name.startswith("LaTeX"):
        assert "author" not in page.fields  # a bare name under a title may be anybody's
    else:
        assert page.fields["author"].value == [{"literal": AUTHOR}]
    assert shown(page, BlockKind.DATE) == [DATE]
    assert page.fields["issued"].value == {"date-parts": [[2019, 6, 14]]}


def test_heads_feet_and_page_numbers_are_in_no_paragraph(made):
    name, _, page = made
    asides = shown(page, BlockKind.LEFTOVER)
    if name in WITH_NOTES:
        assert HEAD in asides
        assert {"1", "2", "3"} <= set(asides)
    said = " ".join(shown(page, BlockKind.PARAGRAPH))
    assert HEAD not in said
    assert "article.html" not in said


def test_every_block_knows_its_page(made):
    _, _, page = made
    pages = [int(b.page) for b in page.blocks if b.kind.answers]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] >= 3
