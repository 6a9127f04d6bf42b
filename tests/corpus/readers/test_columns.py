from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE

from corpus.errors import SourceFormatError, UsageError
from corpus.readers.columns import SPELLINGS, Columns, choose_columns, guess_columns, seconds

PATH = NOWHERE / "speeches.csv"
PROSE = "The tide came in over the mole and nobody saw it come."


def guess(*header, sample=()):
    return dict(guess_columns(header, sample).pairs)


def choose(header, given_columns, sample=()):
    return choose_columns(header, sample, given_columns, PATH)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["speaker", "text"], {"speaker": "speaker", "text": "text"}),
        (
            ["Speaker Name", "Speech Text", "Date"],
            {"speaker": "Speaker Name", "text": "Speech Text", "date": "Date"},
        ),
        (["speakerName", "speech_text"], {"speaker": "speakerName", "text": "speech_text"}),
        (["Quote", "Said by", "Year"], {"quotation": "Quote", "speaker": "Said by", "date": "Year"}),
        (
            ["id", "body", "headline", "byline"],
            {"document": "id", "text": "body", "title": "headline", "author": "byline"},
        ),
        (["URL", "Outlet", "content"], {"url": "URL", "source": "Outlet", "text": "content"}),
        (["Page No.", "text", "POSITION"], {"page": "Page No.", "text": "text", "role": "POSITION"}),
        (["name", "speaker", "text"], {"speaker": "speaker", "text": "text"}),
        (["party", "gender"], {}),
        ([], {}),
    ],
)
def test_columns_are_known_by_their_names(header, found):
    assert guess(*header) == found


def test_a_column_is_taken_for_one_thing_only():
    found = guess("statement", "date", "speech", "source", "link")
    assert len(set(found.values())) == len(found)


def test_no_spelling_stands_for_two_things():
    spellings = [spelling for names in SPELLINGS.values() for spelling in names]
    assert len(spellings) == len(set(spellings))


def test_the_surest_name_comes_first():
    assert guess("content", "text") == {"text": "text"}
    assert guess("document id", "id", "text")["document"] == "document id"


def test_a_column_of_prose_is_the_words_where_no_name_says_so():
    assert guess("who", "what they told us", sample=[["Oda Bern", PROSE], ["Mara Quell", PROSE]]) == {
        "speaker": "who", "text": "what they told us",
    }  # fmt: skip


def test_a_column_of_short_words_is_not_the_words():
    assert "text" not in guess("who", "what", sample=[["Oda Bern", "It rained."]])


@pytest.mark.parametrize(
    ("cells", "is_time"),
    [
        (["0", "12.5", "90"], True),
        (["0:00", "0:12"], True),
        (["00:00:01", "00:01:15.5"], True),
        (["14:30", "15:00"], False),
        (["soon", "later"], False),
        (["", ""], False),
        (["0:05", "soon"], False),
    ],
)
def test_a_time_is_one_of_a_recording_that_begins_near_nought(cells, is_time):
    found = guess("time", "text", sample=[[cell, PROSE] for cell in cells])
    assert (found.get("time") == "time") is is_time


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("0", 0.0), ("75", 75.0), ("75.5", 75.5), (" 1:15 ", 75.0), ("0:01:15.5", 75.5), ("01:00:00,25", 3600.25),
     ("90:00", 5400.0), ("1:75", None), ("-3", None), ("1e5", None), ("", None), ("nan", None),
     ("12:30 pm", None)],
)  # fmt: skip
def test_a_time_is_read_in_seconds(cell, expected):
    assert seconds(cell) == expected


def test_what_the_user_says_wins_over_the_guess():
    columns = choose(["text", "note", "who"], {"text": "note"})
    assert (columns.of("text"), columns.of("speaker"), columns.guessed) == ("note", "who", {"speaker"})


def test_whoever_says_what_holds_the_words_has_said_all_that_does():
    assert choose(["quote", "context"], {"text": "context"}).of("quotation") is None
    assert choose(["text", "speech"], {"quotation": "speech"}).of("text") is None


def test_a_column_given_is_found_however_its_letters_are_set():
    assert choose(["Full Speech", "x"], {"text": "full_speech"}).of("text") == "Full Speech"


def test_the_exact_name_is_preferred_to_one_alike():
    assert choose(["TEXT", "text"], {"text": "text"}).of("text") == "text"


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(SourceFormatError, match=r"no column 'Speech'; its columns are who, what"):
        choose(["who", "what"], {"text": "Speech"})


def test_a_thing_that_no_column_holds_is_a_slip_of_the_users():
    with pytest.raises(UsageError, match=r"columns are given for tone; expected some of .*speaker.*"):
        choose(["text", "tone"], {"tone": "tone"})


def test_a_table_without_words_is_refused_with_its_columns():
    with pytest.raises(
        SourceFormatError, match=r"no column that looks like the words; its columns are party, seats"
    ):
        choose(["party", "seats"], {}, [["Tide", "4"]])


def test_a_refusal_shows_no_more_than_the_first_columns():
    with pytest.raises(SourceFormatError, match=r"c11, …"):
        choose([f"c{n}" for n in range(400)], {})


def test_a_name_that_two_columns_have_is_refused_where_it_matters():
    with pytest.raises(SourceFormatError, match="more than one column 'text'"):
        choose(["text", "text"], {})
    assert choose(["text", "x", "x"], {}).of("text") == "text"


def test_the_guess_can_be_shown():
    shown = str(choose(["text", "Name", "x"], {"speaker": "Name"}))
    assert shown == "text=text (guessed), speaker=Name"
    assert str(Columns(())) == ""


@given(
    st.lists(
        st.one_of(st.sampled_from(["text", "Text", "speaker", "time", "id", "date"]), st.text(max_size=8)),
        max_size=8,
    ),
    st.integers(0, 3),
    st.text(max_size=50),
)
def test_any_header_is_guessed_without_a_fault_and_no_column_is_made_up(header, rows, cell):
    pairs = guess_columns(header, [[cell] * len(header)] * rows).pairs
    assert {name for _, name in pairs} <= set(header)
    assert len({what for what, _ in pairs}) == len(pairs)
