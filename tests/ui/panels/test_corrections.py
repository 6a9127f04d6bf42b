from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_html import elements, one

from corpus.citation import Citation, Field, Provenance
from qa import retrieve
from qa.bundled import open_bundled
from ui import strings
from ui.panels.corrections import FIELDS, changed, correct, form, shown_value, withdraw_from


@pytest.fixture
def harbour(library):
    return library.find("The Harbour").id


def boxes(corpus, document_id, **other):
    """Return what the boxes say of a document, with some written over."""
    with corpus.store.reading() as view:
        citation = view.citation(document_id)
    return [other.get(name.replace("-", "_"), shown_value(citation, name)) for name in FIELDS]


def save(corpus, document_id, **other):
    values = boxes(corpus, document_id, **other)
    return correct(corpus, document_id, lambda: changed(corpus, document_id, values), strings.DOC_SAVED)


def test_a_corrected_title_stands_in_the_next_answers_citation(library, harbour):
    save(library, harbour, title="The Ferry Port")
    found = retrieve("the ferry to the island runs late", corpus=library)
    assert "“The Ferry Port,”" in found.hits[0].note


def test_what_was_saved_is_shown_in_the_four_styles(library, harbour):
    html = save(library, harbour, title="The Ferry Port")
    assert one(html, "or-doc-told").text == strings.DOC_SAVED
    assert ["The Ferry Port" in e.text for e in elements(html) if e.tag == "cite"] == [True] * 4


def test_only_what_was_changed_becomes_a_correction(library, harbour):
    save(library, harbour, publisher="Veld & Sons")
    assert library.corrections(harbour) == {"publisher": "Veld & Sons"}


def test_nothing_changed_is_said_and_nothing_written(library, harbour):
    before = library.store.revision()
    assert strings.DOC_NOTHING_CHANGED in save(library, harbour)
    assert library.store.revision() == before


def test_authors_are_read_one_a_line(library, harbour):
    save(library, harbour, author="Veld, Sanna\n\n  World Bank \nBern, Oda, Jr.")
    assert library.corrections(harbour)["author"] == [
        {"family": "Veld", "given": "Sanna"},
        {"literal": "World Bank"},
        {"family": "Bern", "given": "Oda", "suffix": "Jr."},
    ]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("issued", "soon", "is not a date"),
        ("URL", "javascript:1", "is not a web address"),
        ("title", "x" * 2001, "2,001"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_what_was_typed_stays(library, harbour, field, value, told):
    values = boxes(library, harbour, **{field: value})
    html = save(library, harbour, **{field: value})
    assert told in one(html, "or-failure").text
    shown = form(library, harbour, values, html)
    assert [box["value"] for box in shown[: len(FIELDS)]] == values
    assert library.corrections(harbour) == {}


def test_an_emptied_box_leaves_the_field_out(library, harbour):
    save(library, harbour, author="")
    assert library.corrections(harbour) == {"author": ""}
    assert library.document(harbour).citation.get("author") is None


def test_each_box_says_where_its_value_comes_from(library, harbour):
    save(library, harbour, title="The Ferry Port", author="")
    infos = dict(
        zip(FIELDS, [box["info"] for box in form(library, harbour, None, "")[: len(FIELDS)]], strict=True)
    )
    assert infos["title"] == "Now: given by the user"
    assert infos["issued"] == "Now: from the page's metadata"
    assert infos["author"].endswith(strings.DOC_FROM_LEFT_OUT)
    assert infos["publisher"] == strings.DOC_FROM_NOTHING


def test_what_a_box_explains_is_never_the_documents_own_word(library, harbour):
    hostile = "<img src=x onerror=alert(1)>"
    save(library, harbour, title=hostile, publisher=hostile)
    assert not [b for b in form(library, harbour, None, "")[: len(FIELDS)] if hostile in b["info"]]


def test_a_withdrawn_correction_shows_what_was_read(library, harbour):
    save(library, harbour, title="The Ferry Port", publisher="Veld & Sons")
    *_, choices, _, _ = form(library, harbour, None, "")
    assert choices.choices == [(strings.DOC_TITLE, "title"), (strings.DOC_PUBLISHER, "publisher")]
    html = withdraw_from(library, harbour, ["title"])
    assert "The Harbour" in html
    assert library.corrections(harbour) == {"publisher": "Veld & Sons"}


def test_nothing_chosen_withdraws_nothing(library, harbour):
    save(library, harbour, title="The Ferry Port")
    assert strings.DOC_CHOOSE in withdraw_from(library, harbour, [])
    assert library.corrections(harbour) == {"title": "The Ferry Port"}


def test_without_corrections_there_is_nothing_to_withdraw(library, harbour):
    *_, choices, button, _ = form(library, harbour, None, "")
    assert (choices.visible, button.visible) == (False, False)


def test_the_sample_is_not_corrected(tiny):
    sample = open_bundled(encoder=tiny)
    first = sample.documents()[0].id
    assert strings.DOC_SAMPLE in save(sample, first, title="Another")
    assert sample.corrections(first) == {}


@pytest.mark.parametrize("wrong", ["", "nowhere"])
def test_a_document_that_is_not_there_is_refused_in_a_sentence(library, wrong):
    assert one(correct(library, wrong, lambda: {"title": "x"}, "Saved"), "or-failure")
    assert len(form(library, wrong, None, "")) == len(FIELDS) + 3


NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


@given(
    st.lists(st.fixed_dictionaries({"family": NAMES, "given": NAMES}) | st.fixed_dictionaries({"literal": NAMES}))
)
def test_names_come_back_from_their_box_as_they_went_in(people):
    from ui.panels.corrections import _names

    written = shown_value(Citation.of({"author": Field(people, Provenance.TEXT)}), "author")
    assert _names(written) == (people or "")
