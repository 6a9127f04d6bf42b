from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faults_corrector import INTO, NAME
from faults_texts import check_hits
from tiny_encoder import TinyEncoder

from qa import Corpus

CORRECTOR = Path(__file__).parents[1] / "support" / "faults_corrector.py"
KILLS, LONGEST_LIFE_S = 6, 0.4


@pytest.fixture
def corpus(tmp_path):
    text = f"“The berth opens,” {NAME} said.\n\n“What does the ferry cost?” {INTO} asked.\n"
    (tmp_path / "talk.txt").write_text(text, encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([tmp_path / "talk.txt"])
    return corpus


def _kill_a_corrector(folder, first, life_s):
    """Start it, kill it after ``life_s`` seconds of work, and return the changes it had acknowledged."""
    command = [sys.executable, str(CORRECTOR), str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(life_s)
        child.kill()
        said = child.communicate()[0]
    return [tuple(line.split()) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def _is_kept(corpus, acknowledged):
    """Whether the last change that was acknowledged is there, or else the whole of the one after it."""
    citation = corpus.find("talk.txt").citation
    number = int(citation.title.split()[1])
    assert citation.get("note") == f"Note {number}"  # one call, one transaction: never half of it
    what, last = acknowledged[-1]
    merged = corpus.merges() == {NAME: INTO}
    assert merged or corpus.merges() == {}
    assert number - int(last) in ({0} if what == "corrected" else {0, 1})
    # After a correction the next change is a merge or its undoing, which may have been made and not told.
    return what == "corrected" or merged == (what == "merged")


@pytest.mark.slow
def test_corrections_and_merges_that_were_acknowledged_survive_kills(corpus, tmp_path):
    moments = random.Random(11)  # noqa: S311 - no secret is made of it
    changes = 0
    for n in range(KILLS):
        acknowledged = _kill_a_corrector(tmp_path, (n + 1) * 1000, moments.uniform(0.1, LONGEST_LIFE_S))
        changes += len(acknowledged)
        assert not acknowledged or _is_kept(corpus, acknowledged)
        with corpus.store.reading() as view:
            assert view.faults() == []
    assert changes
    assert check_hits(corpus) > 0
