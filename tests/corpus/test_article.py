"""One article from its file to its speakers: our own with every trap, and the real one where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import BlockKind
from corpus.readers import read_source
from corpus.store import Store

OWN = Path(__file__).resolve().parents[1] / "data" / "long-quay.txt"

#: Paragraph, speaker, the first words inside the marks.
OWN_QUOTATIONS = [
    (2, "Tam Relland", "the word ‘patience’"),
    (3, None, "A wall that is"),
    (4, "Jory Pell", "The east mole is"),
    (4, "Hesper Vane", "Without the east mole"),
    (5, "Oda Bern", "I will count stones"),
    (5, "Relland", "Stone keeps its own"),
    (7, "Anselm Dray", "We ask the town"),
    (8, "Mara Relland", "a harbour compact"),
    (9, "Jory Pell", "The mole will certainly"),
]
REAL_QUOTATIONS = [
    (2, "Mehdi Khalaji", "the term ‘resistance’"),
    (5, "Ruhollah Khomeini", "Taking this decision"),
    (7, "Ali Khamenei", "America’s policy towards"),
    (10, "Ali Akbar Velayati", "Syria is the golden"),
    (10, "Hossein Hamedani", "Today Syria stands"),
    (11, "Iraj Masjedi", "connection to the"),
    (15, "Qassem Soleimani", "We emphasize and insist"),
    (16, "Mohammad Reza Naghdi", "sign a defense"),
    (16, "Ali Khamenei", "We believe that"),
    (16, "Ahmad Vahidi", "Arming the West Bank"),
    (16, "Mohsen Rezaei", "Your fight continues"),
    (18, "Hossein Salami", "The West Bank will"),
    (19, "Hassan Firouzabadi", "Cooperation between Iran"),
]


@pytest.fixture
def own():
    return read_source(OWN)


@pytest.fixture
def real(real_article):
    return read_source(real_article)


def asides(read, kind):
    return [read.text[a.start : a.end] for a in read.asides if a.kind is kind]


def spoken(passage):
    return [u for u in passage.utterances if u.kind.verbatim]


def check_quotations(read, expected, terms=0):
    """Check who speaks what word for word; at most so many ``terms`` may be taken for speech beside that."""
    found = [
        (p.paragraph, u.speaker, p.text[u.start : u.end].lstrip("“"))
        for p in read.passages
        for u in p.utterances
        if u.kind.verbatim
    ]
    known = [f for f in found if any(f[2].startswith(opening) for _, _, opening in expected)]
    assert [(n, who) for n, who, _ in known] == [(n, who) for n, who, _ in expected]
    assert len(found) - len(known) <= terms


def test_the_title_is_the_line_set_like_one_and_not_the_caption_above_it(own):
    assert own.title == "The Long Quay: How Lowmere's Harbour Governor Means to Outlast the Sea"
    assert own.citation.provenance() == {"title": "from the text", "issued": "from the text"}


def test_the_date_is_the_date_line_and_not_the_captions_date(own):
    assert own.citation.issued.iso == "2019-06-14"


def test_both_printings_of_the_caption_are_captions(own):
    captions = asides(own, BlockKind.CAPTION)
    assert len(captions) == 2
    assert captions[1] == f"{captions[0]}. (Reuters)"


def test_bare_lines_are_headings_and_part_the_article_into_sections(own):
    headings = ["A Governor’s Patience", "What the Council Wants", "The Next Tide"]
    assert asides(own, BlockKind.HEADING) == headings
    assert list(dict.fromkeys(p.section for p in own.passages)) == [None, *headings]


def test_paragraphs_are_numbered_as_a_reader_counts_them(own):
    assert [p.paragraph for p in own.passages] == list(range(1, 10))


def test_only_the_letter_without_marks_is_a_block_quotation(own):
    assert [p.paragraph for p in own.passages if p.kind is BlockKind.QUOTE] == [7]
    assert {p.kind for p in own.passages} == {BlockKind.PARAGRAPH, BlockKind.QUOTE}


def test_the_note_is_linked_to_the_paragraph_that_cites_it(own):
    assert {p.paragraph: p.notes for p in own.passages if p.notes} == {2: ("i",)}
    assert own.note("i").startswith("[i] Tam Relland")


def test_the_pages_leftover_is_no_part_of_the_article(own):
    assert asides(own, BlockKind.LEFTOVER) == ["View Citations"]


def test_every_passage_of_the_article_is_a_slice_of_its_file(own):
    text = OWN.read_bytes().decode()
    assert own.text == text
    assert all(p.text == text[p.start : p.end] for p in own.passages)


def test_non_breaking_spaces_are_kept_as_they_are(own):
    assert "\u00a0" in own.passages[0].text


def test_each_quotation_is_its_speakers_and_terms_and_titles_are_no_quotations(own):
    check_quotations(own, OWN_QUOTATIONS)


def test_a_speaker_named_by_title_alone_is_its_holder_with_the_title_as_printed(own):
    governor = spoken(own.passages[4])[0]
    assert (governor.speaker, governor.as_printed, governor.role) == ("Oda Bern", "The Governor", "Governor")


def test_the_surveyor_speaks_and_not_the_governor_who_employs_him(own):
    assert own.passages[3].speakers == ("Jory Pell", "Hesper Vane")


def test_a_last_name_of_two_people_is_neither_of_them(own):
    assert spoken(own.passages[4])[1].speaker == "Relland"


def test_no_place_speaks(own):
    places = {"Lowmere", "Saltby", "Fenwick", "East Mole"}
    assert places.isdisjoint(name for p in own.passages for name in p.speakers)


def test_the_article_comes_out_of_the_store_as_it_went_in(own, tmp_path):
    store = Store.create(tmp_path)
    with store.writing() as writer:
        writer.put(own, "1")
    with store.reading() as view:
        assert view.document(own.id) == own
        assert view.notes(own.passages[1]) == [("i", own.note("i"))]


def test_the_real_article_has_its_title_and_date(real):
    assert real.title.startswith("He's Just Not That")
    assert real.citation.issued.iso == "2014-09-02"
    assert real.citation.get("author") is None


def test_the_real_article_has_four_headings_and_five_sections(real):
    headings = ["Paragon of Resistance", "Indoctrinated Strategy", "Operational Overstretch", "Looking Ahead"]
    assert asides(real, BlockKind.HEADING) == headings
    assert list(dict.fromkeys(p.section for p in real.passages)) == [None, *headings]


def test_the_real_article_has_nineteen_paragraphs_of_which_the_fifteenth_is_a_letter(real):
    assert [p.paragraph for p in real.passages] == list(range(1, 20))
    assert [p.paragraph for p in real.passages if p.kind is BlockKind.QUOTE] == [15]


def test_the_real_articles_captions_note_and_leftover_never_answer(real):
    captions = asides(real, BlockKind.CAPTION)
    assert len(captions) == 2
    assert captions[1].endswith("(Reuters)")
    assert asides(real, BlockKind.LEFTOVER) == ["View Citations"]
    assert {p.paragraph: p.notes for p in real.passages if p.notes} == {2: ("i",)}
    assert real.note("i").startswith("[i] Mehdi Khalaji")


def test_every_passage_of_the_real_article_is_a_slice_of_its_file(real, real_article):
    text = real_article.read_bytes().decode()
    assert all(p.text == text[p.start : p.end] for p in real.passages)


def test_the_thirteen_quotations_of_the_real_article_have_their_speakers(real):
    check_quotations(real, REAL_QUOTATIONS, terms=1)
