"""Sentences in which the cue stands in braces and what is reported in brackets: "Roe {said} today [that ...]"."""

from __future__ import annotations

import re

from corpus.speakers.marks import quotations
from corpus.speakers.when import statement_date

#: A Thursday.
ISSUED = "2014-09-04"


def parsed(marked):
    """Return the text, the cue's offsets and the spans that a marked sentence stands for."""
    text, at, cue, spans = "", 0, None, []
    for mark in re.finditer(r"[{}\[\]]", marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in "{[":
            opened = len(text)
        elif mark.group() == "}":
            cue = (opened, len(text))
        else:
            spans.append((opened, len(text)))
    text += marked[at:]
    return text, cue, spans + [(q.start, q.end) for q in quotations(text)]


def when(marked, issued=ISSUED, before=""):
    """Return the statement's date in a marked sentence that stands behind ``before`` in its paragraph."""
    text, cue, spans = parsed(marked)
    n = len(before)
    said = statement_date(
        before + text,
        cue and (cue[0] + n, cue[1] + n),
        [(a + n, b + n) for a, b in spans],
        (n, n + len(text)),
        issued,
    )
    assert said is None or (before + text)[said.start : said.end] == said.as_printed
    return said


def short(said):
    """Return a date as printed with its days, in one string."""
    return said and f"{said.as_printed} = {said.since}" + (f"..{said.until}" if said.until != said.since else "")
