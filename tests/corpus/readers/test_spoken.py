from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_page, shown, voices

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError
from corpus.readers.spoken import (
    PAUSE_S,
    Piece,
    check_words,
    has_ended,
    in_sentences,
    joined,
    spoken_page,
    voice_of,
)

PATH = NOWHERE / "quay.json"


def pieces(*rows, step=1.0):
    """Return pieces that follow one another: words, or words with their label."""
    pairs = [row if isinstance(row, tuple) else (row, None) for row in rows]
    return [Piece(words, n * step, (n + 1) * step, label) for n, (words, label) in enumerate(pairs)]


@pytest.mark.parametrize(
    "label",
    ["SPEAKER_01", "spk_0", "Speaker A", "speaker 12", "A", "B", "0", "12", "Q", "Unknown", "UNK",
     "Unidentified male", "channel 1", "ch_1", "Audience member"],
)  # fmt: skip
def test_a_label_that_only_numbers_a_voice_names_nobody(label):
    assert (voice_of(label).name, voice_of(label).as_printed) == (None, label)


@pytest.mark.parametrize("label", ["", "  ", None, "x" * 201])
def test_no_label_is_no_voice(label):
    assert voice_of(label) is None


@pytest.mark.parametrize(
    ("label", "name", "printed", "role"),
    [
        ("Oda Bern", "Oda Bern", "Oda Bern", None),
        ("  Oda   Bern ", "Oda Bern", "Oda Bern", None),
        ("Oda Bern (clerk)", "Oda Bern", "Oda Bern", "clerk"),
        ("Oda Bern, harbour clerk", "Oda Bern", "Oda Bern", "harbour clerk"),
        ("oda bern", "oda bern", "oda bern", None),
        ("水門 花", "水門 花", "水門 花", None),
        ("ODA", "ODA", "ODA", None),
    ],
)
def test_a_label_that_is_a_name_is_a_voice(label, name, printed, role):
    voice = voice_of(label)
    assert (voice.name, voice.as_printed, voice.role) == (name, printed, role)


def test_a_role_that_is_given_is_the_one():
    assert voice_of("Oda Bern (clerk)", "warden").role == "warden"


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [("It", "rained", "It rained"), ("", "It", "It"), ("水門", "の町", "水門の町"), ("水門", "town", "水門 town")],
)
def test_words_are_joined_as_their_script_does(first, second, both):
    assert joined(first, second) == both


@pytest.mark.parametrize("words", ["It rained.", "So?", "“Never!”", "Well…", "終わり。", "(It did.)"])
def test_the_end_of_a_sentence_is_seen(words):
    assert has_ended(words)


@pytest.mark.parametrize("words", ["It rained", "Oda Bern,", "and:", ""])
def test_what_goes_on_has_no_end(words):
    assert not has_ended(words)


def test_single_words_become_sentences_of_one_voice():
    said = pieces("It", "rained.", ("So", "A"), ("what?", "A"), ("Yes.", "B"))
    out = list(in_sentences(said))
    assert [(p.words, p.start, p.end, p.label) for p in out] == [
        ("It rained.", 0.0, 2.0, None),
        ("So what?", 2.0, 4.0, "A"),
        ("Yes.", 4.0, 5.0, "B"),
    ]


def test_a_pause_ends_a_run_of_words_too():
    out = list(in_sentences([Piece("It", 0, 1), Piece("rained", 1 + PAUSE_S, 4)]))
    assert [p.words for p in out] == ["It", "rained"]


def test_numbered_voices_part_paragraphs():
    page = spoken_page(pieces(("One.", "A"), ("Two.", "A"), ("Three.", "B")), PATH)
    assert voices(page) == [(None, "One. Two."), (None, "Three.")]


def test_a_voice_told_apart_is_not_cut_for_a_pause():
    page = spoken_page(
        pieces(("One.", "Oda Bern"), ("Two.", "Oda Bern"), ("Three.", "Mara Quell"), step=9.0), PATH
    )
    assert voices(page) == [("Oda Bern", "One. Two."), ("Mara Quell", "Three.")]


def test_the_turn_goes_on_behind_a_remark():
    page = spoken_page(pieces(("One.", "Oda Bern"), ("(Laughter.)", "Oda Bern"), ("Two.", "Oda Bern")), PATH)
    assert shown(page) == [("One.", "turn"), ("(Laughter.)", "leftover"), ("Two.", "turn")]


def test_a_sentence_cut_for_its_length_says_that_it_is_continued():
    page = spoken_page(pieces(*["and the tide came in over the mole"] * 400), PATH)
    assert [b.continued for b in page.blocks] == [False] + [True] * (len(page.blocks) - 1)
    assert len(page.blocks) > 1


def test_a_turn_is_cut_where_a_sentence_ends_if_there_is_one():
    said = [("It rained all night over the mole and the quay.", "Oda Bern")] * 300
    page = spoken_page(pieces(*said, ("So.", "Mara Quell")), PATH)
    mine = [words for name, words in voices(page) if name == "Oda Bern"]
    assert len(mine) > 1
    assert all(words.endswith(".") for words in mine)


def test_nothing_said_is_refused_as_empty():
    with pytest.raises(SourceEmptyError, match="no words in it"):
        spoken_page([Piece("…", 0, 1), Piece("  ", 1, 2)], PATH)


def test_too_many_pieces_are_refused_with_their_number(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BLOCKS", 2)
    with pytest.raises(SourceTooLargeError, match="has 3 pieces"):
        spoken_page(pieces("a", "b", "c"), PATH)


@pytest.mark.parametrize("character", ["\ud800", "\0"])
def test_half_a_character_is_refused_in_words_and_labels(character):
    with pytest.raises(SourceFormatError, match=r"holds U\+[0-9A-F]{4}"):
        spoken_page([Piece(f"It {character} rained.", 0, 1)], PATH)
    with pytest.raises(SourceFormatError, match="no character of a text"):
        spoken_page([Piece("It rained.", 0, 1, f"Oda{character}")], PATH)


def test_whole_characters_of_every_script_pass():
    check_words("水門 🌊 cafe\u0301 \u202e", PATH)


def test_an_hour_word_by_word_is_laid_in_a_moment():
    words = [Piece("quay" if n % 12 else "mole.", n * 0.3, n * 0.3 + 0.2, "Oda Bern") for n in range(12_000)]
    began = time.perf_counter()
    check_page(spoken_page(in_sentences(words), PATH))
    assert time.perf_counter() - began < 5


_pieces = st.lists(
    st.builds(
        Piece,
        st.sampled_from(
            ["It rained.", "So", "ODA BERN: Yes.", "(Laughter.)", "Note: so", "[music]", "水門", "x" * 900]
        ),
        st.floats(0, 100),
        st.floats(0, 100),
        st.sampled_from([None, None, "Oda Bern", "SPEAKER_00", "Q"]),
        opens=st.booleans(),
        named=st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


@given(_pieces)
def test_every_word_is_laid_once_and_in_order(said):
    page = spoken_page([*said, Piece("So.", 100, 101)], PATH)
    check_page(page)
    assert "".join(page.text.split()) == "".join("".join(p.words.split()) for p in said) + "So."


@given(_pieces)
def test_a_turn_without_a_name_in_it_never_opens_the_record(said):
    page = spoken_page([*said, Piece("So.", 100, 101)], PATH)
    turns = [b for b in page.blocks if b.kind.value == "turn"]
    assert all(b.voice or ":" in page.text[: b.end] for b in turns)
    assert all(b.time is not None and b.time >= 0 for b in page.blocks)
