from __future__ import annotations

import pytest

from corpus import Citation, Field, Passage, Provenance, Utterance, UtteranceKind
from corpus.cite import note, notes_at


def record(**values):
    return Citation.of({name.replace("_", "-"): Field(v, Provenance.METADATA) for name, v in values.items()})


def passage(**changes):
    values = {"id": "p", "document_id": "d", "ordinal": 9, "paragraph": 7, "text": "x", "start": 0, "end": 1}
    return Passage(**(values | changes))


def by(name):
    return Utterance(0, 1, UtteranceKind.DIRECT, name)


QUAY = {"title": "The Long Quay", "author": [{"literal": "Mara Quell"}], "issued": {"date-parts": [[2019, 6, 14]]}}


def test_a_note_gives_author_title_date_and_paragraph():
    assert note(record(**QUAY), passage()) == "Mara Quell, “The Long Quay,” June 14, 2019, para. 7."


def test_what_is_unknown_is_left_out_and_the_note_is_never_only_a_place():
    assert note(Citation(), passage()) == "[Document], para. 7."
    assert "n.d." not in note(record(title="The Long Quay"), passage())


def test_the_paragraph_cited_is_the_one_a_reader_counts():
    assert note(Citation(), passage(ordinal=12, paragraph=3)) == "[Document], para. 3."


def test_a_printed_page_comes_before_a_paragraph_number():
    assert note(record(title="The Long Quay"), passage(page="xii")) == "“The Long Quay,” xii."


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00:00"), (59.9, "0:00:59"), (61, "0:01:01"), (7325, "2:02:05")]
)
def test_a_time_is_shown_in_hours_minutes_and_seconds(seconds, shown):
    assert note(Citation(), passage(time=seconds)) == f"[Document], at {shown}."


def test_a_quoted_speaker_opens_the_note():
    assert note(record(**QUAY), passage(), [by("Oda Bern")]).startswith("Oda Bern, quoted in Mara Quell, ")


def test_an_author_is_not_quoted_in_their_own_work():
    assert "quoted in" not in note(record(**QUAY), passage(), [by("Mara Quell")])


@pytest.mark.parametrize("names", [["Oda Bern", "Jory Pell"], ["Oda Bern", None], [None]])
def test_no_speaker_is_named_unless_all_the_words_are_theirs(names):
    shown = note(record(**QUAY), passage(), [by(n) for n in names])
    assert shown == "Quoted in Mara Quell, “The Long Quay,” June 14, 2019, para. 7."


def test_the_authors_own_words_are_not_quoted():
    assert "quoted in" not in note(record(**QUAY), passage(), []).lower()


def test_a_footnote_is_cited_behind_the_passage():
    shown = note(record(title="The Long Quay"), passage(), [], ["Tam Relland,\n Stone by Stone, 2019."])
    assert shown == "“The Long Quay,” para. 7, citing Tam Relland, Stone by Stone, 2019."


def test_a_title_in_quotation_marks_turns_its_own_marks_single():
    assert note(record(title="The “Long” Quay"), passage()) == "“The ‘Long’ Quay,” para. 7."


@pytest.mark.parametrize("mark", "?!")
def test_a_title_that_ends_itself_still_takes_its_comma(mark):
    # 6.125: the mark belongs to the title, the comma to the note.
    assert note(record(title=f"Whose Quay{mark}"), passage()) == f"“Whose Quay{mark},” para. 7."


@pytest.mark.parametrize("kind", ["book", "report", "thesis"])
def test_a_work_that_stands_alone_has_no_quotation_marks(kind):
    assert note(record(title="The Long Quay", type=kind), passage()) == "The Long Quay, para. 7."


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["A Quell", "B Bern"], "A Quell and B Bern, "),
        (["A Quell", "B Bern", "C Pell"], "A Quell, B Bern, and C Pell, "),
        (["A Quell", "B Bern", "C Pell", "D Vane"], "A Quell et al., "),
    ],
)
def test_authors_are_joined_as_in_print(names, shown):
    assert note(record(author=[{"literal": n} for n in names]), passage()).startswith(shown)


def test_a_name_given_in_parts_is_put_together_in_reading_order():
    name = {"family": "Bern", "given": "Oda", "non-dropping-particle": "van der", "suffix": "Jr."}
    assert note(record(author=[name]), passage()) == "Oda van der Bern Jr., para. 7."


def test_the_container_stands_before_the_date():
    shown = note(
        record(title="The Long Quay", container_title="Tide\n Review", issued={"literal": "c. 1890"}), passage()
    )
    assert shown == "“The Long Quay,” Tide Review, c. 1890, para. 7."


def test_a_publisher_stands_where_there_is_no_container():
    assert "Tide Office, " in note(record(publisher="Tide Office"), passage())


def test_a_doi_is_preferred_to_an_address():
    both = record(DOI="10.1/quay", URL="https://quay.example")
    assert note(both, passage()) == "[Document], para. 7, https://doi.org/10.1/quay."
    assert note(record(URL="https://quay.example"), passage()) == "[Document], para. 7, https://quay.example."


@pytest.mark.parametrize("footnote", ["“Stone by Stone.”", "Stone by Stone."])
def test_a_note_ends_in_one_full_stop(footnote):
    shown = note(Citation(), passage(), [], [footnote])
    assert shown.endswith((".", ".”"))
    assert not shown.endswith(("..", "”."))


@pytest.mark.parametrize(
    ("span", "labels"),
    [((0, 9), ["1"]), ((0, 4), []), ((14, 22), ["iii"]), ((0, 22), ["1", "iii"]), ((13, 16), [])],
)
def test_the_notes_of_some_words_are_those_marked_in_them_or_right_behind(span, labels):
    text = "They went.[1] We came. [iii]"
    notes = (("1", "A letter."), ("iii", "A log."), ("2", "Not here."))
    assert [label for label, _ in notes_at(text, [span], notes)] == labels
