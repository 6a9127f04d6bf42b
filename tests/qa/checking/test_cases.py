"""Generated quotations: slices are exact, copies with debris are exact, and one changed word never is."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from quote_cases import OTHERS, cases

from qa import check_quote
from qa.checking import Grade
from qa.checking.check import NEAR
from qa.checking.words import words


@pytest.fixture(scope="module")
def graded(sample):
    """Each kind's cases, each with its check."""
    with sample.store.reading() as view:
        passages = [p for document in view.documents() for p in document.passages]
    return {
        kind: [(case, check_quote(case.text, corpus=sample)) for case in made]
        for kind, made in cases(passages).items()
    }


def grades(graded, kind):
    return Counter(check.grade for _, check in graded[kind])


def test_there_are_fifty_cases_of_each_kind(graded):
    assert {kind: len(made) for kind, made in graded.items()} == dict.fromkeys(
        ["exact", "debris", "changed", "absent"], 50
    )


def test_every_exact_copy_is_called_exact(graded):
    assert grades(graded, "exact") == {Grade.EXACT: 50}


def test_every_copy_with_debris_is_called_exact(graded):
    assert grades(graded, "debris") == {Grade.EXACT: 50}


def test_every_copy_with_one_word_changed_is_called_near(graded):
    assert grades(graded, "changed") == {Grade.NEAR: 50}


def test_every_invented_quotation_is_called_absent(graded):
    assert grades(graded, "absent") == {Grade.ABSENT: 50}


@pytest.mark.parametrize("kind", ["exact", "debris", "changed"])
def test_the_passage_that_was_copied_from_is_among_the_places(graded, kind):
    missed = [case for case, check in graded[kind] if case.passage not in {m.passage.id for m in check}]
    assert not missed


def test_every_kind_of_debris_and_of_change_is_among_the_cases(graded):
    assert len({case.done.split(",")[0] for case, _ in graded["debris"]}) == 11
    assert {case.done for case, _ in graded["changed"]} == {"another", "gone", "added", "not"}


def test_a_changed_word_is_never_the_share_of_words_that_near_allows(graded):
    assert min(check.matches[0].share for _, check in graded["changed"]) > NEAR


def test_the_same_seed_gives_the_same_cases(graded, sample):
    with sample.store.reading() as view:
        passages = [p for document in view.documents() for p in document.passages]
    assert [c.text for c in cases(passages)["debris"]] == [c.text for c, _ in graded["debris"]]


@pytest.fixture(scope="module")
def neighbours(sample):
    """Every two passages of a section of the sample that follow each other, in a fixed order."""
    with sample.store.reading() as view:
        pairs = [pair for document in view.documents() for pair in pairwise(document.passages)]
    return [(first, second) for first, second in pairs if first.section == second.section]


@pytest.fixture(scope="module")
def denials(passages):
    """Every negation in a passage: the corpus, the passage, its words and which of them denies."""
    read = [(corpus, passage, words(passage.text)) for corpus, passage in passages]
    return [(*one, at) for one in read for at, word in enumerate(one[2]) if word.key in {"not", "no", "never"}]


@st.composite
def slices(draw, passages, least=1):
    """A corpus, a passage of it, the whole words of a slice of it, and the slice."""
    corpus, passage = draw(st.sampled_from(passages))
    found = [w for w in words(passage.text) if not mark_of_note(passage.text, w)]
    assume(len(found) >= least)
    first = draw(st.integers(0, len(found) - least))
    last = draw(st.integers(first + least - 1, min(len(found) - 1, first + 40)))
    chosen = found[first : last + 1]
    return corpus, passage, chosen, passage.text[chosen[0].start : chosen[-1].end]


def mark_of_note(text, word):
    return text[max(word.start - 1, 0) : word.start] == "[" and text[word.end : word.end + 1] == "]"


