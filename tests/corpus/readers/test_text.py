from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from texts import any_text, document, kinds

from corpus.readers.text import read_text

ARTICLE = (
    "The Long Quay\n\nJune 14, 2019\n\nBy Mara Quell\n\nIt rained all night.\n\nThe Next Tide\n\nIt came at last."
)


@given(any_text)
def test_the_pages_text_is_the_files_text_character_for_character(text):
    assert read_text(text).text == text


@given(any_text)
def test_every_passage_is_a_slice_of_its_document(text):
    read = document(text)
    assert all(p.text == read.text[p.start : p.end] for p in read.passages)


@given(any_text)
def test_passages_and_asides_never_overlap(text):
    read = document(text)
    spans = sorted((s.start, s.end) for s in (*read.passages, *read.asides))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(any_text)
def test_no_word_of_the_file_is_in_neither_a_passage_nor_an_aside(text):
    covered = "".join(words for words, _ in kinds(text))
    assert "".join(covered.split()) == "".join(text.split())


@given(any_text)
def test_every_text_with_a_word_in_it_has_a_passage(text):
    assert document(text).passages


def test_an_article_is_read_into_its_parts():
    assert [kind for _, kind in kinds(ARTICLE)] == ["title", "date", "byline", "paragraph", "heading", "paragraph"]


def test_what_the_head_states_is_the_record_with_its_provenance():
    citation = document(ARTICLE).citation
    assert (citation.title, str(citation.issued)) == ("The Long Quay", "June 14, 2019")
    assert citation.get("author") == [{"literal": "Mara Quell"}]
    assert set(citation.provenance().values()) == {"from the text"}


def test_line_ends_of_every_system_give_the_same_words():
    found = [
        [(" ".join(w.split()), k) for w, k in kinds(ARTICLE.replace("\n", end))]
        for end in ("\r\n", "\r", "\u2028")
    ]
    assert found == [kinds(ARTICLE)] * 3


def test_windows_line_ends_shift_no_offset():
    read = document(ARTICLE.replace("\n", "\r\n"))
    assert read.passages[1].text == "It came at last."
    assert read.text[read.passages[1].start :] == "It came at last."


def test_a_poem_of_short_lines_is_paragraphs_and_still_has_its_title():
    found = kinds("The Lamp\n\nthe lamp is lit\n\nthe tide is out\n\nthe night is long")
    assert found[0] == ("The Lamp", "title")
    assert {kind for _, kind in found[1:]} == {"paragraph"}


def test_a_single_paragraph_is_a_document():
    read = document("It rained all night.")
    assert [p.text for p in read.passages] == ["It rained all night."]
    assert read.citation.fields == ()


def test_text_of_another_script_is_read_as_well():
    read = document("港の長い話\n\n潮が満ちた。誰も見ていなかった。\n\nשלום לכם.\n\nمرحبا بكم.")
    assert [p.text for p in read.passages][-2:] == ["שלום לכם.", "مرحبا بكم."]
