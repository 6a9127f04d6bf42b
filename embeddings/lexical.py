"""Lexical search: SQLite's FTS5 with porter stemming and BM25, kept as the bytes of a database."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

#: Words so common that a match on them says nothing.
STOP_WORDS = frozenset(
    """a about after all also an and any are as at be because been before being but by can could did do does doing
    during each for from had has have having he her here him his how i if in into is it its just me more most my
    no not of on once only or other our out over own said same say says she should so some such than that the
    their them then there these they this those through to too under until up very was we were what when where
    which while who whom whose why will with would you your tell told according""".split()
)
#: As the index cuts words: combining marks belong to the letter before them.
_TOKEN = re.compile(r"[\w\u0300-\u0331]+")


def terms(text: str) -> list[str]:
    """Return the words of a text that can tell passages apart, lower case, each once, in order."""
    # The index folds letters itself; casefold() would make 'ss' of 'ß', which the index does not.
    words = dict.fromkeys(word.lower() for word in _TOKEN.findall(text))
    return [w for w in words if w not in STOP_WORDS] or list(words)


def build(texts: Sequence[str]) -> bytes:
    """Return a lexical index over ``texts``; its rows are their positions."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='porter unicode61')")
        connection.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", enumerate(texts))
        connection.commit()
        data = connection.serialize()
    connection.close()
    return data


class Lexical:
    """A lexical index in memory. Safe to search from several threads."""

    def __init__(self, data: bytes) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.deserialize(data)
        self._lock = threading.Lock()

    def search(self, question: str, limit: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Return ``(row, score)`` pairs, best first; a higher score is better.

        Args:
            question: any text; its words are looked up, with no query syntax.
            limit: most rows to return.
            allowed: the rows that may be returned; None for all.
        """
        words = terms(question)
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        among = "" if allowed is None else "AND rowid IN (SELECT value FROM json_each(?))"
        values = [query] if allowed is None else [query, json.dumps(sorted(allowed))]
        sql = (
            f"SELECT rowid, -bm25(words) AS score FROM words WHERE words MATCH ? {among}"
            " ORDER BY score DESC, rowid LIMIT ?"
        )
        with self._lock:
            return self._connection.execute(sql, [*values, limit]).fetchall()

    def document_counts(self, words: Sequence[str]) -> list[int]:
        """Return for each word in how many rows it stands."""
        sql = "SELECT count(*) FROM words WHERE words MATCH ?"
        with self._lock:
            return [self._connection.execute(sql, [f'"{word}"']).fetchone()[0] for word in words]

    def rows_with(self, word: str, among: Collection[int]) -> list[int]:
        """Return which of the rows ``among`` hold ``word``, by its stem."""
        sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (SELECT value FROM json_each(?))"
        with self._lock:
            return [row[0] for row in self._connection.execute(sql, [f'"{word}"', json.dumps(sorted(among))])]

    def close(self) -> None:
        """Free the memory; searches afterwards fail."""
        self._connection.close()
