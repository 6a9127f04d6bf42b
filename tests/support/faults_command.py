"""The ``onrecord`` command with the tiny encoder for a model and no long wait for another writer."""

from __future__ import annotations

import sys
from pathlib import Path


def main():
    from corpus import limits

    limits.WRITER_WAIT_S = 0.3
    from tiny_encoder import TinyEncoder

    from embeddings import encoder

    encoder.load_encoder = lambda model=None: TinyEncoder()
    from ui.cli import main as command

    command()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
