from __future__ import annotations

import contextlib
import random
import re
import time

import pytest
from faults_loop import NAMES, Loop, write
from faults_texts import check_hits, speech, stored_versions
from tiny_encoder import TinyEncoder

from embeddings import generation
from qa import Corpus

FEW, MANY = 5, 100
MOST_LINES, MOST_MORE_S, AT_ONCE_S = 12, 0.1, 2.0
#: A line of the command that says of a file that it is in the corpus.
_ACKNOWLEDGED = re.compile(r"onrecord: (?:added|replaced|unchanged|changed|new)\b.*?(talk-\d\.txt)")


def _kills(what, folder, times):
    """Kill one after the other at random moments, and yield what each has said."""
    moments = random.Random(f"{what} {times}")  # noqa: S311 - no secret is made of it
    with contextlib.closing(Loop(what, folder)) as loop:
        for n in range(times):
            lines = moments.randrange(MOST_LINES) if n else MOST_LINES
            yield loop.kill((n + 1) * 1000, lines, moments.uniform(0, MOST_MORE_S))


@pytest.fixture
def corpus(tmp_path):
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([write(tmp_path, 1)])
    return corpus


def _opened(folder):
    """Open the corpus as another process would, at once; the index on the disk is whole, whatever its age."""
    began = time.monotonic()
    corpus = Corpus(folder, encoder=TinyEncoder())
    manifest, _ = generation.load(folder)
    assert corpus.documents() is not None
    assert time.monotonic() - began < AT_ONCE_S
    assert manifest.revision <= corpus.store.revision()
    assert corpus.store.faults() == []
    return corpus


def _nothing_is_lost_by_adding(corpus, folder, times):
    told = 0
    for lines in _kills("add", folder, times):
        acknowledged, version = {}, 0
        for line in lines:
            if line.startswith("version "):
                version = int(line.split()[1])
            elif found := _ACKNOWLEDGED.match(line):
                acknowledged[found[1]] = version
        stored = stored_versions(_opened(corpus.folder))
        assert set(stored) == set(NAMES)
        assert {n: v for n, v in acknowledged.items() if stored[n] < v} == {}
        assert check_hits(_opened(corpus.folder)) > 0
        told += len(acknowledged)
    assert told


def _nothing_is_lost_by_rebuilding(corpus, folder, times):
    built = 0
    for lines in _kills("rebuild", folder, times):
        opened = _opened(corpus.folder)
        assert stored_versions(opened) == dict.fromkeys(NAMES, 1)
        whole = generation.load(corpus.folder)[0]
        assert (whole.revision, whole.passages) == (opened.store.revision(), 4 * len(NAMES))
        model = TinyEncoder(whole.model.partition("@")[0])
        assert check_hits(Corpus(corpus.folder, encoder=model)) > 0
        assert generation.load(corpus.folder)[0] == whole  # it answered without being built again
        built += len(lines)
    assert built


def _removals_are_whole(corpus, folder, times):
    removed = 0
    for lines in _kills("remove", folder, times):
        opened = _opened(corpus.folder)
        stored = stored_versions(opened)
        marks = [line.split() for line in lines if line.split()[0] in {"removing", "removed", "adding", "added"}]
        last = {name: (what, int(version)) for what, name, version in marks}
        for name in NAMES:
            what, version = last.get(name, ("added", 0))
            assert name in stored or what != "added"
            assert name not in stored or what != "removed"
            assert what != "added" or stored[name] >= version
        removed += sum(what == "removed" for what, *_ in marks)
        assert check_hits(opened) > 0
        for name in {*NAMES} - {*stored}:  # the kill may have cut off the writing of the file itself
            (folder / "drop" / name).write_text(speech(name, 1), encoding="utf-8")
        opened.put([folder / "drop"])  # so that each finds all of them again
        assert set(stored_versions(opened)) == set(NAMES)
    assert removed


def test_nothing_acknowledged_is_lost_by_kills_of_adding_a_folder(corpus, tmp_path):
    _nothing_is_lost_by_adding(corpus, tmp_path, FEW)


def test_nothing_is_lost_by_kills_of_a_rebuild(corpus, tmp_path):
    _nothing_is_lost_by_rebuilding(corpus, tmp_path, FEW)


def test_nothing_but_what_is_removed_is_lost_by_kills_of_a_removal(corpus, tmp_path):
    _removals_are_whole(corpus, tmp_path, FEW)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_a_hundred_kills_of_adding_a_folder(corpus, tmp_path):
    _nothing_is_lost_by_adding(corpus, tmp_path, MANY)


@pytest.mark.slow
def test_nothing_is_lost_by_a_hundred_kills_of_a_rebuild(corpus, tmp_path):
    _nothing_is_lost_by_rebuilding(corpus, tmp_path, MANY)


@pytest.mark.slow
def test_nothing_but_what_is_removed_is_lost_by_a_hundred_kills_of_a_removal(corpus, tmp_path):
    _removals_are_whole(corpus, tmp_path, MANY)
