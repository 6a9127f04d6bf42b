"""SQLite writes with the system's own calls, which no patch reaches.

A bound on the size of files makes each write that reaches beyond it fail, on every system that has such a bound;
where strace is installed, the Nth call of each kind is made to fail besides.
"""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from faults_texts import check_hits, speech, stored_versions
from texts import document
from tiny_encoder import TinyEncoder

from corpus import errors
from corpus.backup import back_up, restore
from corpus.store import Store
from qa import Corpus

ONCE = Path(__file__).parents[1] / "support" / "faults_once.py"
PAGE = 4096
OLD, NEW = (f"talk-{n}.txt" for n in range(2))
#: The calls by which SQLite and the index change the disk.
CALLS = ("pwrite64", "fdatasync", "fsync", "rename", "ftruncate", "unlink")
#: What a failure may end in: never in silence, and never in a traceback.
CODES = {errors.DiskFullError.exit_code, errors.DiskFaultError.exit_code, errors.CorpusForbiddenError.exit_code}


@contextlib.contextmanager
def largest_file(size):
    """Let no file grow beyond ``size`` bytes, or be written to there."""
    resource = pytest.importorskip("resource", reason="Windows has no bound on the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def prepared(folder):
    store = Store.create(folder)
    with store.writing() as writer:
        writer.put(document(speech(OLD), OLD), "1")
    return store


def held(folder):
    store = Store.open(folder)
    assert store.faults() == []
    with store.reading() as view:
        return {Path(s).name for i in view.document_ids() for s in view.sources(i)}


def put(folder):
    """Add the second document; whether it was acknowledged, when not by a named error."""
    with Store(folder).writing() as writer:
        writer.put(document(speech(NEW, 1), NEW), "1")
        return True


def each_bound(act, check, before=lambda pages: None):
    """Bound files to no page, to one, and so on until all fits; return how many failed."""
    failed = 0
    for pages in range(200):
        done = False
        before(pages)
        with contextlib.suppress(errors.DiskFullError, errors.DiskFaultError), largest_file(pages * PAGE + 100):
            done = act(pages)
        check(pages, done)
        failed += not done
        if done and pages > 2:
            return failed
    raise AssertionError("it never fits")


def test_a_document_is_there_or_not_whichever_page_cannot_be_written(tmp_path):
    prepared(tmp_path / "corpus")

    def copied(pages):
        shutil.copytree(tmp_path / "corpus", tmp_path / str(pages))

    def check(pages, done):
        found = held(tmp_path / str(pages))
        assert found == {OLD, NEW} if done else found in ({OLD}, {OLD, NEW})
        assert put(tmp_path / str(pages))  # and the next run goes on
        assert held(tmp_path / str(pages)) == {OLD, NEW}

    assert each_bound(lambda pages: put(tmp_path / str(pages)), check, copied) >= 5


def test_a_backup_is_whole_or_absent_whichever_page_cannot_be_written(tmp_path):
    store = prepared(tmp_path / "corpus")

    def check(pages, done):
        assert (tmp_path / f"{pages}.zip").exists() == done
        assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]

    assert each_bound(lambda n: bool(back_up(store.folder, tmp_path / f"{n}.zip")), check) >= 5


def test_a_corpus_is_restored_or_not_whichever_page_cannot_be_written(tmp_path):
    store = prepared(tmp_path / "corpus")
    back_up(store.folder, tmp_path / "b.zip")

    def check(pages, done):
        assert (tmp_path / f"new{pages}").exists() == done
        assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]

    assert each_bound(lambda n: bool(restore(tmp_path / "b.zip", tmp_path / f"new{n}")), check) >= 5


