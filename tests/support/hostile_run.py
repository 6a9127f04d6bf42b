"""Put a folder into a corpus and say, as JSON, what became of each file, in what time and memory.

``python hostile_run.py CORPUS FOLDER``: run as a process of its own, so that nothing else is counted.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from pathlib import Path

from tiny_encoder import TinyEncoder

from corpus.readers import sandbox
from qa import Corpus


class Watch:
    """Looks at the reader's process all the while: its peak memory and its time on the processor."""

    def __init__(self) -> None:
        self.peak_kb, self.pids, self._cpu = 0, [], {}
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    @property
    def cpu_s(self) -> float:
        """Seconds of the processor that all readers took so far."""
        return sum(self._cpu.values())

    def _look(self) -> None:
        while True:
            self.look()
            time.sleep(0.01)

    def look(self) -> None:
        """Look once; a process that is just ending has nothing to show."""
        process = sandbox._READER._process
        if process is None:
            return
        with contextlib.suppress(OSError, StopIteration, IndexError):
            here = Path(f"/proc/{process.pid}")
            rows = here.joinpath("status").read_text().splitlines()
            peak = next(row for row in rows if row.startswith("VmHWM"))
            self.peak_kb = max(self.peak_kb, int(peak.split()[1]))
            used = here.joinpath("stat").read_text().rsplit(")", 1)[1].split()[11:13]
            self._cpu[process.pid] = sum(map(int, used)) / os.sysconf("SC_CLK_TCK")
            if process.pid not in self.pids:
                self.pids.append(process.pid)


def main() -> None:
    """Do it."""
    corpus = Corpus(sys.argv[1], create=True, encoder=TinyEncoder())
    watch, rows, last = Watch(), [], [time.monotonic(), 0.0]

    def told(result: object) -> None:
        watch.look()
        now = [time.monotonic(), watch.cpu_s]
        fault = result.error
        rows.append({
            "file": Path(result.source).name, "passages": result.passages,
            "refusal": type(fault).__name__ if fault else None, "message": str(fault or ""),
            "clock_s": now[0] - last[0], "cpu_s": now[1] - last[1],
        })  # fmt: skip
        last[:] = now

    corpus.put([sys.argv[2]], on_result=told)
    print(json.dumps({"files": rows, "peak_kb": watch.peak_kb, "readers": len(watch.pids)}))


if __name__ == "__main__":
    main()
