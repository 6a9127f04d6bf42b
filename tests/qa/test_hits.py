from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qa_texts import CANAL, EVERYTHING

from corpus.sentences import sentence_offsets
from embeddings.tokens import stems
from qa import retrieve
from qa.hits import Making, _spread, make_hits
from qa.reading import read_question
from qa.search import search

QUESTIONS = [
    "the lower gates",
    "What did Sanna Veld say about the ferry?",
    "Who promised grain?",
    "peat road 2014",
]


@pytest.fixture
def corpus(shared):
    return shared(EVERYTHING)


@pytest.fixture
def lines(make_corpus):
    """Return a function that makes a corpus of documents ``(name, date, paragraphs)``."""

    def make(*documents):
        rows = [(name, f"Notes {name}\n\n{date}\n\n" + "\n\n".join(said)) for name, date, said in documents]
        return make_corpus({f"{name}.txt": text + "\n" for name, text in rows})

    return make


def making(corpus, view, question):
    snapshot, ledger = corpus.snapshot(), corpus.ledger(corpus.snapshot(), view)
    reading = read_question(question, ledger.known)
    return Making(view, snapshot, ledger, reading, search(snapshot, corpus.encoder, reading, ledger))


def crowd(count, about="The ferry sails past buoy"):
    return [f"{about} {n}, where the water is deep." for n in range(count)]


def test_so_many_of_one_document_come_first_and_then_the_others_have_their_turn(lines):
    corpus = lines(("a", "2014-01-01", crowd(8)), ("b", "2014-01-02", ["The ferry is painted.", "Lamps."]))
    names = [hit.source[-5] for hit in retrieve("ferry sails past buoy", corpus=corpus, k=10, per_document=3)]
    assert names == ["a", "a", "a", "b", "b", "a", "a", "a", "a", "a"]


