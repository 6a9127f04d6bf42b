from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.limits import MAX_QUESTION_CHARS
from embeddings.tokens import STOP_WORDS, stem, stems, terms, words

#: Ways to write one word; whichever is asked for, the others are found.
ONE_WORD = [
    ("U.N.", "UN"), ("u.n.", "U.N"), ("U.N.’s", "UN"), ("U.S.A.", "USA"),
    ("O'Rourke", "O’Rourke"), ("O’Rourke’s", "ORourke"), ("Tolliver's", "tolliver"), ("Veld’s", "VELD"),
    ("10,000", "10000"), ("1,234,567", "1234567"), ("1,00,000", "100000"), ("10,000.50", "10000.50"),
    ("café", "cafe\u0301"), ("CAFÉ", "cafe"), ("naïve", "nai\u0308ve"), ("ﬁsh", "fish"), ("Ｌｏｃｋ", "lock"),
    ("STRAßE", "straße"), ("har\u00adbour", "harbour"), ("İstanbul", "istanbul"), ("Iğdır", "IGDIR"),
    ("Qurʾān", "Quran"), ("Qur‘an", "quran"), ("ΣΟΦΌΣ", "σοφός"), ("Ёлка", "елка"), ("ПАРОМ", "паром"),
    ("كِتَاب", "كتاب"), ("كتـــاب", "كتاب"), ("آب", "اب"), ("می\u200cخواهم", "میخواهم"), ("שָׁלוֹם", "שלום"),
    ("か\u3099", "が"), ("ｶﾞ", "ガ"), ("क\u093cलम", "क़लम"), ("한", "\u1112\u1161\u11ab"),
]  # fmt: skip

#: Words that look alike and are not the same.
TWO_WORDS = [("4,5", "45"), ("1998", "1999"), ("12345,678", "12345678"), ("3.14", "314"), ("ferry", "fairy")]


@pytest.mark.parametrize(("one", "other"), ONE_WORD)
def test_ways_to_write_a_word_are_one(one, other):
    assert words(one) == words(other)
    assert len(words(one)) == 1


@pytest.mark.parametrize(("one", "other"), TWO_WORDS)
def test_words_that_differ_stay_apart(one, other):
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” said Oda Bern.", ["no", "said", "oda", "bern"]),
        ("U.S.-led, J.Veld and J. Veld", ["us", "led", "j", "veld", "and", "j", "veld"]),
        ("lock_keeper / quay-side", ["lock", "keeper", "quay", "side"]),
        ("at 9.30 on 12.06.2014, articles 4,5", ["at", "9.30", "on", "12.06.2014", "articles", "4", "5"]),
        ("हिन्दी में एक वाक्य।", ["हिन्दी", "में", "एक", "वाक्य"]),
        ("水門は九時", ["水門", "門は", "は九", "九時"]),
        ("水 B水門", ["水", "b", "水門"]),
        ("佐々木", ["佐々", "々木"]),
        ("ท่าเรือ", ["ท่", "่า", "าเ", "เร", "รื", "ือ"]),
        ("\u202eשלום\u202c, مرحبا", ["שלום", "مرحبا"]),
        ("👩‍🚒 🇮🇸 — ?!", []),
    ],
)
def test_a_text_is_cut_into_its_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize("text", ["", " ", "—", "_", "\0", "\u0301", "\udce9", "\u200d", "..."])
def test_a_text_without_letters_has_no_words(text):
    assert words(text) == stems(text) == terms(text) == []


@given(st.text(max_size=200))
def test_no_text_breaks_and_no_word_is_empty_or_has_a_line_end(text):
    assert all(word and "\n" not in word for word in words(text))
    assert len(stems(text)) == sum(word not in STOP_WORDS for word in words(text))


@example("\U0001109a")  # a Kaithi letter and the dot below it
@given(st.text(st.characters(categories=["L", "N", "M", "Z"]), max_size=60))
def test_a_text_has_the_same_words_composed_and_taken_apart(text):
    composed = unicodedata.normalize("NFC", text)
    assert words(composed) == words(unicodedata.normalize("NFD", composed))


@given(st.text(st.characters(max_codepoint=0x24F), max_size=80))
def test_the_words_of_western_words_are_themselves(text):
    found = words(unicodedata.normalize("NFKC", text))
    assert words(" ".join(found)) == found


def test_common_words_count_only_where_there_are_no_others():
    assert terms("What did she say about the ferry, the ferry?") == ["ferry"]
    assert terms("to be or not to be") == ["to", "be", "or", "not"]
    assert stems("What did she say about the ferry, the ferry?") == ["ferri", "ferri"]


@pytest.mark.parametrize(
    "forms", ["repair repaired repairing repairs", "ferry ferries", "city cities", "Quds Qods",
              "Mohammed Muhammad", "Qasem Ghasem Qassem", "Zelensky Zelenskyy", "Khamenei Khamenai"],
)  # fmt: skip
def test_forms_of_a_word_and_spellings_of_a_name_share_a_stem(forms):
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize("apart", ["Khomeini Khamenei", "Osama Obama", "universe library"])
def test_names_and_words_that_are_two_have_two_stems(apart):
    assert len(set(stems(apart))) == 2


@pytest.mark.parametrize("word", ["паромы", "straße", "水門", "q1s", "10000", ""])
def test_a_word_that_is_not_of_latin_letters_only_is_its_own_stem(word):
    assert stem(word) == word


def test_threads_share_the_stemmer():
    made = [
        f"{a}{b}ing{c}" for a in ("har", "quay", "lock") for b in "abcdefghij" for c in ("s", "ly", "ness", "")
    ]
    plain = [stem.__wrapped__(word) for word in made]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(10):
            stem.cache_clear()
            assert list(pool.map(stem, made)) == plain


@pytest.mark.parametrize("bit", ["a", "a.", "1,", "'a", "水", "\u0301", "a\u00ad", "9.", "é’"])
def test_the_longest_question_of_anything_is_cut_at_once(bit):
    import time

    began = time.process_time()
    words(bit * (MAX_QUESTION_CHARS // len(bit)))
    assert time.process_time() - began < 5
