"""What became of files that were given to the page, as tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from corpus.errors import printable
from qa.results import Outcome
from ui import strings
from ui.render.documents import authors_of, date_of, table
from ui.render.elements import link, said
from ui.render.quoted import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.citation import Citation
    from qa import AddResult
    from qa.describing import Description

_OUTCOMES: Final = {
    Outcome.ADDED: strings.DOC_OUTCOME_ADDED,
    Outcome.REPLACED: strings.DOC_OUTCOME_REPLACED,
    Outcome.UNCHANGED: strings.DOC_OUTCOME_UNCHANGED,
}


def read_table(read: Iterable[tuple[AddResult, Citation | None]]) -> str:
    """Return of each file what became of it, and what was found of its citation and where."""
    heads = (
        strings.DOC_FILE, strings.DOC_OUTCOME, strings.DOC_PASSAGES, strings.DOC_SPEAKERS, strings.DOC_TITLE,
        strings.DOC_AUTHOR, strings.DOC_DATE,
    )  # fmt: skip
    return table(strings.DOC_READ_TABLE, heads, [_read_row(*one) for one in read])


def _read_row(result: AddResult, citation: Citation | None) -> tuple[str, ...]:
    file = escape(printable(file_name(result.source), 120))
    if result.outcome is None or citation is None or result.document_id is None:
        refused = said("span", "or-doc-refused", strings.DOC_REFUSED.format(message=result.error))
        return file, refused, "", "", "", "", ""
    title = link(citation.title or strings.DOC_NO_TITLE, "document", result.document_id)
    return (
        file,
        escape(_OUTCOMES[result.outcome]) + _remarks(result),
        str(result.passages),
        str(result.speakers),
        title + _from(citation, "title"),
        escape(authors_of(citation)) + _from(citation, "author"),
        escape(date_of(citation)) + _from(citation, "issued"),
    )


def _remarks(result: AddResult) -> str:
    """Return what the reader passed over or took for what, each on a line in small print."""
    columns = [strings.DOC_COLUMNS.format(columns=result.columns)] if result.columns else []
    return "".join(said("small", "or-doc-remark", remark) for remark in (*columns, *result.remarks))


def _from(citation: Citation, field: str) -> str:
    """Return where a field was found, in small print."""
    return said("small", "or-doc-from", citation.provenance().get(field) or strings.DOC_UNKNOWN)


def described_table(described: Iterable[Description], titles: Mapping[str, str]) -> str:
    """Return of each citation record which document it describes now, and why or why none."""
    heads = (strings.DOC_RECORD, strings.DOC_DOCUMENT, strings.DOC_WHY)
    rows = [
        (
            escape(printable(one.record, 120)),
            link(titles.get(one.document_id) or strings.DOC_NO_TITLE, "document", one.document_id)
            if one.document_id
            else escape(strings.DOC_UNMATCHED),
            escape(one.why),
        )
        for one in described
    ]
    return table(strings.DOC_DESCRIBE, heads, rows)
