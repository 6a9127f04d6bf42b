"""What a reader's process may not do: reach out, start programs, change files.

The bounds that the system keeps (``corpus.readers.child.confine``) are the wall. This is a belt: an audit hook
(PEP 578) sees what Python code asks for, and nothing that a library's own machine code does. It cannot be taken
off.
"""

from __future__ import annotations

import os
import sys
from typing import Final

#: Families of events, by what stands before the first dot.
_FAMILIES: Final = frozenset({
    "ftplib", "http", "imaplib", "nntplib", "poplib", "pty", "shutil", "smtplib", "socket", "subprocess", "syslog",
    "telnetlib", "tempfile", "urllib", "webbrowser", "winreg",
})  # fmt: skip
_EVENTS: Final = frozenset({
    "os.chflags", "os.chmod", "os.chown", "os.exec", "os.fork", "os.forkpty", "os.kill", "os.killpg", "os.link",
    "os.mkdir", "os.posix_spawn", "os.remove", "os.removexattr", "os.rename", "os.rmdir", "os.setxattr",
    "os.spawn", "os.startfile", "os.startfile/2", "os.symlink", "os.system", "os.truncate", "os.utime",
    "sqlite3.connect", "_winapi.CreateProcess",
})  # fmt: skip
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine_calls() -> None:
    """Refuse from now on, and for good, what no reader needs, in this process."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def refused(event: str, args: tuple[object, ...]) -> bool:
    """Return whether an audit event is one of what a reader may not do."""
    if event == "open":
        flags = args[2] if len(args) > 2 else 0  # noqa: PLR2004 - path, mode, flags
        return isinstance(flags, int) and bool(flags & _WRITING)
    return event in _EVENTS or event.partition(".")[0] in _FAMILIES


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if refused(event, args):
        raise PermissionError(f"a reader may not do this: {event}")
