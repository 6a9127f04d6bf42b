from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from faults_texts import check_hits, hits_of, signed, speech, stored_versions
from tiny_encoder import TinyEncoder

from corpus.errors import CorpusBusyError
from corpus.model import passage_id
from embeddings import generation
from qa import Corpus

WRITER = Path(__file__).parents[1] / "support" / "faults_writer.py"
WRITERS, ROUNDS = 4, 2


def _start_writers(folder):
    commands = [[sys.executable, str(WRITER), str(folder), f"w{n}", "1", str(ROUNDS)] for n in range(WRITERS)]
    return [subprocess.Popen(c, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for c in commands]


def _finish(writer):
    """Return what a writer acknowledged; it has succeeded or said that the corpus was busy."""
    out, err = writer.communicate()
    assert writer.returncode in {0, CorpusBusyError.exit_code}, err
    assert (writer.returncode == 0) == (err == ""), err
    return {name: int(version) for name, version in (line.split() for line in out.splitlines()[1:])}


def _is_itself(hit):
    """Whether text, place, document and source of a hit belong together."""
    p = hit.passage
    return passage_id(p.document_id, p.ordinal, p.text) == p.id and Path(hit.source).name in p.text


def test_four_writers_at_once_lose_nothing(tmp_path):
    acknowledged = {}
    for writer in _start_writers(tmp_path):
        acknowledged |= _finish(writer)
    corpus = Corpus(tmp_path / "corpus", encoder=TinyEncoder())
    stored = stored_versions(corpus)
    assert {n: v for n, v in acknowledged.items() if stored.get(n, -1) < v} == {}
    assert check_hits(corpus) > 0
    assert generation.load(corpus.folder)[0].revision == corpus.store.revision()


def test_readers_in_other_processes_never_see_mixed_answers(tmp_path):
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    writers = _start_writers(tmp_path)
    seen = 0
    while any(writer.poll() is None for writer in writers):
        hits = hits_of(corpus)
        assert all(_is_itself(hit) for hit in hits)
        seen += len(hits)
    for writer in writers:
        _finish(writer)
    assert seen > 0


def test_threads_that_read_while_one_writes_never_see_mixed_answers(make_corpus, tmp_path):
    corpus = make_corpus({"talk-0.txt": speech("talk-0.txt")})
    done, wrong, seen = threading.Event(), [], []

    def read():
        while not done.is_set() or not seen:
            hits = hits_of(corpus)
            seen.extend(signed(h.passage.text) for h in hits if h.passage.ordinal == 1)
            wrong.extend(h for h in hits if not _is_itself(h))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for version in range(1, 9):
        path = tmp_path / f"talk-{version % 3}.txt"
        path.write_text(speech(path.name, version))
        corpus.add([path])
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert seen


def test_a_reader_keeps_its_revision_while_others_write(make_corpus, tmp_path):
    corpus = make_corpus({"talk-0.txt": speech("talk-0.txt")})
    with corpus.store.reading() as view:
        before = (view.revision, view.document_ids())
        corpus.remove("talk-0.txt")
        assert (view.revision, view.document_ids()) == before
    assert corpus.documents() == []