def _once(folder, *prefix):
    command = [*prefix, sys.executable, str(ONCE), str(folder), NEW, "1"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _strace():
    found = shutil.which("strace")
    quick = ["-f", "--seccomp-bpf"]  # stops at the calls that are asked for, and not at all others
    works = found and subprocess.run([found, *quick, "true"], capture_output=True, check=False).returncode == 0
    if not works:
        pytest.skip("failing SQLite's own calls one by one needs strace; the tests above fail its writes without")
    return [found, *quick]


@pytest.fixture
def ready(tmp_path):
    """A corpus with one document and its index, to be copied."""
    corpus = Corpus(tmp_path / "first" / "corpus", create=True, encoder=TinyEncoder())
    with corpus.store.writing() as writer:
        writer.put(document(speech(OLD), OLD), "1")
    corpus.refresh()
    return tmp_path / "first"


def _fails_whole(ready, place, call, number, code):
    """Fail one call in a process of its own; whether there was such a call."""
    shutil.copytree(ready, place)
    log = place / "strace.txt"
    name = errno.errorcode[code]
    fail = ["-e", f"trace={call}", "-e", f"inject={call}:error={name}:when={number}"]
    done = _once(place, *_strace(), "-o", str(log), *fail)
    hit = "(INJECTED)" in log.read_text()
    assert done.returncode in ({0} | CODES if hit else {0}), (call, number, done.stderr)
    assert "Traceback" not in done.stderr, done.stderr
    corpus = Corpus(place / "corpus", encoder=TinyEncoder())
    stored = stored_versions(corpus)
    assert corpus.store.faults() == []
    assert stored in ({OLD: 0}, {OLD: 0, NEW: 1})
    assert "stored" not in done.stdout or NEW in stored
    assert check_hits(corpus) > 0
    if number % 5 == 1:
        assert _once(place).returncode == 0  # the next run goes on
        assert stored_versions(corpus) == {OLD: 0, NEW: 1}
    shutil.rmtree(place)
    return hit


@pytest.mark.slow
def test_the_first_of_each_kind_of_call_may_fail(ready, tmp_path):
    hit = {call: _fails_whole(ready, tmp_path / call, call, 1, errno.EIO) for call in CALLS[:4]}
    assert all(hit.values()), hit


@pytest.mark.slow
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("call", CALLS)
def test_each_call_of_each_kind_may_fail(ready, tmp_path, call, code):
    count = 1
    while _fails_whole(ready, tmp_path / f"n{count}", call, count, code):
        count += 1
    assert count > 1


def _watched(folder):
    """Return the calls of a process that adds a document, as strace writes them with the files' paths."""
    log = folder / "strace.txt"
    calls = "pwrite64,write,fdatasync,fsync,rename"
    done = _once(folder, *_strace(), "-y", "-o", str(log), "-e", f"trace={calls}")
    assert done.returncode == 0, done.stderr
    found = re.findall(r'^\d+ +(\w+)\((?:\d+<([^>]*)>|"([^"]*)")(.*)', log.read_text(), flags=re.MULTILINE)
    return [(call, handle or path, rest) for call, handle, path, rest in found]


def test_the_system_sees_each_document_flushed_before_it_is_reported(ready):
    calls = _watched(ready)
    told = next(n for n, (call, _, rest) in enumerate(calls) if call == "write" and "stored" in rest)
    log = [n for n, (call, path, _) in enumerate(calls[:told]) if path.endswith("-wal") and call == "pwrite64"]
    flushed = [n for n, (call, path, _) in enumerate(calls[:told]) if path.endswith("-wal") and "sync" in call]
    assert log
    assert flushed
    assert max(log) < max(flushed)


def test_the_system_sees_write_flush_rename_and_flush_of_the_folder_in_this_order(ready):
    calls = _watched(ready)
    index = str(ready / "corpus" / "index")
    renames = [n for n, (call, _, _) in enumerate(calls) if call == "rename"]
    assert len(renames) == 2  # the generation, then the pointer to it
    for at in renames:
        source = calls[at][1]
        written = {path for call, path, _ in calls[:at] if call == "write" and path.startswith(source)}
        assert written
        for path in written:
            steps = [call for call, where, _ in calls[:at] if where == path]
            assert steps[-1] == "fsync"
        after = calls[at + 1 : at + 2]
        assert [(call, path) for call, path, _ in after] == [("fsync", index)]
