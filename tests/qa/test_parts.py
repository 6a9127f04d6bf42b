"""The small steps of a question's way: fusing, folding, filters, evidence, deciding, settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import ALL

from corpus.errors import ConfigError, UsageError
from qa.context import around
from qa.decide import confidence
from qa.filters import matching_speakers, read_day
from qa.fold import fold
from qa.fuse import RRF_K, reciprocal_rank
from qa.highlight import answering_sentences
from qa.settings import Settings, read_settings


def test_reciprocal_rank_adds_one_over_sixty_plus_rank():
    fused = dict(reciprocal_rank([[7, 8], [8]]))
    assert fused == {7: 1 / (RRF_K + 1), 8: 1 / (RRF_K + 2) + 1 / (RRF_K + 1)}


@given(st.lists(st.lists(st.integers(0, 9), unique=True), max_size=3))
def test_fusing_loses_and_invents_nothing_and_sorts_by_score(rankings):
    fused = reciprocal_rank(rankings)
    assert {item for item, _ in fused} == {item for ranking in rankings for item in ranking}
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)


LINE = "the canal will carry grain before the winter comes to the upper valley and the herons return"


def test_copies_that_differ_in_marks_and_case_are_one():
    assert fold([LINE, LINE.capitalize() + "!"], [(), ()]) == [[0, 1]]


@pytest.mark.parametrize(
    "other", [LINE.replace("will", "will not"), LINE.replace("the winter", "2014 winter"), "herons"]
)
def test_texts_that_say_different_things_stay_apart(other):
    assert fold([LINE, other], [(), ()]) == [[0], [1]]


def test_the_same_words_of_two_speakers_stay_apart():
    assert fold([LINE, LINE], [("Mara Quell",), ("Tobin Ash",)]) == [[0], [1]]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_folding_keeps_every_position_once(texts):
    groups = fold(texts, [()] * len(texts))
    assert sorted(position for group in groups for position in group) == list(range(len(texts)))


NAMES = ["Ali Ravandi", "Ali Ravandi Far", "Mara Quell", "José Núñez"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Quell", ["Mara Quell"]),
        ("mara quell", ["Mara Quell"]),
        ("Quel", []),
        ("Ali Ravandi", ["Ali Ravandi"]),
        ("Ravandi", ["Ali Ravandi", "Ali Ravandi Far"]),
        ("Jose Nunez", ["José Núñez"]),
        ("Minister Quell", ["Mara Quell"]),
        ("Aly Ravandi", []),
        ("Josep Núñez", []),
    ],
)
def test_a_speaker_filter_fits_whole_words_of_a_name(wanted, found):
    assert matching_speakers(wanted, NAMES) == found


@pytest.mark.parametrize(("wanted", "found"), [("Qasem", ["Qassem Dorn"]), ("Khomeini", []), ("Qassam", [])])
def test_known_spellings_of_a_name_fit_where_nothing_else_does(wanted, found):
    assert matching_speakers(wanted, ["Qassem Dorn", "Ali Khamenei"]) == found


@pytest.mark.parametrize("wrong", ["", "soon", "02/09/2014", "2014-13", "x" * 500])
def test_a_day_that_has_no_one_reading_is_refused(wrong):
    with pytest.raises(UsageError, match="is not a date"):
        read_day(wrong, "since")


@given(st.floats(-1, 1), st.floats(0, 1))
def test_confidence_is_a_share_and_grows_with_what_speaks_for_it(cosine, coverage):
    assert 0 <= confidence(cosine, coverage) <= 1
    assert confidence(cosine, coverage) <= confidence(min(1.0, cosine + 0.1), coverage)


def test_a_text_without_words_has_no_answering_sentence(tiny):
    vector = tiny.encode(["canal"])[0]
    assert answering_sentences(tiny, "canal", vector, ["", "The canal. The herons."]) == [(), ((0, 10),)]


def test_the_neighbours_of_a_passage_are_of_its_section(make_corpus):
    text = "Title line\n\n" + "\n\n".join(
        f"{'Second part' if n == 3 else ''}\n\nParagraph number {n} is a sentence of its own." for n in range(6)
    )
    corpus = make_corpus({"a.txt": text})
    document = corpus.document(corpus.documents()[0].id)
    near = around(document, document.passages[2], count=2)
    assert [p.ordinal for p in near] == [1, 2, 3]
    assert {p.section for p in around(document, document.passages[3])} == {"Second part"}


def test_settings_have_defaults_without_a_file(tmp_path):
    assert read_settings(tmp_path) == Settings()


def test_settings_come_from_the_file_and_the_option_wins(tmp_path):
    (tmp_path / "config.toml").write_text('model = "a"\nthreshold = 0.7\n', encoding="utf-8")
    assert read_settings(tmp_path) == Settings("a", 0.7)
    assert read_settings(tmp_path, model="b") == Settings("b", 0.7)


@pytest.mark.parametrize(
    "text", ["nonsense", "modle = 'a'", "threshold = 2", "threshold = true", "model = ''", "model = 1"]
)
def test_settings_that_cannot_be_followed_are_named(tmp_path, text):
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"config\.toml"):
        read_settings(tmp_path)


def test_a_threshold_of_one_answers_nothing(make_corpus):
    from qa import retrieve

    corpus = make_corpus(ALL)
    corpus.settings = Settings(threshold=1.0)
    answer = retrieve("herons", corpus=corpus)
    assert not answer.answered
    assert answer.hits
