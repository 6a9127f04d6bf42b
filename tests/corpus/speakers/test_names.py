from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text

from corpus.speakers.names import fold_name, is_title, mentions, mentions_of, name_words


def named(text):
    return [(m.role, m.name) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Oda Bern left", "Oda Bern"),
        ("then Oda van der Bern left", "Oda van der Bern"),
        ("then Jean-Luc Pell left", "Jean-Luc Pell"),
        ("then O’Neill left", "O’Neill"),
        ("then J. R. Pell left", "J. R. Pell"),
        ("then Élodie Šťastná left", "Élodie Šťastná"),
        ("then Øyvind İlhan left", "Øyvind İlhan"),
        ("then Jose\u0301 E\u0301tienne Bern left", "Jose\u0301 E\u0301tienne Bern"),
        ("then Зоя Šimić left", "Зоя Šimić"),
        ("then Oda\u00a0Bern left", "Oda Bern"),
        ("then Oda\nBern left", "Oda Bern"),
        ("then Anwar ibn al Zahr left", "Anwar ibn al Zahr"),
        ("then TIDE Oda Bern left", "Oda Bern"),
    ],
)
def test_a_name_is_a_run_of_capitals_with_its_small_words(text, name):
    assert [m.name.replace("\u00a0", " ").replace("\n", " ") for m in mentions(text)] == [name]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Governor Oda Bern left", "Governor", "Oda Bern"),
        ("Deputy Harbour Commander Anselm Dray left", "Deputy Harbour Commander", "Anselm Dray"),
        ("Dr. Pell left", "Dr.", "Pell"),
        ("Minister of Inland Waters Oda Bern left", "Minister of Inland Waters", "Oda Bern"),
        ("then former President Oda Bern left", "former President", "Oda Bern"),
        ("then ex-President Oda Bern left", "ex-President", "Oda Bern"),
        ("the Governor left", "Governor", ""),
        ("the Prime Minister left", "Prime Minister", ""),
    ],
)
def test_what_is_printed_before_a_name_is_its_role(text, role, name):
    assert named(text) == [(role, name)]


@pytest.mark.parametrize("text", ["However, it rained.", "On Tuesday it rained in May.", "He left. So did they.",
                                  "Holding a rope, she left.", "Allegedly it rained.", "the mayor"])  # fmt: skip
def test_capitals_that_only_open_a_sentence_or_name_a_day_are_no_name(text):
    assert named(text) == []


def test_a_word_that_opens_the_sentence_is_no_part_of_the_name():
    assert named("When Oda Bern left") == [(None, "Oda Bern")]
    assert named("Rejecting Oda Bern’s plan, they left.") == [(None, "Oda Bern")]


@pytest.mark.parametrize(("text", "possessive"), [("Bern’s hat", True), ("Pells’ hat", True), ("Bern's hat", True),
                                                 ("Bern left", False), ("O’Neill left", False)])  # fmt: skip
def test_a_possessor_is_known_by_its_ending(text, possessive):
    assert [m.possessive for m in mentions(text)] == [possessive]


@pytest.mark.parametrize("text", ["Lowmere Council", "the Tide Office", "Saltby Harbour Board"])
def test_a_body_is_no_persons_full_name(text):
    (mention,) = mentions(text)
    assert mention.body
    assert not mention.full


def test_one_word_is_no_full_name_and_two_are():
    bern, oda_bern = mentions("Bern met Oda Bern")
    assert (bern.full, oda_bern.full) == (False, True)


@given(st.one_of(any_text, st.text(max_size=100)))
def test_every_mention_is_a_slice_of_its_text_in_order(text):
    end = 0
    for mention in mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert " ".join(text[mention.start : mention.end].split()) == mention.printed
        assert mention.name or mention.role
        end = mention.end


@pytest.mark.parametrize(("words", "title"), [("Prime Minister", True), ("Deputy Foreign Minister", True),
                                             ("Oda Bern", False), ("", False), ("Dr. Bern", False)])  # fmt: skip
def test_a_title_is_made_of_titles_only(words, title):
    assert is_title(words) is title


@pytest.mark.parametrize(
    "other", ["ODA BÉRN", "Oda\u00a0Be\u0301rn", "oda  bérn", "Oda\u200b Bérn", "Ｏｄａ Bérn", "Oda Bern"]
)
def test_spellings_of_one_name_fold_to_one_form(other):
    assert fold_name(other) == fold_name("Oda Bérn")


def test_letters_of_another_alphabet_stay_apart():
    assert fold_name("Oda Веrn") != fold_name("Oda Bern")


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_for_names(text):
    once = fold_name(text)
    assert fold_name(once).split() == fold_name(fold_name(once)).split()
    assert not any(unicodedata.category(c) in {"Cf", "Mn"} for c in once)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Governor Oda Bern", ("oda", "bern")),
        ("Dr. Jean-Luc O’Neill", ("jean-luc", "o’neill")),
        ("the Governor", ("the",)),
        ("Governor", ("governor",)),
        ("", ()),
    ],
)
def test_the_words_of_a_name_leave_titles_and_points_out(name, words):
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Stephen King left.", [(None, "Stephen King")]),
        ("Then Howard Dean of Lowmere left.", [(None, "Howard Dean")]),
        ("Then the Saudi King left.", [("Saudi King", "")]),
        ("Then King Stephen left.", [("King", "Stephen")]),
    ],
)
def test_a_title_behind_a_first_name_is_a_last_name(text, found):
    assert named(text)[: len(found)] == found


@pytest.mark.parametrize("word", ["Outside", "Inside", "Near", "Across", "Beyond"])
def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name(word):
    assert all(not m.name.startswith(word) for m in mentions(f"{word} Lowmere it rained."))


@given(st.text(alphabet="Aa .’\u00a0,“", max_size=40))
def test_what_is_kept_of_a_clause_is_what_stands_in_it(text):
    assert mentions_of(text) == tuple(mentions(text))