def test_without_a_bound_the_order_is_that_of_the_scores(lines):
    corpus = lines(("a", "2014-01-01", crowd(8)), ("b", "2014-01-02", ["The ferry is painted.", "Lamps."]))
    scores = [hit.score for hit in retrieve("ferry sails buoy", corpus=corpus, k=10, per_document=None)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 10


class Of:
    """A passage of a document."""

    def __init__(self, document_id):
        self.document_id = document_id


@given(st.lists(st.sampled_from("abc")), st.none() | st.integers(1, 3))
def test_spreading_loses_nothing_and_keeps_both_parts_in_order(names, bound):
    groups = [[Of(name)] for name in names]
    spread = _spread(groups, bound)
    places = [groups.index(group) for group in spread]
    assert sorted(places) == list(range(len(groups)))
    seen = [names[: place + 1].count(names[place]) for place in places]
    later = [bound is not None and count > bound for count in seen]
    assert list(zip(later, places, strict=True)) == sorted(zip(later, places, strict=True))


LINE = "Mara Quell said, “The canal will carry grain before the winter comes to the valley.”"


def test_the_same_words_twice_are_one_hit_with_the_earliest_first(lines):
    corpus = lines(("late", "2019-01-01", [LINE]), ("early", "2014-05-12", [LINE]), ("mid", "2016-03-01", [LINE]))
    (hit,) = retrieve("canal grain winter", corpus=corpus)
    assert hit.citation.title == "Notes early"
    with corpus.store.reading() as view:
        others = [view.citation(p.document_id).title for p in view.passages(hit.also_in).values()]
    assert others == ["Notes mid", "Notes late"]


def test_a_copy_without_a_date_comes_after_those_with_one(make_corpus):
    dated, undated = f"Dated\n\n2019-01-01\n\n{LINE}\n", f"Undated\n\n{LINE}\n"
    (hit,) = retrieve("canal grain winter", corpus=make_corpus({"a.txt": undated, "b.txt": dated}))
    assert hit.citation.title == "Dated"


def test_the_score_of_copies_is_that_of_the_best_of_them(lines):
    corpus = lines(("late", "2019-01-01", ["The ferry sails.", LINE, "Grain, grain, grain."]),
                   ("early", "2014-05-12", [LINE]))  # fmt: skip
    hit = next(h for h in retrieve("canal grain winter", corpus=corpus) if h.also_in)
    with corpus.store.reading() as view:
        found = making(corpus, view, "canal grain winter").found
    position = corpus.snapshot().position
    copies = [found.passages.total[found.order[position[i]]] for i in (hit.passage.id, *hit.also_in)]
    assert hit.score == pytest.approx(max(copies))
    assert len(copies) == 2


def test_copies_are_not_counted_as_hits(lines):
    corpus = lines(*((f"copy{n}", f"20{n:02}-01-01", [LINE]) for n in range(12)), ("b", "2015", crowd(6)))
    answer = retrieve("canal grain winter", corpus=corpus, k=5)
    assert len(answer) == 5
    assert len(answer.hits[0].also_in) == 11


def test_ranks_count_from_one_and_k_is_the_most(corpus):
    with corpus.store.reading() as view:
        made_from = making(corpus, view, "canal")
        for k in (1, 4, 100):
            hits = make_hits(made_from, k, per_document=3)
            assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
            assert len(hits) == min(k, len(made_from.found))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_hits_are_the_same_however_many_are_wanted(corpus, question):
    few, many = (retrieve(question, corpus=corpus, k=k, per_document=None) for k in (3, 50))
    assert [hit.passage.id for hit in few] == [hit.passage.id for hit in many][:3]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_marked_are_whole_sentences_of_the_passage(corpus, question):
    for hit in retrieve(question, corpus=corpus, k=20):
        assert len(hit.spans) == 1
        assert set(hit.spans) <= set(sentence_offsets(hit.text))


@pytest.mark.parametrize("question", [*QUESTIONS, "granite harbour Notes editor Quell"])
def test_the_words_of_the_evidence_stand_in_the_passage_its_title_or_its_speakers(corpus, question):
    for hit in retrieve(question, corpus=corpus, k=20):
        there = set(stems(" . ".join([hit.text, hit.citation.title, *hit.speakers])))
        assert all(set(stems(term)) <= there for term in hit.evidence.terms)


def test_the_evidence_is_what_the_search_weighed(corpus):
    with corpus.store.reading() as view:
        made_from = making(corpus, view, "the lower gates")
        hits = make_hits(made_from, 10, per_document=None)
    passages, order = made_from.found.passages, made_from.found.order
    for hit in hits:
        at = order[made_from.snapshot.position[hit.passage.id]]
        assert hit.score == float(passages.total[at])
        assert hit.evidence.cosine == float(passages.cosine[at])
        assert hit.evidence.sentence == float(passages.sentence[at])
        assert hit.evidence.words == float(passages.words[at])
        assert 0 <= hit.evidence.coverage <= 1


def test_the_evidence_names_those_asked_or_named_who_speak_there(corpus):
    answer = retrieve("What did Veld tell Oda Bern about the ferry?", corpus=corpus, k=50)
    by_passage = {hit.speakers: hit.evidence.speakers for hit in answer}
    assert by_passage["SANNA VELD",] == ("Sanna Veld",)
    assert by_passage["ODA BERN",] == ("Oda Bern",)
    assert by_passage["WARDEN TOLLIVER",] == ()


def test_the_evidence_says_whether_a_passage_is_of_the_time_asked_for(corpus):
    hits = retrieve("What was said about the divers in 2013?", corpus=corpus, k=50).hits
    assert [hit.text[:20] for hit in hits if hit.evidence.in_period] == ["“Nobody asked the di"]


@pytest.mark.parametrize("misspelt", ["towpaht", "towpatg", "towpathh", "towpth"])
def test_a_misspelt_word_finds_its_passage_and_counts_less(corpus, misspelt):
    right, wrong = (retrieve(f"old {word} herons kept", corpus=corpus).hits[0] for word in ("towpath", misspelt))
    assert wrong.passage.id == right.passage.id
    assert misspelt in wrong.evidence.terms
    assert wrong.evidence.coverage < right.evidence.coverage == pytest.approx(1)


@pytest.mark.parametrize(("asked", "printed"), [("Quds", "Qods"), ("Qods", "Quds")])
def test_another_spelling_of_a_name_finds_its_passage_and_counts_the_same(lines, asked, printed):
    corpus = lines(("a", "2014", [f"They marched on {printed} day.", "The ferry sails."]))
    other, same = (retrieve(f"{word} day", corpus=corpus).hits[0] for word in (asked, printed))
    assert other.text == same.text == f"They marched on {printed} day."
    assert other.evidence.coverage == same.evidence.coverage == pytest.approx(1)
    assert other.evidence.words == same.evidence.words


def test_a_passage_changed_in_the_store_is_passed_over(make_corpus, tmp_path):
    corpus = make_corpus(EVERYTHING)
    snapshot = corpus.snapshot()
    (tmp_path / "corpus-files" / "canal.txt").write_text(CANAL.replace("grain", "gravel"), encoding="utf-8")
    corpus.put([tmp_path / "corpus-files" / "canal.txt"])
    with corpus.store.reading() as view:
        made_from = making_of(snapshot, corpus, view, "canal grain gravel")
        hits = make_hits(made_from, 50, per_document=None)
        assert len(made_from.found) - len(hits) == 3
        assert not any("grain" in hit.text or "gravel" in hit.text for hit in hits)
        stored = view.passages([hit.passage.id for hit in hits])
    assert [hit.text for hit in hits] == [passage.text for passage in stored.values()]


def making_of(snapshot, corpus, view, question):
    """Return what hits are made from in an older snapshot than the view."""
    from qa.ledger import read_ledger

    ledger = read_ledger(view, snapshot)
    reading = read_question(question, ledger.known)
    return Making(view, snapshot, ledger, reading, search(snapshot, corpus.encoder, reading, ledger))


def test_a_passage_with_another_text_under_the_same_id_is_passed_over(corpus):
    with corpus.store.reading() as view:
        made_from = making(corpus, view, "the lower gates")
        first = make_hits(made_from, 1, per_document=None)[0].passage
        keys = tuple(
            replace(key, sha256="0" * 64) if key.id == first.id else key for key in made_from.snapshot.keys
        )
        changed = replace(made_from, snapshot=replace(made_from.snapshot, keys=keys))
        hits = make_hits(changed, 50, per_document=None)
    assert first.id not in {hit.passage.id for hit in hits}
    assert len(hits) == len(keys) - 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.sampled_from("ferry grain gates Veld said Ash peat valley 2014 not".split()), min_size=1))
def test_every_hit_shows_the_words_of_the_store_and_no_passage_twice(corpus, drawn):
    hits = retrieve(" ".join(drawn), corpus=corpus, k=30).hits
    shown = [i for hit in hits for i in (hit.passage.id, *hit.also_in)]
    assert len(shown) == len(set(shown))
    for hit in hits:
        document = corpus.document(hit.passage.document_id)
        assert hit.text == document.text[hit.passage.start : hit.passage.end]
