from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from faults_rights import reachable_folder, unprivileged
from faults_texts import check_hits, speech, stored_versions
from runs import Run
from tiny_encoder import TinyEncoder

from corpus import errors, limits
from qa import Corpus
from ui.cli import EXIT_CODES

COMMAND = Path(__file__).parents[1] / "support" / "faults_command.py"

#: What is wrong with a file: its name, its bytes (None: there is none), the refusal and what it tells to do.
BAD_FILES = [
    ("empty.txt", b"", errors.SourceEmptyError, "Check that the file was saved in full"),
    ("blank.md", b" \n\n\t\n", errors.SourceEmptyError, "Check that the file was saved in full"),
    ("picture.txt", bytes(range(256)) * 40, errors.SourceBinaryError, "Export its words"),
    ("nul.txt", b"The quay\0was empty.", errors.SourceBinaryError, "Export its words"),
    ("cafe.txt", "Das Café an der Mole war zu.".encode("cp1252"), errors.SourceEncodingError, "--encoding cp1252"),
    ("missing.txt", None, errors.SourceNotFoundError, "Check the path's spelling"),
    ("scan.xyz", b"words", errors.SourceFormatError, "Save it as"),
    ("huge.txt", b"a " * (limits.MAX_SOURCE_BYTES // 2 + 1), errors.SourceTooLargeError, "Split it"),
]  # fmt: skip


def _process(*arguments, prefix=(), **options):
    """Run the command in a process of its own, as another user or in another terminal."""
    command = [*prefix, sys.executable, str(COMMAND), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)
    return Run(done.returncode, done.stdout, done.stderr)


def _one_line(done, kind):
    """Return the one line on standard error of a command that was refused for ``kind`` of reason."""
    assert (done.code, done.out) == (kind.exit_code, "")
    (line,) = done.err.splitlines()
    assert line.startswith("onrecord: ")
    return line


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({"talk.txt": speech("talk.txt")})


def _good(tmp_path, name="good.txt"):
    (tmp_path / name).write_text(speech(name, 3), encoding="utf-8")
    return tmp_path / name


@pytest.mark.parametrize(("name", "data", "kind", "remedy"), BAD_FILES, ids=[b[0] for b in BAD_FILES])
def test_a_bad_file_is_one_line_and_the_others_go_in(corpus, tmp_path, name, data, kind, remedy, onrecord):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = onrecord("add", tmp_path / name, _good(tmp_path), "--corpus", corpus.folder)
    (line,) = [x for x in done.err.splitlines() if x.startswith("onrecord: refused")]
    assert name in line
    assert remedy in line
    assert done.code == kind.exit_code, done.err
    assert stored_versions(corpus) == {"talk.txt": 0, "good.txt": 3}
    assert check_hits(corpus) > 0


def test_several_kinds_of_bad_files_have_an_exit_code_of_their_own(corpus, tmp_path, onrecord):
    (tmp_path / "empty.txt").touch()
    done = onrecord(
        "add", tmp_path / "empty.txt", tmp_path / "gone.txt", _good(tmp_path), "--corpus", corpus.folder
    )
    assert done.code == errors.SeveralSourcesError.exit_code
    assert done.err.count("onrecord: refused") == 2
    assert set(stored_versions(corpus)) == {"talk.txt", "good.txt"}


def test_a_question_of_fifty_megabytes_is_refused_for_its_length(corpus, onrecord):
    done = onrecord("ask", "-", "--corpus", corpus.folder, stdin="berth " * 8_000_000)
    line = _one_line(done, errors.QuestionTooLongError)
    assert "at most 2,000" in line
    assert "Ask in fewer words" in line


def test_a_missing_corpus_is_named_with_the_command_that_makes_one(tmp_path, onrecord):
    line = _one_line(onrecord("ask", "Which berth?", "--corpus", tmp_path / "none"), errors.CorpusNotFoundError)
    assert f"no corpus in {tmp_path / 'none'}" in line
    assert "onrecord add" in line
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told_to_wait_and_nothing_is_lost(corpus, tmp_path):
    with corpus.store.writing():
        done = _process("add", _good(tmp_path), "--corpus", corpus.folder)
    assert "another process is writing" in _one_line(done, errors.CorpusBusyError)
    assert stored_versions(corpus) == {"talk.txt": 0}
    assert _process("add", tmp_path / "good.txt", "--corpus", corpus.folder).code == 0


def test_a_damaged_store_is_named_and_not_overwritten(corpus, onrecord):
    path = corpus.folder / "corpus.sqlite"
    path.write_bytes(b"not a database at all" * 200)
    done = onrecord("list", "--corpus", corpus.folder)
    assert "backup" in _one_line(done, errors.CorpusDamagedError)
    assert path.read_bytes().startswith(b"not a database")


def test_a_bad_config_is_named_with_its_key(corpus, onrecord):
    (corpus.folder / "config.toml").write_text("modle = 'x'\n")
    assert "'modle'" in _one_line(onrecord("list", "--corpus", corpus.folder), errors.ConfigError)


def test_a_corpus_without_read_permission_is_refused_by_name():
    rights = unprivileged()
    with reachable_folder() as folder:
        Corpus(folder / "shut", create=True, encoder=TinyEncoder())
        (folder / "shut").chmod(0o000)
        done = _process("list", "--corpus", folder / "shut", prefix=rights)
    assert f"no permission to use the corpus folder {folder / 'shut'}" in _one_line(
        done, errors.CorpusForbiddenError
    )


@pytest.mark.parametrize("shut", ["shut.txt", "."])
def test_a_source_without_read_permission_is_one_line_and_the_others_go_in(shut):
    rights = unprivileged()
    with reachable_folder() as folder:
        (folder / "shut").mkdir()
        target = _good(folder / "shut", "shut.txt").parent / shut
        target.chmod(0o000)
        (folder / "corpus").mkdir()
        (folder / "corpus").chmod(0o777)
        done = _process("add", target, _good(folder), "--corpus", folder / "corpus", prefix=rights)
        (line,) = [x for x in done.err.splitlines() if x.startswith("onrecord: refused")]
        assert "no permission to read" in line
        assert done.code == errors.SourceForbiddenError.exit_code
        assert set(stored_versions(Corpus(folder / "corpus"))) == {"good.txt"}


def test_what_a_killed_writer_left_in_its_log_is_shown_or_refused_but_never_passed_over():
    rights = unprivileged()
    with reachable_folder() as folder:
        corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
        with corpus.store.reading():  # keeps the log from being emptied
            corpus.put([_good(folder)])
            shutil.copytree(corpus.folder, folder / "copy")
        (folder / "copy").chmod(0o555)
        done = _process("list", "--corpus", folder / "copy", prefix=rights)
        assert "good.txt" in done.out or done.code == errors.CorpusForbiddenError.exit_code


def test_every_refusal_has_a_documented_exit_code():
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.OnRecordError)]
    documented = {
        int(part.split()[0]) for part in EXIT_CODES.removeprefix("Exit codes: ").replace("\n", " ").split(";")
    }
    assert {k.exit_code for k in kinds} <= documented


def test_a_terminal_in_plain_ascii_is_no_obstacle(corpus):
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = _process("ask", "Which berth opens at the harbour?", "--corpus", corpus.folder, env=plain)
    assert done.code in {0, 1}
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words", [[b"caf\xe9"], ["berth", "--speaker", b"caf\xe9"], ["berth", "--source", b"caf\xe9"]]
)
def test_bytes_that_are_no_text_on_the_command_line_are_no_traceback(corpus, words):
    command = [sys.executable, str(COMMAND), "ask", *words, "--corpus", str(corpus.folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()


def test_a_question_on_standard_input_that_is_no_text_is_no_traceback(corpus):
    command = [sys.executable, str(COMMAND), "ask", "-", "--corpus", str(corpus.folder)]
    done = subprocess.run(command, input=b"caf\xe9 berth", capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
