"""How long ``import qa`` takes, beside an interpreter that imports nothing and one that imports numpy.

    python tests/benchmarks/start_up.py [RUNS]

The three take turns, so that a busy machine slows them alike. Printed are medians in milliseconds, and what the
import alone costs: the median of the paired differences.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

STATEMENTS = {"nothing": "pass", "qa": "import qa", "numpy": "import numpy"}


def run_ms(statement):
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return (time.perf_counter() - began) * 1000


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    rounds = [{name: run_ms(statement) for name, statement in STATEMENTS.items()} for _ in range(runs)]
    for name in STATEMENTS:
        print(f"{name:8} {statistics.median(r[name] for r in rounds):6.0f} ms")
    cost = statistics.median(r["qa"] - r["nothing"] for r in rounds)
    ratio = statistics.median((r["qa"] - r["nothing"]) / (r["numpy"] - r["nothing"]) for r in rounds)
    print(f"import qa costs {cost:.0f} ms, {ratio:.2f} of what import numpy costs")


if __name__ == "__main__":
    main()
