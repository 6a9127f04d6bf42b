from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_small import NEVER, ledger
from qa_texts import EVERYTHING, SPEECH

from corpus.speakers.roster import Roster
from qa import retrieve
from qa.ledger import PROBABLY, Ledger, read_ledger
from qa.reading import Known, KnownSpeaker


@pytest.fixture
def corpus(shared):
    return shared(EVERYTHING)


@pytest.fixture
def changing(make_corpus):
    """The same corpus for one test alone."""
    return make_corpus(EVERYTHING)


@pytest.fixture
def opened(corpus):
    """The corpus's snapshot and ledger."""
    return corpus.snapshot(), ledger_of(corpus)


def ledger_of(corpus):
    with corpus.store.reading() as view:
        return corpus.ledger(corpus.snapshot(), view)


def words_at(corpus, snapshot, positions):
    with corpus.store.reading() as view:
        found = view.passages([snapshot.keys[p].id for p in positions])
    return [passage.text for passage in found.values()]


def where(corpus, snapshot, text):
    """Return the position of the one passage that holds a text."""
    every = words_at(corpus, snapshot, range(len(snapshot.keys)))
    (position,) = (n for n, words in enumerate(every) if text in words)
    return position


def test_all_spellings_of_one_speaker_are_one_name(corpus, opened):
    snapshot, found = opened
    positions, sure = found.spoken["Sanna Veld"]
    assert "SANNA VELD" not in found.spoken
    assert set(sure) == {1.0}
    texts = words_at(corpus, snapshot, positions)
    assert len(texts) == 3
    assert all("Sanna Veld" in text or "SANNA VELD" in text for text in texts)


def test_the_positions_of_a_speaker_are_in_order(opened):
    for positions, sure in opened[1].spoken.values():
        assert (np.diff(positions) > 0).all()
        assert positions.shape == sure.shape


def test_a_likely_speaker_counts_in_part(corpus, opened):
    snapshot, found = opened
    positions, sure = found.spoken["Corin Hale"]
    assert positions.tolist() == [where(corpus, snapshot, "Corin Hale")]
    assert sure.tolist() == [PROBABLY]
    assert 0 < PROBABLY < 1


def test_who_surely_speaks_in_a_passage_counts_whole_however_often_he_only_likely_does(make_corpus):
    named = "Corin Hale was named in the report, and said nothing."
    text = f"Lamps\n\n“Nobody asked us,” Corin Hale said. {named}\n"
    (sure,) = ledger_of(make_corpus({"a.txt": text})).spoken["Corin Hale"][1]
    assert sure == 1.0


def test_the_known_speakers_have_their_aliases_and_roles(opened):
    known = {one.name: one for one in opened[1].known.speakers}
    assert known["Sanna Veld"] == KnownSpeaker("Sanna Veld", ("SANNA VELD",))
    assert known["Mara Quell"].roles == ("minister for waterways",)


def test_one_who_only_likely_speaks_is_no_known_speaker(opened):
    assert "Corin Hale" not in {one.name for one in opened[1].known.speakers}


def test_the_titles_of_the_documents_are_known(opened):
    assert set(opened[1].known.titles) >= {"The canal is open", "A speech on the quay", "Letters to the editor"}


def test_the_time_of_a_document_is_that_of_its_passages(corpus, opened):
    snapshot, found = opened
    day = dt.date(2014, 9, 10).toordinal()
    assert found.issued[where(corpus, snapshot, "nine weeks")].tolist() == [day, day]


def test_a_document_dated_by_its_month_may_be_of_any_day_of_it(make_corpus):
    found = ledger_of(make_corpus({"a.txt": "Lamps\n\nMarch 2014\n\nThe lamps are out.\n"}))
    assert found.issued.tolist() == [[dt.date(2014, 3, 1).toordinal(), dt.date(2014, 3, 31).toordinal()]]


def test_a_document_without_a_date_is_of_no_time(corpus, opened):
    snapshot, found = opened
    assert found.issued[where(corpus, snapshot, "Ilse Marn")].tolist() == list(NEVER)


def test_a_statement_has_a_time_of_its_own(corpus, opened):
    snapshot, found = opened
    days = found.said[where(corpus, snapshot, "Nobody asked the divers")]
    assert [dt.date.fromordinal(day).isoformat() for day in days] == ["2013-03-01", "2013-03-31"]
    assert found.said[where(corpus, snapshot, "nine weeks")].tolist() == list(NEVER)


def test_several_statements_of_one_passage_reach_from_the_first_day_to_the_last(make_corpus):
    text = "Lamps\n\nOda Bern said on May 3, 2011, “They burn.” Oda Bern said in June 2012, “They are out.”\n"
    ((first, last),) = ledger_of(make_corpus({"a.txt": text})).said
    assert (dt.date.fromordinal(first), dt.date.fromordinal(last)) == (dt.date(2011, 5, 3), dt.date(2012, 6, 30))


