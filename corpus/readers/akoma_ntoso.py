"""Debates in Akoma Ntoso 3.0 (OASIS LegalDocML), a standard for what parliaments publish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import limits
from corpus.citation import Field, Provenance, csl_date
from corpus.dates import parse_date
from corpus.errors import SourceFormatError, printable
from corpus.model import BlockKind
from corpus.readers.record import lay, speaker
from corpus.readers.record_remarks import Passed
from corpus.readers.remarks import counted, was
from corpus.readers.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.blocks import Page, Voice
    from corpus.readers.xml_tree import Element

_PARAGRAPH, _LEFTOVER, _HEADING = BlockKind.PARAGRAPH, BlockKind.LEFTOVER, BlockKind.HEADING
_KINDS = {
    "p": _PARAGRAPH, "summary": _PARAGRAPH, "listIntroduction": _PARAGRAPH, "listWrapUp": _PARAGRAPH,
    "debateSection": _PARAGRAPH, "item": BlockKind.ITEM, "tr": BlockKind.ITEM, "num": _HEADING,
    "heading": _HEADING, "subheading": _HEADING, "quotedStructure": BlockKind.QUOTE,
    "embeddedStructure": BlockKind.QUOTE,
    "docTitle": BlockKind.TITLE, "docDate": BlockKind.DATE, "preface": _LEFTOVER, "coverPage": _LEFTOVER,
    "conclusions": _LEFTOVER,
}  # fmt: skip
_ASIDES = dict.fromkeys(("from", "narrative", "scene", "remark"), _LEFTOVER) | {"authorialNote": BlockKind.NOTE}
_DEBATES = ("debate", "debateReport")


def akoma_page(root: Element, path: Path) -> Page:
    """Lay a debate into a page: each speech by the person its ``by`` points to.

    Raises:
        SourceFormatError: a law, a bill or another document that is no debate.
    """
    debate = next((child for child in root.children if child.name in _DEBATES), None)
    if debate is None:
        kind = root.children[0].name if root.children else "nothing"
        raise SourceFormatError(
            f"{printable(path)} is Akoma Ntoso of the kind {printable(kind, 40)!r}",
            expected="a debate or debateReport",
            action="Save it as a web page or as plain text, and add that file.",
        )
    people = dict(_references(debate, "TLCPerson", "TLCOrganization"))
    roles = dict(_references(debate, "TLCRole"))
    passed = Passed()

    def voice_of(speech: Element) -> Voice | None:
        printed = next((c.words for c in speech.children if c.name == "from"), "")
        by, held = (speech.attributes.get(key, "").removeprefix("#") for key in ("by", "as"))
        name = people.get(by, "")
        voice = speaker(name, printed, roles.get(held))
        passed.speech(bool(by), name, voice, timed="startTime" in speech.attributes)
        return voice

    words = Vocabulary(
        kinds=_KINDS,
        asides=_ASIDES,
        silent=frozenset({"meta", "del"}),
        speeches=frozenset({"speech", "question", "answer"}),
        voice_of=voice_of,
        note_label=lambda note: " ".join(note.attributes.get("marker", "").split())[:20] or None,
        lines=frozenset({"br", "eol"}),
        gaps=frozenset({"omissis"}),
        watched=passed.watched,
    )
    fields = _fields(debate)
    if "issued" not in fields:
        passed.undated = _undated(debate)
    page = lay([debate], words, fields)
    return replace(page, remarks=(*_others(root), *passed.remarks()))


def _others(root: Element) -> Iterator[str]:
    """Yield the remark on what stands beside the debate in one file."""
    if count := len(root.children) - 1:
        yield f"{counted(count, 'other document')} in the file {was(count)} not read"


def _undated(debate: Element) -> str:
    work = debate.first("FRBRWork")
    dates = (entry.attributes.get("date", "").strip() for entry in (work.all("FRBRdate") if work else ()))
    return next(filter(None, dates), "")


def _references(debate: Element, *names: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the name shown of what the head of a debate refers to."""
    for entry in debate.all(*names):
        shown = " ".join(entry.attributes.get("showAs", "").split())
        key = entry.attributes.get("eId") or entry.attributes.get("id")
        if key and shown:
            yield key, shown


def _fields(debate: Element) -> dict[str, Field]:
    fields: dict[str, Field] = {}

    def state(name: str, value: object, provenance: Provenance = Provenance.METADATA) -> None:
        if value:
            kept = value[: limits.MAX_FIELD_CHARS] if isinstance(value, str) else value
            fields.setdefault(name, Field(kept, provenance))

    title = debate.first("docTitle")
    state("title", title.words if title else "", Provenance.TEXT)
    work = debate.first("FRBRWork")
    for entry in work.all("FRBRtitle", "FRBRalias", "FRBRdate") if work else ():
        if entry.name == "FRBRdate":
            when = entry.attributes.get("date", "")
            state("issued", csl_date(when) if parse_date(when) else None)
        else:
            state("title", " ".join(entry.attributes.get("value", "").split()))
    spoken = debate.first("FRBRlanguage")
    state("language", spoken.attributes.get("language", "").strip() if spoken else "")
    return fields
