from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import errors, limits
from corpus.readers import sandbox
from corpus.readers.build import read_here
from corpus.readers.sandbox import Reader, read_source
from corpus.readers.wire import OUT_OF_MEMORY

WORDS = "The Harbour\n\n“The ferry is late,” said Jane Roe on 3 May 2014.[1]\n\nNine boats lay.\n\n[1] The log.\n"


@pytest.fixture
def write(tmp_path):
    def make(name, text=WORDS):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return make


@pytest.fixture
def reader():
    made = Reader()
    yield made
    made.close()


def _stand_in(monkeypatch, code):
    """Let the reading process run other code than ours, once it has said that it is ready."""
    ready = "import os, sys; f = b'{\"ready\": true}'; os.write(1, len(f).to_bytes(8, 'big') + f); "
    real = sandbox.subprocess.Popen
    monkeypatch.setattr(
        sandbox.subprocess, "Popen", lambda words, **more: real([*words[:-1], f"{ready}{code}"], **more)
    )


def test_what_comes_out_of_the_other_process_is_what_the_reader_read(write):
    path = write("a.txt")
    assert read_source(path) == read_here(path).documents[0]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\n.“”"), min_size=1, max_size=200)
)
def test_any_text_comes_out_as_it_was_read(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "a.md"
    path.write_text(f"{text}\n\nThe ferry is late.", encoding="utf-8", newline="")
    try:
        expected = read_here(path).documents[0]
    except errors.SourceError as fault:
        with pytest.raises(type(fault)):
            read_source(path)
    else:
        assert read_source(path) == expected


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [("a.xyz", "x", errors.SourceFormatError), ("a.txt", "...", errors.SourceEmptyError)],
)
def test_a_refusal_comes_out_word_for_word(write, name, text, kind):
    path = write(name, text)
    with pytest.raises(kind) as here:
        read_here(path)
    with pytest.raises(kind) as there:
        read_source(path)
    assert str(there.value) == str(here.value)


def test_one_process_reads_file_after_file(reader, write):
    reader.read(write("a.txt"))
    first = reader._process.pid
    reader.read(write("b.txt"))
    assert reader._process.pid == first


def test_a_relative_path_is_one_of_this_process(reader, write, monkeypatch):
    path = write("a.txt")
    reader.read(path)
    (path.parent / "below").mkdir()
    other = write("below/b.txt")
    monkeypatch.chdir(other.parent)
    assert reader.read(other.relative_to(other.parent)).documents[0].source == str(other)


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(reader, write, monkeypatch):
    monkeypatch.setattr(limits, "PARSE_TIME_S", 0.3)
    with monkeypatch.context() as patch:
        _stand_in(patch, "import time; time.sleep(60)")
        begun = time.monotonic()
        with pytest.raises(errors.SourceTooSlowError, match=r"a\.txt took more than 0 seconds"):
            reader.read(write("a.txt"))
        assert time.monotonic() - begun < 30
    monkeypatch.setattr(limits, "PARSE_TIME_S", 30.0)
    assert reader.read(write("b.txt")).documents[0].passages


def _reading(monkeypatch, code):
    """Let the reading process be ours, with ``code`` for how it gets a file's bytes; ``real`` gets them."""
    root = str(Path(sandbox.corpus.__file__).parents[1])
    words = (
        f"import sys, time; sys.path.insert(0, {root!r})\n"
        "import corpus.readers.child as child, corpus.readers.formats as formats\n"
        f"real = formats.read_bytes\ndef read(path):\n    {code}\nformats.read_bytes = read\nchild.main()"
    )
    real = sandbox.subprocess.Popen
    monkeypatch.setattr(sandbox.subprocess, "Popen", lambda old, **more: real([*old[:-1], words], **more))


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="this system bounds no process's time")
def test_a_file_on_which_the_reader_turns_for_ever_is_ended_by_its_time_on_the_processor(
    reader, write, monkeypatch
):
    monkeypatch.setattr(limits, "PARSE_TIME_S", 0.3)
    monkeypatch.setattr(limits, "READER_CLOCK_S", 1_000.0)
    with monkeypatch.context() as patch:
        _reading(patch, "while True: pass")
        with pytest.raises(errors.SourceTooSlowError, match=r"a\.txt took more than 0 seconds"):
            reader.read(write("a.txt"))
    monkeypatch.setattr(limits, "PARSE_TIME_S", 30.0)
    assert reader.read(write("b.txt")).documents[0].passages


