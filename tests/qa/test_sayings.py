from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_people import COUNCIL

from corpus.citation import Citation, Field, Provenance
from corpus.errors import UsageError
from corpus.model import StatementDate, Utterance, UtteranceKind
from qa.sayings import Basis, find_speakers, sayings_of, speaker_named, when_said

NAMES = ("Sanna Veld", "Oda Bern", "S. Veld")


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    folder = tmp_path_factory.mktemp("council")
    for name, text in COUNCIL.items():
        (folder / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add(folder / name for name in COUNCIL)
    return corpus


@pytest.fixture
def own(make_corpus):
    return make_corpus(COUNCIL)


def _utterances(corpus, wanted):
    """Return by hand every utterance that ``wanted`` takes, as (passage, start)."""
    with corpus.store.reading() as view:
        return sorted(
            (p.id, u.start) for d in view.documents() for p in d.passages for u in p.utterances if wanted(u)
        )


def _places(sayings):
    return [(saying.passage.id, saying.utterance.start) for saying in sayings]


@pytest.mark.parametrize("name", NAMES)
def test_every_utterance_of_a_speaker_comes_once_and_none_of_anothers(council, name):
    found = sayings_of(council, name)
    assert sorted(_places(found.sure)) == _utterances(council, lambda u: u.speaker == name)
    assert len(found.sure) == found.speaker.utterances > 0


def test_the_speakers_share_out_every_utterance_that_is_somebodys(council):
    shared = [place for speaker in council.speakers() for place in _places(sayings_of(council, speaker.name).sure)]
    assert sorted(shared) == _utterances(council, lambda u: u.speaker is not None)


def test_the_words_are_the_passages_own(council):
    for saying in sayings_of(council, "Sanna Veld").sure:
        assert saying.words == saying.passage.text[saying.utterance.start : saying.utterance.end] != ""


def test_utterances_stand_by_date_and_the_undated_last(council):
    days = [
        saying.when and (saying.when.since, saying.when.until) for saying in sayings_of(council, "Sanna Veld").sure
    ]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None]


def test_a_statements_own_date_goes_before_the_documents(council):
    found = sayings_of(council, "Sanna Veld").sure
    bases = {saying.when.basis: saying.when for saying in found if saying.when and saying.when.since.year == 2012}
    assert bases[Basis.STATEMENT].since == dt.date(2012, 2, 3)
    assert bases[Basis.STATEMENT].as_printed.endswith("February 3, 2012")
    assert bases[Basis.DOCUMENT].since == dt.date(2012, 7, 19)


def test_a_document_of_a_year_means_any_day_of_it(council):
    (bern,) = [s for s in sayings_of(council, "Oda Bern").sure if s.when.since.year == 2014][:1]
    assert (bern.when.since, bern.when.until) == (dt.date(2014, 1, 1), dt.date(2014, 12, 31))


def test_kinds_and_roles_are_counted(council):
    found = sayings_of(council, "Sanna Veld")
    assert sum(found.kinds.values()) == len(found.sure)
    assert found.kinds[UtteranceKind.INDIRECT] == 4
    assert {role: len(where) for role, where in found.roles.items()} == {"Mayor": 4}


def test_what_is_only_probably_theirs_is_apart(council, monkeypatch):
    probable = Utterance(0, 4, UtteranceKind.DIRECT, None, "he", probably="Oda Bern")
    passages = type(council.store.reading().__enter__()).passages

    def with_one_more(view, ids):
        found = passages(view, ids)
        return {i: _with(p, probable) for i, p in found.items()}

    monkeypatch.setattr("corpus.view.View.passages", with_one_more)
    found = sayings_of(council, "Oda Bern")
    assert len(found.sure) == found.speaker.utterances
    assert {s.utterance for s in found.probable} == {probable}
    assert not any(s.sure for s in found.probable)


def _with(passage, utterance):
    from dataclasses import replace

    return replace(passage, utterances=(*passage.utterances, utterance))


def test_a_merge_brings_both_names_together_and_undoing_it_parts_them(own):
    alone = len(sayings_of(own, "Sanna Veld").sure)
    own.merge("S. Veld", "Sanna Veld")
    both = sayings_of(own, "S. Veld")
    assert both.speaker.name == "Sanna Veld"
    assert len(both.sure) == alone + 4
    assert {s.speaker for s in both.sure} == {"Sanna Veld"}
    own.unmerge("S. Veld")
    assert len(sayings_of(own, "Sanna Veld").sure) == alone


@pytest.mark.parametrize("name", ["bern", "ODA BERN", " Oda Bern "])
def test_part_of_a_name_will_do_where_it_fits_one_speaker(council, name):
    assert speaker_named(council.roster(), name).name == "Oda Bern"


@pytest.mark.parametrize(
    ("name", "said"), [("Veld", "2 speakers go by"), ("Tolliver", "nobody goes by"), ("", "0")]
)
def test_a_name_that_fits_nobody_or_several_is_refused(council, name, said):
    with pytest.raises(UsageError, match=said):
        sayings_of(council, name)


@pytest.mark.parametrize(
    ("words", "names"),
    [("veld", {"Sanna Veld", "S. Veld"}), ("Vel", {"Sanna Veld", "S. Veld"}), ("ödä", {"Oda Bern"}), ("?!", set()),
     ("Tolliver", set()), (" ", set(NAMES)), ("", set(NAMES))],
)  # fmt: skip
def test_speakers_are_found_by_any_part_or_spelling_of_a_name(council, words, names):
    assert {speaker.name for speaker in find_speakers(council, words)} == names


def test_the_list_begins_with_who_speaks_most(council):
    counts = [speaker.utterances for speaker in find_speakers(council)]
    assert counts == sorted(counts, reverse=True)


def test_a_search_that_is_too_long_is_refused(council):
    with pytest.raises(UsageError, match="201 characters"):
        find_speakers(council, "x" * 201)


def test_sayings_are_json_values(council):
    form = sayings_of(council, "Sanna Veld").to_dict()
    assert json.loads(json.dumps(form)) == form
    assert form["sure"][0]["when"]["basis"] == "the statement's own date"
    assert form["sure"][-1]["when"] is None


DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))


@given(st.none() | st.tuples(DAYS, DAYS).map(sorted), st.none() | DAYS)
def test_no_date_is_made_up(said, issued):
    fields = {"issued": {"date-parts": [[issued.year, issued.month]]}} if issued else {}
    citation = Citation.of({k: Field(v, Provenance.TEXT) for k, v in fields.items()})
    stated = StatementDate(0, 4, "then", *(day.isoformat() for day in said)) if said else None
    when = when_said(Utterance(0, 4, UtteranceKind.DIRECT, "Oda Bern", said=stated), citation)
    if said:
        assert (when.since, when.until, when.basis, when.as_printed) == (*said, Basis.STATEMENT, "then")
    elif issued:
        assert when.since.day == 1
        assert when.since <= issued <= when.until
        assert when.basis is Basis.DOCUMENT
    else:
        assert when is None
