"""Whatever happens to a folder, after each ``put`` the store holds what a fresh corpus of it would hold."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from folder_life import held, read_from_memory, speech
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tiny_encoder import TinyEncoder

from qa import Corpus

NAMES = ("a.txt", "b.txt", "c.md", "deep/a.txt", "deep/d.txt", "deep/er/e.txt", "f.csv")
TIMES_NS = (1_500_000_000_000_000_000, 1_600_000_000_000_000_000)
names = st.sampled_from(NAMES)


def content(name, version):
    if name.endswith(".csv"):
        rows = "".join(
            f"{n},Oda Bern,The quay of number {version} holds for {n} years.\n" for n in range(version + 1)
        )
        return f"id,speaker,text\n{rows}"
    return speech("talk", version)


class FolderMachine(RuleBasedStateMachine):
    """Files are made, changed, touched, renamed, put in each other's place, deleted and put back."""

    @initialize()
    def open(self):
        self.patch = pytest.MonkeyPatch()
        read_from_memory(self.patch)
        self.home = Path(tempfile.mkdtemp())
        self.folder, self.trash = self.home / "papers", self.home / "trash"
        self.folder.mkdir()
        self.trash.mkdir()
        self.corpus = Corpus(self.home / "corpus", create=True, encoder=TinyEncoder())
        self.fresh = 0

    def teardown(self):
        if hasattr(self, "home"):
            self.in_step()
            self.patch.undo()
            shutil.rmtree(self.home)

    def files(self):
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def a_file(self, data):
        return data.draw(st.sampled_from(self.files()))

    @rule(name=names, version=st.integers(0, 3), time=st.sampled_from([None, *TIMES_NS]))
    def write(self, name, version, time):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content(name, version), encoding="utf-8")
        if time:
            os.utime(path, ns=(time, time))

    @precondition(lambda self: self.files())
    @rule(data=st.data(), name=names)
    def rename(self, data, name):
        path, target = self.a_file(data), self.folder / name
        if path.suffix == target.suffix:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)

    @precondition(lambda self: len(self.files()) > 1)
    @rule(data=st.data())
    def change_places(self, data):
        one, other = self.a_file(data), self.a_file(data)
        if one.suffix == other.suffix:
            first, second = one.read_bytes(), other.read_bytes()
            one.write_bytes(second)
            other.write_bytes(first)

    @precondition(lambda self: self.files())
    @rule(data=st.data())
    def delete(self, data):
        path = self.a_file(data)
        path.replace(self.trash / path.name)

    @precondition(lambda self: any(self.trash.iterdir()))
    @rule(data=st.data())
    def put_back(self, data):
        path = data.draw(st.sampled_from(sorted(self.trash.iterdir())))
        path.replace(self.folder / path.name)

    @rule()
    def drop_a_folder(self):
        shutil.rmtree(self.folder / "deep", ignore_errors=True)

    @rule()
    def put(self):
        self.in_step()
        revision = self.corpus.store.revision()
        assert not [r for r in self.corpus.put([self.folder]) if r.changed or r.error]
        assert self.corpus.store.revision() == revision

    def in_step(self):
        self.corpus.put([self.folder])
        self.fresh += 1
        other = Corpus(self.home / f"fresh-{self.fresh}", create=True, encoder=TinyEncoder())
        other.put([self.folder])
        assert held(self.corpus.store) == held(other.store)
        shutil.rmtree(other.folder)
        with self.corpus.store.reading() as view:
            known = {path for path, _, _ in view.files_below(str(self.folder.resolve()))}
            assert known == {str(path.resolve()) for path in self.files()}


TestFolder = FolderMachine.TestCase
TestFolder.settings = settings(
    max_examples=12, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
