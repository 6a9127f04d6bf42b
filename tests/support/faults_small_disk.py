"""Fill a disk of 8 MB with speeches, then make room; prints what happened at each step as one JSON object.

    unshare -m python faults_small_disk.py FOLDER SOURCES

The disk is mounted in the process's own namespace and goes with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from faults_texts import check_hits, speech, stored_versions
from tiny_encoder import TinyEncoder

from corpus.errors import DiskFullError
from qa import Corpus

COMMAND = str(Path(__file__).with_name("faults_command.py"))


def write(path, paragraphs=1):
    path.write_text("\n\n".join(speech(path.name, n) for n in range(paragraphs)), encoding="utf-8")
    return path


def fill(corpus, sources):
    """Add speeches until there is no room; return those acknowledged and the refusal."""
    kept = []
    for n in range(10_000):
        path = write(sources / f"talk-{n}.txt", 60)
        try:
            corpus.add([path], on_result=lambda r: kept.append(Path(r.source).name))
        except DiskFullError as fault:
            return kept, fault
    raise AssertionError("the disk was never full")


def fill_to_the_last_byte(path):
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def state(folder):
    corpus = Corpus(folder, encoder=TinyEncoder())
    return {"stored": sorted(stored_versions(corpus)), "hits": check_hits(corpus)}


def command(*arguments):
    words = [sys.executable, COMMAND, *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return {"code": done.returncode, "err": done.stderr.splitlines()}


def backup(disk, folder):
    done = command("backup", disk / "b.zip", "--corpus", folder)
    return done | {"left": sorted(p.name for p in disk.iterdir() if "b.zip" in p.name)}


def main(disk, sources):
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    (disk / "reserve").write_bytes(bytes(6_200_000))
    folder, told = disk / "corpus", {}
    kept, fault = fill(Corpus(folder, create=True, encoder=TinyEncoder()), sources)
    told |= {"kept": sorted(kept), "fault": str(fault), "full": state(folder)}
    with Corpus(folder, encoder=TinyEncoder()).store.writing():
        pass  # the last to close removes the log, so that a reader would have to make it anew
    fill_to_the_last_byte(disk / "filler")
    told["brim"] = state(folder)
    told["command"] = command("add", write(sources / "late.txt"), "--corpus", folder)
    several = sources / "several"
    several.mkdir()
    for n in range(3):
        write(several / f"several-{n}.txt")
    told["dropped"] = command("add", several, "--corpus", folder)
    told["backup"] = backup(disk, folder)
    os.truncate(disk / "filler", (disk / "filler").stat().st_size - 300_000)
    told["half backup"] = backup(disk, folder)
    fill_to_the_last_byte(disk / "filler-2")
    told["refused"] = state(folder)
    for name in ("filler", "filler-2", "reserve"):
        (disk / name).unlink()
    told["again"] = command("add", sources / "late.txt", "--corpus", folder)
    told["after"] = state(folder)
    told["dropped again"] = command("add", several, "--corpus", folder)
    told["all"] = state(folder)
    told["backup again"] = backup(disk, folder)
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
