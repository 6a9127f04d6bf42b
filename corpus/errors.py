"""Every way On Record refuses, drawn once.

    OnRecordError
    ├── UsageError                    2  a question or filter that cannot be read
    ├── CorpusError
    │   ├── CorpusNotFoundError       3  no corpus at that path
    │   ├── CorpusBusyError           4  another process is writing
    │   ├── CorpusForbiddenError      5  the folder cannot be read or written
    │   ├── CorpusDamagedError        6  SQLite, or the text it holds, is broken
    │   └── ConfigError               7  config.toml says something we cannot follow
    ├── DiskFullError                 8  no room left
    ├── DiskFaultError                9  the disk failed to read, write or flush
    ├── SourceError                      (one file; the others of the same run go on)
    │   ├── SourceNotFoundError      10
    │   ├── SourceForbiddenError     11
    │   ├── SourceEmptyError         12
    │   ├── SourceBinaryError        13
    │   ├── SourceEncodingError      14
    │   ├── SourceTooLargeError      15
    │   ├── SourceFormatError        16
    │   ├── SourceTooSlowError       17  reading it took more time or memory than a file may
    │   └── SeveralSourcesError      19  refusals of more than one kind in one run
    ├── QuestionTooLongError         20
    ├── IndexFaultError                  (derived data: the remedy is a rebuild)
    │   ├── IndexDamagedError        21
    │   └── IndexForeignError        22
    ├── ModelError
    │   ├── ModelNotFoundError       23
    │   ├── ModelDamagedError        24
    │   └── ModelUnsafeError         25
    └── PortTakenError               26

The number is the exit code of the ``onrecord`` command. 0 means answered and 1 means that nothing in the
corpus answers; neither is an error.
"""

from __future__ import annotations

import unicodedata
from typing import ClassVar


def printable(text: object, limit: int = 200) -> str:
    """Return ``text`` on one line, at most ``limit`` characters, fit for a terminal.

    File names and document text may hold newlines, escape sequences or text-direction overrides; in an
    error message these would let a document write on the reader's screen.
    """
    cut = str(text)[: limit + 1]
    shown = "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else "\ufffd" for c in cut)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


class OnRecordError(Exception):
    """Something was refused: says what was found, what was expected, and what to do.

    Attributes:
        found: the fact, with the value in it.
        expected: what would have been right.
        action: what the reader of the message can do next.
        exit_code: the command's exit status for this kind of refusal.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, found: str, *, expected: str, action: str) -> None:
        self.found, self.expected, self.action = found, expected, action
        super().__init__(f"{found}; expected {expected}. {action}")

    def __reduce__(self) -> tuple[object, ...]:
        # The default would call the class with one argument; errors cross process borders.
        return _revive, (type(self), self.found, self.expected, self.action)


def _revive(kind: type[OnRecordError], found: str, expected: str, action: str) -> OnRecordError:
    return kind(found, expected=expected, action=action)


class UsageError(OnRecordError):
    """A question, filter or argument that cannot be read."""

    exit_code = 2


class CorpusError(OnRecordError):
    """The corpus as a whole cannot be used."""


class CorpusNotFoundError(CorpusError):
    """There is no corpus at the path given."""

    exit_code = 3


class CorpusBusyError(CorpusError):
    """Another process holds the writer's lock."""

    exit_code = 4


class CorpusForbiddenError(CorpusError):
    """The operating system refuses access to the corpus folder."""

    exit_code = 5


class CorpusDamagedError(CorpusError):
    """The store, the single source of truth, does not check out."""

    exit_code = 6


class ConfigError(CorpusError):
    """``config.toml`` cannot be followed."""

    exit_code = 7


class DiskFullError(OnRecordError):
    """A write found no room."""

    exit_code = 8


class DiskFaultError(OnRecordError):
    """The disk failed to read, write or flush."""

    exit_code = 9


class SourceError(OnRecordError):
    """One source cannot be read into a document."""


class SourceNotFoundError(SourceError):
    """Nothing at the path."""

    exit_code = 10


class SourceForbiddenError(SourceError):
    """The operating system refuses to let us read it."""

    exit_code = 11


class SourceEmptyError(SourceError):
    """No words in it."""

    exit_code = 12


class SourceBinaryError(SourceError):
    """Not text."""

    exit_code = 13


class SourceEncodingError(SourceError):
    """Text in an encoding that was neither declared nor UTF-8."""

    exit_code = 14


class SourceTooLargeError(SourceError):
    """More than ``corpus.limits`` admits."""

    exit_code = 15


class SourceFormatError(SourceError):
    """A format that is not read, or a file that breaks its format's rules."""

    exit_code = 16


class SourceTooSlowError(SourceError):
    """Reading it took longer than ``corpus.limits`` admits, or more memory."""

    exit_code = 17


class SeveralSourcesError(SourceError):
    """One run met refusals of more than one kind."""

    exit_code = 19


class QuestionTooLongError(OnRecordError):
    """The question exceeds ``corpus.limits.MAX_QUESTION_CHARS``."""

    exit_code = 20


class IndexFaultError(OnRecordError):
    """A derived index cannot be trusted; rebuilding from the store is the remedy."""

    exit_code = 21


class IndexDamagedError(IndexFaultError):
    """The index on disk is not what was written."""

    exit_code = 21


class IndexForeignError(IndexFaultError):
    """The index was built with another model or format."""

    exit_code = 22


class ModelError(OnRecordError):
    """The embedding model cannot be used."""

    exit_code = 23


class ModelNotFoundError(ModelError):
    """No model under that name or path."""

    exit_code = 23


class ModelDamagedError(ModelError):
    """The model's files are not the ones published."""

    exit_code = 24


class ModelUnsafeError(ModelError):
    """Loading the model would run code from its files."""

    exit_code = 25


class PortTakenError(OnRecordError):
    """The web page's port is in use."""

    exit_code = 26
