from __future__ import annotations

import pytest

from corpus.model import Passage, Utterance, UtteranceKind
from qa.checking.region import name_of, read_region

DIRECT, PART, INDIRECT, TURN = (UtteranceKind(kind) for kind in ("direct", "part", "indirect", "turn"))


def passage(text, *said, notes=(), ordinal=1):
    """Return a passage; ``said`` are (words, kind, speaker) found in it."""
    utterances = tuple(
        Utterance(text.index(words), text.index(words) + len(words), kind, speaker)
        for words, kind, speaker in said
    )
    return Passage(
        f"id-{ordinal}", "doc", ordinal, ordinal, text, 0, len(text), notes=notes, utterances=utterances
    )


def between(text, *said):
    return [word.key for word in read_region([passage(text, *said)]).words if word.between]


@pytest.mark.parametrize(
    ("text", "notes", "marked"),
    [
        ("The wall leans.[12] It fell.", (), {"leans": "12"}),
        ("The wall leans¹² and fell.", (), {"leans": "12"}),
        ("The wall[a] leans.", ("a",), {"wall": "a"}),
        ("The wall [a] leans.", (), {}),
        ("The wall [2014] leans.", (), {}),
        ("The wall [2014] leans.", ("2014",), {"wall": "2014"}),
    ],
)
def test_the_marks_of_notes_are_no_words_and_are_known_by_the_word_before(text, notes, marked):
    found = read_region([passage(text, notes=notes)]).words
    assert {word.key: word.note for word in found if word.note} == marked
    assert not set(marked.values()) & {word.key for word in found}


def test_words_in_the_sources_own_brackets_are_known():
    found = read_region([passage("The wall [of the dock] leans [1].")]).words
    assert [word.key for word in found if word.bracketed] == ["of", "the", "dock"]


def test_words_are_numbered_by_passage_and_keep_its_offsets():
    region = read_region([passage("One wall."), passage("Two walls.", ordinal=2)])
    assert [(w.key, w.passage) for w in region.words] == [("One", 0), ("wall", 0), ("Two", 1), ("walls", 1)]
    assert all(w.key == region.passages[w.passage].text[w.start : w.end] for w in region.words)


def test_a_word_belongs_to_somebodys_own_words_before_a_report_of_them():
    text = "Oda Bern said that the wall was “a scandal” and that it leaned."
    found = read_region(
        [passage(text, ("that the wall was “a scandal”", INDIRECT, None), ("“a scandal”", PART, "Oda Bern"))]
    )
    kinds = {word.key: word.utterance.kind for word in found.words if word.utterance}
    assert (kinds["wall"], kinds["scandal"]) == (INDIRECT, PART)
    assert [word.key for word in found.words if not word.utterance] == [
        "Oda",
        "Bern",
        "said",
        "and",
        "that",
        "it",
        "leaned",
    ]


def test_who_says_it_stands_between_two_stretches_of_one_speakers_words():
    text = "“The wall leans,” said Oda Bern, a pilot. “It will fall.”"
    said = ("“The wall leans,”", DIRECT, "Oda Bern"), ("“It will fall.”", DIRECT, "Oda Bern")
    assert between(text, *said) == ["said", "Oda", "Bern", "a", "pilot"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It leans,” said Oda. “No,” said Cato.", [("“It leans,”", DIRECT, "Oda"), ("“No,”", DIRECT, "Cato")]),
        ("“It leans,” said he. “It falls.”", [("“It leans,”", DIRECT, None), ("“It falls.”", DIRECT, None)]),
        (
            "“It leans,” she said in May. In June she said: “It falls.”",
            [("“It leans,”", DIRECT, "Oda"), ("“It falls.”", DIRECT, "Oda")],
        ),
        ("The “grand” plan was “bold” to her.", [("“grand”", PART, "Oda"), ("“bold”", PART, "Oda")]),
        ("“It leans,” said Oda Bern.", [("“It leans,”", DIRECT, "Oda Bern")]),
        ("Oda Bern said, “It leans.”", [("“It leans.”", DIRECT, "Oda Bern")]),
    ],
)  # fmt: skip
def test_other_words_of_the_author_stand_between_nothing(text, said):
    assert between(text, *said) == []


def test_who_says_an_utterance_is_told_surely_or_probably_or_not():
    assert name_of(Utterance(0, 1, DIRECT, "Oda Bern")) == "Oda Bern"
    assert name_of(Utterance(0, 1, DIRECT, probably="Oda Bern")) == "Oda Bern"
    assert name_of(Utterance(0, 1, TURN)) is None
    assert name_of(None) is None


def test_a_passage_without_words_has_none():
    assert read_region([passage("* * *")]).words == ()
