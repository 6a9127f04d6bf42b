"""Other languages and scripts, from the file to the marked sentence. What a model knows of them is not tested."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from other_languages import ARTICLES
from tiny_model import save_tiny_model

from embeddings.lexical import best_rows
from qa import Corpus, retrieve

each_language = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)


def put(folder, texts, **options):
    """Make a corpus of named texts in a folder of its own."""
    files = folder / "files"
    files.mkdir()
    for name, text in texts.items():
        (files / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    corpus = Corpus(folder / "corpus", create=True, **options)
    corpus.add([files])
    return corpus


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    texts = {article.language: article.text for article in ARTICLES}
    return put(tmp_path_factory.mktemp("shelf"), texts, encoder=TinyEncoder())


def document_of(corpus, article):
    return corpus.document(corpus.find(f"{article.language}.txt").id)


@each_language
def test_every_paragraph_goes_in_verbatim_under_its_title(shelf, article):
    document = document_of(shelf, article)
    assert document.title == article.title
    assert [p.text for p in document.passages] == [article.quoted, article.other, article.answer, article.last]
    assert all(p.text == document.text[p.start : p.end] for p in document.passages)


@each_language
def test_no_paragraph_is_lost_whichever_comes_first(tmp_path, tiny, article):
    parts = [article.answer, article.other, article.last, article.quoted]
    for n in range(len(parts)):
        turned = parts[n:] + parts[:n]
        (tmp_path / str(n)).mkdir()
        corpus = put(tmp_path / str(n), {article.language: "\n\n".join([article.title, *turned])}, encoder=tiny)
        assert [p.text for p in document_of(corpus, article).passages] == turned


@each_language
def test_a_question_finds_the_passage_that_answers(shelf, article):
    assert retrieve(article.question, corpus=shelf).hits[0].text == article.answer


@each_language
def test_the_marked_sentence_is_the_one_that_answers(shelf, article):
    hit = retrieve(article.question, corpus=shelf).hits[0]
    assert [hit.text[start:end] for start, end in hit.spans] == [article.sentence]
    assert hit.quotation == article.sentence


@each_language
def test_the_words_alone_find_the_passage(shelf, article):
    snapshot = shelf.snapshot()
    (row, *_) = best_rows(snapshot.lexical.scores(snapshot.lexical.query(article.word)), 5)
    (passage,) = [p for p in document_of(shelf, article).passages if p.text == article.answer]
    assert snapshot.keys[row].id == passage.id


@each_language
def test_most_of_the_question_is_seen_to_match(shelf, article):
    evidence = retrieve(article.question, corpus=shelf).hits[0].evidence
    assert len(evidence.terms) >= 3
    assert evidence.coverage > 0.5


@each_language
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_accents_and_signs_may_be_written_apart(shelf, article, form):
    question = unicodedata.normalize(form, article.question)
    assert retrieve(question, corpus=shelf).hits[0].text == article.answer


@each_language
def test_words_are_given_to_nobody_but_their_speaker(shelf, article):
    said = [(p, u) for p in document_of(shelf, article).passages for u in p.utterances]
    names = {name for _, u in said for name in (u.speaker, u.probably) if name}
    assert all(name.endswith(article.speaker) for name in names)
    assert all(p.text == article.quoted for p, _ in said)


@each_language
def test_a_question_names_nobody_who_is_not_named(shelf, article):
    reading = retrieve(article.question, corpus=shelf).reading
    assert (reading.asked, reading.asked_as, reading.period) == ((), None, None)
    assert reading.words == article.question


@each_language
def test_an_exact_phrase_is_found_in_quotation_marks(shelf, article):
    words = article.sentence.rstrip("।。.").split()
    phrase = " ".join(words[-2:]) if len(words) > 3 else words[0][2:9]  # without blanks, it may begin anywhere
    answer = retrieve(f'"{phrase}"', corpus=shelf)
    assert answer.reading.must == (phrase,)
    assert [hit.text for hit in answer] == [article.answer]


@each_language
def test_the_answer_goes_through_json_unharmed(shelf, article):
    told = json.loads(json.dumps(retrieve(article.question, corpus=shelf).to_dict()))
    hit = told["hits"][0]
    assert hit["text"] == article.answer
    assert [hit["text"][start:end] for start, end in hit["spans"]] == [article.sentence]
    assert article.title in hit["citation_note"]


@each_language
def test_a_paragraph_longer_than_the_model_reads_is_searched_to_its_end(tmp_path, tiny, article):
    long = " ".join([article.other] * (2_000 // len(article.other)) + [article.sentence])
    corpus = put(tmp_path, {"long": f"{article.title}\n\n{long}\n\n{article.quoted}\n"}, encoder=tiny)
    hit = next(h for h in retrieve(article.question, corpus=corpus) if h.text == long)
    assert all(0 <= start < end <= len(long) for start, end in hit.spans)
    assert article.sentence in hit.text[hit.spans[0][0] :]


sentences = st.sampled_from([text for a in ARTICLES for text in (a.quoted, a.other, a.sentence, a.last)])
between = st.sampled_from([" ", "", "\u200f", "\u2067 \u2069", "\u3000", "\u00a0", "\u200b"])


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(sentences, between), min_size=1, max_size=8), asked=st.sampled_from(ARTICLES))
def test_languages_mixed_in_one_paragraph_keep_true_offsets(parts, asked, tmp_path_factory, tiny):
    paragraph = "".join(text + blank for text, blank in parts).strip()
    text = f"Mixed\n\n{paragraph} {asked.sentence} End.\n"
    corpus = put(tmp_path_factory.mktemp("mixed"), {"mixed": text}, encoder=tiny)
    for hit in retrieve(asked.question, corpus=corpus):
        document = corpus.document(hit.passage.document_id)
        assert hit.text == document.text[hit.passage.start : hit.passage.end]
        assert all(hit.text[start:end].strip() == hit.text[start:end] != "" for start, end in hit.spans)


@pytest.mark.parametrize(
    "article", [a for a in ARTICLES if a.language in {"Greek", "Chinese"}], ids=lambda a: a.language
)
def test_a_model_of_ones_own_is_configured_and_words_find_what_it_cannot_read(tmp_path, article):
    folder = save_tiny_model(tmp_path / "harbour-mini")  # it knows a dozen English words
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "config.toml").write_text(f"model = {str(folder)!r}\n", encoding="utf-8")
    corpus = put(tmp_path, {"a": article.text})
    answer = retrieve(article.question, corpus=corpus)
    assert answer.model.startswith("harbour-mini@")
    assert answer.hits[0].text == article.answer
