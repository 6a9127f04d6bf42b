"""Records for tests of citations: those of the golden cases, and strategies for any."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from hypothesis import strategies as st

from corpus.citation import Citation, Field, Provenance, csl_date
from corpus.citing.records.fields import TYPES

DATA = Path(__file__).resolve().parents[1] / "data" / "citations"
RECORDS = json.loads((DATA / "records.json").read_text(encoding="utf-8"))

WORDS = (
    "harbour Lowmere quay tide Oda Bern 1998 naïve cafe\u0301 ß İ Вода 水門 שלום and der van "
    "Inc. Jr. ML J.-P. U.S. "
    "“tide” ‘so’ "
    "d’Arcy What? Stop! end. so, on; this: — – - & % $ # _ ~ ^ \\ \\x @ misc @misc{ER ER -- --- `` '' ' ` | < > / "
    "[i] (1) … *"
).split(" ")
#: What a name, a title or a publisher may hold once it is on one line; the marks in it are in pairs.
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
#: Words as they stand at ease: any last mark, but none doubled inside.
tidy = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(
        st.sampled_from("harbour Lowmere quay tide Oda Bern 1998 Вода 水門 “tide” (long)".split()),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["", "", ".", ",", "?", "!", ";", ":"]),
)
hostile = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["}", "{", "\\", '"', "a\nER  - \nTY  - BOOK", "@misc{x,", "\x00\x1b[2J", "{{{{", "%", "x" * 10_000]
    ),
)
dates = st.one_of(
    st.builds(lambda y: csl_date(str(y)), st.integers(1500, 2099)),
    st.builds(lambda y, m: csl_date(f"{y}-{m:02d}"), st.integers(1500, 2099), st.integers(1, 12)),
    st.dates(min_value=dt.date(1500, 1, 1), max_value=dt.date(2099, 1, 1)).map(lambda d: csl_date(d.isoformat())),
    st.sampled_from(["c. 1890", "02/09/2014", "Spring 2014", "n. d."]).map(csl_date),
)


def parted(words):
    return st.fixed_dictionaries(
        {"family": words}, optional={"given": words, "suffix": words, "non-dropping-particle": st.just("van der")}
    )


def names(words):
    return st.lists(st.one_of(parted(words), words.map(lambda w: {"literal": w})), min_size=1, max_size=5)


_PLAIN = (
    "title container-title publisher publisher-place event-title event-place genre number edition volume issue "
    "page URL DOI"
)


def records(words):
    """Return a strategy for records whose fields are such words."""
    fields = dict.fromkeys(_PLAIN.split(), words)
    people = {name: names(words) for name in ("author", "editor", "translator", "interviewer")}
    days = dict.fromkeys(("issued", "accessed", "event-date"), dates)
    kinds = {"type": st.sampled_from(sorted(TYPES))}
    return st.fixed_dictionaries({}, optional=fields | people | days | kinds).map(record)


def record(values=None, **more):
    """Return a citation record given by the user."""
    values = (values or {}) | {name.replace("_", "-"): value for name, value in more.items()}
    return Citation.of({name: Field(value, Provenance.USER) for name, value in values.items()})


def starred(formatted):
    """Return formatted text with stars round its italics."""
    text = formatted.text
    for start, end in reversed(formatted.italics):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text
