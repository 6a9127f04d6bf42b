from __future__ import annotations

import pytest

from qa.checking.find import Finder
from qa.checking.index import word_index
from qa.checking.quotation import read_quotation


@pytest.fixture
def finder(harbour):
    with harbour.store.reading() as view:
        yield Finder(word_index(harbour, view), view)


def texts(finder, positions):
    return [passage.text for passage in finder.passages(positions)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("we will not sell the quay", 2), ("WE WILL NOT", 2), ("sell the crane", 0), ("船が", 1),
        ("出", 1),
        ("crane quay", 0), ("lamps would never be lit", 1), ("zebra", 0), ("know it. They will", 1),
    ],
)  # fmt: skip
def test_the_passages_with_words_side_by_side_are_found(finder, words, count):
    found = finder.holding(read_quotation(words).quoted)
    assert len(found) == count


def test_a_note_between_two_words_does_not_hide_a_passage(finder):
    assert len(finder.holding(read_quotation("the divers know it. They will not go down").quoted)) == 1


def test_the_nearest_passages_come_best_first(finder):
    best = finder.nearest(read_quotation("the tide took 41 boats and tons of ropes").quoted)
    assert "The tide took 40 boats" in texts(finder, best[:1])[0]


def test_words_that_stand_nowhere_have_no_nearest(finder):
    assert finder.nearest(read_quotation("zebras yodel").quoted) == []


def test_a_word_broken_over_a_line_is_looked_up_whole(finder):
    assert "ledger" not in finder._stems(read_quotation("sold to a thea-\ntre").quoted)
    assert "theatr" in finder._stems(read_quotation("sold to a thea-\ntre").quoted)


def test_a_region_reaches_as_far_as_the_quotation_and_stays_in_its_document(sample):
    with sample.store.reading() as view:
        reaches(Finder(word_index(sample, view), view))


def reaches(finder):
    words = read_quotation("golden ring of resistance")
    at = finder.holding(words.quoted)[0]
    region, positions = finder.region(at, words)
    assert at in positions
    assert len({passage.document_id for passage in region.passages}) == 1
    longer, more = finder.region(at, read_quotation("rings " * 500))
    assert set(positions) < set(more)
    assert len(longer.passages) == len(more)


def test_scattered_stretches_bring_their_passages_in_the_order_quoted(finder):
    region = finder.scattered(read_quotation("The crane stays where it is … The tide took 40 boats"))
    assert ["crane" in passage.text for passage in region.passages] == [True, False]


def test_stretches_of_one_passage_bring_it_once(finder):
    assert len(finder.scattered(read_quotation("The tide took … of the fleet")).passages) == 1
