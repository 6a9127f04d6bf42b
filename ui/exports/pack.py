"""Evidence packs: passages, citations, and the digests by which a pack is checked later.

A pack is a ZIP of ``manifest.json``, ``passages/NNN.txt`` (the very words: a file's digest is the passage's own),
``passages.md``, ``citations.bib``, ``.ris`` and ``.json``, and ``DIGESTS``, which ``sha256sum --check`` reads.
"""

from __future__ import annotations

import json
from importlib import metadata
from typing import TYPE_CHECKING, Any

from corpus.citing.records import RecordFormat
from ui import strings
from ui.exports.archive import archive
from ui.exports.digests import DIGESTS, digest_lines
from ui.exports.formats import records
from ui.exports.manifest import KIND, MANIFEST, VERSION, passage_file
from ui.exports.markdown import write_markdown
from ui.exports.texts import utf8

if TYPE_CHECKING:
    from corpus.citing import Style
    from qa.answer import Hit
    from qa.collect import Collected


def make_pack(found: Collected, style: Style) -> bytes:
    """Return the pack's bytes; the same passages of the same revision give the same."""
    files = {passage_file(number): hit.text.encode() for number, hit in enumerate(found.hits, 1)}
    files |= {f"citations.{form.value}": records(found.hits, form) for form in RecordFormat}
    files["passages.md"] = write_markdown(found.hits, style)
    files[MANIFEST] = write_manifest(found, style)
    return archive(files | {DIGESTS: digest_lines(files)})


def write_manifest(found: Collected, style: Style) -> bytes:
    """Return the manifest as JSON; where a document was found on a machine is no part of it."""
    digests = dict(found.digests)
    form = {
        "format": KIND,
        "version": VERSION,
        "about": strings.PACK_ABOUT,
        "made_with": _maker(),
        "revision": found.revision,
        "style": style.value,
        "passages": [_passage(hit, number, digests) for number, hit in enumerate(found.hits, 1)],
    }
    return utf8(json.dumps(form, ensure_ascii=False, indent=2) + "\n")


def _maker() -> str:
    try:
        return f"onrecord {metadata.version('onrecord')}"
    except metadata.PackageNotFoundError:  # run from its folder without being installed
        return "onrecord"


def _passage(hit: Hit, number: int, digests: dict[str, str]) -> dict[str, Any]:
    said, passage = hit.to_dict(), hit.passage
    kept = ("passage_id", "document_id", "kind", "section", "paragraph", "page", "time", "utterances", "citation")
    return {
        "file": passage_file(number),
        **{name: said[name] for name in kept},
        "document_sha256": digests.get(passage.document_id),
        "sha256": passage.sha256,
        "ordinal": passage.ordinal,
        "start": passage.start,
        "end": passage.end,
    }
