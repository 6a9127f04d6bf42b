"""When something was said, where its sentence prints the date: "Roe said on July 23", "In 2013, Roe wrote".

Most dates near a quotation are about something else: what is said, an election, a law, the speaker's life. Only
a date that hangs on the clause of the cue counts (see ``timing``). All else has no date, which is honest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.dates import parse_date
from corpus.periods import has_date_word, printed_dates
from corpus.speakers.adjuncts import adjunct
from corpus.speakers.timing import QUOTED, TOLD, Clause, hangs_on_cue, stands_alone
from corpus.utterance import StatementDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.periods import Period, PrintedDate

_THAT = re.compile(r"that\s+")
_MARKS = frozenset("“«„\"'‘”")


def statement_date(
    text: str,
    cue: tuple[int, int] | None,
    spans: Sequence[tuple[int, int]],
    sentence: tuple[int, int],
    document_date: str | None,
) -> StatementDate | None:
    """Return when something was said, or None where the sentence does not date it or leaves two readings.

    Args:
        text: a paragraph.
        cue: the offsets of the words that show the speech in it; None where nothing does.
        spans: the quoted and reported stretches in it. Dates in them are about what is said, except in one
            that holds the cue itself, as where somebody retells what another said.
        sentence: the offsets of the sentence that holds cue and source.
        document_date: the document's own date, ISO 8601 and as exact as is known: 2014, 2014-09 or 2014-09-02.
            Words such as "yesterday" need the day; "July 23" needs as much as settles its year.
    """
    begin, end = sentence
    if not has_date_word(text, begin, end):
        return None
    folded = _folded(text, cue, spans, sentence)
    if not has_date_word(folded, 0, len(folded)):
        return None
    issued = parse_date(document_date) if document_date else None
    clause = Clause(folded, cue[0] - begin, cue[1] - begin) if cue else None
    found: list[tuple[Period, StatementDate]] = []
    for start, stop, date in _attached(folded, clause):
        period = date.period(issued)
        if period is None:  # a date that cannot be read casts doubt on any other
            return None
        said = StatementDate(
            begin + start, begin + stop, folded[start:stop], period.first.isoformat(), period.last.isoformat()
        )
        found.append((period, said))
    return _narrowest(found)


def _folded(
    text: str, cue: tuple[int, int] | None, spans: Sequence[tuple[int, int]], sentence: tuple[int, int]
) -> str:
    """Return the sentence with each stretch replaced by as many marks, so that offsets stay and dates go."""
    begin, end = sentence
    out, at = [], begin
    for start, stop in sorted((max(a, begin), min(b, end)) for a, b in spans):
        if stop <= max(start, at) or (cue and start <= cue[0] < stop):
            continue
        fresh = max(start, at)
        if that := _THAT.match(text, fresh, stop):  # grammar, whichever side of it a stretch is taken to begin
            fresh = that.end()
        out += [text[at:fresh], (QUOTED if text[fresh : fresh + 1] in _MARKS else TOLD) * (stop - fresh)]
        at = stop
    return "".join(out) + text[at:end]


def _attached(folded: str, clause: Clause | None) -> Iterator[tuple[int, int, PrintedDate]]:
    """Yield the dates of a sentence that say when the words were said, with the offsets to be shown."""
    for date in printed_dates(folded):
        time = adjunct(folded, date)
        if time and (hangs_on_cue(clause, time) if clause else stands_alone(folded, time)):
            yield time.printed, date.end, date


def _narrowest(found: list[tuple[Period, StatementDate]]) -> StatementDate | None:
    """Return the date inside all others: "In 2013, Roe said on July 23, 2013"; None where two contradict."""
    best = min(found, key=lambda f: f[0].last - f[0].first, default=None)
    if best is None or any(p.first > best[0].first or p.last < best[0].last for p, _ in found):
        return None
    return best[1]
