"""Correcting what is known of the open document: a box for each field, and where each value comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from corpus.citing.records.fields import TYPES, date_text
from corpus.errors import OnRecordError
from qa.bundled import is_sample
from ui import strings
from ui.panels.edge import refusal
from ui.panels.reading_view import Form, Sheet, sight
from ui.panels.shelf import QUIET
from ui.render import failure
from ui.render.documents import citations, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.citation import Citation
    from qa import Corpus
    from ui.door import Desk

#: The fields that have a box, by CSL name, with their labels; in this order everywhere.
FIELDS: Final = {
    "title": strings.DOC_TITLE,
    "author": strings.DOC_AUTHORS,
    "issued": strings.DOC_DATE,
    "container-title": strings.DOC_CONTAINER,
    "publisher": strings.DOC_PUBLISHER,
    "URL": strings.DOC_URL,
    "type": strings.DOC_TYPE,
}


def build_corrections(desk: Desk, sheet: Sheet) -> Form:
    """Put the form below the document, and return it to be filled when another is opened."""
    with gr.Accordion(strings.DOC_CORRECT, open=False, elem_id="or-doc-correct"):
        gr.HTML(told(strings.DOC_CORRECT_HELP))
        boxes = [_box(name, label) for name, label in FIELDS.items()]
        save = gr.Button(strings.DOC_SAVE, variant="primary", elem_id="or-doc-save")
        given = gr.CheckboxGroup([], label=strings.DOC_WITHDRAW_LABEL, visible=False)
        withdraw = gr.Button(strings.DOC_WITHDRAW, size="sm", visible=False)
        result = gr.HTML(elem_id="or-doc-corrected")
    outputs = [*boxes, given, withdraw, result]
    corpus, of = desk.corpus, [sheet.document, sheet.passage]

    def saved(document_id: str, passage_id: str, *values: str | None) -> list[Any]:
        html = correct(corpus, document_id, lambda: changed(corpus, document_id, values), strings.DOC_SAVED)
        return [sight(corpus, document_id, passage_id), *form(corpus, document_id, values, html)]

    def withdrawn(document_id: str, passage_id: str, fields: list[str]) -> list[Any]:
        html = withdraw_from(corpus, document_id, fields)
        return [sight(corpus, document_id, passage_id), *form(corpus, document_id, None, html)]

    save.click(saved, [*of, *boxes], [sheet.shown, *outputs], **QUIET)
    withdraw.click(withdrawn, [*of, given], [sheet.shown, *outputs], **QUIET)
    return Form(outputs, lambda document_id: form(corpus, document_id, None, ""))


def _box(name: str, label: str) -> Any:  # noqa: ANN401 - a text box or a list to choose from
    if name == "type":
        return gr.Dropdown([(strings.DOC_TYPE_NONE, ""), *((t, t) for t in sorted(TYPES))], value="", label=label)
    lines = 3 if name == "author" else 1
    most = limits.MAX_NAMES_CHARS if name == "author" else limits.MAX_FIELD_CHARS
    return gr.Textbox(label=label, lines=lines, max_lines=12, max_length=most, elem_id=f"or-field-{name.lower()}")


def correct(corpus: Corpus, document_id: str, changes: Any, sentence: str) -> str:  # noqa: ANN401 - a function
    """Make corrections and return the citations as they are now, or why nothing was changed, as HTML.

    Args:
        corpus: where the document is.
        document_id: which; "" when none is open.
        changes: gives the corrections by field.
        sentence: stands above the citations.
    """
    if is_sample(corpus):
        return failure(strings.DOC_SAMPLE)
    if not document_id:
        return failure(strings.DOC_OPEN_FIRST)
    try:
        wanted = changes()
        if not wanted:
            return told(strings.DOC_NOTHING_CHANGED)
        return citations(sentence, corpus.correct(document_id, wanted))
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return refusal(fault, "a correction")


def withdraw_from(corpus: Corpus, document_id: str, fields: list[str]) -> str:
    """Withdraw the corrections of these fields; return what stands there again, or what to do, as HTML."""
    if not fields:
        return told(strings.DOC_CHOOSE)
    return correct(corpus, document_id, lambda: dict.fromkeys(fields), strings.DOC_WITHDRAWN)


def changed(corpus: Corpus, document_id: str, values: Sequence[str | None]) -> dict[str, Any]:
    """Return the fields whose boxes say something else than what the document has."""
    citation = _citation(corpus, document_id)
    found: dict[str, Any] = {}
    for name, value in zip(FIELDS, values, strict=True):
        written = (value or "").strip()
        if written != shown_value(citation, name):
            found[name] = _names(written) if name == "author" else written
    return found


def form(corpus: Corpus, document_id: str, kept: Sequence[str | None] | None, html: str) -> list[Any]:
    """Return what the form shows: a value for each box, the fields corrected, and what was done.

    ``kept`` is what stands in the boxes; it stays there where it was refused, so that nothing typed is lost.
    """
    try:
        citation, given = _citation(corpus, document_id), corpus.corrections(document_id)
    except OnRecordError as fault:
        return [gr.skip()] * (len(FIELDS) + 2) + [refusal(fault, "the form of corrections")]
    refused = "or-failure" in html and kept is not None
    values = kept if refused and kept is not None else [shown_value(citation, name) for name in FIELDS]
    boxes = [
        gr.update(value=value or "", info=_info(citation, given, name))
        for name, value in zip(FIELDS, values, strict=True)
    ]
    corrected = [(FIELDS[name], name) for name in FIELDS if name in given]
    corrected += [(name, name) for name in sorted(given) if name not in FIELDS]
    box = gr.CheckboxGroup(choices=corrected, value=[], visible=bool(corrected))
    return [*boxes, box, gr.Button(visible=bool(corrected)), html]


def shown_value(citation: Citation, name: str) -> str:
    """Return a field as its box has it: names one a line, the family name first; a date in ISO 8601."""
    value = citation.get(name)
    if not value:
        return ""
    if name == "author":
        return "\n".join(_line(one) for one in value)
    return date_text(value) if name == "issued" else str(value).strip()


def _line(name: Mapping[str, str]) -> str:
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"), name.get("family"))
    family = " ".join(part for part in particles if part)
    return name.get("literal") or ", ".join(
        part for part in (family, name.get("given"), name.get("suffix")) if part
    )


def _names(written: str) -> list[dict[str, str]] | str:
    """Return the names of a box: a comma parts the family name from the rest; without one a name stays whole."""
    names = []
    for line in filter(None, map(str.strip, written.splitlines())):
        family, comma, rest = (part.strip() for part in line.partition(","))
        given, _, suffix = (part.strip() for part in rest.partition(","))
        parts = {"family": family, "given": given, "suffix": suffix}
        names.append({k: v for k, v in parts.items() if v} if comma else {"literal": line})
    return names or ""


def _info(citation: Citation, given: Mapping[str, Any], name: str) -> str:
    """Return where a value comes from, in our words alone: Gradio reads this as Markdown."""
    known = citation.provenance().get(name)
    if known:
        said = strings.DOC_FROM.format(provenance=known)
    else:
        said = strings.DOC_FROM_LEFT_OUT if name in given else strings.DOC_FROM_NOTHING
    return f"{strings.DOC_AUTHORS_HELP} {said}" if name == "author" else said


def _citation(corpus: Corpus, document_id: str) -> Citation:
    with corpus.store.reading() as view:
        return view.citation(document_id)
