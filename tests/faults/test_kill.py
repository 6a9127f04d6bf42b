from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faults_texts import check_hits, stored_versions
from tiny_encoder import TinyEncoder

from embeddings import generation
from qa import Corpus

WRITER = Path(__file__).parents[1] / "support" / "faults_writer.py"
LONGEST_LIFE_S = 0.5


def _kill_a_writer(folder, first, life_s):
    """Start a writer, kill it after ``life_s`` seconds of work, and return what it had acknowledged."""
    command = [sys.executable, str(WRITER), str(folder), "speech", str(first), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(life_s)
        child.kill()
        said = child.communicate()[0]
    whole = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return {name: int(version) for name, version in whole}


def _kills(folder, times, seed):
    """Kill writers of one corpus again and again, and yield after each what is acknowledged so far."""
    moments = random.Random(seed)  # noqa: S311 - no secret is made of it
    acknowledged = {}
    for n in range(times):
        acknowledged |= _kill_a_writer(folder, (n + 1) * 1000, moments.uniform(0, LONGEST_LIFE_S))
        yield acknowledged


def _nothing_is_lost(folder, times, seed=None):
    answered = 0
    for acknowledged in _kills(folder, times, seed):
        corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
        stored = stored_versions(corpus)
        assert {n: v for n, v in acknowledged.items() if stored.get(n, -1) < v} == {}
        answered += check_hits(corpus)
        with corpus.store.reading() as view:
            assert view.faults() == []
    assert answered


def test_the_writer_that_is_killed_loads_no_model():
    code = (
        "import sys, faults_writer, tiny_encoder, qa, qa.corpus, embeddings.build; print('torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=WRITER.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_nothing_acknowledged_is_lost_by_five_kills(tmp_path):
    _nothing_is_lost(tmp_path, 5)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_a_hundred_kills(tmp_path):
    _nothing_is_lost(tmp_path, 100)


def test_a_killed_writer_leaves_nothing_that_grows(tmp_path):
    for _ in _kills(tmp_path, 2, seed=5):
        pass
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"One more speech, called {name}, was given after the writer had gone.")
        corpus.add([tmp_path / name])
    left = [p.name for p in (corpus.folder / generation.FOLDER).iterdir()]
    assert len(left) == 4, left  # two generations, the pointer and the lock
