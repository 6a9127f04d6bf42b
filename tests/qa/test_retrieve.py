from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qa_texts import ALL, EVERYTHING, HARBOUR

from corpus import limits
from corpus.errors import CorpusNotFoundError, QuestionTooLongError, UsageError
from qa import Corpus, retrieve


@pytest.fixture
def corpus(shared):
    return shared(ALL)


def test_the_words_of_a_hit_are_a_slice_of_its_document(corpus):
    for hit in retrieve("canal grain winter", corpus=corpus):
        document = corpus.document(hit.passage.document_id)
        assert hit.text == document.text[hit.passage.start : hit.passage.end]


def test_the_best_passage_comes_first_with_its_speaker(corpus):
    hit = retrieve("Who promised that the canal will carry grain?", corpus=corpus).hits[0]
    assert hit.speakers == ("Mara Quell",)
    assert hit.rank == 1


def test_the_marked_sentence_is_inside_the_passage(corpus):
    for hit in retrieve("lower gates flood", corpus=corpus):
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)


def test_a_speaker_filter_lets_only_that_speaker_through(corpus):
    answer = retrieve("the canal", corpus=corpus, speaker="Quell", k=10)
    assert {hit.speakers for hit in answer} == {("Mara Quell",)}


def test_a_speaker_nobody_knows_gives_no_hit_of_somebody_else(corpus):
    answer = retrieve("the canal", corpus=corpus, speaker="Quellmann")
    assert (answer.answered, answer.confidence, answer.hits) == (False, 0.0, ())


def test_what_a_stranger_said_is_not_answered_with_somebody_elses_words(corpus):
    answer = retrieve("What did Viktor Brandt say about grain on the canal before the winter?", corpus=corpus)
    assert not answer.answered
    assert answer.confidence == 0.0
    assert answer.hits


def test_a_time_that_ends_before_it_begins_is_refused(corpus):
    with pytest.raises(UsageError, match="since 2015 is later than until 2013"):
        retrieve("canal", corpus=corpus, since="2015", until="2013")


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2015", None, {2016}),
        (None, "2014-05", {2014}),
        ("2014-05-12", "2014-05-12", {2014}),
        (dt.date(2014, 5, 13), None, {2016}),
        ("2014", "2016", {2014, 2016}),
        ("2017", None, set()),
    ],
)
def test_a_date_filter_keeps_documents_of_that_time_and_drops_the_undated(corpus, since, until, years):
    answer = retrieve("canal valley", corpus=corpus, since=since, until=until, k=20)
    assert {hit.citation.issued.year for hit in answer} == years


@pytest.mark.parametrize("source", ["A RAILWAY for", "railway.txt"])
def test_a_source_filter_looks_at_titles_and_file_names(corpus, source):
    answer = retrieve("valley", corpus=corpus, source=source, k=20)
    assert {hit.citation.title for hit in answer} == {"A railway for the valley"}


def test_filters_come_before_the_cut(make_corpus):
    crowd = {f"{n}.txt": f"Canal {n}\n\nThe canal, the canal, the canal again, number {n}.\n" for n in range(80)}
    corpus = make_corpus(crowd | {"one.txt": "Odd one\n\nIvo Pell said, “Herons like the canal in spring.”\n"})
    answer = retrieve("the canal, the canal again", corpus=corpus, speaker="Ivo Pell", k=1)
    assert [hit.speakers for hit in answer] == [("Ivo Pell",)]


def test_at_most_k_hits_come_back(corpus):
    assert len(retrieve("canal", corpus=corpus, k=2)) == 2


def test_a_footnote_comes_with_the_passage_that_cites_it(corpus):
    hit = retrieve("lower gates weak flood", corpus=corpus).hits[0]
    assert hit.footnotes[0][0] == "1"
    assert hit.footnotes[0][1].startswith("[1] Report on the lower gates")


def test_a_question_too_long_is_refused_before_it_is_looked_at(corpus):
    with pytest.raises(QuestionTooLongError, match=r"50,000,000 characters; expected at most 2,000"):
        retrieve("\u0301" * 50_000_000, corpus=corpus)


@pytest.mark.parametrize("question", ["", "   ", "?!", "\u200b"])
def test_a_question_without_words_is_refused(corpus, question):
    with pytest.raises(UsageError):
        retrieve(question, corpus=corpus)


WRONG = [
    {"k": 0},
    {"k": limits.MAX_HITS + 1},
    {"since": "yesterday"},
    {"until": "02/09/2014"},
    {"speaker": " "},
    {"source": "x" * 201},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_filter_that_cannot_be_read_is_refused(corpus, wrong):
    with pytest.raises(UsageError):
        retrieve("canal", corpus=corpus, **wrong)


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CorpusNotFoundError, match="onrecord add"):
        retrieve("canal", corpus=tmp_path / "nowhere")


def test_a_corpus_can_be_given_by_its_folder(corpus, monkeypatch, tiny):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda model: tiny)
    assert retrieve("canal", corpus=str(corpus.folder)).hits


def test_an_empty_corpus_answers_nothing(tmp_path, tiny):
    corpus = Corpus(tmp_path / "empty", create=True, encoder=tiny)
    answer = retrieve("anything", corpus=corpus)
    assert (answer.answered, len(answer)) == (False, 0)


def test_what_is_removed_is_no_longer_found(make_corpus):
    corpus = make_corpus(ALL)
    corpus.remove("railway.txt")
    assert all(
        hit.citation.title != "A railway for the valley" for hit in retrieve("railway", corpus=corpus, k=20)
    )


