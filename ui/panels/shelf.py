"""The list of documents, with its search and its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from corpus.model import UtteranceKind
from qa.browse import browse
from ui import strings
from ui.panels.edge import refusal
from ui.render.documents import shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa import Corpus
    from ui.door import Desk

#: Documents on one page of the list.
PER_PAGE: Final = 50
#: What each kind of speech is called, by the word that ``qa.browse`` takes.
_KINDS: Final = [
    (strings.DOC_KIND_ANY, ""),
    (strings.DOC_KIND_OWN, "own"),
    (strings.QUOTED_DIRECT, UtteranceKind.DIRECT.value),
    (strings.QUOTED_PART, UtteranceKind.PART.value),
    (strings.QUOTED_BLOCK, UtteranceKind.BLOCK.value),
    (strings.QUOTED_TURN, UtteranceKind.TURN.value),
    (strings.QUOTED_INDIRECT, UtteranceKind.INDIRECT.value),
]
#: What a change of the list gives: its HTML, the page shown, and the two buttons that turn pages.
Listed = tuple[str, int, Any, Any]
_PROGRESS = gr.Progress()
QUIET: Final[dict[str, Any]] = {
    "api_visibility": "private",
    "concurrency_limit": 2,
    "show_progress": "minimal",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The parts of the list, and ``again``, which shows it anew from ``inputs`` in ``outputs``."""

    inputs: list[Any]
    outputs: list[Any]
    again: Callable[..., Listed]


def build_shelf(desk: Desk) -> Shelf:
    """Put the list on the page."""
    boxes = _boxes()
    shown = gr.HTML(elem_id="or-doc-list")
    with gr.Row():
        before = gr.Button(strings.DOC_BEFORE, size="sm", visible=False)
        after = gr.Button(strings.DOC_AFTER, size="sm", visible=False)
    page = gr.State(0)

    def at(step: int | None) -> Callable[..., Listed]:
        # Gradio finds the progress display only behind arguments that are named one by one.
        def turned(
            words: str,
            speaker: str,
            since: str,
            until: str,
            kind: str,
            now: int,
            progress: gr.Progress = _PROGRESS,
        ) -> Listed:
            turn = 0 if step is None else int(now) + step
            return listed(desk.corpus, [words, speaker, since, until, kind], turn, progress, public=desk.public)

        return turned

    outputs = [shown, page, before, after]
    inputs = [*boxes, page]
    for start in [*(box.submit for box in boxes[:-1]), boxes[-1].change]:
        start(at(None), inputs, outputs, **QUIET)
    before.click(at(-1), inputs, outputs, **QUIET)
    after.click(at(1), inputs, outputs, **QUIET)
    return Shelf(inputs, outputs, at(0))


def _boxes() -> list[Any]:
    """Return the boxes in the order of ``qa.browse``: words, speaker, since, until, kind."""
    most = limits.MAX_FILTER_CHARS
    words = gr.Textbox(
        label=strings.DOC_WORDS,
        placeholder=strings.DOC_WORDS_HINT,
        submit_btn=strings.DOC_FIND,
        max_length=most,
        elem_id="or-doc-words",
    )
    with gr.Accordion(strings.DOC_FILTERS, open=False), gr.Row():
        speaker = gr.Textbox(label=strings.DOC_SPEAKER, max_length=most, min_width=120)
        since, until = (
            gr.Textbox(label=label, placeholder=strings.DOC_DATE_HINT, max_length=most, min_width=120)
            for label in (strings.DOC_SINCE, strings.DOC_UNTIL)
        )
        kind = gr.Dropdown(_KINDS, value="", label=strings.DOC_KIND, min_width=120)
    return [words, speaker, since, until, kind]


def listed(
    corpus: Corpus,
    given: list[str | None],
    page: int,
    progress: gr.Progress | None = None,
    *,
    public: bool = False,
) -> Listed:
    """Return a page of the documents that fit.

    Args:
        corpus: where to look.
        given: what the boxes say.
        page: which page, from 0; one that is not there becomes the nearest.
        progress: shows how far the index is, where it must be built first.
        public: strangers look.
    """
    words, speaker, since, until, kind = (value or "" for value in given)
    try:
        found = browse(
            corpus, words=words, speaker=speaker, since=since, until=until, kind=kind,
            progress=index_bar(progress),
        )  # fmt: skip
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        told = refusal(fault, f"a search for documents of {len(words)} characters", public=public)
        return told, 0, gr.Button(visible=False), gr.Button(visible=False)
    page = min(max(page, 0), max(len(found) - 1, 0) // PER_PAGE)
    first = page * PER_PAGE
    html = shelf(found[first : first + PER_PAGE], first + 1, len(found), searched=any(filter(None, given)))
    more = first + PER_PAGE < len(found)
    return html, page, gr.Button(visible=page > 0), gr.Button(visible=more)


def index_bar(progress: gr.Progress | None) -> Callable[[int, int], None] | None:
    """Return what shows on a progress display how far the index is."""
    if progress is None:
        return None

    def show(done: int, total: int) -> None:
        progress((done, total), desc=strings.INDEXING)

    return show
