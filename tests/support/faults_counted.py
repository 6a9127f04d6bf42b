"""Making the Nth write, flush or rename fail, one N after the other, and writing down in which order they come."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

#: The calls by which ``corpus.durable`` changes a disk.
CALLS = ((os, "write"), (os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "mkdir"))


class Nth:
    """Counts calls of these kinds, and fails the one with a number."""

    def __init__(self, number, errno):
        self.number, self.errno, self.count = number, errno, 0

    @property
    def hit(self):
        return self.count > self.number

    def wrapped(self, call):
        def counted(*args, **kwargs):
            self.count += 1
            if self.count - 1 == self.number:
                raise OSError(self.errno, os.strerror(self.errno))
            return call(*args, **kwargs)

        return counted


@contextlib.contextmanager
def failing(monkeypatch, number, errno):
    """Make the call with this number fail, counted from 0 over all kinds."""
    nth = Nth(number, errno)
    with monkeypatch.context() as patch:
        for owner, name in CALLS:
            patch.setattr(owner, name, nth.wrapped(getattr(owner, name)))
        yield nth


@contextlib.contextmanager
def traced(monkeypatch):
    """Write down what is done to which file: ``(write, path)``, ``(fsync, path)``, ``(rename, from, to)``."""
    steps, opened = [], {}
    real_open, real_write, real_fsync = os.open, os.write, os.fsync

    def note_open(path, *how, **more):
        handle = real_open(path, *how, **more)
        opened[handle] = str(path)
        return handle

    def note_write(handle, data):
        steps.append(("write", opened.get(handle, "")))
        return real_write(handle, data)

    def note_fsync(handle):
        real_fsync(handle)
        steps.append(("fsync", opened.get(handle, "")))

    def note_rename(real):
        def rename(source, target):
            done = real(source, target)
            steps.append(("rename", str(source), str(target)))
            return done

        return rename

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", note_open)
        patch.setattr(os, "write", note_write)
        patch.setattr(os, "fsync", note_fsync)
        patch.setattr(Path, "replace", note_rename(Path.replace))
        patch.setattr(Path, "rename", note_rename(Path.rename))
        yield steps


def is_in_order(steps, renamed):
    """Whether all in ``renamed`` was written, flushed, renamed, and then its folder flushed, in this order."""
    at = next(n for n, step in enumerate(steps) if step[0] == "rename" and step[1] == renamed)
    target = Path(steps[at][2])
    inside = {step[1] for step in steps if step[0] == "write" and _is_in(step[1], renamed)}
    for path in inside:
        last = max(n for n, step in enumerate(steps) if step == ("write", path))
        if ("fsync", path) not in steps[last:at]:
            return False
    return bool(inside) and ("fsync", str(target.parent)) in steps[at:]


def _is_in(path, folder):
    return path == folder or path.startswith(folder + os.sep)
