"""How long adding a folder takes, how much memory, and how long adding it again takes when nothing has changed.

    python tests/benchmarks/adding.py [FILES] [--model]

The folder holds 300 files of invented text, or as many as are named, of five formats in turn, with 10,000
passages in all. Printed are seconds of the clock, and the memory that this process and the reading one hold and
have held at most after each third of the files. Without --model the tests' small encoder stands in for the model,
so that the time for embedding is left out; the re-run is then a larger share of the first run than a user sees.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

PARAGRAPHS = 34
PEOPLE = ("Sanna Veld", "Oda Bern", "Warden Tolliver", "Mara Quell", "Tobin Ash", "Ilse Varga")
WORDS = (
    "quay tide lantern ferry council grain lock towpath herring winter harbour ledger boat warden bridge toll "
    "rope market bell archive orchard mill canal valley storm keeper letter hall crew flood"
).split()
VERBS = (
    "opened closed counted carried mended promised refused measured painted followed remembered guarded".split()
)


def sentence(words):
    subject, thing, place = (words.choice(WORDS) for _ in range(3))
    count = words.randrange(2, 900)
    return f"the {subject} {words.choice(VERBS)} {count} times before the {thing} by the {place} was seen again"


def paragraph(words):
    """Return a paragraph of two or three sentences; every other one quotes somebody."""
    said = [sentence(words) for _ in range(words.randrange(2, 4))]
    if words.random() < 0.5:
        rest = ". ".join(s.capitalize() for s in said[1:])
        return f"“{said[0].capitalize()},” {words.choice(PEOPLE)} said. “{rest}.”"
    return " ".join(f"{s.capitalize()}." for s in said)


def text(words):
    return "\n\n".join(paragraph(words) for _ in range(PARAGRAPHS))


def markdown(words):
    front = f"---\ntitle: The {words.choice(WORDS)} and the {words.choice(WORDS)}\ndate: 2014-05\n---\n\n"
    return front + text(words)


def table(words):
    rows = [f'{words.choice(PEOPLE)},2014-05-12,"{sentence(words).capitalize()}."' for _ in range(PARAGRAPHS)]
    return "\n".join(["speaker,date,text", *rows]) + "\n"


def subtitles(words):
    cues = []
    for n in range(PARAGRAPHS):
        start, end = (f"{(n * 9 + more) // 60:02d}:{(n * 9 + more) % 60:02d}.000" for more in (0, 8))
        cues.append(f"{start} --> {end}\n<v {PEOPLE[n % len(PEOPLE)]}>{sentence(words).capitalize()}.")
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def word(words):
    from zipped import docx, para

    return docx("".join(para(paragraph(words)) for _ in range(PARAGRAPHS)))


FORMATS = {".txt": text, ".md": markdown, ".csv": table, ".vtt": subtitles, ".docx": word}


def write(folder, files):
    for n in range(files):
        ending, form = list(FORMATS.items())[n % len(FORMATS)]
        data = form(random.Random(n))  # noqa: S311 - no secret is made of it
        path = folder / f"file-{n:03}{ending}"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def memory(pid):
    """Return what a process holds and has held at most, in MB."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return [int(status[name].split()[0]) / 1000 for name in ("VmRSS", "VmHWM")]


def reader():
    """Return the id of the process that reads, or None."""
    from corpus.readers.sandbox import _READER

    return _READER._process.pid if _READER._process else None


def timed(what, act):
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    print(f"{what:34} {took:8.2f} s", flush=True)
    return took


def main():
    from tiny_encoder import TinyEncoder

    from qa import Corpus
    from qa.results import Hearing

    files = next((int(a) for a in sys.argv[1:] if a.isdigit()), 300)
    encoder = None if "--model" in sys.argv else TinyEncoder()
    marks = {files // 3, 2 * files // 3, files}

    readers = set()

    def show(done, total):
        readers.add(reader())
        if done in marks:
            marks.discard(done)
            own, child = memory("self"), memory(reader()) if reader() else [0, 0]
            told = (
                f"this process {own[0]:.0f} MB (most {own[1]:.0f}), reader {child[0]:.0f} MB (most {child[1]:.0f})"
            )
            print(f"  after {done} of {total} files: {told}, reader no. {len(readers - {None})}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder, drop = Path(name) / "corpus", Path(name) / "drop"
        drop.mkdir()
        write(drop, files)
        corpus = Corpus(folder, create=True, encoder=encoder)
        _ = corpus.encoder  # loading it is no part of adding
        first = timed(f"reading {files} files", lambda: corpus.put([drop], hearing=Hearing(file=show)))
        first += timed("indexing them", corpus.refresh)
        counts = corpus.store.counts()
        print(f"{counts['documents']} documents, {counts['passages']} passages")
        again = Corpus(folder, encoder=corpus.encoder)
        second = timed("adding them again, unchanged", lambda: again.add([drop]))
        print(f"the second run took {second / first:.2%} of the first")


if __name__ == "__main__":
    main()