@given(st.data())
def test_any_slice_of_whole_words_of_any_passage_is_exact(passages, data):
    corpus, passage, _, text = data.draw(slices(passages))
    assume(any(map(str.isalnum, text)))  # a sign such as % alone is no quotation
    found = check_quote(text, corpus=corpus, k=50)
    assert found.grade is Grade.EXACT
    assert passage.id in {match.passage.id for match in found} or found.occurrences > 50


@given(st.data())
def test_a_slice_over_the_border_of_two_passages_is_exact(sample, neighbours, data):
    first, second = data.draw(st.sampled_from(neighbours))
    before, after = words(first.text), words(second.text)
    start = before[-data.draw(st.integers(3, 20))].start
    end = after[data.draw(st.integers(3, 20))].end
    found = check_quote(f"{first.text[start:]}\n\n{second.text[:end]}", corpus=sample)
    assert found.grade is Grade.EXACT  # there, or where the same words stand in one passage
    assert found.matches[0].parts[-1].passage.id == second.id or len(found.matches[0].parts) == 1


@given(st.data(), st.sampled_from(OTHERS))
def test_a_slice_with_any_one_word_changed_is_never_exact(passages, data, other):
    corpus, _, chosen, text = data.draw(slices(passages, least=4))
    word = data.draw(st.sampled_from(chosen))
    start, end = word.start - chosen[0].start, word.end - chosen[0].start
    assume(text[:start].count("[") == text[:start].count("]"))  # in brackets any word is the quoter's
    assert check_quote(f"{text[:start]}{other}{text[end:]}", corpus=corpus).grade is not Grade.EXACT


@given(st.data())
def test_a_slice_with_a_word_less_is_never_exact_unless_that_stands_elsewhere(passages, data):
    corpus, passage, chosen, text = data.draw(slices(passages, least=6))
    at = data.draw(st.integers(1, len(chosen) - 2))
    assume(chosen[at].key.casefold() not in {chosen[at - 1].key.casefold(), chosen[at + 1].key.casefold()})
    start, end = chosen[at].start - chosen[0].start, chosen[at].end - chosen[0].start
    found = check_quote(f"{text[:start]} {text[end:]}", corpus=corpus)
    assert not [m for m in found if m.grade is Grade.EXACT and m.passage.id == passage.id]


@given(st.data(), st.sampled_from(["not", "never", "no"]))
def test_a_slice_into_which_a_negation_is_put_is_never_exact(passages, data, denial):
    corpus, _, chosen, text = data.draw(slices(passages, least=4))
    at = data.draw(st.integers(1, len(chosen) - 1))
    assume(denial not in {word.key.casefold() for word in chosen})
    place = chosen[at].start - chosen[0].start
    assume(text[:place].count("[") == text[:place].count("]"))
    found = check_quote(f"{text[:place]}{denial} {text[place:]}", corpus=corpus)
    assert found.grade is not Grade.EXACT


@given(st.data())
def test_a_slice_from_which_a_negation_is_taken_is_never_exact(denials, data):
    corpus, passage, found, at = data.draw(st.sampled_from(denials))
    before, after = data.draw(st.integers(2, 12)), data.draw(st.integers(2, 12))
    kept = found[max(at - before, 0) : at], found[at + 1 : at + 1 + after]
    assume(all(kept) and sum(map(len, kept)) >= 4)
    text = " ".join(passage.text[side[0].start : side[-1].end] for side in kept)
    assert check_quote(text, corpus=corpus).grade is not Grade.EXACT


@given(st.data())
def test_what_is_shown_is_always_the_stores_own_words(passages, data):
    corpus, _, chosen, text = data.draw(slices(passages, least=4))
    drop = data.draw(st.integers(0, len(chosen) - 1))
    start, end = chosen[drop].start - chosen[0].start, chosen[drop].end - chosen[0].start
    quotation = text[:start] + text[end:]
    for match in check_quote(quotation, corpus=corpus):
        for one in match.operations:
            part = match.parts[one.part].passage
            assert part.text[one.source_start : one.source_end] == one.source
            assert quotation[one.start : one.end] == one.quoted
