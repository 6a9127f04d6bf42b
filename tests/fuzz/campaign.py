"""Fuzz the readers for minutes: ``python tests/fuzz/campaign.py --minutes 10 [--jobs 2] [FORMAT ...]``.

Every format has a process of its own, so that one which PDFium or Arrow breaks is a finding and not an end. A
finding is reduced by hypothesis and kept in the folder with its traceback; the same fault counts once.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from fuzz_checks import HangError, check
from fuzz_edits import edits, spoiled
from fuzz_seeds import Seed, seeds
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from corpus.readers.suffixes import SUFFIXES

#: Of the worker's own memory, in bytes: hypothesis is in it too.
_MEMORY_BYTES = 1_000_000_000
_STUCK_S = 120.0
_ROUND = 300


class Run:
    """One format's run in this process."""

    def __init__(self, kind: str, out: Path, first: int) -> None:
        self._kind, self._out, self._round = kind, out, first
        self._known: set[str] = set()
        self.files = self.read = self.found = 0
        self.slowest = 0.0

    def until(self, end: float) -> None:
        """Go on until the clock says so."""
        while time.monotonic() < end:
            self._round += 1
            self._once(end)

    def _once(self, end: float) -> None:
        kept: list[bytes] = []

        @seed(self._round)
        @settings(max_examples=_ROUND, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
                  suppress_health_check=list(HealthCheck), report_multiple_bugs=False)  # fmt: skip
        @given(st.sampled_from(seeds()[self._kind]), edits(self._kind), st.integers(0, 50), st.booleans())
        def one(base: Seed, changes: list, part: int, outside: bool) -> None:  # noqa: FBT001
            if time.monotonic() > end:
                return
            data = spoiled(base, changes, part, outside=outside and part % 4 == 0)
            path = self._out / f"last-{self._kind}{base.ending}"
            path.write_bytes(data)
            faulthandler.dump_traceback_later(_STUCK_S, exit=True)
            self.files, begun = self.files + 1, time.process_time()
            try:
                self.read += check(path)
            except HangError as fault:  # not reduced: each try would take as long again
                self._keep(fault, [data] if _where(fault) not in self._known else [])
            except Exception as fault:
                if _where(fault) not in self._known:
                    kept[:] = [data]
                    raise
            finally:
                faulthandler.cancel_dump_traceback_later()
                self._timed(time.process_time() - begun, path)

        try:
            one()
        except Exception as fault:  # noqa: BLE001 - that is what is looked for
            self._keep(fault, kept)

    def _timed(self, took: float, path: Path) -> None:
        if took > self.slowest:
            self.slowest = took
            shutil.copy(path, self._out / f"slowest-{self._kind}{path.suffix}")

    def _keep(self, fault: BaseException, kept: list[bytes]) -> None:
        self._known.add(_where(fault))
        if not kept:
            return
        self.found += 1
        name = self._out / f"{self._kind}-{self._round}-{self.found}-{type(fault).__name__}"
        name.with_suffix(next(e for e, k in SUFFIXES.items() if k == self._kind)).write_bytes(kept[0])
        name.with_suffix(".log").write_text("".join(traceback.format_exception(fault)), encoding="utf-8")
        print(f"{self._kind}: {_where(fault)}: {printed(fault)}", flush=True)


def printed(fault: BaseException) -> str:
    """Return the first line of what a fault says."""
    return next(iter(str(fault).splitlines()), "")[:160]


def _where(fault: BaseException) -> str:
    frames = [f for f in traceback.extract_tb(fault.__traceback__) if "/corpus/" in f.filename] or [
        f for f in traceback.extract_tb(fault.__traceback__) if "fuzz_checks" in f.filename
    ]
    if isinstance(fault, HangError):  # where it was stopped is chance
        frames = frames[:4]
    last = frames[-1] if frames else None
    return f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}" if last else type(fault).__name__


def work(kind: str, seconds: float, out: Path, first: int) -> None:
    """Fuzz one format in this process and print what was done."""
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    faulthandler.enable()
    run, begun = Run(kind, out, first), time.monotonic()
    run.until(begun + seconds)
    minutes = (time.monotonic() - begun) / 60
    did = f"{run.files:,} files, {run.read:,} read, {run.found} findings, slowest {run.slowest:.1f} s"
    print(f"{kind}: {minutes:.1f} min, {did}", flush=True)


def watch(kind: str, seconds: float, out: Path, first: int) -> None:
    """Have one format fuzzed by another process; one that dies is a finding, and the next goes on."""
    end, deaths = time.monotonic() + seconds, 0
    while (left := end - time.monotonic()) > 1:
        words = [
            "--worker",
            kind,
            "--minutes",
            str(left / 60),
            "--out",
            str(out),
            "--first",
            str(first + deaths * 10_000),
        ]
        done = subprocess.run([sys.executable, __file__, *words], check=False)
        if done.returncode == 0:
            return
        deaths += 1
        for last in out.glob(f"last-{kind}.*"):
            shutil.copy(last, out / f"{kind}-death-{deaths}{last.suffix}")
        print(f"{kind}: the process ended with {done.returncode}", flush=True)


def main() -> None:
    """Read the command line and fuzz."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--worker", default=None, help=argparse.SUPPRESS)
    parser.add_argument("--first", type=int, default=0, help="where the rounds begin; another run, another number")
    said = parser.parse_args()
    out = said.out or Path(tempfile.mkdtemp(prefix="onrecord-fuzz-"))
    out.mkdir(parents=True, exist_ok=True)
    if said.worker:
        work(said.worker, said.minutes * 60, out, said.first)
        return
    have_arrow = importlib.util.find_spec("pyarrow") is not None
    kinds = said.formats or sorted({k for k in SUFFIXES.values() if k != "parquet" or have_arrow})
    with ThreadPoolExecutor(said.jobs) as pool:
        list(pool.map(lambda kind: watch(kind, said.minutes * 60, out, said.first), kinds))
    print(f"findings, if any, are in {out}")


if __name__ == "__main__":
    main()
