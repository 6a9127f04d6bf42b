from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import Citation
from corpus.model import Aside, BlockKind, Document, Passage, Utterance, UtteranceKind
from qa import layout
from qa.layout import page_of, runs, stretches

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


def document(*parts):
    """Make a document of (kind, text) parts with a blank line between; a kind of None stands between blocks."""
    text, passages, asides = "", [], []
    for kind, words in parts:
        start, text = len(text), text + words
        if kind is not None and kind.answers:
            n = len(passages) + 1
            passages.append(Passage(f"p{n}", "d", n, n, words, start, len(text), kind))
        elif kind is not None:
            asides.append(Aside(kind, start, len(text)))
        text += "\n\n"
    return Document("d", text, Citation(), "/shelf/d.txt", "0" * 64, tuple(passages), tuple(asides))


def paragraphs(count, words="Sanna Veld spoke."):
    return document(*((BlockKind.PARAGRAPH, words) for _ in range(count)))


def whole(text, parts):
    return "".join(text[p.start : p.end] for p in parts)


@given(st.lists(st.tuples(st.sampled_from([None, *BlockKind]), TEXTS), max_size=12))
def test_the_stretches_put_together_are_the_text(parts):
    made = document(*parts)
    assert whole(made.text, stretches(made)) == made.text


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_blocks_that_overlap_lose_and_double_nothing(places):
    text = "The harbour of Oda Bern was counted twice."[:40]
    asides = tuple(Aside(BlockKind.NOTE, *sorted(place)) for place in places)
    made = Document("d", text, Citation(), "", "", (), asides)
    assert whole(text, stretches(made)) == text


def test_every_block_is_a_stretch_of_its_own():
    made = document((BlockKind.HEADING, "Ferries"), (BlockKind.PARAGRAPH, "They run."), (BlockKind.NOTE, "A note"))
    shown = [s for s in stretches(made) if s.passage or s.aside]
    assert [made.text[s.start : s.end] for s in shown] == ["Ferries", "They run.", "A note"]
    assert shown[1].passage is made.passages[0]
    assert [s.aside.kind for s in (shown[0], shown[2])] == [BlockKind.HEADING, BlockKind.NOTE]


@given(st.integers(1, 14), st.integers(1, 5))
def test_the_pages_put_together_are_the_document(count, size):
    made = paragraphs(count)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "PAGE_PASSAGES", size)
        page = page_of(made)
        text, seen = whole(made.text, page.stretches), list(page.passages)
        while page.later:
            page = page_of(made, page.later.id)
            text, seen = text + whole(made.text, page.stretches), [*seen, *page.passages]
    assert text == made.text
    assert seen == list(made.passages)
    assert page.number == page.count


def test_a_page_holds_the_passage_asked_for_and_knows_its_neighbours():
    made = paragraphs(450)
    page = page_of(made, "p300")
    assert (page.number, page.count, len(page.passages)) == (2, 3, 200)
    assert "p300" in [p.id for p in page.passages]
    assert (page.earlier.id, page.later.id) == ("p1", "p401")


def test_a_page_of_long_passages_holds_fewer():
    page = page_of(paragraphs(60, "x" * 6_000))
    assert len(page.passages) == 33
    assert page.count == 2


def test_a_passage_that_is_not_there_opens_the_beginning():
    assert page_of(paragraphs(450), "nowhere").number == 1


def test_a_heading_goes_with_the_passages_below_it(monkeypatch):
    monkeypatch.setattr(layout, "PAGE_PASSAGES", 1)
    made = document((BlockKind.PARAGRAPH, "One."), (BlockKind.HEADING, "Trains"), (BlockKind.PARAGRAPH, "Two."))
    assert "Trains" not in whole(made.text, page_of(made, "p1").stretches)
    assert whole(made.text, page_of(made, "p2").stretches).startswith("Trains")


UTTERANCES = st.lists(
    st.builds(
        lambda start, size, kind: Utterance(start, start + size, kind, "Oda Bern"),
        st.integers(0, 50), st.integers(0, 20), st.sampled_from(UtteranceKind),
    ),
    max_size=8,
)  # fmt: skip


@given(TEXTS, UTTERANCES)
def test_the_runs_of_a_passage_are_its_text_however_utterances_nest(words, said):
    passage = Passage("p", "d", 1, 1, words, 0, len(words), utterances=tuple(said))
    found = list(runs(passage))
    assert "".join(words[r.start : r.end] for r in found) == words
    inside = {n for r in found if r.said for n in range(r.start, r.end)}
    fitting = [u for u in said if u.end <= len(words)]
    assert inside == {n for u in fitting for n in range(u.start, u.end)}


def test_the_innermost_utterance_has_the_words():
    outer, inner = Utterance(0, 20, UtteranceKind.INDIRECT), Utterance(5, 10, UtteranceKind.PART)
    passage = Passage("p", "d", 1, 1, "x" * 20, 0, 20, utterances=(outer, inner))
    assert [r.said for r in runs(passage)] == [outer, inner, outer]
