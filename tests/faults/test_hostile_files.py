"""A hundred files with ten hostile ones among them: ninety are read, ten are reported, nothing else happens."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hostile_files import MORE, RAIN, TEN, hundred, looped_outline, write

from corpus import errors, limits
from corpus.readers.sandbox import Reader

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
RUN = Path(__file__).parents[1] / "support" / "hostile_run.py"
#: Most seconds of the processor, and memory, that a file may take until it is refused.
MOST_S, MOST_BYTES = 10.0, 512_000_000


@pytest.fixture(scope="module")
def reader():
    made = Reader()
    yield made
    made.close()


def _refused(reader, path):
    begun = time.monotonic()
    with pytest.raises(errors.SourceError) as fault:
        reader.read(path)
    assert "\n" not in str(fault.value)
    assert path.name in str(fault.value)
    # PDFium ends the process itself when it is given no more memory.
    assert path.suffix == ".pdf" or "broke the reader" not in str(fault.value)
    return fault.value, time.monotonic() - begun


def _run(folder, tmp_path):
    done = subprocess.run(
        [sys.executable, str(RUN), str(tmp_path / "corpus"), str(folder)],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_of_a_hundred_files_ninety_are_read_and_the_ten_hostile_ones_reported(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    hundred(folder)
    found = _run(folder, tmp_path)
    refused = [row for row in found["files"] if row["refusal"]]
    assert len(found["files"]) == 100
    assert sorted(row["file"].split("-")[-1] for row in refused) == sorted(TEN)
    assert all(row["passages"] for row in found["files"] if not row["refusal"])
    assert {row["refusal"] for row in refused} <= {kind.__name__ for kind in errors.SourceError.__subclasses__()}
    assert max(row["cpu_s"] for row in found["files"]) <= MOST_S
    assert found["peak_kb"] * 1024 <= MOST_BYTES
    for row in refused:
        print(f"{row['clock_s']:6.2f} s {row['cpu_s']:6.2f} s cpu  {row['message'][:150]}")
    print(f"peak of the reader: {found['peak_kb'] / 1024:.0f} MiB; {found['readers']} reader(s)")


@pytest.mark.parametrize("name", [*MORE])
def test_others_of_their_kinds_are_refused_by_name_and_the_next_file_is_read(reader, name, tmp_path):
    write(tmp_path / name, MORE[name]())
    _refused(reader, tmp_path / name)
    (tmp_path / "next.txt").write_text(RAIN, encoding="utf-8")
    assert reader.read(tmp_path / "next.txt").documents[0].passages[0].text == RAIN


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
@pytest.mark.parametrize("ending", [".txt", ".pdf", ".docx", ".csv"])
def test_what_never_ends_is_refused_before_it_is_opened(reader, make, ending, tmp_path):
    make(tmp_path / f"endless{ending}")
    fault, _ = _refused(reader, tmp_path / f"endless{ending}")
    assert "is neither a file nor a folder" in fault.found


def test_a_file_that_grows_while_it_is_read_has_an_end(reader, tmp_path):
    path, over = tmp_path / "growing.txt", threading.Event()

    def grow():
        with path.open("ab") as file:
            while not over.is_set() and file.tell() < 2 * limits.MAX_SOURCE_BYTES:
                file.write(b"The tide came in. " * 60_000)

    path.write_bytes(b"The tide came in. " * 10)
    thread = threading.Thread(target=grow)
    thread.start()
    try:
        # What stood there when it was looked at is read; or it is more than is read, or than there is time for.
        with contextlib.suppress(errors.SourceTooLargeError, errors.SourceTooSlowError):
            assert reader.read(path).documents[0].text.startswith("The tide came in. ")
    finally:
        over.set()
        thread.join()


def test_an_outline_without_end_keeps_nothing_from_being_read(reader, tmp_path):
    (tmp_path / "a.pdf").write_bytes(looped_outline())
    assert RAIN.split()[0] in reader.read(tmp_path / "a.pdf").documents[0].text
