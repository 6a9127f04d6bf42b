"""Hits and answers made by hand, so that a test can put any text in any position."""

from __future__ import annotations

from corpus.citation import Citation, Field, Provenance, csl_date, csl_names
from corpus.model import Passage, Utterance, UtteranceKind
from qa.answer import Answer, Evidence, Hit
from qa.reading import AskedPeriod, Reading


def utterance(text, speaker="Jane Roe", *, kind=UtteranceKind.DIRECT, as_printed=None, role=None):
    return Utterance(0, len(text), kind, speaker, as_printed or speaker, role, "said", 0.9)


def passage(text, *, section="Ferries", utterances=(), number=3, kind=None):
    more = {"kind": kind} if kind else {}
    return Passage(f"p{number}", "d1", number, number, text, 0, len(text), section=section,
                   utterances=tuple(utterances), **more)  # fmt: skip


def citation(title="The Harbour", author="Ann Author", date="2014-08-10"):
    stated = {"title": title, "author": csl_names([author]) if author else None}
    stated["issued"] = csl_date(date) if date else None
    return Citation.of({k: Field(v, Provenance.METADATA) for k, v in stated.items() if v})


def hit(
    text="The ferry runs late.", *, cited=None, spans=None, footnotes=(), rank=1, also_in=(), found=None, **about
):
    source = about.pop("source", "/shelf/harbour.md")
    return Hit(
        passage=passage(text, **about),
        citation=citation() if cited is None else cited,
        source=source,
        rank=rank,
        score=0.03,
        evidence=found or Evidence(terms=("ferry",)),
        spans=((0, len(text)),) if spans is None else spans,
        also_in=also_in,
        footnotes=footnotes,
    )


def answer(*hits, answered=True, reading=None, question="When does the ferry run?", confidence=0.7):
    return Answer(question, reading or Reading(), answered, confidence, hits, 1, "tiny@32", 1.5)


def everywhere(words, *, text=None):
    """Return a hit with ``words`` as its text, title, author, heading, file name, speaker, role and note."""
    text = words if text is None else text
    said = [utterance(text, words, as_printed=f"{words}!", role=words)]
    said.append(utterance(text, None, as_printed=words))
    found = Evidence(terms=(words,), speakers=(words,))
    return hit(text, cited=citation(words, words), section=words, utterances=said, footnotes=(("1", words),),
               source=f"/shelf/{words}", also_in=("p9",), found=found)  # fmt: skip


def read_everywhere(words):
    """Return a reading with ``words`` in every one of its parts."""
    several = (words, f"{words}!")
    return Reading(
        speaker=words, since=words, until=words, source=words, kind=words, not_speaker=several, not_source=several,
        not_kind=several, phrases=several, not_phrases=several, asked=(*several, "Jane Roe"), asked_as=words,
        choices=several, mentioned=several, period=AskedPeriod(words), who=True, carried=("topic", "asked"),
        topic=words, words="ferry",
    )  # fmt: skip
