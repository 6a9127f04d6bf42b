"""One door to the formats: collected passages in, a file's bytes out."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing import Style
from corpus.citing.records import RecordFormat, export_records
from ui.exports.texts import utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answer import Hit
    from qa.collect import Collected


class Format(StrEnum):
    """What passages can be taken away as, by the usual ending of the file's name."""

    DOCX = "docx"
    MARKDOWN = "md"
    CSV = "csv"
    BIBTEX = "bib"
    RIS = "ris"
    CSL_JSON = "json"
    PACK = "zip"


def export(found: Collected, form: Format, style: Style = Style.APA) -> bytes:
    """Return the passages as a file; the same passages give the same bytes, whenever and wherever.

    Args:
        found: the passages, in the order in which they will stand.
        form: the format. Records (BibTeX, RIS, CSL-JSON) are of the documents, each once, and hold no words.
        style: of the citations; records have none.
    """
    match form:
        case Format.DOCX:
            from ui.exports.word import write_docx  # noqa: PLC0415 - python-docx and lxml

            return write_docx(found.hits, style)
        case Format.MARKDOWN:
            from ui.exports.markdown import write_markdown  # noqa: PLC0415 - one format of several

            return write_markdown(found.hits, style)
        case Format.CSV:
            from ui.exports.table import write_table  # noqa: PLC0415

            return write_table(found.hits, style)
        case Format.PACK:
            from ui.exports.pack import make_pack  # noqa: PLC0415

            return make_pack(found, style)
        case _:
            return records(found.hits, RecordFormat(form.value))


def records(hits: Sequence[Hit], form: RecordFormat) -> bytes:
    """Return the records of the passages' documents, each once, in UTF-8."""
    return utf8(export_records({hit.passage.document_id: hit.citation for hit in hits}, form))


def file_name(found: Collected, form: Format) -> str:
    """Return a name for the file, such as ``onrecord-3-passages-1f0c9a2b.docx``; no document's text is in it."""
    digest = hashlib.sha256("\0".join(hit.passage.id for hit in found.hits).encode()).hexdigest()[:8]
    count = len(found.hits)
    return f"onrecord-{count}-passage{'' if count == 1 else 's'}-{digest}.{form.value}"