@settings(max_examples=40, deadline=None)
@given(question=st.text(min_size=1, max_size=60))
def test_no_question_breaks_the_search(question, shared):
    try:
        answer = retrieve(question, corpus=shared(ALL))
    except UsageError:
        assert not any(c.isalnum() for c in question)
    else:
        assert [hit.rank for hit in answer] == list(range(1, len(answer) + 1))


@pytest.mark.parametrize("wanted", ["Qasem Dorn", "Qassem Dorn", "Ghasem", "Dorn"])
def test_a_speaker_filter_finds_every_spelling_of_the_name(make_corpus, wanted):
    corpus = make_corpus({
        "a.txt": "One\n\n“The ferry sails at dawn,” said Qasem Dorn.",
        "b.txt": "Two\n\n“The ferry never sails on time,” said Qassem Dorn.",
        "c.txt": "Three\n\n“The ferry sails in fog,” said Mara Quell.",
    })  # fmt: skip
    found = retrieve("ferry sails", corpus=corpus, speaker=wanted)
    assert {hit.speakers for hit in found} == {("Qasem Dorn",), ("Qassem Dorn",)}


@pytest.fixture
def everything(shared):
    return shared(EVERYTHING)


def test_a_name_that_fits_two_speakers_asks_and_shows_what_both_say(everything):
    answer = retrieve("What did Ash say about the peat road?", corpus=everything, k=3)
    assert set(answer.reading.choices) == set(answer.reading.asked) == {"Lena Ash", "Tobin Ash"}
    assert {hit.speakers for hit in answer.hits[:2]} == {("Lena Ash",), ("Tobin Ash",)}


def test_a_name_in_full_asks_nothing(everything):
    answer = retrieve("What did Lena Ash say about the peat road?", corpus=everything)
    assert (answer.reading.choices, answer.reading.asked) == ((), ("Lena Ash",))
    assert answer.hits[0].speakers == ("Lena Ash",)


def test_a_misspelt_name_is_read_and_said_to_be(everything):
    answer = retrieve("What did Warden Toliver say about the lamps?", corpus=everything)
    assert answer.reading.misspelt
    assert answer.reading.asked == ("WARDEN TOLLIVER",)
    assert answer.hits[0].speakers == ("WARDEN TOLLIVER",)


def test_who_is_asked_for_is_preferred_and_nobody_else_dropped(everything):
    answer = retrieve("What did Oda Bern say about the canal?", corpus=everything, k=50, per_document=None)
    speaks = ["Oda Bern" in hit.evidence.speakers for hit in answer]
    assert speaks[:3] == [True] * 3
    assert sum(speaks) == 3
    assert len(answer) == len(everything.snapshot().keys)


def test_one_who_is_named_but_never_quoted_is_at_most_half_sure(everything):
    answer = retrieve("What did Corin Hale say about the report?", corpus=everything)
    assert 0 < answer.confidence <= 0.5
    assert "Corin Hale" in answer.hits[0].text


@pytest.mark.parametrize("question", ["What was said in March 2013 of divers?", "divers in 2013?"])
def test_what_was_said_then_is_found_in_a_document_of_later(everything, question):
    answer = retrieve(question, corpus=everything)
    assert answer.hits[0].evidence.in_period
    assert answer.hits[0].citation.issued.year == 2014


@pytest.mark.parametrize("per_document", [1, 2, None])
def test_so_many_of_one_document_come_before_the_others(everything, per_document):
    answer = retrieve("the ferry", corpus=everything, k=50, per_document=per_document)
    ids = [hit.passage.document_id for hit in answer]
    documents = len(set(ids))
    assert documents == 6
    if per_document == 1:
        assert len(set(ids[:documents])) == documents
    assert len(answer) == len(everything.snapshot().keys)


def test_the_answer_tells_how_and_where_it_was_found(everything):
    answer = retrieve("  the ferry\n", corpus=everything)
    assert answer.question == "the ferry"
    assert (answer.revision, answer.model) == (everything.store.revision(), "tiny@32")
    assert answer.took_ms > 0


def test_what_is_added_is_found_by_the_next_question(make_corpus, tmp_path):
    corpus = make_corpus(HARBOUR)
    assert not retrieve("basalt", corpus=corpus).hits[0].evidence.terms
    (tmp_path / "more.txt").write_text("More\n\nThe basalt came by sea.\n", encoding="utf-8")
    corpus.put([tmp_path / "more.txt"])
    assert retrieve("basalt", corpus=corpus).hits[0].text == "The basalt came by sea."


def test_the_same_question_has_the_same_answer(everything):
    one, other = (retrieve("What did Veld say about the wall?", corpus=everything).to_dict() for _ in range(2))
    assert one | {"took_ms": 0} == other | {"took_ms": 0}


def test_of_two_languages_each_finds_its_own(make_corpus):
    corpus = make_corpus({
        "a.txt": "水門\n\n港口的水門今天關閉，渡輪不開。\n\n船夫在岸上等候。\n",
        "b.txt": "The lock\n\nThe lock of the harbour is shut today.\n",
    })  # fmt: skip
    assert retrieve("水門關閉", corpus=corpus).hits[0].text.startswith("港口的水門")
    assert retrieve("“水門今天關閉”", corpus=corpus).hits[0].text.startswith("港口的水門")
    assert not retrieve("“水門明天關閉”", corpus=corpus).answered
    assert retrieve("harbour lock shut", corpus=corpus).hits[0].text.startswith("The lock")
