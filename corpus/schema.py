"""The store's tables, and how a connection is set up so that what is committed stays."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from corpus import limits

if TYPE_CHECKING:
    from pathlib import Path

#: SQLite's own marks in the file's header: whose file it is, and the layout of its tables.
APPLICATION_ID = 0x4F4E5243  # "ONRC"
SCHEMA_VERSION = 5

#: The tables of what the user says. A correction is bound to a source and not to a document, so that it stays when
#: the text there changes, or is removed and added again; of a document's several sources the latest word counts.
_GIVEN = """
CREATE TABLE corrections (
    source TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, revision INTEGER NOT NULL,
    PRIMARY KEY (source, field)
) WITHOUT ROWID;
CREATE TABLE merges (name TEXT PRIMARY KEY, speaker TEXT NOT NULL) WITHOUT ROWID;
"""
#: What is kept of the files themselves, so that an unchanged one is not read again and a folder is kept in step;
#: and what files of metadata say of others: by the file and not by its document, whatever its text becomes.
_FILES = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, source TEXT NOT NULL, disk TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, seen_ns INTEGER NOT NULL, sha256 TEXT NOT NULL,
    reader TEXT NOT NULL, options TEXT NOT NULL, singly INTEGER NOT NULL, documents INTEGER NOT NULL,
    passages INTEGER NOT NULL, speakers INTEGER NOT NULL, unattributed INTEGER NOT NULL, refusal TEXT
) WITHOUT ROWID;
CREATE INDEX files_by_content ON files (size, sha256);
CREATE INDEX files_by_source ON files (source);
CREATE TABLE folders (folder TEXT PRIMARY KEY, identity TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE given (
    file TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, origin TEXT NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (file, field, origin)
) WITHOUT ROWID;
"""
#: What a reader said of a file beside its documents, so that it is told also when the file is not read again.
_TOLD = """
ALTER TABLE files ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE files ADD COLUMN columns TEXT NOT NULL DEFAULT '';
"""
#: What brings a store of an older layout to the next one, in one transaction. What the first did not hold comes
#: when a document is next added, because the reader's version has changed as well.
UPGRADES = {
    1: "ALTER TABLE utterances ADD COLUMN probably TEXT; ALTER TABLE utterances ADD COLUMN said TEXT;"
    " ALTER TABLE utterances ADD COLUMN grounds TEXT;",
    2: _GIVEN,
    3: _FILES,
    4: _TOLD,
}

_READ = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('revision', '0');
CREATE TABLE documents (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reader TEXT NOT NULL, text TEXT NOT NULL, citation TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE TABLE sources (
    source TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE
);
CREATE INDEX sources_by_document ON sources (document_id);
-- The words of a passage are a slice of its document's text and are stored there only, so the two cannot differ.
CREATE TABLE passages (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, paragraph INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sha256 TEXT NOT NULL, kind TEXT NOT NULL, section TEXT, page TEXT, time REAL, notes TEXT NOT NULL,
    UNIQUE (document_id, ordinal)
);
CREATE TABLE asides (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT
);
CREATE INDEX asides_by_document ON asides (document_id);
CREATE TABLE utterances (
    passage_id TEXT NOT NULL REFERENCES passages ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
    speaker TEXT, as_printed TEXT, role TEXT, cue TEXT, confidence REAL NOT NULL,
    probably TEXT, said TEXT, grounds TEXT
);
CREATE INDEX utterances_by_passage ON utterances (passage_id);
CREATE INDEX utterances_by_speaker ON utterances (speaker);
"""
TABLES = _READ + _GIVEN + _FILES + _TOLD


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the store's file; without ``write`` nothing in it can be changed through this connection.

    WAL with ``synchronous=FULL`` flushes each commit to the disk before it returns.
    """
    connection = _open(path, "mode=rw") if write else _open_reader(path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _open_reader(path: Path) -> sqlite3.Connection:
    """Open for reading, also where the companions of a WAL file cannot be made: a shut folder, a full disk.

    SQLite then reads the file by itself, which is right only while the log holds nothing.
    """
    if not os.access(path.parent, os.W_OK) and _log_is_empty(path):
        return _open(path, "mode=ro&immutable=1")
    connection = _open(path, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as fault:
        connection.close()
        if not getattr(fault, "sqlite_errorname", "").startswith("SQLITE_IOERR") or not _log_is_empty(path):
            raise
        return _open(path, "mode=ro&immutable=1")
    return connection


def _open(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}",
        uri=True,
        timeout=limits.SQLITE_BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )


def _log_is_empty(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or log.stat().st_size == 0
