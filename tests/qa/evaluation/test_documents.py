from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import BlockKind, UtteranceKind, text_digest
from qa.evaluation.documents import documents_of
from qa.evaluation.sets import SetPassage

TEXTS = st.sampled_from(["The tide turned.", "The tide turned.\n\n", " The tide", "Nobody came.", "🌊 א ﬁ\r\n"])
PASSAGES = st.lists(
    st.builds(
        SetPassage,
        id=st.uuids().map(str),
        text=TEXTS,
        title=st.sampled_from(["", "Tides", "Gates"]),
        speaker=st.sampled_from([None, "Sanna Veld", "Oda Bern"]),
        date=st.sampled_from([None, "2019", "some day"]),
        url=st.sampled_from([None, "https://tides.example"]),
    ),
    max_size=12,
    unique_by=lambda p: p.id,
)


def made(*passages):
    return [one.document for one in documents_of(passages)]


@given(PASSAGES)
def test_every_passage_is_a_slice_of_its_document(passages):
    for one in documents_of(passages):
        assert all(p.text == one.document.text[p.start : p.end] for p in one.document.passages)


@given(PASSAGES)
def test_every_passage_of_the_set_comes_once_with_its_words_and_an_id_of_its_own(passages):
    pairs = [
        pair for one in documents_of(passages) for pair in zip(one.document.passages, one.set_ids, strict=True)
    ]
    assert {name: p.text for p, name in pairs} == {p.id: p.text for p in passages}
    assert len({p.id for p, _ in pairs}) == len(passages)


@given(PASSAGES)
def test_the_same_set_gives_the_same_documents(passages):
    assert list(documents_of(passages)) == list(documents_of(passages))


@given(PASSAGES)
def test_documents_differ_in_id_and_source(passages):
    documents = made(*passages)
    assert len({d.id for d in documents}) == len({d.source for d in documents}) == len(documents)


def test_passages_of_one_title_are_one_document_even_when_others_stand_between():
    first, other, second = (
        SetPassage("a", "One.", "T"),
        SetPassage("b", "Else.", "U"),
        SetPassage("c", "Two.", "T"),
    )
    documents = made(first, other, second)
    assert [d.text for d in documents] == ["One.\n\nTwo.", "Else."]
    assert [p.ordinal for p in documents[0].passages] == [1, 2]


def test_the_same_title_on_another_day_or_at_another_address_is_another_document():
    plain = SetPassage("a", "One.", "T")
    assert len(made(plain, SetPassage("b", "One.", "T", date="2019"), SetPassage("c", "One.", "T", url="u"))) == 3


def test_passages_of_which_nothing_is_stated_are_documents_of_their_own_even_as_copies():
    assert len(made(SetPassage("a", "One."), SetPassage("b", "One."), SetPassage("c", "Two."))) == 3


def test_a_speaker_says_the_whole_passage_as_a_turn():
    passage = made(SetPassage("a", "We shall see.", "T", speaker=" Sanna Veld "))[0].passages[0]
    said = passage.utterances[0]
    assert (said.start, said.end, said.kind) == (0, len(passage.text), UtteranceKind.TURN)
    assert passage.speakers == ("Sanna Veld",)
    assert passage.kind is BlockKind.TURN


def test_a_passage_without_a_speaker_is_a_paragraph_that_nobody_says():
    passage = made(SetPassage("a", "It rained.", "T"))[0].passages[0]
    assert (passage.kind, passage.utterances) == (BlockKind.PARAGRAPH, ())


def test_the_citation_holds_what_the_set_states_and_nothing_else():
    full = made(SetPassage("a", "One.", "Tides", date="2019-06-14", url="https://tides.example"))[0].citation
    assert (full.title, full.issued.iso, full.get("URL")) == ("Tides", "2019-06-14", "https://tides.example")
    assert made(SetPassage("a", "One."))[0].citation.fields == ()


def test_another_speaker_makes_another_document():
    one, other = made(SetPassage("a", "One.", "T", "Oda Bern")), made(SetPassage("a", "One.", "T", "Sanna Veld"))
    assert one[0].id != other[0].id


def test_a_passage_longer_than_a_readers_stays_whole():
    long = "word " * 3_000 + "end."
    passage = made(SetPassage("a", long, "T"))[0].passages[0]
    assert passage.text == long
    assert passage.sha256 == text_digest(long)
