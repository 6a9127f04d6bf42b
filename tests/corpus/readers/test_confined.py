from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from calling_files import calling
from fuzz_seeds import seeds

from corpus.errors import SourceError
from corpus.readers.confined import refused
from corpus.readers.sandbox import Reader
from corpus.readers.suffixes import SUFFIXES

#: What a reader may not do, and what it may.
FORBIDDEN = {
    "a connection": "import socket; socket.socket().connect(('127.0.0.1', 9))",
    "a name looked up": "import socket; socket.getaddrinfo('quay.example', 80)",
    "a page got": "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
    "another of its kind": "import os; os.fork()",
    "another in its place": "import os; os.execv('/bin/true', ['true'])",
    "a signal": "import os, signal; os.kill(os.getppid(), signal.SIGCONT)",
    "a file written": "open(PLACE / 'a', 'w')",
    "a file added to": "open(PLACE / 'kept', 'a')",
    "a file opened low": "import os; os.open(PLACE / 'a', os.O_CREAT | os.O_WRONLY)",
    "a file removed": "(PLACE / 'kept').unlink()",
    "a file renamed": "(PLACE / 'kept').rename(PLACE / 'a')",
    "a folder": "(PLACE / 'a').mkdir()",
    "a link": "(PLACE / 'a').symlink_to('kept')",
    "rights": "(PLACE / 'kept').chmod(0o777)",
    "a database": "import sqlite3; sqlite3.connect(PLACE / 'a')",
    "a temporary file": "import tempfile; tempfile.mkstemp(dir=PLACE)",
}
ALLOWED = {
    "a file read": "open(PLACE / 'kept').read()",
    "a module": "import xml.dom.minidom",
    "a folder listed": "list(PLACE.iterdir())",
}
_HEAD = """from pathlib import Path
from corpus.readers.confined import confine_calls
PLACE = Path({!r})
confine_calls()
"""
_RECORD = """
import json, sys
from pathlib import Path
from corpus.errors import SourceError
from corpus.readers.build import read_here
from corpus.readers.confined import refused
sys.dont_write_bytecode = True
seen = []
sys.addaudithook(lambda event, args: seen.append(event) if refused(event, args) else None)
def all():
    read = 0
    for path in sorted(Path(sys.argv[1]).iterdir()):
        try:
            read += bool(read_here(path).documents)
        except SourceError:
            pass
    return read
all()
loading = list(seen)
seen.clear()
print(json.dumps([all(), loading, seen]))
"""


def _python(*words):
    return subprocess.run([sys.executable, "-c", *words], capture_output=True, text=True, check=False)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "kept").write_text("as it was", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_no_reader_needs_is_refused_and_changes_nothing(what, place):
    done = _python(_HEAD.format(str(place)) + FORBIDDEN[what])
    assert done.returncode != 0
    assert "a reader may not do this: " in done.stderr
    assert [path.name for path in place.iterdir()] == ["kept"]
    assert (place / "kept").read_text(encoding="utf-8") == "as it was"


@pytest.mark.parametrize("what", ALLOWED)
def test_what_readers_need_is_let_through(what, place):
    done = _python(_HEAD.format(str(place)) + ALLOWED[what])
    assert (done.returncode, done.stderr) == (0, "")


def test_an_event_of_another_family_is_not_mistaken_for_one():
    assert not refused("sockets.made", ())
    assert not refused("open", ("a", "r", 0))
    assert not refused("open", ("a",))


@pytest.fixture
def server():
    """Listen on loopback and count who comes."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        over = threading.Event()

        def listen():
            while not over.is_set():
                try:
                    other, _ = listening.accept()
                except TimeoutError:
                    continue
                came.append(other.getpeername())
                other.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", came
        over.set()
        thread.join()


def _written(files, folder):
    for name, data in files.items():
        if Path(name).suffix in SUFFIXES:
            (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


def test_nothing_that_a_document_asks_for_is_got(server, tmp_path):
    url, came = server
    paths = _written(calling(url), tmp_path)
    reader, read, refusals = Reader(), [], []
    for path in paths:
        try:
            read += [path.name] if reader.read(path) else []
        except SourceError as fault:
            refusals.append(str(fault))
    reader.close()
    assert came == []
    assert not any("broke the reader" in refusal for refusal in refusals)
    assert {path.name for path in paths} - set(read) <= {"a.xml"}  # which asks for definitions, and is refused


def test_no_reader_so_much_as_tries_to_reach_out_start_a_program_or_write(tmp_path):
    files = calling("http://127.0.0.1:9")
    for kind, several in seeds().items():
        files |= {f"{kind}{number}{seed.ending}": seed.whole for number, seed in enumerate(several)}
    _written(files, tmp_path)
    done = _python(_RECORD, str(tmp_path))
    read, loading, tried = json.loads(done.stdout)
    assert tried == []
    # A library of the web reader's looks as it is loaded whether there is IPv6 here, and is told there is not.
    assert set(loading) <= {"socket.__new__", "socket.bind"}
    assert read > len(SUFFIXES)
