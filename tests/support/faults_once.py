"""One document into a corpus and its index, in a process that others make fail, or watch, call by call.

    python faults_once.py FOLDER NAME VERSION

It prints 'stored' when the document is on the disk and 'built' when the index is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(folder, name, version):
    from faults_texts import speech
    from texts import document
    from tiny_encoder import TinyEncoder

    from corpus.errors import OnRecordError
    from embeddings.build import refresh
    from qa import Corpus

    read = document(speech(name, version), name)
    encoder = TinyEncoder()
    try:
        corpus = Corpus(folder / "corpus", create=True, encoder=encoder)
        with corpus.store.writing() as writer:
            writer.put(read, "1")
            os.write(1, b"stored\n")
        refresh(corpus.store, encoder)
        os.write(1, b"built\n")
    except OnRecordError as fault:
        os.write(2, f"onrecord: {fault}\n".encode())
        raise SystemExit(fault.exit_code) from None


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
