from __future__ import annotations

import pytest
from ui_hits import citation
from ui_hostile import HOSTILE
from ui_html import elements, foreign

from corpus.citation import Citation, Field, Provenance
from corpus.errors import SourceEmptyError
from corpus.model import Aside, BlockKind, Document, DocumentSummary, Passage
from qa import AddResult
from qa.describing import Description
from qa.layout import page_of
from qa.results import Outcome
from ui import strings
from ui.render.documents import authors_of, citations, date_of, head, pages, shelf, told
from ui.render.uploads import described_table, read_table


def summary(n=1, cited=None, sources=("/shelf/harbour.md",)):
    return DocumentSummary(f"d{n}", citation() if cited is None else cited, sources, 3, 2)


def cells(html):
    return [e.text for e in elements(html) if e.tag == "td"]


def document(paragraphs, title="The Harbour", source="/shelf/harbour.md"):
    """Make a document of paragraphs, each below a heading of its own."""
    text, passages, asides = "", [], []
    for n, (heading, words) in enumerate(paragraphs, 1):
        asides.append(Aside(BlockKind.HEADING, len(text), len(text) + len(heading)))
        text += f"{heading}\n\n"
        passages.append(Passage(f"p{n}", "d1", n, n, words, len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    return Document("d1", text, citation(title), source, "0" * 64, tuple(passages), tuple(asides))


def test_a_row_says_title_date_author_counts_and_file():
    html = shelf([summary()], 1, 1, searched=False)
    assert cells(html) == ["The Harbour", "2014-08-10", "Ann Author", "3", "2", "harbour.md"]
    (link,) = [e for e in elements(html) if e.tag == "a"]
    assert link.attributes["href"] == "?document=d1"


def test_what_nothing_states_is_said_to_be_missing():
    html = shelf([summary(cited=Citation())], 1, 1, searched=False)
    assert cells(html)[:3] == [strings.DOC_NO_TITLE, strings.DOC_NO_DATE, strings.DOC_NO_AUTHOR]


def test_the_list_says_which_part_of_it_is_shown():
    assert "51 to 52 of 52 documents" in shelf([summary(1), summary(2)], 51, 52, searched=False)
    assert strings.DOC_ONE_SHOWN in shelf([summary()], 1, 1, searched=True)


def test_an_empty_list_says_why():
    assert strings.DOC_NONE in shelf([], 1, 0, searched=True)
    assert strings.DOC_EMPTY in shelf([], 1, 0, searched=False)


def test_no_folder_of_the_machine_is_shown():
    html = shelf([summary(sources=("/home/veld/secret/harbour.md", "C:\\veld\\harbour.md"))], 1, 1, searched=False)
    assert cells(html)[-1] == "harbour.md"


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words_in_every_position(words):
    cited = citation(words, words)
    result = AddResult(f"{words}", Outcome.ADDED, "d1", words, 3, 2)
    refused = AddResult(words, error=SourceEmptyError(words, expected=words, action=words))
    made = document([(words, words)], words, words)
    html = (
        shelf([summary(cited=cited, sources=(words,))], 1, 1, searched=True)
        + read_table([(result, cited), (refused, None)])
        + described_table([Description(words, "d1", words), Description(words, None, words)], {"d1": words})
        + citations(words, cited)
        + head(made, page_of(made), 2)
        + told(words)
    )
    assert not foreign(html)
    assert cells(html)[0] == words


def test_a_document_says_what_it_is_and_leads_to_its_sections():
    made = document([("Ferries", "They run."), ("Trains\nand buses", "They do not.")])
    html = head(made, page_of(made), 2)
    assert "Ann Author · 2014-08-10 · harbour.md · passages: 2, speakers: 2" in html
    links = [(e.text, e.attributes["data-or-value"]) for e in elements(html) if e.tag == "a"]
    assert links == [("Ferries", "p1"), ("Trains and buses", "p2")]


def test_more_sections_than_fit_are_counted():
    made = document([(f"Section {n}", "Words.") for n in range(405)])
    assert strings.DOC_MORE_SECTIONS.format(count=5) in head(made, page_of(made), 0)


def test_a_heading_with_nothing_below_it_leads_nowhere():
    made = document([("Ferries", "They run.")])
    last = Aside(BlockKind.HEADING, len(made.text) - 1, len(made.text))
    made = Document(made.id, made.text, made.citation, made.source, made.sha256, made.passages, (last,))
    assert not [e for e in elements(head(made, page_of(made), 0)) if e.tag == "a"]


def test_a_long_document_says_which_part_is_shown_and_leads_on():
    made = document([("Section", "Words.") for _ in range(450)])
    html = pages(made, page_of(made, "p300"))
    assert strings.DOC_PAGES.format(first=201, last=400, count=450) in html
    assert [e.attributes["data-or-value"] for e in elements(html) if e.tag == "a"] == ["p1", "p401"]
    assert pages(made, page_of(document([("A", "B")]))) == ""


def test_a_record_is_cited_in_the_four_styles_with_italics_and_to_copy():
    html = citations(strings.DOC_SAVED, citation())
    assert [e.text for e in elements(html) if e.tag == "dt"] == ["APA", "Chicago (notes)", "Harvard", "MLA"]
    texts = [e.text for e in elements(html) if e.tag == "cite"]
    copied = [e.attributes["data-or-copy"] for e in elements(html) if e.tag == "button"]
    assert texts == copied
    assert all("The Harbour" in text for text in texts)


def test_dates_and_names_are_shown_as_they_are_known():
    words = Citation.of({"issued": Field({"literal": "around 1983"}, Provenance.TEXT)})
    names = [{"family": "Veld", "given": "Sanna", "non-dropping-particle": "van der"}, {"literal": "World Bank"}]
    assert date_of(words) == "around 1983"
    assert authors_of(Citation.of({"author": Field(names, Provenance.USER)})) == "Sanna van der Veld, World Bank"


def test_what_was_read_says_from_where():
    html = read_table([(AddResult("/x/harbour.md", Outcome.ADDED, "d1", "T", 3, 2), citation(author=None))])
    assert cells(html) == [
        "harbour.md", "added", "3", "2", "The Harbourfrom the page's metadata", "not found in it",
        "2014-08-10from the page's metadata",
    ]  # fmt: skip


def test_a_refusal_stands_in_its_row():
    fault = SourceEmptyError("empty.md has no words in it", expected="text", action="Check it.")
    html = read_table([(AddResult("empty.md", error=fault), None)])
    assert cells(html)[:2] == ["empty.md", f"refused: {fault}"]


def test_records_that_fit_none_are_named():
    found = [Description("veld2014", "d1", "the same DOI"), Description("bern", None, "no document agrees")]
    assert cells(described_table(found, {"d1": "The Harbour"})) == [
        "veld2014", "The Harbour", "the same DOI", "bern", strings.DOC_UNMATCHED, "no document agrees",
    ]  # fmt: skip
