from __future__ import annotations

import json

import pytest

PASSAGES = (
    {"id": "h-1", "text": "The ferry to the island leaves at noon on weekdays.", "title": "Harbour minutes",
     "speaker": "Oda Bern", "date": "2019-06-14"},
    {"id": "h-2", "text": "Dredging the outer channel would cost nine million crowns.", "title": "Harbour minutes",
     "speaker": "Warden Tolliver", "date": "2019-06-14"},
    {"id": "l-1", "text": "A library card is free for everybody under twenty.", "title": "Library guide",
     "url": "https://library.example/cards"},
    {"id": "h-3", "text": "Seagulls nested on the customs house roof.", "title": "Harbour minutes",
     "speaker": "Oda Bern", "date": "2019-06-14"},
    {"id": "l-2", "text": "Late books cost one crown a week.", "title": "Library guide",
     "url": "https://library.example/cards"},
)  # fmt: skip
QUESTIONS = (
    {"id": "q1", "text": "When does the ferry to the island leave?"},
    {"id": "q2", "text": "What did Warden Tolliver say about dredging the outer channel?"},
    {"id": "q3", "text": "library card under twenty free"},
)


@pytest.fixture
def write_set(tmp_path):
    """Return a function that writes a set's two files; a string stands for a line as it is."""

    def write(passages=PASSAGES, questions=QUESTIONS, name="set"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file_name, rows in (("passages.jsonl", passages), ("questions.jsonl", questions)):
            lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
            (folder / file_name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
        return folder

    return write


@pytest.fixture
def empty_corpus(tmp_path, tiny):
    from qa import Corpus

    return Corpus(tmp_path / "set-corpus", create=True, encoder=tiny)


@pytest.fixture
def write_csv(tmp_path):
    """Return a function that writes a file of questions, byte for byte."""

    def write(text, encoding="utf-8"):
        path = tmp_path / "own.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write
