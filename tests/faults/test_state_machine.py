from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from faults_texts import PEOPLE, hits_of
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tiny_encoder import TinyEncoder

from corpus.model import text_digest
from corpus.writer import Outcome
from embeddings import generation
from qa import Corpus

NAMES = [f"talk-{n}.txt" for n in range(5)]
SENTENCES = [
    f"{PEOPLE[0]} said: “The berth at the harbour opens on Monday.”",
    f"“No ferry,” {PEOPLE[1]} added, “costs less than twelve crowns.”",
    f"{PEOPLE[2]} told the council that the library should stay.",
    "The library closed early, and nobody at the harbour was surprised by it.",
    "Η Λέσχη έκλεισε νωρίς — 渡し船は出なかった, and the ferry waited. 𝔉in",
    "x" * 1200 + " is what the ferry's horn sounded like to those who slept.",
]
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["\n\n", "\r\n\r\n", " "]).map(lambda gap: gap.join(parts) + "\n")
)
names = st.sampled_from(NAMES)


class CorpusMachine(RuleBasedStateMachine):
    """Whatever is done in whatever order, answers are slices of the documents that should be there."""

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp())
        self.expected = {}
        self.corpus = Corpus(self.folder / "corpus", create=True, encoder=TinyEncoder())

    def teardown(self):
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(name=names, text=texts)
    def add_or_replace(self, name, text):
        before = self.expected.get(name)
        (self.folder / name).write_bytes(text.encode())
        (result,) = self.corpus.add([self.folder / name])
        self.expected[name] = text
        wanted = Outcome.ADDED if before is None else Outcome.REPLACED
        assert result.outcome == (Outcome.UNCHANGED if before == text else wanted)

    @rule(name=names, text=texts)
    def put_without_indexing(self, name, text):
        (self.folder / name).write_bytes(text.encode())
        self.corpus.put([self.folder / name])
        self.expected[name] = text

    @precondition(lambda self: self.expected)
    @rule(data=st.data())
    def remove(self, data):
        text = self.expected[data.draw(st.sampled_from(sorted(self.expected)))]
        summary = next(s for s in self.corpus.documents() if self.corpus.document(s.id).text == text)
        self.corpus.remove(summary.id)
        self.expected = {n: t for n, t in self.expected.items() if t != text}

    @rule(empty=st.booleans())
    def lose_the_index(self, empty):
        index = self.corpus.folder / generation.FOLDER
        shutil.rmtree(index, ignore_errors=True)
        if empty:
            index.mkdir()
        self.reopen()

    @rule(data=st.data())
    def damage_the_index(self, data):
        found = sorted(p for p in (self.corpus.folder / generation.FOLDER).rglob("*") if p.is_file())
        if found:
            path = data.draw(st.sampled_from(found))
            path.write_bytes(path.read_bytes()[:-1])
        self.reopen()

    @rule()
    def reopen(self):
        self.corpus = Corpus(self.folder / "corpus", encoder=TinyEncoder())

    @invariant()
    def every_answer_is_a_slice_of_what_was_added(self):
        for passage in (hit.passage for hit in hits_of(self.corpus)):
            stored = self.corpus.document(passage.document_id)
            assert stored.text in self.expected.values()
            assert stored.text[passage.start : passage.end] == passage.text
            assert text_digest(passage.text) in {
                k.sha256 for k in self.corpus.snapshot().keys if k.id == passage.id
            }

    @invariant()
    def the_documents_are_those_that_were_added(self):
        summaries = self.corpus.documents()
        found = {Path(source).name: self.corpus.document(s.id).text for s in summaries for source in s.sources}
        assert found == self.expected
        assert len(summaries) == len(set(self.expected.values()))

    @invariant()
    def the_index_holds_every_passage_and_no_other(self):
        with self.corpus.store.reading() as view:
            stored = [(p.id, p.sha256) for document in view.documents() for p in document.passages]
        assert [(k.id, k.sha256) for k in self.corpus.snapshot().keys] == stored


TestCorpus = CorpusMachine.TestCase
TestCorpus.settings = settings(
    max_examples=10, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
