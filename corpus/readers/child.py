"""A reader's process: takes paths on its standard input, hands documents back, and is confined to limits.

A request is a line of JSON. What comes back are frames of a length (8 bytes, big-endian) and so many bytes of
JSON: ``{"ready": true}`` once, then for each file ``{"blocks": n, "characters": m}`` when its format is read, and
its documents or a refusal.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from corpus import limits
from corpus.errors import OnRecordError
from corpus.readers.build import read_here
from corpus.readers.confined import confine_calls
from corpus.readers.formats import Options
from corpus.readers.wire import OUT_OF_MEMORY, attribute_time, contents_form, encoded, refusal_form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from corpus.blocks import Page

_MOST_FILES: Final = 64


def main() -> NoReturn:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not get between the frames.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    confine()
    confine_calls()
    _send(answers, encoded({"ready": True}))
    for line in sys.stdin.buffer:
        answer(json.loads(line), answers)
    raise SystemExit(0)


def confine() -> None:
    """Bound what this process may take, where the system can; on Windows only its parent's clock does."""
    # Ctrl-C is for the parent, which ends this process in its own way.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError):  # no Windows has it
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGPROF})
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on every system

        bounds = {
            "RLIMIT_FSIZE": 0,
            "RLIMIT_CORE": 0,
            "RLIMIT_NOFILE": _MOST_FILES,
        }
        for name, bound in bounds.items():
            with contextlib.suppress(ValueError, OSError, AttributeError):  # stricter already, or unknown here
                resource.setrlimit(getattr(resource, name), (bound, bound))


def bound_time(seconds: float) -> None:
    """End this process when it has used the processor for so long from now on; 0 for no bound."""
    with contextlib.suppress(AttributeError):  # no Windows has it
        signal.setitimer(signal.ITIMER_PROF, seconds)


def bound_memory(characters: int = 0) -> None:
    """Bound the memory that the process may ask for from now on; words in which to look for speakers need more."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource  # noqa: PLC0415 - not on every system

        bound = limits.READER_MEMORY_BYTES + limits.ATTRIBUTE_CHAR_BYTES * characters
        most = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def answer(request: dict[str, Any], answers: BinaryIO) -> None:
    """Read one file and hand back what came of it."""
    os.chdir(request["folder"])
    bound_memory()
    bound_time(request["parse_s"])

    def parsed(pages: Sequence[Page]) -> None:
        blocks, characters = sum(len(page.blocks) for page in pages), sum(len(page.text) for page in pages)
        bound_memory(characters)
        bound_time(attribute_time(blocks, characters))
        _send(answers, encoded({"blocks": blocks, "characters": characters}))

    try:
        found = read_here(Path(request["path"]), Options(**request["options"]), parsed=parsed)
        form = encoded(contents_form(found))
    except OnRecordError as fault:
        form = encoded({"refusal": refusal_form(fault)})
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # with no memory left, nothing more can be relied on
    bound_time(0)
    _send(answers, form)


def _send(answers: BinaryIO, form: bytes) -> None:
    answers.write(len(form).to_bytes(8, "big") + form)
    answers.flush()
