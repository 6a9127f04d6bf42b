"""The bundled sample: what it holds, how it answers, and that it says only what its source says."""

from __future__ import annotations

import re

import pytest

from corpus.readers import read_source
from qa import retrieve
from qa.bundled import SAMPLE, _private_folder, open_bundled

QUOTED = re.compile(r"“([^”]*)”")
ARTICLE = "“He's Just Not That Into Us: The Supreme Leader's Resistance Strategy Expands,” September 2, 2014"
#: A role is printed as it is; it is nobody's sentence.
KHALAJIS_ROLE = (
    "a Qom-trained Shi’a theologian and a senior fellow at The Washington Institute for Near East Policy"
)

#: (question, who speaks in a passage that must be among the first three)
QUESTIONS = [
    ("Who called Syria the golden ring of resistance?", "Ali Akbar Velayati"),
    ("What did Rezaei promise the Qassem Brigades?", "Mohsen Rezaei"),
    ("What did Firouzabadi say about cooperation with America?", "Hassan Firouzabadi"),
    ("Which words did Masjedi use for Baghdad?", "Iraj Masjedi"),
    ("What did Naghdi urge the resistance groups to agree on?", "Mohammad Reza Naghdi"),
    ("To what did Khomeini liken his acceptance of the ceasefire?", "Ruhollah Khomeini"),
]


@pytest.fixture(scope="module")
def documents():
    return [read_source(path) for path in sorted(SAMPLE.glob("*.md"))]


@pytest.fixture(scope="module")
def passages(documents):
    return [passage for document in documents for passage in document.passages]


def test_the_sample_has_25_passages_and_more(passages):
    assert len(passages) >= 25


def test_every_passage_cites_the_article_by_title_date_and_paragraph(documents):
    for document in documents:
        for passage in document.passages:
            assert passage.notes
            for label in passage.notes:
                assert f"{ARTICLE}, paragraph {label}." in document.note(label)


def test_no_quoted_phrase_is_longer_than_five_words(passages):
    phrases = [phrase for p in passages for phrase in QUOTED.findall(p.text)]
    assert phrases
    assert not [phrase for phrase in phrases if len(phrase.split()) > 5]


def test_every_speaker_is_one_of_those_the_article_quotes(passages):
    named = {speaker for p in passages for speaker in p.speakers}
    assert named <= {
        "Ali Akbar Velayati", "Hossein Hamedani", "Iraj Masjedi", "Ruhollah Khomeini", "Ali Khamenei",
        "Qassem Soleimani", "Mohammad Reza Naghdi", "Ahmad Vahidi", "Mohsen Rezaei", "Hossein Salami",
        "Hassan Firouzabadi", "Mehdi Khalaji",
    }  # fmt: skip


def test_every_quoted_phrase_stands_in_the_paragraph_cited(documents, real_article):
    article = read_source(real_article)
    paragraphs = {str(p.paragraph): p.text.casefold() for p in article.passages}
    for passage in (p for d in documents for p in d.passages):
        source = " ".join(paragraphs[label] for label in passage.notes)
        assert all(phrase.casefold() in source for phrase in QUOTED.findall(passage.text)), passage.text


def test_no_sentence_is_taken_over_from_the_article(passages, real_article):
    own = _runs(" ".join(p.text for p in passages).replace(KHALAJIS_ROLE, ""))
    source = _runs(read_source(real_article).text)
    assert not {run for run in own & source if sum(word[0].islower() for word in run) >= 5}


def _runs(text, length=8):
    words = re.findall(r"[\w’'-]+", text)
    return {tuple(words[n : n + length]) for n in range(len(words) - length + 1)}


@pytest.fixture(scope="module")
def bundled(minilm, tmp_path_factory):
    from qa import Corpus

    corpus = Corpus(tmp_path_factory.mktemp("sample"), create=True, encoder=minilm)
    corpus.add([SAMPLE])
    return corpus


@pytest.mark.parametrize(("question", "speaker"), QUESTIONS)
def test_the_sample_answers_with_the_right_persons_words(bundled, question, speaker):
    answer = retrieve(question, corpus=bundled)
    assert answer.answered
    assert any(speaker in hit.speakers for hit in answer.hits[:3])


def test_who_called_syria_the_golden_ring_is_answered_first_with_the_cited_paragraph(bundled):
    hit = retrieve(QUESTIONS[0][0], corpus=bundled).hits[0]
    assert [u.speaker for u in hit.answering] == ["Ali Akbar Velayati"]
    assert hit.note.endswith("September 2, 2014, paragraph 10.")


@pytest.mark.parametrize("question", ["How do I bake rye bread?", "Which team won the 1998 World Cup final?"])
def test_the_sample_says_when_it_does_not_answer(bundled, question):
    assert not retrieve(question, corpus=bundled).answered


def test_the_sample_is_laid_out_once_and_opened_again(tiny):
    first, second = open_bundled(encoder=tiny), open_bundled(encoder=tiny)
    assert first.folder == second.folder
    assert len(second.documents()) == 4


def test_without_a_writable_home_the_sample_goes_to_a_temporary_folder(tiny, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _private_folder.cache_clear()
    assert tmp_path in open_bundled(encoder=tiny).folder.parents
