from __future__ import annotations

import itertools
from functools import partialmethod

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusBusyError, UsageError
from corpus.store import Store
from qa import Corpus, retrieve
from qa.evaluation.runs import Found, found_all, lay_out, run_lines, score_line
from qa.evaluation.sets import SetPassage, read_set


@pytest.fixture
def laid_out(write_set, empty_corpus):
    given_set = read_set(write_set())
    return given_set, empty_corpus, lay_out(given_set.passages, empty_corpus)


def test_a_question_finds_the_passage_that_has_its_words(laid_out):
    given_set, corpus, set_ids = laid_out
    found = {f.question_id: f for f in found_all(given_set.questions, corpus, set_ids, k=5)}
    assert {name: f.ranked[0][0] for name, f in found.items()} == {"q1": "h-1", "q2": "h-2", "q3": "l-1"}


def test_a_run_is_what_retrieve_answers(laid_out):
    given_set, corpus, set_ids = laid_out
    for question, found in zip(
        given_set.questions, found_all(given_set.questions, corpus, set_ids, k=3), strict=True
    ):
        answer = retrieve(question.text, corpus=corpus, k=3)
        assert [name for name, _ in found.ranked][:1] == [set_ids[answer.hits[0].passage.id]]
        assert found.confidence == answer.confidence


def test_scores_never_rise_with_the_rank(laid_out):
    given_set, corpus, set_ids = laid_out
    for found in found_all(given_set.questions, corpus, set_ids, k=5):
        assert all(a >= b for (_, a), (_, b) in itertools.pairwise(found.ranked))


def test_passages_folded_into_a_hit_follow_it_directly(empty_corpus):
    copies = [SetPassage(f"c{n}", "The ferry to the island leaves at noon.", f"Paper {n}") for n in range(3)]
    other = SetPassage("other", "The ferry was painted green.", "Paper 9")
    set_ids = lay_out([other, *copies], empty_corpus)
    asked = read_questions("When does the ferry to the island leave at noon?")
    found = next(found_all(asked, empty_corpus, set_ids, k=2))
    names, scores = zip(*found.ranked, strict=True)
    assert set(names[:3]) == {"c0", "c1", "c2"}
    assert names[3:] == ("other",)
    assert len(set(scores[:3])) == 1


def read_questions(*texts):
    from qa.evaluation.sets import SetQuestion

    return [SetQuestion(f"q{n}", text) for n, text in enumerate(texts)]


def test_copies_within_one_document_keep_ids_of_their_own(empty_corpus):
    set_ids = lay_out([SetPassage(f"c{n}", "The same words.", "T") for n in range(4)], empty_corpus)
    assert sorted(set_ids.values()) == ["c0", "c1", "c2", "c3"]


WILD = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: f"{text} tide")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WILD, min_size=1, max_size=6), speaker=st.none() | WILD)
def test_whatever_a_set_holds_is_found_again_as_it_is(tmp_path_factory, tiny, texts, speaker):
    passages = [SetPassage(f"p{n}", text, "Tides", speaker) for n, text in enumerate(texts)]
    corpus = Corpus(tmp_path_factory.mktemp("wild"), create=True, encoder=tiny)
    set_ids = lay_out(passages, corpus)
    found = next(found_all(read_questions("tide"), corpus, set_ids, k=10))
    assert {name for name, _ in found.ranked} == {p.id for p in passages}
    with corpus.store.reading() as view:
        stored = view.passages(set_ids)
    assert {set_ids[ours]: p.text for ours, p in stored.items()} == {p.id: p.text for p in passages}


def test_an_unchanged_set_changes_nothing_in_its_corpus(laid_out):
    given_set, corpus, set_ids = laid_out
    corpus.refresh()
    before = corpus.store.revision()
    assert lay_out(given_set.passages, corpus) == set_ids
    assert corpus.store.revision() == before
    assert not corpus.stale


def test_a_changed_set_replaces_what_was_there(laid_out):
    _, corpus, _ = laid_out
    set_ids = lay_out([SetPassage("new", "Nothing but this.", "T")], corpus)
    assert list(set_ids.values()) == ["new"]
    assert [d.passages for d in corpus.documents()] == [1]


def test_a_corpus_with_documents_of_somebody_is_refused_and_left_alone(make_corpus):
    corpus = make_corpus({"own.txt": "The lamps were lit along the quay, all of them.\n"})
    with pytest.raises(UsageError, match=r"not of an evaluation set \(1\)"):
        lay_out([SetPassage("a", "One.", "T")], corpus)
    assert len(corpus.documents()) == 1


def test_a_run_has_a_line_for_each_passage_parted_by_tabs():
    found = Found("q1", (("a", 0.5), ("b", 0.25)), 0.75)
    assert run_lines(found) == "q1\ta\t1\t0.5\nq1\tb\t2\t0.25\n"
    assert score_line(found) == "q1\t0.75\n"


def test_a_question_that_finds_nothing_has_no_line_in_the_run_and_one_in_the_scores():
    found = Found("q1", (), 0.0)
    assert (run_lines(found), score_line(found)) == ("", "q1\t0\n")


def test_questions_go_through_retrieve_itself(laid_out, monkeypatch):
    given_set, corpus, set_ids = laid_out
    asked = []

    def spy(question, **options):
        asked.append((question, options["corpus"], options["k"]))
        return retrieve(question, **options)

    monkeypatch.setattr("qa.evaluation.runs.retrieve", spy)
    list(found_all(given_set.questions, corpus, set_ids, k=4))
    assert asked == [(question.text, corpus, 4) for question in given_set.questions]


def test_a_corpus_that_another_process_writes_to_is_busy_and_stays_as_it_is(laid_out, monkeypatch):
    from filelock import FileLock

    given_set, corpus, _ = laid_out
    monkeypatch.setattr("corpus.store.Store.writing", partialmethod(Store.writing, wait_s=0.1))
    with FileLock(corpus.folder / "writer.lock"), pytest.raises(CorpusBusyError):
        lay_out(given_set.passages[:2], corpus)
    assert sum(d.passages for d in corpus.documents()) == len(given_set.passages)
