"""Checks of quotations made by hand, so that a test can put any text in any position, and their HTML read back."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from ui_hits import citation, passage, utterance
from ui_html import elements

from qa import QuoteCheck
from qa.checking import Change, Grade, Operation, QuoteMatch, QuotePart, QuoteWarning, WarningKind

# What the readers let in: anything but surrogates and the control characters that no text has.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'`\n\t\r ${}/"), min_size=1)
_HEARD = re.compile('<span class="or-hidden">[^<]*</span>')


def operation(change, quoted, source, *, at=0, source_at=0, part=0):
    end, source_end = at + len(quoted), source_at + len(source)
    return Operation(change, at, end, part, source_at, source_end, quoted, source)


def part(text, *, cited=None, said=(), source="/shelf/quay.md", **about):
    there = passage(text, utterances=said, **about)
    return QuotePart(there, citation() if cited is None else cited, source, 0, len(text), tuple(said))


def match(*operations, grade=Grade.NEAR, share=0.9, parts=None, warnings=()):
    source = " ".join(o.source for o in operations if o.source)
    return QuoteMatch(grade, share, parts or (part(source),), operations, tuple(warnings))


def check(*matches, quotation="We will not sell the quay", speaker=None, names=(), occurrences=1):
    grade = matches[0].grade if matches else Grade.ABSENT
    return QuoteCheck(quotation, grade, matches, occurrences, speaker, tuple(names), 1)


def everywhere(words):
    """Return a check with ``words`` as quotation, source, title, speaker, role, heading and in every warning."""
    said = [utterance(words, words, as_printed=f"{words}!", role=words), utterance(words, None, as_printed=words)]
    place = part(words, cited=citation(words, words), said=said, source=f"/shelf/{words}", section=words)
    warnings = [QuoteWarning(kind, (words, f"{words}!")) for kind in WarningKind]
    found = [
        match(operation(change, words, words), parts=(place,), warnings=warnings[n::7])
        for n, change in enumerate(Change)
    ]
    return check(*found, quotation=words, speaker=words, occurrences=2)


def seen(html, css_class):
    """Return the text of every element with a class, without what only a screen reader hears."""
    return [e.text for e in elements(_HEARD.sub("", html)) if css_class in e.classes]


def tagged(html, tag):
    """Return the text of every element of a kind, without what only a screen reader hears."""
    return [e.text for e in elements(_HEARD.sub("", html)) if e.tag == tag]
