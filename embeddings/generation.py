"""Generations on disk: one complete set of derived indexes in a folder, swapped in by renaming a pointer.

    <corpus>/index/CURRENT             the name of the generation in use
    <corpus>/index/gen-<digest>/       manifest.json, rows.json, vectors.faiss, sentences.npz,
                                       lexical.npz

The manifest holds the SHA-256 of every file and the folder's name holds the manifest's, so that one flipped
bit anywhere leads to a name or digest that does not fit. FAISS itself opens most damaged files in silence.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from corpus.durable import named_faults, publish_folder, write_file
from corpus.errors import IndexDamagedError, IndexForeignError, printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "index"
POINTER = "CURRENT"
MANIFEST = "manifest.json"
ROWS, VECTORS, SENTENCES, LEXICAL = "rows.json", "vectors.faiss", "sentences.npz", "lexical.npz"
FORMAT = 2
_KEPT = 2  # the one in use and the one before, which another process may still be reading
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is made from. ``passages`` and ``vectors`` are counts; ``files`` maps name to SHA-256."""

    format: int
    model: str
    dimension: int
    revision: int
    passages: int
    vectors: int
    files: dict[str, str]


def publish(corpus: Path, manifest: Manifest, files: Mapping[str, bytes]) -> Manifest:
    """Write a generation and make it the current one; returns the manifest with its digests.

    Raises:
        DiskFullError, CorpusForbiddenError: nothing has changed.
    """
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    complete = Manifest(**(asdict(manifest) | {"files": digests}))
    data = json.dumps(asdict(complete), indent=1, sort_keys=True).encode()
    name = _name(data)
    folder, content = corpus / FOLDER, {**files, MANIFEST: data}
    _make_way(folder / name, content)
    publish_folder(folder, name, content)
    write_file(folder / POINTER, name.encode())
    _clean(folder, name)
    return complete


def load(corpus: Path, *, model: str | None = None) -> tuple[Manifest, dict[str, bytes]]:
    """Read the current generation and verify every byte of it.

    Args:
        corpus: the corpus folder.
        model: the encoder identity it must have been made with; None to take any.

    Raises:
        IndexDamagedError: there is none, or it is not what was written.
        IndexForeignError: it was made with another model or in another format.
    """
    name = _pointed(corpus / FOLDER)
    folder = corpus / FOLDER / name
    data = _read(folder / MANIFEST)
    if _name(data) != name:
        raise _damaged(folder / MANIFEST)
    told = json.loads(data)
    if told["format"] != FORMAT or model not in {None, told["model"]}:
        raise _foreign(told["model"], told["format"], model)
    manifest = Manifest(**told)
    files = {n: _read(folder / n) for n in manifest.files}
    for file_name, content in files.items():
        if hashlib.sha256(content).hexdigest() != manifest.files[file_name]:
            raise _damaged(folder / file_name)
    return manifest, files


def _foreign(model: str, layout: int, wanted: str | None) -> IndexForeignError:
    kept = "; name the other model with --model to keep it" if layout == FORMAT else ""
    return IndexForeignError(
        f"the index was made with {printable(model)} (format {layout})",
        expected=f"{printable(wanted or model)} (format {FORMAT})",
        action=f"It is rebuilt from the stored text{kept}.",
    )


def _pointed(folder: Path) -> str:
    name = _read(folder / POINTER, _LONGEST_NAME).decode("ascii", "replace").strip()
    if not name.startswith("gen-") or not name[4:].isalnum():
        raise _damaged(folder / POINTER)
    return name


def _read(path: Path, limit: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except FileNotFoundError as fault:
        raise _damaged(path, "is missing") from fault
    except OSError as fault:
        raise _damaged(path, f"cannot be read ({printable(fault.strerror)})") from fault


def _name(manifest: bytes) -> str:
    return f"gen-{hashlib.sha256(manifest).hexdigest()[:40]}"


def _damaged(path: Path, state: str = "is not what was written") -> IndexDamagedError:
    return IndexDamagedError(
        f"{printable(path)} {state}",
        expected="an index that matches its manifest",
        action="It is rebuilt from the stored text; 'onrecord doctor' does so at once.",
    )


def _make_way(place: Path, files: Mapping[str, bytes]) -> None:
    """Remove a damaged generation: the same content has the same name, and publishing leaves a name alone."""
    with named_faults(place.parent):
        if place.is_dir() and any(_content(place / name) != data for name, data in files.items()):
            shutil.rmtree(place)


def _content(path: Path) -> bytes | None:
    try:
        return _read(path)
    except IndexDamagedError:
        return None


def clean(corpus: Path) -> list[str]:
    """Remove generations that nobody reads any more and what killed writers left; return the names.

    Without a pointer that can be followed every generation may be the last, and none is removed.
    """
    folder, current = corpus / FOLDER, None
    with contextlib.suppress(IndexDamagedError):
        current = _pointed(folder)
    return _clean(folder, current)


def _clean(folder: Path, current: str | None) -> list[str]:
    """Remove what ``clean`` says; a leftover does no harm, so failing is no fault."""
    unfinished = [p for p in folder.iterdir() if p.name.startswith(".")]  # by writers that were killed
    others = (p for p in folder.glob("gen-*") if p.is_dir() and p.name != current)
    oldest_first = sorted(others, key=lambda p: p.stat().st_mtime) if current else []
    removed = []
    for path in (*unfinished, *oldest_first[: 1 - _KEPT or None]):
        with contextlib.suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            removed.append(path.name)
    return removed
