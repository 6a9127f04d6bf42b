"""Citation records from a file, taken over as what the user says of the documents they fit."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr

from corpus.errors import OnRecordError, printable
from qa.bundled import is_sample
from ui import strings
from ui.panels.edge import refusal
from ui.panels.shelf import QUIET
from ui.render import failure
from ui.render.documents import told
from ui.render.uploads import described_table

if TYPE_CHECKING:
    from qa import Corpus
    from ui.door import Desk
    from ui.panels.shelf import Shelf


def build_describing(desk: Desk, shelf: Shelf) -> None:
    """Put the place for a file of records on the page."""
    with gr.Accordion(strings.DOC_DESCRIBE, open=False, elem_id="or-doc-describe"):
        drop = gr.File(label=strings.DOC_DESCRIBE_HELP, file_count="single", type="filepath")
        shown = gr.HTML(elem_id="or-doc-described")

    def dropped(file: str | None) -> tuple[str, None]:
        return (described(desk.corpus, Path(file)) if file else ""), None

    drop.upload(dropped, drop, [shown, drop], **QUIET).then(shelf.again, shelf.inputs, shelf.outputs, **QUIET)


def described(corpus: Corpus, path: Path) -> str:
    """Take over the records of a file, and return what became of each, as HTML; the file is deleted."""
    try:
        if is_sample(corpus):
            return failure(strings.DOC_SAMPLE)
        found = corpus.describe(path)
        titles = {s.id: s.citation.title or "" for s in corpus.documents()}
    except OnRecordError as fault:  # its sentence names the place where the file was put for us
        return failure(str(fault).replace(printable(path), path.name))
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return refusal(fault, "an import of citation records")
    finally:
        with contextlib.suppress(OSError):
            path.unlink()
            path.parent.rmdir()
    taken = sum(one.document_id is not None for one in found)
    return told(strings.DOC_DESCRIBED.format(count=taken, all=len(found))) + described_table(found, titles)
