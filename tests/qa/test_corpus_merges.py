from __future__ import annotations

import pytest
from qa_texts import EVERYTHING, SPEECH

from corpus.errors import UsageError
from qa import retrieve

#: The engineer of the canal under another name, whom no rule would take for him.
PEN = """A letter on the gates

“The gates were painted and not mended,” Gus Ferrow wrote.

“Nobody has looked at the gates since,” Gus Ferrow said.
"""
TEXTS = EVERYTHING | {"pen.txt": PEN}


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(TEXTS)


def names(corpus):
    return {speaker.name for speaker in corpus.speakers()}


def spoken(question, corpus, **filters):
    """Return the names of those who speak in the passages that answer."""
    hits = retrieve(question, corpus=corpus, k=50, **filters).hits
    return {name for hit in hits for name in hit.passage.speakers}


def test_two_speakers_become_one_with_both_ones_words(corpus):
    before = {s.name: s for s in corpus.speakers()}
    one = corpus.merge("Gus Ferrow", "Tobin Ash")
    assert (one.name, one.utterances) == (
        "Tobin Ash", before["Tobin Ash"].utterances + before["Gus Ferrow"].utterances,
    )  # fmt: skip
    assert "Gus Ferrow" in one.aliases
    assert names(corpus) == set(before) - {"Gus Ferrow"}
    assert corpus.merges() == {"Gus Ferrow": "Tobin Ash"}


def test_taking_a_merge_back_leaves_everything_as_it_was(corpus):
    speakers, roster = corpus.speakers(), corpus.roster()
    corpus.merge("Gus Ferrow", "Tobin Ash")
    corpus.unmerge("Gus Ferrow")
    assert (corpus.speakers(), corpus.roster(), corpus.merges()) == (speakers, roster, {})


def test_no_utterance_changes_its_speaker(corpus):
    documents = [corpus.document(d.id) for d in corpus.documents()]
    corpus.merge("Gus Ferrow", "Tobin Ash")
    assert [corpus.document(d.id) for d in corpus.documents()] == documents


def test_each_change_moves_the_revision(corpus):
    revision = corpus.store.revision()
    corpus.merge("Gus Ferrow", "Tobin Ash")
    corpus.unmerge("Gus Ferrow")
    assert corpus.store.revision() == revision + 2


def test_nothing_is_embedded_for_a_merge(corpus, tiny):
    corpus.snapshot()
    tiny.encoded.clear()
    corpus.merge("Gus Ferrow", "Tobin Ash")
    assert corpus.snapshot().revision == corpus.store.revision()
    assert tiny.encoded == []


@pytest.mark.parametrize("asked", ["Gus Ferrow", "Tobin Ash"])
def test_a_filter_by_either_name_follows_a_merge_and_its_undoing(corpus, asked):
    assert spoken("the gates", corpus, speaker=asked) == {asked}
    corpus.merge("Gus Ferrow", "Tobin Ash")
    assert spoken("the gates", corpus, speaker=asked) == {"Gus Ferrow", "Tobin Ash"}
    assert spoken(f'speaker:"{asked}" the gates', corpus) == {"Gus Ferrow", "Tobin Ash"}
    corpus.unmerge("Gus Ferrow")
    assert spoken("the gates", corpus, speaker=asked) == {asked}
    assert spoken(f'speaker:"{asked}" the gates', corpus) == {asked}


def test_a_filter_that_keeps_a_speaker_out_keeps_both_names_out(corpus):
    assert "Gus Ferrow" in spoken('-speaker:"Tobin Ash" the gates', corpus)
    corpus.merge("Gus Ferrow", "Tobin Ash")
    assert not {"Gus Ferrow", "Tobin Ash"} & spoken('-speaker:"Tobin Ash" the gates', corpus)


