"""The report on one's own questions as a picture: an SVG that any browser shows, in light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from qa.evaluation.figures import Figure
    from qa.evaluation.report import Report

_WIDTH, _HEIGHT = 1140, 470
#: The square that each panel draws in, and where the panels begin.
_SIDE, _TOP, _LEFTS = 270, 126, (70, 440, 810)
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_LARGEST_DOT = 13.0
#: How far up the tallest bar goes; its number stands above it.
_HEADROOM = 0.92

_STYLE = """
svg { --ink: #1d2430; --soft: #566073; --paper: #ffffff; --line: #d9d6cc; --accent: #0f5257; --warn: #8a2b0e; }
@media (prefers-color-scheme: dark) {
  svg { --ink: #e8e6df; --soft: #aeb4bf; --paper: #1d2229; --line: #39414c; --accent: #7fd0cf; --warn: #ffb59b; }
}
text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: var(--soft); }
.head { font: 600 21px "Iowan Old Style", Charter, Palatino, Georgia, "DejaVu Serif", serif; fill: var(--ink); }
.name { font-weight: 600; font-size: 15px; fill: var(--ink); }
.paper { fill: var(--paper); }
.grid { stroke: var(--line); }
.even { stroke: var(--soft); stroke-dasharray: 4 4; }
.bar, .dot { fill: var(--accent); }
.dot { fill-opacity: 0.75; }
.miss { fill: var(--warn); }
.curve { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
"""


@dataclass(frozen=True, slots=True)
class _Panel:
    """A square in which both axes run from 0 to 1, upwards and to the right."""

    root: ET.Element
    left: float

    def x(self, value: float) -> float:
        """Return the picture's x of a value from 0 to 1."""
        return round(self.left + value * _SIDE, 1)

    def y(self, value: float) -> float:
        """Return the picture's y, which counts downwards, of a value from 0 to 1."""
        return round(_TOP + (1 - value) * _SIDE, 1)

    def text(self, x: float, y: float, words: str, *, kind: str = "", anchor: str = "middle") -> None:
        """Write words at a place of the picture."""
        place = {"x": str(x), "y": str(y), "text-anchor": anchor} | ({"class": kind} if kind else {})
        ET.SubElement(self.root, "text", place).text = words

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
        """Draw a line between two points of the panel."""
        (x1, y1), (x2, y2) = start, end
        ends = {"x1": self.x(x1), "y1": self.y(y1), "x2": self.x(x2), "y2": self.y(y2)}
        ET.SubElement(self.root, "line", {"class": kind} | {name: str(v) for name, v in ends.items()})

    def dot(self, x: float, y: float, radius: float, kind: str, title: str) -> None:
        """Draw a dot at a point of the panel; ``title`` is shown when it is pointed at."""
        place = {"cx": str(self.x(x)), "cy": str(self.y(y)), "r": f"{radius:.1f}", "class": kind}
        ET.SubElement(ET.SubElement(self.root, "circle", place), "title").text = title

    def frame(self, name: str, across: str, *, percent: bool = True) -> None:
        """Draw the name, the grid and, where both axes are shares, their numbers."""
        self.text(self.left, _TOP - 18, name, kind="name", anchor="start")
        self.text(self.x(0.5), self.y(0) + 42, across)
        for tick in _TICKS:
            self.line((0, tick), (1, tick), "grid")
            if percent:
                self.text(self.left - 16, self.y(tick) + 4, f"{tick:.0%}", anchor="end")
                self.text(self.x(tick), self.y(0) + 20, f"{tick:.0%}")


def picture(report: Report) -> str:
    """Return the report as SVG: where the right passages came, how sure and how right, risk against coverage."""
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {_WIDTH} {_HEIGHT}", "role": "img",
        "width": str(_WIDTH), "height": str(_HEIGHT),
    })  # fmt: skip
    ET.SubElement(root, "title").text = "How well the questions find their passages"
    ET.SubElement(root, "style").text = _STYLE
    ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "class": "paper"})
    panels = [_Panel(root, left) for left in _LEFTS]
    panels[0].text(_LEFTS[0], 42, "How well the questions find their passages", kind="head", anchor="start")
    panels[0].text(_LEFTS[0], 68, _subtitle(report), anchor="start")
    _ranks(panels[0], report)
    _reliability(panels[1], report)
    _risk(panels[2], report)
    return ET.tostring(root, encoding="unicode") + "\n"


def _subtitle(report: Report) -> str:
    shown = [_figure(figure) for figure in report.figures if figure.value is not None][:4]
    count = f"{len(report.judged)} questions" + (f", {report.unchecked} unchecked" if report.unchecked else "")
    return "   ·   ".join([count, *shown])


def _figure(figure: Figure) -> str:
    return f"{figure.name} {figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f})"


def _ranks(panel: _Panel, report: Report) -> None:
    panel.frame("Place of the right passage", "place; the last is later or never", percent=False)
    most, step = max(*report.ranks, 1), 1 / len(report.ranks)
    for place, count in enumerate(report.ranks):
        last = place == len(report.ranks) - 1
        left, top = panel.x((place + 0.14) * step), panel.y(_HEADROOM * count / most)
        box = {"x": left, "y": top, "width": round(0.72 * step * _SIDE, 1), "height": round(panel.y(0) - top, 1)}
        kind = {"class": "miss" if last else "bar", "rx": "2"}
        ET.SubElement(panel.root, "rect", {name: str(v) for name, v in box.items()} | kind)
        middle = panel.x((place + 0.5) * step)
        panel.text(middle, panel.y(0) + 20, "–" if last else str(place + 1))
        if count:
            panel.text(middle, top - 5, str(count))


def _reliability(panel: _Panel, report: Report) -> None:
    panel.frame("How sure, and how often rightly", "confidence; up: share that can be answered")
    panel.line((0, 0), (1, 1), "even")
    most = max((one.count for one in report.bins), default=1)
    for one in report.bins:
        told = f"{one.count} questions: confidence {one.confidence:.2f}, answerable {one.share:.2f}"
        panel.dot(one.confidence, one.share, max(3.0, _LARGEST_DOT * (one.count / most) ** 0.5), "dot", told)


def _risk(panel: _Panel, report: Report) -> None:
    panel.frame("Answering more, erring more", "share answered; up: share of those first wrong")
    points = " ".join(f"{panel.x(coverage)},{panel.y(risk)}" for coverage, risk in report.curve)
    ET.SubElement(panel.root, "polyline", {"points": points, "class": "curve"})
    if report.present:
        coverage, risk = report.present
        panel.dot(coverage, risk, 6, "miss", f"as set: {coverage:.0%} answered, {risk:.0%} of them wrong")
        panel.text(panel.x(coverage), panel.y(risk) + 22, "as set")
