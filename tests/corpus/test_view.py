from __future__ import annotations

import contextlib
import sqlite3

import pytest
from texts import document

from corpus import errors
from corpus.store import Store

QUAY = document(
    "The Long Quay\n\nHarbour Governor Oda Bern said, “The quay will hold through the winter [1].”\n\n"
    "“It will not hold,” Jory Pell replied. “It never has held.”\n\n[1] Stone by Stone, 2019.",
    "quay.txt",
)
TIDE = document("A Tide\n\n“Water keeps no promises to anybody,” Jory Pell said.", "tide.txt")


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path)
    with store.writing() as writer:
        writer.put(QUAY, "1")
        writer.put(TIDE, "1")
    return store


@pytest.fixture
def view(store):
    with store.reading() as view:
        yield view


def spoil(store, statement, *values):
    with contextlib.closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement, values)


def test_summaries_are_sorted_by_title_and_count_what_is_there(view):
    quay, tide = view.summaries()[1], view.summaries()[0]
    assert (tide.citation.title, tide.passages, tide.speakers) == ("A Tide", 1, 1)
    assert (quay.id, quay.passages, quay.speakers, quay.sources) == (QUAY.id, 2, 2, (QUAY.source,))


def test_passages_come_in_the_order_asked_and_only_those_that_are_there(view):
    ids = [TIDE.passages[0].id, "nothing", QUAY.passages[1].id, QUAY.passages[0].id]
    found = view.passages(ids)
    assert list(found) == [ids[0], ids[2], ids[3]]
    assert found[ids[2]] == QUAY.passages[1]


def test_no_ids_give_no_passages(view):
    assert view.passages([]) == {}
    assert view.spoken_by([]) == set()


def test_a_document_that_is_not_there_is_none_with_an_empty_record(view):
    assert view.document("nothing") is None
    assert view.citation("nothing").title is None
    assert view.reader_of("nothing") is None
    assert view.sources("nothing") == []


def test_a_passages_notes_come_with_label_and_text(view):
    assert view.notes(QUAY.passages[0]) == [("1", "[1] Stone by Stone, 2019.")]
    assert view.notes(QUAY.passages[1]) == []


def test_speakers_come_with_counts_roles_and_other_names_most_frequent_first(view):
    pell, bern = view.speakers()
    assert (pell.name, pell.utterances, pell.documents, pell.roles) == ("Jory Pell", 3, 2, ())
    assert (bern.name, bern.utterances, bern.roles) == ("Oda Bern", 1, ("Harbour Governor",))
    assert bern.aliases == ("Harbour Governor Oda Bern",)


def test_passages_can_be_found_by_who_speaks_in_them(view):
    assert view.spoken_by(["Oda Bern"]) == {QUAY.passages[0].id}
    assert view.spoken_by(["Jory Pell", "Nobody"]) == {QUAY.passages[1].id, TIDE.passages[0].id}


def test_passages_can_be_found_by_their_document(view):
    assert view.passages_of([QUAY.id]) == {p.id for p in QUAY.passages}
    assert view.passages_of([QUAY.id, TIDE.id, "nothing"]) == {p.id for d in (QUAY, TIDE) for p in d.passages}


def test_a_sound_store_has_no_faults(view):
    assert view.faults() == []


def test_text_that_was_changed_under_a_passage_is_never_quoted(store):
    spoil(store, "UPDATE documents SET text = replace(text, 'will hold', 'will fall') WHERE id = ?", QUAY.id)
    with pytest.raises(errors.CorpusDamagedError, match="not the text it was"), store.reading() as view:
        view.passages([QUAY.passages[0].id])


def test_offsets_that_were_shifted_are_noticed(store):
    spoil(store, 'UPDATE passages SET start = start + 1, "end" = "end" + 1 WHERE document_id = ?', TIDE.id)
    with pytest.raises(errors.CorpusDamagedError), store.reading() as view:
        view.document(TIDE.id)


def test_the_check_names_every_document_that_is_not_what_it_was(store):
    spoil(store, "UPDATE documents SET text = 'x' || text")
    with store.reading() as view:
        assert len(view.faults()) == 2


def test_a_broken_document_does_not_stand_in_the_way_of_the_others(store):
    spoil(store, "UPDATE documents SET text = 'x' || text WHERE id = ?", QUAY.id)
    with store.reading() as view:
        assert view.document(TIDE.id) == TIDE


def test_a_missing_table_is_damage_and_not_an_empty_answer(store):
    spoil(store, "DROP TABLE utterances")
    with pytest.raises(errors.CorpusDamagedError, match="no such table"), store.reading() as view:
        view.speakers()


SPELLINGS = [
    document(f"{title}\n\n“{words},” said {name}.", f"{title}.txt")
    for title, words, name in [
        ("One", "The ferry sails at dawn", "Captain Qasem Dorn"),
        ("Two", "The ferry never sails on time", "Qassem Dorn"),
        ("Three", "No ferry sails in the fog", "Qassem R. Dorn"),
    ]
]


@pytest.fixture
def spelled(tmp_path):
    store = Store.create(tmp_path / "spelled")
    with store.writing() as writer:
        for one in SPELLINGS:
            writer.put(one, "1")
    with store.reading() as view:
        yield view


def test_sure_spellings_of_one_name_are_one_speaker_with_aliases(spelled):
    dorn, other = sorted(spelled.speakers(), key=lambda s: -s.utterances)
    assert {dorn.name, *dorn.aliases} == {"Qasem Dorn", "Qassem Dorn", "Captain Qasem Dorn"}
    assert (dorn.roles, dorn.utterances, dorn.documents) == (("Captain",), 2, 2)
    assert other.name == "Qassem R. Dorn"


def test_what_is_only_likely_is_proposed_and_not_merged(spelled):
    (proposal,) = spelled.roster().proposals
    assert "Qassem R. Dorn" in {proposal.first, proposal.second}
    assert "a middle name is left out" in proposal.reason
