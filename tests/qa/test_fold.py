from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers.words import CALENDAR
from qa.checking.telling import is_negation, is_number
from qa.fold import _SAME, _SHINGLE, _WORD, fold

LINE = "the canal will carry grain before the winter comes to the upper valley and the herons return"
WORDS = [*LINE.split()[:6], "not", "nobody", "won’t", "won't", "1998", "2nd", "WILL", "canal,", "ﬁsh", "水門"]
lines = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
#: Texts that are mostly alike: a line of ours with a word or two put in, changed or left out.
near_copies = st.lists(st.tuples(st.integers(0, 17), st.sampled_from(["", *WORDS])), max_size=2).map(
    lambda edits: _edited(LINE.split(), edits)
)
rows = st.lists(st.tuples(lines | near_copies, st.sampled_from([(), ("Oda Bern",), ("Oda Bern", "Pia Lund")])))


def _edited(words, edits):
    words = [*words, ""]
    for at, word in edits:
        words[at] = word
    return " ".join(filter(None, words))


def _words(text):
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'"))


def _runs(text):
    words = _words(text)
    return {tuple(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}


def _telling(text):
    return {w for w in _words(text) if is_negation(w) or is_number(w) or w in CALENDAR or any(map(str.isdigit, w))}


def _slow_fold(texts, speakers):
    """Group by the definition: runs of words in common over all runs, the same telling words and speakers."""
    groups = []
    for n, text in enumerate(texts):
        for group in groups:
            first = texts[group[0]]
            shared = len(_runs(first) & _runs(text)) / len(_runs(first) | _runs(text))
            same = speakers[group[0]] == speakers[n] and _telling(first) == _telling(text)
            if same and shared >= _SAME:
                group.append(n)
                break
        else:
            groups.append([n])
    return groups


@given(rows)
def test_folding_groups_by_the_definition(drawn):
    texts, speakers = [text for text, _ in drawn], [names for _, names in drawn]
    assert fold(texts, speakers) == _slow_fold(texts, speakers)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_folding_keeps_every_position_once(texts):
    groups = fold(texts, [()] * len(texts))
    assert sorted(position for group in groups for position in group) == list(range(len(texts)))


@given(rows)
def test_groups_and_their_members_are_in_the_order_of_the_texts(drawn):
    groups = fold([text for text, _ in drawn], [names for _, names in drawn])
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert all(group == sorted(group) for group in groups)


@given(st.lists(near_copies, min_size=1, max_size=5), st.integers(2, 4))
def test_the_same_text_again_makes_no_further_group(texts, times):
    once, often = fold(texts, [()] * len(texts)), fold(texts * times, [()] * len(texts) * times)
    assert len(often) == len(once)


def test_copies_that_differ_in_marks_and_case_are_one():
    assert fold([LINE, LINE.capitalize() + "!"], [(), ()]) == [[0, 1]]


NUMBERED = [
    f"word{'abcdefghijklmnopqrstuvwxyz'[n // 26]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}" for n in range(103)
]


@pytest.mark.parametrize(("fewer", "together"), [(15, True), (16, False), (5, True)])
def test_how_much_of_a_copy_may_be_cut_off(fewer, together):
    # 103 words have 100 runs of four: of 85 runs in common the copy is one, of 84 it is not.
    groups = fold([" ".join(NUMBERED), " ".join(NUMBERED[: 103 - fewer])], [(), ()])
    assert groups == ([[0, 1]] if together else [[0], [1]])


@pytest.mark.parametrize(("changed", "together"), [(8, True), (9, False)])
def test_how_much_of_a_copy_may_be_changed(changed, together):
    # 100 runs each: with 8 changed 92 of all 108 are in common, with 9 changed 91 of 109.
    other = [*NUMBERED[:-changed], *(f"other{word}" for word in NUMBERED[-changed:])]
    assert fold([" ".join(NUMBERED), " ".join(other)], [(), ()]) == ([[0, 1]] if together else [[0], [1]])


def test_copies_that_differ_in_the_shape_of_apostrophes_are_one():
    assert fold([LINE + " in the warden's boat", LINE + " in the warden’s boat"], [(), ()]) == [[0, 1]]


@pytest.mark.parametrize(
    "other",
    [
        LINE.replace("will", "will not"), LINE.replace("will", "won’t"), LINE.replace("the winter", "2014 winter"),
        LINE.replace("the winter", "March"), LINE.replace("grain", "twelve boats of grain"),
        "nobody said " + LINE, "herons", "",
    ],
)  # fmt: skip
def test_texts_that_say_different_things_stay_apart(other):
    assert fold([LINE, other], [(), ()]) == [[0], [1]]


def test_the_same_words_of_two_speakers_stay_apart():
    assert fold([LINE, LINE], [("Mara Quell",), ("Tobin Ash",)]) == [[0], [1]]


def test_the_same_words_of_a_speaker_and_of_nobody_stay_apart():
    assert fold([LINE, LINE], [("Mara Quell",), ()]) == [[0], [1]]


def test_a_text_much_longer_than_its_copy_stays_apart():
    assert fold([LINE, f"{LINE} {LINE.replace('canal', 'harbour')}"], [(), ()]) == [[0], [1]]


@pytest.mark.parametrize("between", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_copies_that_differ_in_hints_where_to_break_words_are_one(between):
    other = LINE.replace("canal", f"ca{between}nal").replace("winter", f"win{between}ter")
    assert fold([LINE, other], [(), ()]) == [[0, 1]]


def test_copies_that_differ_in_marks_of_notes_are_one():
    assert fold([LINE, LINE.replace("grain", "grain[12]") + "[3]"], [(), ()]) == [[0, 1]]


def test_a_number_in_brackets_of_its_own_is_no_mark_of_a_note():
    assert fold([LINE, LINE.replace("grain", "[12] grain")], [(), ()]) == [[0], [1]]


@pytest.mark.parametrize("mark", "‘’ʼ′")
def test_copies_that_differ_in_any_shape_of_apostrophes_are_one(mark):
    assert fold([f"{LINE} in the warden's boat", f"{LINE} in the warden{mark}s boat"], [(), ()]) == [[0, 1]]


@pytest.mark.parametrize(("one", "other"), [("twelve", "fourteen"), ("Tuesday", "Friday"), ("million", "billion")])
def test_a_correction_of_a_number_or_a_day_in_words_is_never_folded_away(one, other):
    texts = [f"{LINE}, and {word} was what the warden had written down" for word in (one, other)]
    assert fold(texts, [(), ()]) == [[0], [1]]
