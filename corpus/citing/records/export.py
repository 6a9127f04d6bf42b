"""Records for other programs: BibTeX, RIS or CSL-JSON, of one document or many."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing.records.bibtex import write_bibtex
from corpus.citing.records.csl import write_csl
from corpus.citing.records.keys import keyed
from corpus.citing.records.ris import write_ris

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.citation import Citation


class RecordFormat(StrEnum):
    """The formats, by their usual file name endings."""

    BIBTEX = "bib"
    CSL_JSON = "json"
    RIS = "ris"


def export_records(citations: Mapping[str, Citation], form: RecordFormat) -> str:
    """Return a file's text with the records of documents, given by document id, in their order.

    Keys are unique, and a document's key stays the same whatever is exported beside it. A type is required
    everywhere; where nothing states one it is each format's generic type.
    """
    write = {RecordFormat.BIBTEX: write_bibtex, RecordFormat.CSL_JSON: write_csl, RecordFormat.RIS: write_ris}
    return write[form](keyed(citations))
