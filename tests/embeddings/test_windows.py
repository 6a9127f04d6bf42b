from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.windows import TITLE_CHARS, WINDOW_CHARS, windows, with_title

SENTENCES = ["Odile Marchetti moored at nine. ", "Who pays? ", "“No,” said Bram. ", "Ja, sagte sie.\r\n", "𝔉ine! "]
prose = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60)), max_size=120).map("".join)
run_on = st.integers(0, 4000).map(lambda n: ("and the tide rose " * 250)[:n])
texts = st.one_of(prose, run_on, st.builds(str.__add__, prose, run_on), st.text(max_size=2000))


@settings(deadline=None)
@given(texts)
def test_windows_are_in_order_and_in_range(text):
    found = windows(text)
    assert all(0 <= start <= end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@settings(deadline=None)
@given(texts)
def test_windows_cover_every_character_that_is_not_blank(text):
    covered = {n for start, end in windows(text) for n in range(start, end)}
    assert all(text[n].isspace() for n in range(len(text)) if n not in covered)


@settings(deadline=None)
@given(texts)
def test_no_window_is_longer_than_the_model_reads(text):
    assert all(end - start <= WINDOW_CHARS for start, end in windows(text))


def test_a_short_passage_is_embedded_whole():
    assert windows("Odile Marchetti moored at nine.") == [(0, 31)]


def test_a_long_passage_is_cut_at_sentence_ends():
    text = "The quay was empty when Bram Osei came. " * 60
    assert all(text[start:end].endswith("came.") for start, end in windows(text))
    assert len(windows(text)) == 3


def test_a_run_on_sentence_is_cut_between_words():
    text = "and the tide rose " * 200
    pieces = [text[start:end].strip() for start, end in windows(text)]
    assert " ".join(pieces).split() == text.split()


def test_a_text_without_blanks_is_still_covered():
    assert windows("x" * 2000) == [(0, 900), (900, 1800), (1800, 2000)]


titles = st.one_of(st.text(max_size=400), st.just("The Long Quay"), st.just(" " * 200 + "Rain"))


@settings(deadline=None)
@given(texts, titles)
def test_with_its_title_no_stretch_is_longer_than_the_model_reads(text, title):
    assert all(len(embedded) <= WINDOW_CHARS for _, _, embedded in with_title(text, title))


@settings(deadline=None)
@given(texts, titles)
def test_the_title_goes_before_the_words_of_every_stretch(text, title):
    for start, end, embedded in with_title(text, title):
        head = embedded.removesuffix(text[start:end])
        assert title.strip().startswith(head.removesuffix(". "))
        assert bool(head.removesuffix(". ")) == bool(title.strip())


def test_a_text_without_a_title_is_embedded_as_it_is():
    assert with_title("Sanna Veld sang.", "  ") == [(0, 16, "Sanna Veld sang.")]
    assert with_title("Sanna Veld sang.", "Song") == [(0, 16, "Song. Sanna Veld sang.")]


def test_a_long_title_is_cut():
    ((_, _, embedded),) = with_title("Rain.", "x" * 500)
    assert embedded == "x" * TITLE_CHARS + ". Rain."


def test_stretches_keep_to_the_room_there_is():
    assert windows("The tide rose. It fell.", 15) == [(0, 14), (15, 23)]
