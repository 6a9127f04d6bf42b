"""The report on one's own questions, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.evaluation.figures import Figure
    from qa.evaluation.judging import Judged
    from qa.evaluation.report import Report

_SCALE = 40
_NAME = 31
_SHOWN_CHARS = 110


def report_lines(report: Report) -> Iterator[str]:
    """Yield the report: figures with their intervals, two pictures in letters, the questions that failed."""
    answerable = sum(j.question.answerable for j in report.judged)
    yield f"{len(report.judged)} questions, {answerable} answerable; {report.k} passages looked at for each"
    if report.unchecked:
        yield f"{report.unchecked} of them are proposals that nobody has checked"
    yield ""
    yield f"{'':{_NAME}}       0{'':{_SCALE - 2}}1  95% interval, questions"
    yield from map(_figure_line, report.figures)
    yield from ("", "Place of the right passage")
    yield from _rank_lines(report.ranks)
    if report.bins:
        yield from ("", "How sure, and how many of those can be answered")
        for one in report.bins:
            yield f"  {one.confidence:.2f}  {_bar(one.share, _SCALE)} {one.share:.2f} of {one.count}"
    if report.failed:
        yield from ("", f"{len(report.failed)} failed")
        for judged in report.failed:
            yield from _failed_lines(judged)


def _figure_line(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return f"{figure.name:{_NAME}}  not measured: no question tells"
    places = [round(v * (_SCALE - 1)) for v in (figure.low, figure.value, figure.high)]
    low, value, high = places
    drawn = "".join("●" if n == value else "─" if low <= n <= high else "·" for n in range(_SCALE))
    return (
        f"{figure.name:{_NAME}} {figure.value:.3f} {drawn}  {figure.low:.2f} to {figure.high:.2f}, {figure.count}"
    )


def _rank_lines(ranks: tuple[int, ...]) -> Iterator[str]:
    most = max(*ranks, 1)
    for place, count in enumerate(ranks, 1):
        name = str(place) if place < len(ranks) else "later or never"
        yield f"  {name:>14}  {_bar(count / most, _SCALE)} {count}"


def _bar(part: float, width: int) -> str:
    return ("█" * round(part * width)).ljust(width, "·")


def _failed_lines(judged: Judged) -> Iterator[str]:
    yield f"  line {judged.question.line}: {printable(judged.question.text, _SHOWN_CHARS)}"
    yield f"    {judged.failure} (confidence {judged.confidence:.2f})"
    if judged.first:
        text = " ".join(judged.first.text.split())
        said = ", ".join(judged.first.speakers) or "unattributed"
        yield f"    first came {judged.first.passage.id}, {printable(said, 60)}: {printable(text, _SHOWN_CHARS)}"
