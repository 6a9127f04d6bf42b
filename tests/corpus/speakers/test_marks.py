from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers.marks import prefers_single, quotations

marked_texts = st.text(st.sampled_from("“”«»„\"'‘’ aå1.,\n\u00a0"), max_size=40)


def found(text):
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize("quotation", ["“It rained.”", "«It rained.»", "„It rained.“", '"It rained."'])
def test_every_common_pair_of_marks_holds_a_quotation(quotation):
    assert found(f"Bern said {quotation} and left.") == [quotation]


def test_the_words_are_what_stands_between_the_marks():
    (quotation,) = quotations("Bern said “It rained.” and left.")
    assert (quotation.words, quotation.closed) == ("It rained.", True)


def test_several_quotations_come_left_to_right():
    assert found("“One,” she said. “Two.” Then «three».") == ["“One,”", "“Two.”", "«three»"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It rained,’ she said. ‘A lot.’", ["‘It rained,’", "‘A lot.’"]),
        ("'It rained,' she said.", ["'It rained,'"]),
        ("‘The crews’ patience is gone,’ said Bern.", ["‘The crews’ patience is gone,’"]),
        ("It’s the crews’ boat, and the ’90s rope ’em in.", []),
        ("“The ‘tide’ turned,” she said.", ["“The ‘tide’ turned,”"]),
    ],
)
def test_single_marks_hold_a_quotation_where_both_are_plainly_marks(text, expected):
    assert found(text) == expected


def test_single_marks_can_be_left_alone():
    assert [q.words for q in quotations("“No,” said Bern of the ‘tide’.", single=False)] == ["No,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''It rained,'' she said.", ["''It rained,''"]),
        ("``It rained,'' she said.", ["``It rained,''"]),
        ('“It rained," she said. “It poured.”', ['“It rained,"', "“It poured.”"]),
        ("“Did it rain?“ he asked. “It did.”", ["“Did it rain?“", "“It did.”"]),
        ("”It rained,” she said.", ["”It rained,”"]),
    ],
)
def test_marks_set_in_other_ways_are_read_by_their_shape(text, expected):
    assert found(text) == expected


def test_an_attribute_of_markup_is_no_quotation():
    assert found('<boat name="Tern" berth="9">') == []


@pytest.mark.parametrize(
    ("text", "single"),
    [("‘No,’ said Bern. ‘Never.’", True), ("“No,” said Bern of the ‘tide’.", False), ("", False)],
)
def test_a_document_prefers_the_marks_it_uses_most(text, single):
    assert prefers_single(text) is single


def test_a_quotation_within_a_quotation_is_part_of_it():
    assert found("“He said “no” to me,” she said.") == ["“He said “no” to me,”"]
    assert found("“He said ‘no’ to me,” she said.") == ["“He said ‘no’ to me,”"]
    assert found("“The «tide»,” she said.") == ["“The «tide»,”"]


def test_a_quotation_that_is_never_closed_runs_to_the_end():
    (quotation,) = quotations("She said: “It rained. It poured.")
    assert (quotation.words, quotation.closed, quotation.end) == ("It rained. It poured.", False, 32)


def test_an_inner_mark_left_open_does_not_swallow_what_follows():
    assert found("“He said “no to me,” she said. Then it rained.")[0].startswith("“He said “no to me,”")


@pytest.mark.parametrize("text", ["He is 5'10\" tall.", 'A 12" rope and a 9" board.', 'It cost 5" then.'])
def test_an_inch_mark_opens_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["“”", "“ ”", '""', '" "', "«\u00a0»", "“"])
def test_marks_without_words_hold_nothing(text):
    assert found(f"Bern said {text}") == []


def test_a_closing_mark_alone_opens_nothing():
    assert found("It rained.” So it did.") == []


@given(st.one_of(marked_texts, st.text(max_size=60)))
def test_every_quotation_is_a_slice_and_its_words_lie_inside_its_marks(text):
    for quotation in quotations(text):
        inside = text[quotation.start : quotation.end]
        assert quotation.words in inside
        assert len(inside) - len(quotation.words) <= 4
        assert quotation.words.strip()


@given(st.one_of(marked_texts, st.text(max_size=60)))
def test_quotations_lie_in_order_and_apart(text):
    spans = [(q.start, q.end) for q in quotations(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
