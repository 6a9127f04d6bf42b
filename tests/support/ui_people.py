"""An invented council's papers of several years, and sayings and timelines made by hand."""

from __future__ import annotations

import datetime as dt

from ui_hits import citation, passage, utterance

from corpus.model import Speaker, UtteranceKind
from corpus.speakers.roster import Flag, Proposal
from qa.sayings import Basis, Saying, Sayings, When
from qa.timeline import Point, Timeline

_COUNCIL = """---
title: The council of {year}
author: Ann Author
date: {date}
---

## Ferries

“The ferry needs a new hull,” said Oda Bern. “It leaks at the bow.”

Mayor Sanna Veld said that the ferry would sail again.

On February 3, {year}, Sanna Veld told the board: “The harbour wall is leaning, and year {year} is its last.”

“Divers are paid too little,” said S. Veld.
"""
COUNCIL = {
    f"council-{date[:4]}.md": _COUNCIL.format(year=date[:4], date=date)
    for date in ("2009-03-02", "2012-07-19", "2014", "2019-05")
}
COUNCIL["undated.md"] = "# Notes of the board\n\n“Nobody reads on Mondays,” said Sanna Veld.\n"


def day(text):
    return dt.date.fromisoformat(text)


def when(since="2014-08-10", until=None, *, printed=None):
    basis = Basis.STATEMENT if printed else Basis.DOCUMENT
    return When(day(since), day(until or since), basis, printed)


def point(since="2014-08-10", until=None, *, speaker="Sanna Veld", printed=None, **about):
    about = {"kind": UtteranceKind.DIRECT, "words": "The wall leans.", "passage_id": "p3", "document_id": "d1",
             "title": "The Harbour", "rank": 1} | about  # fmt: skip
    return Point(speaker, when(since, until, printed=printed), **about)


def timeline(*points, subject="the wall", **counts):
    return Timeline(subject, points, **counts)


def saying(words="The wall leans.", *, speaker="Sanna Veld", sure=True, at=None, about="The Harbour", **how):
    said = utterance(words, speaker, **how)
    stands = passage(words, section=about, utterances=[said])
    return Saying(speaker, sure, said, stands, citation(about, about), f"/shelf/{about}", at)


def sayings(*sure, probable=(), name="Sanna Veld", aliases=(), roles=()):
    return Sayings(Speaker(name, tuple(aliases), tuple(roles), len(sure), 1), sure, tuple(probable))


def proposal(first="Sanna Veld", second="S. Veld", reason="initials agree"):
    return Proposal(first, second, 0.33, reason)


def flag(name="Sanna Veld", like=None):
    return Flag(name, "letters that are drawn like others", like)
