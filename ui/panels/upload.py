"""Adding documents: files dropped on the page are read one by one, and what each gave is shown as it comes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator  # noqa: TC003 - Gradio reads the annotations of its event functions
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from corpus import limits
from corpus.errors import printable
from corpus.readers.suffixes import SUFFIXES
from qa.bundled import begin_own, is_sample
from ui import strings
from ui.panels.edge import refusal
from ui.panels.shelf import QUIET, index_bar
from ui.render import failure
from ui.render.documents import told
from ui.render.uploads import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citation import Citation
    from qa import AddResult, Corpus
    from ui.door import Desk
    from ui.panels.shelf import Shelf

    Read = tuple[AddResult, Citation | None]

_PROGRESS = gr.Progress()


def build_upload(desk: Desk, shelf: Shelf) -> None:
    """Put the place for files on the page; what was read is in the list and in the index at the end."""
    with gr.Accordion(strings.DOC_ADD, open=False, elem_id="or-doc-add"):
        label = strings.DOC_DROP.format(endings=" ".join(SUFFIXES))
        drop = gr.File(label=label, file_count="multiple", type="filepath", elem_id="or-doc-drop")
        read = gr.HTML(elem_id="or-doc-read")

    def dropped(files: list[str] | None, progress: gr.Progress = _PROGRESS) -> Iterator[tuple[str, Any]]:
        for html in read_files(desk.corpus, files or [], progress):
            yield html, gr.skip()
        yield gr.skip(), None

    drop.upload(dropped, drop, [read, drop], **QUIET).then(shelf.again, shelf.inputs, shelf.outputs, **QUIET)


def read_files(corpus: Corpus, files: Sequence[str], progress: gr.Progress | None = None) -> Iterator[str]:
    """Read uploaded files into the corpus, and yield what is known of them so far, as HTML.

    Each file is deleted from where it was put for us. One that is refused does not keep the others out. Where
    the page shows the sample, they begin a corpus of the user's own, and ``corpus`` turns to that.
    """
    paths = [Path(name) for name in files]
    try:
        yield from _read_all(corpus, paths, progress)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        yield refusal(fault, f"an upload of {len(paths)} files")
    finally:
        for path in paths:
            _forget(path)


def _read_all(corpus: Corpus, paths: list[Path], progress: gr.Progress | None) -> Iterator[str]:
    if len(paths) > limits.MAX_UPLOADED_FILES:
        yield failure(strings.DOC_TOO_MANY.format(count=len(paths), most=limits.MAX_UPLOADED_FILES))
        return
    begun = begin_own(corpus, paths) if is_sample(corpus) else None
    opening = told(strings.DOC_STARTED_OWN.format(folder=begun)) if begun else ""
    done: list[Read] = []
    for n, (path, name) in enumerate(zip(paths, _names(paths), strict=True)):
        if progress is not None:
            progress((n, len(paths)), desc=strings.DOC_READING.format(name=printable(name, 60)))
        # A sample that nothing readable was dropped on stays one, and takes none of them.
        done.append(_read(corpus, path, name))
        yield opening + read_table(done)
    if corpus.stale:
        corpus.refresh(index_bar(progress))
    refused = sum(result.error is not None for result, _ in done)
    all_read = strings.DOC_ADDED_ALL.format(count=len(done) - refused, refused=refused)
    closing = told(strings.DOC_ADDED_NONE if refused == len(done) else all_read)
    yield opening + closing + read_table(done)


def _read(corpus: Corpus, path: Path, name: str) -> Read:
    result = corpus.put_as(path, name)
    if result.document_id is None:
        return result, None
    with corpus.store.reading() as view:
        return result, view.citation(result.document_id)


def _names(paths: Sequence[Path]) -> list[str]:
    """Return the files' names; of several of one name in one upload the later get a number, and replace none."""
    names: list[str] = []
    for path in paths:
        name, n = path.name, 1
        while name in names:
            n += 1
            name = f"{path.stem} ({n}){path.suffix}"
        names.append(name)
    return names


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
        path.parent.rmdir()  # each upload has a folder of its own