@pytest.mark.parametrize(
    ("since", "until", "within"),
    [
        ("2013-01-01", "2013-12-31", {"Nobody asked the divers"}),
        (None, "2013-03-01", {"Nobody asked the divers"}),
        ("2013-04-01", "2014-05-11", set()),
        ("2014-08-02", "2014-08-02", {"On August 2"}),
        ("2016-03-02", None, set()),
    ],
)
def test_a_passage_is_within_a_time_by_its_document_or_by_a_statement(corpus, opened, since, until, within):
    snapshot, found = opened
    texts = words_at(corpus, snapshot, np.flatnonzero(found.within(since, until)))
    assert {text for text in within for words in texts if text in words} == within
    assert len(texts) == len(within)


def test_what_has_no_date_is_within_no_time_however_open(corpus, opened):
    snapshot, found = opened
    assert not found.within(None, None)[where(corpus, snapshot, "Ilse Marn")]


intervals = st.lists(st.integers(730000, 730020), min_size=2, max_size=2).map(sorted) | st.just(list(NEVER))
days = st.none() | st.integers(729998, 730022).map(lambda n: dt.date.fromordinal(n).isoformat())


@given(st.lists(st.tuples(intervals, intervals), min_size=1, max_size=8), days, days)
def test_within_is_some_day_in_common(rows, since, until):
    if since and until:
        since, until = sorted((since, until))
    issued, said = (np.array(column, dtype=np.int32) for column in zip(*rows, strict=True))
    first = dt.date.fromisoformat(since).toordinal() if since else 0
    last = dt.date.fromisoformat(until).toordinal() if until else 10**7
    wanted = [any(max(a, first) <= min(b, last) for a, b in row) for row in rows]
    found = Ledger(known=Known(), roster=Roster(), spoken={}, issued=issued, said=said)
    assert found.within(since, until).tolist() == wanted


sayings = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["A", "B", "C"]), st.sampled_from([0.5, 1.0])),
    unique_by=lambda row: row[:2],
)


@given(sayings, st.lists(st.sampled_from(["A", "B", "nobody"]), max_size=3))
def test_the_share_of_several_speakers_is_the_surest(rows, names):
    surest = [max([s for p, name, s in rows if p == n and name in names], default=0.0) for n in range(6)]
    assert ledger(6, rows).shares(names).tolist() == surest


@given(sayings, st.sampled_from(["A", "nobody"]), st.integers(0, 5))
def test_somebody_speaks_where_he_has_words(rows, name, position):
    assert ledger(6, rows).speaks(name, position) == any(row[:2] == (position, name) for row in rows)


def test_a_passage_that_the_snapshot_does_not_have_is_in_no_ledger(changing, tmp_path):
    older = changing.snapshot()
    (tmp_path / "more.txt").write_text("More\n\n2020-01-01\n\nPia Lund said, “It rains.”\n", encoding="utf-8")
    changing.put([tmp_path / "more.txt"])
    with changing.store.reading() as view:
        found = read_ledger(view, older)
    assert "Pia Lund" not in found.spoken
    assert found.issued.shape == found.said.shape == (len(older.keys), 2)
    assert not found.within("2020-01-01", None).any()


def test_a_passage_that_the_store_no_longer_has_is_of_nobody_and_no_time(changing):
    older = changing.snapshot()
    changing.remove("speech.txt")
    with changing.store.reading() as view:
        found = read_ledger(view, older)
    assert not found.within("2013-01-01", "2013-12-31").any()
    assert found.issued.shape == (len(older.keys), 2)
    assert "Corin Hale" not in found.spoken


def test_the_ledger_is_read_once_for_a_snapshot_and_again_after_an_addition(changing, tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr("qa.ledger.read_ledger", lambda view, s: read.append(s.revision) or read_ledger(view, s))
    for _ in range(3):
        retrieve("ferry", corpus=changing)
    assert len(read) == 1
    (tmp_path / "more.txt").write_text(SPEECH.replace("Sanna Veld", "Pia Lund"), encoding="utf-8")
    changing.add([tmp_path / "more.txt"])
    answer = retrieve("What did Pia Lund say about the wall?", corpus=changing)
    assert read == sorted(set(read))
    assert len(read) == 2
    assert answer.reading.asked == ("Pia Lund",)


def test_an_empty_corpus_has_an_empty_ledger(make_corpus):
    found = ledger_of(make_corpus({}))
    assert (found.known.speakers, found.spoken, len(found.issued)) == ((), {}, 0)