def test_a_file_is_not_charged_for_the_time_of_others(reader, write, monkeypatch):
    monkeypatch.setattr(limits, "PARSE_TIME_S", 0.5)
    monkeypatch.setattr(limits, "READER_CLOCK_S", 100.0)
    _reading(monkeypatch, "time.sleep(1.5); return real(path)")
    assert reader.read(write("a.txt")).documents[0].text == WORDS


def test_each_file_has_the_whole_time_for_itself(reader, write, monkeypatch):
    monkeypatch.setattr(limits, "PARSE_TIME_S", 0.5)
    monkeypatch.setattr(limits, "READER_CLOCK_S", 100.0)
    _reading(
        monkeypatch,
        "end = time.process_time() + 0.2\n    while time.process_time() < end: pass\n    return real(path)",
    )
    for number in range(6):
        assert reader.read(write(f"{number}.txt")).documents[0].text == WORDS


def test_a_file_has_time_by_its_paragraphs_and_characters(reader, write, monkeypatch):
    asked, real = [], sandbox.attribute_time
    monkeypatch.setattr(sandbox, "attribute_time", lambda *size: asked.append(size) or real(*size))
    (document,) = reader.read(write("a.txt", "The ferry is late and the tide is out. " * 1_000)).documents
    assert asked == [(1, len(document.text))]
    assert real(1, 38_999) < real(2, 38_999) < real(2, 2_000_000)


def test_what_is_hostile_to_one_part_of_reading_alone_is_refused_in_ten_seconds_of_the_processor(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 30_000)
    assert sandbox._parse_time(path) < 10
    assert sandbox.attribute_time(300, 30_000) < 10


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(reader, write, monkeypatch):
    with monkeypatch.context() as patch:
        _stand_in(patch, f"os._exit({OUT_OF_MEMORY})")
        with pytest.raises(errors.SourceTooSlowError, match="MB of memory"):
            reader.read(write("a.txt"))
    assert reader.read(write("b.txt")).documents[0].passages


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system bounds no process's memory")
def test_the_process_may_not_have_more_memory_than_it_is_given(tmp_path):
    code = (
        "from corpus.readers import child; child.confine(); child.bound_memory();"
        f"x = bytearray({limits.READER_MEMORY_BYTES})"
    )
    done = sandbox.subprocess.run(
        [sandbox.sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "MemoryError" in done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system bounds no file's size")
def test_the_process_may_not_write_a_file(tmp_path):
    path = str(tmp_path / "x")
    code = f"from corpus.readers import child; child.confine(); open({path!r}, 'w', buffering=1).write('x\\n')"
    done = sandbox.subprocess.run(
        [sandbox.sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert not (tmp_path / "x").read_bytes()


def test_a_file_that_breaks_the_process_is_refused_and_the_next_is_read(reader, write, monkeypatch):
    with monkeypatch.context() as patch:
        _stand_in(patch, "sys.exit(3)")
        with pytest.raises(errors.SourceFormatError, match=r"broke the reader \(it ended with 3\)"):
            reader.read(write("a.txt"))
    assert reader.read(write("b.txt")).documents[0].passages


def test_what_reads_as_more_than_is_taken_is_refused(reader, write, monkeypatch):
    monkeypatch.setattr(limits, "MAX_READER_OUTPUT_BYTES", 20)
    with pytest.raises(errors.SourceTooLargeError, match=r"reads as [\d,]+ bytes"):
        reader.read(write("a.txt"))


def test_a_process_killed_between_two_files_is_started_anew(reader, write):
    reader.read(write("a.txt"))
    os.kill(reader._process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    reader._process.wait()
    assert reader.read(write("b.txt")).documents[0].passages


def test_threads_take_turns(reader, write):
    paths = [write(f"{n}.txt", f"{WORDS}\n\nFile number {n} ends here.") for n in range(8)]
    found = {}
    threads = [
        threading.Thread(target=lambda p=p: found.update({p: reader.read(p).documents[0].text})) for p in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {path: path.read_text(encoding="utf-8") for path in paths}


def test_the_process_ends_with_the_one_that_started_it(write):
    code = (
        "import os; from pathlib import Path; from corpus.readers import sandbox;"
        f"sandbox.read_source(Path({str(write('a.txt'))!r})); print(sandbox._READER._process.pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    out = sandbox.subprocess.run([sandbox.sys.executable, "-c", code], capture_output=True, text=True, check=False)
    child = int(out.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{child}/stat").exists() and "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]:
            return  # over, and only not yet counted out
        time.sleep(0.1)
    pytest.fail("the reading process outlived the one that started it")
