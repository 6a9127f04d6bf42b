"""Backups taken apart and made by strangers, for the tests."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zipfile

from texts import document

ONE = document("It rained. “The quay will hold,” Oda Bern said on July 23, 2013. Tam Pell said that it might.")
TWO = document("“We shall see,” Mara Quell told the Lantern Post. “The tide decides.”\n\nNobody asked.", "two.txt")

FIRST_TABLES = {"meta", "documents", "sources", "passages", "asides", "utterances"}


def dump(path):
    """Return all rows of all tables."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return sorted(line for line in connection.iterdump() if line.startswith("INSERT"))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def members(file):
    with zipfile.ZipFile(file) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(path, files, how=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", how) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def remade(path, files, **told):
    """Write a backup in which all digests fit: a stranger can make these."""
    manifest = json.loads(files["manifest.json"]) | told
    others = {name: data for name, data in files.items() if name != "manifest.json"}
    manifest["files"] = {n: {"size": len(d), "sha256": hashlib.sha256(d).hexdigest()} for n, d in others.items()}
    return zipped(path, {"manifest.json": json.dumps(manifest), **others})


def changed_store(files, tmp_path, *statements):
    """Return the backup's files with statements carried out in its store."""
    path = tmp_path / "changed.sqlite"
    path.write_bytes(files["corpus.sqlite"])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.executescript(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return files | {"corpus.sqlite": path.read_bytes()}


def small_store(folder):
    """Return a store of two documents, a correction, a merge and settings."""
    from corpus.store import Store

    store = Store.create(folder)
    with store.writing() as writer:
        writer.put(ONE, "1")
        writer.put(TWO, "1")
        writer.correct(ONE.id, {"title": "The Quay"})
        writer.merge("Tam Pell", "Oda Bern")
    (folder / "config.toml").write_text('model = "elsewhere"\n', encoding="utf-8")
    return store
