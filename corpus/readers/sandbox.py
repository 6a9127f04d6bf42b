"""Readers are not trusted: each file is read by another process with bounds on time, memory and output.

One such process serves file after file, because starting one takes longer than reading most files. It is
ended, and the next file gets a new one, when a file has broken its bounds. Time is the processor's, which the
process itself is held to; the clock is looked at here, and more patiently, because other programs take theirs.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import corpus
from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError, SourceTooSlowError, printable
from corpus.readers.formats import AS_FOUND, OF_TEXT, Options
from corpus.readers.suffixes import SUFFIXES
from corpus.readers.wire import OUT_OF_MEMORY, attribute_time, contents_from, refusal_from

if TYPE_CHECKING:
    from corpus.model import Document
    from corpus.readers.formats import Contents

_HEADER: Final = 8
_CHUNK: Final = 1 << 20
#: Starting: importing the readers and their weights, in seconds, before the first file's own time counts.
_START_S: Final = 60.0
_KILLED: Final = -9
#: What a process is ended by whose time is over (``corpus.readers.child.bound_time``); not known on Windows.
_OVERTIME: Final = -getattr(signal, "SIGPROF", 0) or None


def read_file(path: Path, options: Options = AS_FOUND) -> Contents:
    """Read one file into its documents; most files are one.

    Args:
        path: a file of a format that is read (``corpus.readers.SUFFIXES``).
        options: what the user says of the file.

    Raises:
        SourceError: one of its kinds, see ``corpus.errors``; nothing is half read.
    """
    return _READER.read(Path(path), options)


def read_source(path: Path, *, encoding: str | None = None) -> Document:
    """Read a file that is one document; of several, as a table holds, the first.

    Args:
        path: a file of a format that is read (``corpus.readers.SUFFIXES``).
        encoding: the name of a text's encoding; None for UTF-8, or UTF-16 with its mark.

    Raises:
        SourceError: one of its kinds, see ``corpus.errors``; nothing is half read.
    """
    return read_file(path, Options(encoding)).documents[0]


class Reader:
    """A reading process, started when it is first needed. Threads take turns at it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, path: Path, options: Options = AS_FOUND) -> Contents:
        """Read one file; see ``read_file``."""
        with self._lock:
            before = self._process
            process = self._started()
            try:
                form = _Asked(process, path, fresh=process is not before).answer(options)
            except BaseException:
                self.close()
                raise
        if "refusal" in form:
            raise refusal_from(form["refusal"])
        return contents_from(form)

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None or self._owner != os.getpid():
            self.close()
            self._owner = os.getpid()
            self._process = _start()
        return self._process


class _Asked:
    """One file put before a reading process."""

    def __init__(self, process: subprocess.Popen[bytes], path: Path, *, fresh: bool) -> None:
        self._process, self._path, self._fresh = process, path, fresh
        self._held = b""
        self._time_s = 0.0

    def answer(self, options: Options) -> dict[str, Any]:
        """Return what came of the file: its documents, or a refusal."""
        if self._fresh:
            self._frame(_START_S, patience=1.0)
        parse_s = _parse_time(self._path)
        request = {"path": os.fspath(self._path), "folder": str(Path.cwd()), "options": asdict(options)}
        self._send(request | {"parse_s": parse_s})
        first = self._frame(parse_s)
        if "blocks" not in first:
            return first
        return self._frame(attribute_time(int(first["blocks"]), int(first["characters"])))

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it was started with one
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as fault:
            raise self._ended() from fault

    def _frame(self, time_s: float, *, patience: float | None = None) -> dict[str, Any]:
        """Return the next frame; it may take ``time_s`` of the processor, ``patience`` times that of the clock."""
        self._time_s = time_s
        deadline = time.monotonic() + time_s * (patience or limits.READER_CLOCK_S)
        size = int.from_bytes(self._bytes(_HEADER, deadline), "big")
        if size > limits.MAX_READER_OUTPUT_BYTES:
            raise SourceTooLargeError(
                f"{printable(self._path)} reads as {size:,} bytes",
                expected=f"at most {limits.MAX_READER_OUTPUT_BYTES:,}",
                action="Split it, a speech or chapter to a file, and add the parts.",
            )
        form: dict[str, Any] = json.loads(self._bytes(size, deadline))
        return form

    def _bytes(self, count: int, deadline: float) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 - it was started with one
        pieces, have = [self._held], len(self._held)
        with selectors.DefaultSelector() as ready:
            ready.register(self._process.stdout, selectors.EVENT_READ)
            while have < count:
                if not ready.select(max(0.0, deadline - time.monotonic())):
                    raise self._overtime()
                piece = os.read(self._process.stdout.fileno(), _CHUNK)
                if not piece:
                    raise self._ended()
                pieces.append(piece)
                have += len(piece)
        data = b"".join(pieces)
        self._held = data[count:]
        return data[:count]

    def _ended(self) -> SourceTooSlowError | SourceFormatError:
        """Return why the process is gone: its time or memory ran out, or the file broke it."""
        code = self._process.wait()
        if code == _OVERTIME:
            return self._overtime()
        if code in {OUT_OF_MEMORY, _KILLED}:
            return _too_slow(self._path, f"more than {limits.READER_MEMORY_BYTES // 1_000_000} MB of memory")
        return SourceFormatError(
            f"{printable(self._path)} broke the reader (it ended with {code})",
            expected="a file that can be read to its end",
            action="Report it with the file if you can, and add the others without it.",
        )

    def _overtime(self) -> SourceTooSlowError:
        return _too_slow(self._path, f"more than {self._time_s:.0f} seconds")


def _parse_time(path: Path) -> float:
    """Return in how many seconds of the processor a file must have been taken apart."""
    try:
        size = min(path.stat().st_size, limits.MAX_SOURCE_BYTES)
    except OSError:  # there is none: the process says so
        size = 0
    kind = SUFFIXES.get(path.suffix.lower())
    # A page of a PDF is packed too, but its letters are bounded, and finding their order takes its time.
    plain = kind in OF_TEXT or kind in {"pdf", "html", "mhtml"}
    return limits.PARSE_TIME_S + size * (limits.PARSE_TEXT_BYTE_S if plain else limits.PARSE_PACKED_BYTE_S)


def _too_slow(path: Path, what: str) -> SourceTooSlowError:
    return SourceTooSlowError(
        f"reading {printable(path)} took {what}",
        expected="a file of ordinary make",
        action="Open it in its own program, save its text as .txt, and add that file.",
    )


def _start() -> subprocess.Popen[bytes]:
    # By name and from the folder this package lies in: a Space runs from a folder that is no installation.
    root = str(Path(corpus.__file__).resolve().parent.parent)
    code = f"import sys; sys.path.insert(0, {root!r}); from corpus.readers.child import main; main()"
    return subprocess.Popen(  # noqa: S603 - this interpreter and our own words
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


_READER: Final = Reader()
atexit.register(_READER.close)
