"""Timelines as HTML: a row for each speaker, a mark for each dated utterance, and the same as a table.

The marks are links placed in per cent of their row, so that one drawing fits every screen, and each can be read
aloud, reached by keyboard and followed. Words of a document are only ever text or an attribute's value.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from qa.sayings import Basis
from ui import strings
from ui.moments import days_told, when_told
from ui.reading import reading_line
from ui.render.elements import address_button, element, fold, link, said
from ui.speakers import KINDS
from ui.timescale import Scale, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa.timeline import Point, Timeline
    from ui.timescale import Mark

#: The most speakers drawn; the others are in the table.
ROWS: Final = 12
_FEWEST: Final = 2
_COUNTED: Final = {
    "undated": strings.TIME_UNDATED_COUNT,
    "unattributed": strings.TIME_UNATTRIBUTED,
    "without_speech": strings.TIME_WITHOUT_SPEECH,
}


def question_timeline(found: Timeline) -> str:
    """Return who said what when in answer to a question."""
    heading = said("h2", "", strings.TIME_PLOT.format(subject=found.subject))
    line = reading_line(found.reading) if found.reading else ""
    read = said("p", "or-reading", line) if line else ""
    if not found.answered:
        return element(
            "section", "or-time", heading + said("p", "or-verdict or-none", strings.NOT_ANSWERED) + read
        )
    shown = found.speakers[:ROWS]
    rows = {name: [p for p in found.points if p.speaker == name] for name in shown}
    more = len(found.speakers) - len(shown)
    notes = [strings.TIME_LOOKED_AT.format(count=found.passages)]
    notes += [strings.TIME_MORE_SPEAKERS.format(shown=ROWS, count=more)] if more else []
    told = "".join(said("p", "or-time-note", note) for note in [*notes, *_counts(found)])
    foot = element("p", "or-time-note", address_button(strings.TIME_PERMALINK, "timeline", found.subject))
    body = _plot(found, {link(name, "speaker", name): points for name, points in rows.items()})
    return element("section", "or-time", heading + read + body + told + _table(found.points) + foot)


def speaker_timeline(found: Timeline) -> str:
    """Return what a speaker said when, a row for each kind of utterance. The list beside it is its table."""
    rows = {escape(KINDS[kind]): [p for p in found.points if p.kind is kind] for kind in KINDS}
    told = "".join(said("p", "or-time-note", note) for note in _counts(found))
    return element(
        "section", "or-time", _plot(found, {label: points for label, points in rows.items() if points}) + told
    )


def _counts(found: Timeline) -> Iterable[str]:
    return (text.format(count=count) for name, text in _COUNTED.items() if (count := getattr(found, name)))


def _plot(found: Timeline, rows: Mapping[str, Sequence[Point]]) -> str:
    """Return the rows, by label as HTML, over one scale."""
    drawn = [point for points in rows.values() for point in points]
    if len(found.points) < _FEWEST or not drawn:
        return said("p", "or-remark", strings.TIME_TOO_FEW)
    scale = Scale.of(drawn)
    laid = {label: lay_out(points, scale) for label, points in rows.items()}
    shown = "".join(_row(label, marks, first=n == 0) for n, (label, marks) in enumerate(laid.items()))
    label = escape(strings.TIME_PLOT.format(subject=found.subject))
    plot = element("div", "or-plot", shown + _axis(scale), f'role="group" aria-label="{label}"')
    return _legend(drawn) + plot + said("p", "or-told", strings.TIME_HINT)


def _legend(points: Sequence[Point]) -> str:
    present = {_look(point) for point in points}
    looks = {
        "or-by-statement": strings.TIME_LEGEND_STATEMENT,
        "or-by-document": strings.TIME_LEGEND_DOCUMENT,
        "or-by-report": strings.TIME_LEGEND_REPORTED,
    }
    items = [
        element("li", "", element("span", f"or-sample {look}", "") + escape(text))
        for look, text in looks.items()
        if any(look in one for one in present)
    ]
    return element("ul", "or-legend", "".join(items))


def _look(point: Point) -> str:
    basis = "or-by-statement" if point.when.basis is Basis.STATEMENT else "or-by-document"
    return basis if point.kind.verbatim else f"{basis} or-by-report"


def _row(label: str, marks: Sequence[Mark], *, first: bool) -> str:
    lanes = 1 + max(mark.lane for mark in marks)
    items = "".join(element("li", "", _mark(mark, first=first and n == 0)) for n, mark in enumerate(marks))
    track = element("ul", "or-track", items, f'style="--or-lanes:{lanes}"')
    return element("div", "or-plot-row", element("p", "or-plot-name", label) + track)


def _mark(mark: Mark, *, first: bool) -> str:
    told = escape(point_told(mark.point) + _hidden(mark))
    place = f"--or-left:{mark.left}%;--or-width:{mark.width}%;--or-lane:{mark.lane}"
    number = f"+{mark.hidden}" if mark.hidden else ""
    more = ' data-or-hidden=""' if mark.hidden else ""
    given = f'style="{place}" aria-label="{told}" tabindex="{0 if first else -1}"{more}'
    return link(number, "read", mark.point.passage_id, f"or-point {_look(mark.point)}", given)


def _hidden(mark: Mark) -> str:
    return strings.TIME_HIDDEN.format(count=mark.hidden) if mark.hidden else ""


def point_told(point: Point) -> str:
    """Return what a mark stands for: who, how, when, the words, and where they stand."""
    told = strings.TIME_POINT.format(
        speaker=point.speaker, kind=KINDS[point.kind], when=when_told(point.when), words=point.words
    )
    return strings.TIME_POINT_IN.format(point=told, title=point.title) if point.title else told


def _axis(scale: Scale) -> str:
    ticks = "".join(said("span", "or-tick", label, f'style="--or-left:{at}%"') for at, label in scale.ticks())
    days = strings.TIME_RANGE.format(
        since=days_told(scale.first, scale.first), until=days_told(scale.last, scale.last)
    )
    return element("div", "or-axis", ticks, 'aria-hidden="true"') + said("p", "or-range", days)


def _table(points: Sequence[Point]) -> str:
    if not points:
        return ""
    heads = (strings.TIME_WHEN, strings.TIME_WHO, strings.TIME_WORDS, strings.TIME_DOCUMENT, strings.TIME_RANK)
    head = element("tr", "", "".join(said("th", "", text, 'scope="col"') for text in heads))
    rows = "".join(element("tr", "", "".join(element("td", "", cell) for cell in _cells(p))) for p in points)
    table = element("table", "", element("thead", "", head) + element("tbody", "", rows))
    given = f'tabindex="0" role="region" aria-label="{escape(strings.TIME_TABLE)}"'
    return fold(strings.TIME_TABLE, element("div", "or-table", table, given))


def _cells(point: Point) -> Iterable[str]:
    who = element("span", "", link(point.speaker, "speaker", point.speaker)) + escape(f", {KINDS[point.kind]}")
    words = link(point.words, "read", point.passage_id)
    return escape(when_told(point.when)), who, words, escape(point.title or ""), str(point.rank)