def test_a_question_that_names_a_speaker_follows_a_merge_and_its_undoing(corpus):
    question = "What did Gus Ferrow say about the gates?"
    assert retrieve(question, corpus=corpus).reading.asked == ("Gus Ferrow",)
    corpus.merge("Gus Ferrow", "Tobin Ash")
    assert retrieve(question, corpus=corpus).reading.asked == ("Tobin Ash",)
    corpus.unmerge("Gus Ferrow")
    assert retrieve(question, corpus=corpus).reading.asked == ("Gus Ferrow",)


def test_the_ledger_counts_the_words_of_both_names_as_the_one_speakers(corpus):
    corpus.merge("Gus Ferrow", "Tobin Ash")
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ledger, own = corpus.ledger(snapshot, view), view.spoken_by(["Gus Ferrow"])
    assert own
    assert all(ledger.speaks("Tobin Ash", position) for position in snapshot.positions(own))
    assert "Gus Ferrow" not in ledger.spoken


def test_merges_go_on_to_the_last_speaker_and_come_back_one_by_one(corpus):
    corpus.merge("Gus Ferrow", "Tobin Ash")
    corpus.merge("Gus Ferrow", "Lena Ash")  # by now a name of Tobin Ash
    assert corpus.merges() == {"Gus Ferrow": "Tobin Ash", "Tobin Ash": "Lena Ash"}
    assert not {"Gus Ferrow", "Tobin Ash"} & names(corpus)
    corpus.unmerge("Tobin Ash")
    assert "Tobin Ash" in names(corpus)
    assert "Gus Ferrow" not in names(corpus)


@pytest.mark.parametrize(
    ("name", "into", "found"),
    [
        ("Nobody Here", "Tobin Ash", "goes by the name 'Nobody Here'"),
        ("Tobin Ash", "Nobody Here", "goes by the name 'Nobody Here'"),
        ("Tobin Ash", "Tobin Ash", "are one speaker already"),
    ],
)
def test_what_cannot_be_merged_is_refused_and_nothing_changes(corpus, name, into, found):
    revision = corpus.store.revision()
    with pytest.raises(UsageError, match=found):
        corpus.merge(name, into)
    assert (corpus.merges(), corpus.store.revision()) == ({}, revision)


def test_a_circle_cannot_be_made(corpus):
    corpus.merge("Gus Ferrow", "Tobin Ash")
    corpus.merge("Tobin Ash", "Lena Ash")
    for name, into in [("Tobin Ash", "Gus Ferrow"), ("Lena Ash", "Gus Ferrow")]:
        with pytest.raises(UsageError, match="one speaker already"):
            corpus.merge(name, into)


def test_what_was_not_merged_cannot_be_taken_apart(corpus):
    corpus.merge("Gus Ferrow", "Tobin Ash")
    for name in ("Tobin Ash", "Lena Ash", "Nobody Here"):
        with pytest.raises(UsageError, match="was not merged into another"):
            corpus.unmerge(name)


def test_a_merge_can_be_taken_back_by_another_spelling(make_corpus):
    again = SPEECH.replace("Sanna Veld", "Sanna R. Veld").replace("Corin Hale", "Qasem Dorn")
    spelled = "“The tide is out,” said Qassem Dorn.\n\n“It is in,” said Qasem Dorn."
    corpus = make_corpus({"again.txt": again, "spelled.txt": spelled})
    corpus.merge("Qassem Dorn", "Oda Bern")
    assert not {"Qasem Dorn", "Qassem Dorn"} & names(corpus)
    corpus.unmerge("Qasem Dorn")
    assert corpus.merges() == {}


def test_a_merge_outlives_the_removal_of_either_ones_document(corpus):
    corpus.merge("Gus Ferrow", "Tobin Ash")
    for reference in ("pen.txt", "canal.txt"):
        removed = corpus.remove(reference)
        corpus.snapshot()
        corpus.restore(removed)
    assert "Gus Ferrow" not in names(corpus)
    assert spoken("the gates", corpus, speaker="Gus Ferrow") == {"Gus Ferrow", "Tobin Ash"}
