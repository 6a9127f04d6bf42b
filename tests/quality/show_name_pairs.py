"""How pairs of names come out, one pair at a time: merged, proposed, flagged or apart.

    python tests/quality/show_name_pairs.py [--all]

``--all`` prints every pair as well.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from name_pairs import FILES, outcome, read_pairs


def main():
    for name in FILES:
        found = {pair: outcome(*pair[1:]) for pair in read_pairs(name)}
        for label in sorted({pair[0] for pair in found}):
            print(name, label, dict(Counter(how for pair, how in found.items() if pair[0] == label)))
        if "--all" in sys.argv:
            for pair, how in found.items():
                print("", how, *map(ascii, pair), sep="\t")


if __name__ == "__main__":
    main()
