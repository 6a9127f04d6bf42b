"""Processes that add a folder, rebuild the index, or remove and add documents, over and over; tests kill them.

    python faults_loop.py add|rebuild|remove FOLDER

For each number on standard input it forks a process, because starting one anew takes seconds, prints its id, and
prints 'gone' when it has ended. The process counts from that number on, and prints on standard error what it is
about to do and what is acknowledged, a line each: what a user would see the command print is what counts.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from itertools import count, cycle
from pathlib import Path

FILES = 5
NAMES = [f"talk-{n}.txt" for n in range(FILES)]


def write(folder, version):
    """Write all speeches of a version into the folder that is dropped on the corpus."""
    from faults_texts import speech

    drop = folder / "drop"
    drop.mkdir(exist_ok=True)
    for name in NAMES:
        (drop / name).write_text(speech(name, version), encoding="utf-8")
    return drop


def adding(folder, first, command):
    for version in count(first):
        drop = write(folder, version)
        tell("version", version)
        command("add", drop)


def rebuilding(folder, first, command):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    for number in count(first):
        Corpus(folder / "corpus", encoder=TinyEncoder(f"model{number % 2}")).refresh()
        tell("built", number)


def removing(folder, first, command):
    from faults_texts import speech

    for version, name in zip(count(first), cycle(NAMES), strict=False):
        tell("removing", name, version)
        command("remove", name)
        tell("removed", name, version)
        (folder / "drop" / name).write_text(speech(name, version), encoding="utf-8")
        tell("adding", name, version)
        command("add", folder / "drop" / name)
        tell("added", name, version)


def tell(*words):
    print(*words, file=sys.stderr, flush=True)


class Loop:
    """The process that forks, from the test's side."""

    def __init__(self, what, folder):
        alone = os.environ | {"OMP_NUM_THREADS": "1"}  # a process with threads is not to be forked
        command = [sys.executable, __file__, what, str(folder)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1, env=alone
        )

    def kill(self, first, lines, more_s):
        """Have one counting from ``first``, kill it ``more_s`` seconds after so many lines; return all it said."""
        print(first, file=self._process.stdin, flush=True)
        head = self._process.stderr.readline()
        assert head.startswith("pid "), head + self._process.stderr.read()
        said = [self._process.stderr.readline() for _ in range(lines)]
        assert "gone\n" not in said, "".join(said)
        time.sleep(more_s)
        os.kill(int(head.split()[1]), signal.SIGKILL)
        said += iter(self._process.stderr.readline, "gone\n")
        assert not any(line.startswith("Traceback") for line in said), "".join(said)
        return [line.strip() for line in said]

    def close(self):
        self._process.stdin.close()
        self._process.wait()
        self._process.stderr.close()


def prepare(folder):
    """Import and read beforehand what every process would have to, and put the small encoder in its place."""
    from tiny_encoder import TinyEncoder

    from corpus.readers import build, sandbox
    from embeddings import build as building
    from embeddings import encoder
    from qa import Corpus, retrieve

    # The process that reads is another one, and not what is killed here; test_kill.py has both.
    sandbox.Reader.read = lambda self, path, options=build.AS_FOUND: build.read_here(path, options)
    encoder.load_encoder = lambda *_: TinyEncoder()
    build.read_here(folder / "drop" / NAMES[0])
    retrieve("Which berth?", corpus=Corpus(folder / "corpus"))
    assert building


def main(what, folder):
    from ui.cli import app

    prepare(folder)

    def command(*words):
        with contextlib.suppress(SystemExit):
            app([*map(str, words), "--corpus", str(folder / "corpus")], standalone_mode=False)

    for line in sys.stdin:
        if pid := os.fork():
            os.waitpid(pid, 0)
            tell("gone")
        else:
            tell("pid", os.getpid())
            {"add": adding, "rebuild": rebuilding, "remove": removing}[what](folder, int(line), command)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
