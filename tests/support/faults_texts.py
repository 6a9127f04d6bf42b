"""Speeches by invented people that say which file and version they are, and the check that answers are theirs."""

from __future__ import annotations

import re

PEOPLE = ("Odile Marchetti", "Bram Osei", "Thandiwe Kroll", "Ilse Varga", "Tomasz Okafor")
QUESTIONS = ("Which berth opens at the harbour?", "What does the ferry cost?", "Who wanted the library to stay?")
_SIGNED = re.compile(r"File (\S+), version (\d+)\.")


def speech(name, version=0):
    """Return a text of four paragraphs, no two files or versions alike."""
    speaker = PEOPLE[sum(name.encode()) % len(PEOPLE)]
    return (
        f"File {name}, version {version}. {speaker} spoke on the quay before the first ferry had come in.\n\n"
        f"“Berth {version} of {name} opens at the harbour when the tide allows it, and not before,” "
        f"{speaker} said.\n\n"
        f"The ferry in {name} costs {version} crowns, which nobody in the hall had expected to hear.\n\n"
        f"According to {speaker}, {version} people wrote in {name} that the library must stay where it is.\n"
    )


def signed(text):
    """Return the file name and version that a speech says it is."""
    name, version = _SIGNED.search(text).groups()
    return name, int(version)


def stored_versions(corpus):
    """Return the version that the store holds of each file."""
    with corpus.store.reading() as view:
        return dict(signed(document.text) for document in view.documents())


def hits_of(corpus, k=20):
    """Return the hits for all the questions."""
    from qa import retrieve

    return [hit for question in QUESTIONS for hit in retrieve(question, corpus=corpus, k=k).hits]


def check_hits(corpus):
    """Assert that every hit is the store's own words in their own place; return how many hits there were."""
    hits = hits_of(corpus)
    for passage in (hit.passage for hit in hits):
        document = corpus.document(passage.document_id)
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.sha256 == next(p.sha256 for p in document.passages if p.id == passage.id)
    return len(hits)
