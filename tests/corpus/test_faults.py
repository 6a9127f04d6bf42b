from __future__ import annotations

import sqlite3

import pytest

from corpus import errors
from corpus.faults import busy, damaged, is_of_disk, store_faults


def fault(name):
    error = sqlite3.OperationalError("tide")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", errors.DiskFullError),
        ("SQLITE_IOERR_SHMSIZE", errors.DiskFullError),
        ("SQLITE_IOERR_WRITE", errors.DiskFaultError),
        ("SQLITE_IOERR_FSYNC", errors.DiskFaultError),
        ("SQLITE_IOERR_READ", errors.DiskFaultError),
        ("SQLITE_READONLY", errors.CorpusForbiddenError),
        ("SQLITE_READONLY_DIRECTORY", errors.CorpusForbiddenError),
        ("SQLITE_CANTOPEN", errors.CorpusForbiddenError),
        ("SQLITE_BUSY", errors.CorpusBusyError),
        ("SQLITE_BUSY_SNAPSHOT", errors.CorpusBusyError),
        ("SQLITE_LOCKED", errors.CorpusBusyError),
        ("SQLITE_CORRUPT", errors.CorpusDamagedError),
        ("SQLITE_NOTADB", errors.CorpusDamagedError),
        (None, errors.CorpusDamagedError),
    ],
)
def test_every_fault_of_sqlite_gets_a_name_and_keeps_its_cause(tmp_path, name, kind):
    with pytest.raises(kind) as caught, store_faults(tmp_path):
        raise fault(name)
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_what_is_no_fault_of_the_store_passes_through(tmp_path):
    with pytest.raises(KeyError), store_faults(tmp_path):
        raise KeyError("tide")


def test_our_own_errors_pass_through_unchanged(tmp_path):
    own = errors.UsageError("found", expected="expected", action="Act.")
    with pytest.raises(errors.UsageError) as caught, store_faults(tmp_path):
        raise own
    assert caught.value is own


def test_a_busy_corpus_says_that_nothing_was_lost(tmp_path):
    assert "nothing was lost" in busy(tmp_path).action
    assert str(tmp_path) in busy(tmp_path).found


def test_a_damaged_corpus_says_what_is_wrong_and_both_ways_out(tmp_path):
    fault = damaged(tmp_path, "page 7 is torn")
    assert "page 7 is torn" in fault.found
    assert "backup" in fault.action
    assert "--corpus" in fault.action


@pytest.mark.parametrize(
    ("name", "of_disk"),
    [("SQLITE_FULL", True), ("SQLITE_IOERR_WRITE", True), ("SQLITE_CORRUPT", False), (None, False)],
)
def test_a_fault_of_the_disk_is_told_from_one_of_what_stands_on_it(name, of_disk):
    assert is_of_disk(fault(name)) is of_disk


def test_a_disk_that_fails_says_what_to_look_at(tmp_path):
    with pytest.raises(errors.DiskFaultError, match="room, quota and health"), store_faults(tmp_path):
        raise fault("SQLITE_IOERR_WRITE")
