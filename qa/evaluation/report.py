"""What a file of questions showed: figures, what the pictures draw, and the questions that failed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from qa.evaluation.figures import Bin, Figure, bins, calibration_error, mean, risk_curve, roc_area, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.errors import SourceFormatError
    from qa.evaluation.judging import Judged

_CUTOFFS = (1, 5, 10)
#: Ranks that the histogram shows one by one.
RANKS = 10


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one run.

    ``ranks`` counts the questions whose right passage came first, second ... ``RANKS``-th, and last those for
    which it did not; ``curve`` has (coverage, risk) pairs, and ``present`` is the pair that the corpus's threshold
    gives; ``refused`` are the rows that were left out.
    """

    k: int
    figures: tuple[Figure, ...]
    ranks: tuple[int, ...]
    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, float], ...]
    present: tuple[float, float] | None
    judged: tuple[Judged, ...]
    refused: tuple[SourceFormatError, ...]

    @property
    def failed(self) -> tuple[Judged, ...]:
        """The questions with which something went wrong."""
        return tuple(j for j in self.judged if j.failure)

    @property
    def unchecked(self) -> int:
        """How many of the questions are proposals that nobody has checked."""
        return sum(j.question.proposed for j in self.judged)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return {
            "k": self.k,
            "questions": len(self.judged),
            "unchecked": self.unchecked,
            "figures": [asdict(figure) for figure in self.figures],
            "ranks": {"found_at": list(self.ranks[:-1]), "later_or_never": self.ranks[-1]},
            "reliability": [asdict(one) for one in self.bins],
            "risk": {"curve": self.curve, "present": self.present},
            "rows": [_row(j) for j in self.judged],
            "refused": [str(fault) for fault in self.refused],
        }


def report_on(judged: Sequence[Judged], refused: Sequence[SourceFormatError], *, k: int) -> Report:
    """Return the report on questions that were asked with ``k`` hits each.

    A figure that looks further down than ``k`` is left unmeasured. Only rows that say what is right count for
    recall, and for risk also those that cannot be answered.
    """
    placed = [j for j in judged if j.question.answerable and j.question.judged]
    told = [j for j in judged if j.question.judged or not j.question.answerable]
    ranks = [sum(j.rank == n for j in placed) for n in range(1, RANKS + 1)]
    return Report(
        k=k,
        figures=(*_finding(placed, k), *_deciding(judged)),
        ranks=(*ranks, len(placed) - sum(ranks)),
        bins=bins([j.confidence for j in judged], [j.question.answerable for j in judged]),
        curve=risk_curve([j.confidence for j in told], [j.rank == 1 for j in told]),
        present=_present(told),
        judged=tuple(judged),
        refused=tuple(refused),
    )


def _finding(placed: Sequence[Judged], k: int) -> list[Figure]:
    """Return how well the right passage is found."""
    found = [share(f"recall@{n}", [_within(j, n) for j in _seen(placed, n, k)]) for n in _CUTOFFS]
    reciprocal = [1 / j.rank if j.rank and j.rank <= RANKS else 0.0 for j in _seen(placed, RANKS, k)]
    spoken = share("speaker of the first hit", [j.by_speaker for j in placed if j.by_speaker is not None])
    return [*found, mean(f"MRR@{RANKS}", reciprocal), spoken]


def _deciding(judged: Sequence[Judged]) -> list[Figure]:
    """Return how well it is known whether the corpus answers."""
    yes, no = [j for j in judged if j.question.answerable], [j for j in judged if not j.question.answerable]
    return [
        share("answered, of the answerable", [j.answered for j in yes]),
        share("answered, of the unanswerable", [j.answered for j in no]),
        roc_area("area under the ROC curve", [j.confidence for j in yes], [j.confidence for j in no]),
        calibration_error(
            "calibration error", [j.confidence for j in judged], [j.question.answerable for j in judged]
        ),
    ]


def _present(told: Sequence[Judged]) -> tuple[float, float] | None:
    answered = [j for j in told if j.answered]
    return (len(answered) / len(told), sum(j.rank != 1 for j in answered) / len(answered)) if answered else None


def _within(judged: Judged, cutoff: int) -> bool:
    return judged.rank is not None and judged.rank <= cutoff


def _seen(placed: Sequence[Judged], cutoff: int, k: int) -> Sequence[Judged]:
    return placed if k >= cutoff else ()


def _row(judged: Judged) -> dict[str, Any]:
    row, first = judged.question, judged.first
    return {
        "line": row.line,
        "question": row.text,
        "answerable": row.answerable,
        "answered": judged.answered,
        "confidence": round(judged.confidence, 4),
        "rank": judged.rank,
        "by_speaker": judged.by_speaker,
        "failure": judged.failure,
        "first": first and {"passage_id": first.passage.id, "speakers": list(first.speakers), "text": first.text},
        "proposed": row.proposed,
    }
