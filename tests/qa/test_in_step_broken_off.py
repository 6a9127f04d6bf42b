"""A run that is broken off goes on where it stopped; a disk that is taken away takes no document along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from folder_life import held, outcomes, speech
from tiny_encoder import TinyEncoder

from qa import Corpus

SUPPORT = Path(__file__).resolve().parents[1] / "support"
UNMOUNTED = """
import subprocess, sys
from pathlib import Path
from folder_life import outcomes, speech
from tiny_encoder import TinyEncoder
from qa import Corpus

home = Path(sys.argv[1])
(home / "papers" / "disk").mkdir(parents=True)
subprocess.run(["mount", "-t", "tmpfs", "tmpfs", home / "papers" / "disk"], check=True)
for name in ("here.txt", "also.txt", "disk/there.txt"):
    (home / "papers" / name).write_text(speech(name), encoding="utf-8")
corpus = Corpus(home / "corpus", create=True, encoder=TinyEncoder())
corpus.put([home / "papers"])
corpus.put([home / "papers" / "disk"])
subprocess.run(["umount", home / "papers" / "disk"], check=True)
(home / "papers" / "also.txt").unlink()
for place in ("papers", "papers/disk"):
    print(sorted(outcomes(corpus.put([home / place])).items()))
print(sorted(Path(s).name for d in corpus.documents() for s in d.sources))
"""


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(speech(f"{n:02}"), encoding="utf-8")
    words = [sys.executable, SUPPORT / "faults_command.py", "add", folder, "--corpus", tmp_path / "corpus"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as child:
        said = [child.stderr.readline() for _ in range(4)]
        child.kill()
        said += child.stderr.readlines()
    acknowledged = {Path(line.split(": ")[2].split(" (")[0]).name for line in said if ": added: " in line}
    corpus = Corpus(tmp_path / "corpus", encoder=TinyEncoder())
    results = corpus.put([folder])
    unread = {Path(r.source).name for r in results if not r.read}
    assert len(acknowledged) >= 4
    assert acknowledged <= unread
    other = Corpus(tmp_path / "fresh", create=True, encoder=TinyEncoder())
    other.put([folder])
    assert held(corpus.store) == held(other.store)


def test_a_run_that_stops_between_two_files_keeps_the_first(make_corpus, tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(speech(name), encoding="utf-8")
    corpus = make_corpus({})

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        corpus.put([folder], on_result=stop)
    assert outcomes(corpus.put([folder])) == {"a.txt": "unchanged", "b.txt": "added"}


def test_a_disk_that_is_not_mounted_takes_nothing_out(tmp_path):
    mount = ["unshare", "-m", "true"]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    command = ["unshare", "-m", sys.executable, "-c", UNMOUNTED, str(tmp_path)]
    done = subprocess.run(command, cwd=SUPPORT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "[('also.txt', 'gone'), ('here.txt', 'unchanged'), ('papers', 'refused')]",
        "[('disk', 'refused')]",
        "['here.txt', 'there.txt']",
    ], done.stderr
