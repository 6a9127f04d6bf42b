"""An evidence pack's manifest, which tells where each passage stood, as read from a stranger's pack."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from corpus import limits
from corpus.model import passage_id

MANIFEST: Final = "manifest.json"
KIND, VERSION = "onrecord evidence pack", 1


class ManifestError(ValueError):
    """What stands where the manifest should is none, or one of another version."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a manifest says of one passage; ``sha256`` is of its words in UTF-8."""

    file: str
    passage_id: str
    document_id: str
    ordinal: int
    start: int
    end: int
    sha256: str

    def fits(self, words: str) -> bool:
        """Whether words have the length, and with the place the id, that the manifest says."""
        if len(words) != self.end - self.start:
            return False
        try:
            return passage_id(self.document_id, self.ordinal, words) == self.passage_id
        except UnicodeEncodeError:  # half characters, which JSON can hold and no id is made of
            return False


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as read: which version of the program made it, of which revision, and what it claims."""

    maker: str
    revision: int
    claims: tuple[Claim, ...]


def passage_file(number: int) -> str:
    """Return the name of a passage's file, by its place in the pack from 1."""
    return f"passages/{number:03d}.txt"


def read_manifest(data: bytes) -> Manifest:
    """Return a stranger's manifest.

    Raises:
        ManifestError: it is none of ours, or of another version.
    """
    try:
        form = json.loads(data.decode())
    except (ValueError, RecursionError) as fault:
        raise ManifestError("no JSON") from fault
    if not isinstance(form, dict) or form.get("format") != KIND:
        raise ManifestError("not the manifest of an evidence pack")
    if form.get("version") != VERSION:
        raise ManifestError(f"a manifest of version {form.get('version')!r}; this program reads {VERSION}")
    passages = form.get("passages")
    if not isinstance(passages, list) or len(passages) > limits.MAX_COLLECTED_HITS:
        raise ManifestError(f"a manifest without a list of at most {limits.MAX_COLLECTED_HITS} passages")
    claims = tuple(_claim(item) for item in passages)
    return Manifest(_text(form, "made_with"), _number(form, "revision"), claims)


def _claim(item: object) -> Claim:
    if not isinstance(item, dict):
        raise ManifestError("a manifest with a passage that is none")
    return Claim(
        file=_text(item, "file"),
        passage_id=_text(item, "passage_id"),
        document_id=_text(item, "document_id"),
        ordinal=_number(item, "ordinal"),
        start=_number(item, "start"),
        end=_number(item, "end"),
        sha256=_text(item, "sha256"),
    )


def _text(form: dict[str, Any], name: str) -> str:
    if not isinstance(form.get(name), str):
        raise ManifestError(f"a manifest without {name}")
    return str(form[name])


def _number(form: dict[str, Any], name: str) -> int:
    value = form.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ManifestError(f"a manifest without {name}")
    return value
