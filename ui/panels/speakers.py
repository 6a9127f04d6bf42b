"""Speakers and time: what each has said by date, and who said what when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from ui import strings
from ui.door import door_value
from ui.panels.people import PAGE, Shown, merge, names_in, screen

if TYPE_CHECKING:
    from ui.door import Desk

#: What a visitor looks at stays in the server's memory so long after its last use, in seconds.
_KEPT_S: Final = 3600
_TAB: Final = "speakers"
#: What an event changes, in the order of ``_Tab.parts``.
Changed = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Tab:
    """The parts of the tab: what is asked for, what is shown, "show more", and the box to merge by, if any."""

    state: gr.State
    head: gr.HTML
    body: gr.HTML
    more: gr.Button
    also: gr.Textbox | None

    @property
    def parts(self) -> list[Any]:
        """What a change of the page shows, in a fixed order."""
        return [self.state, self.head, self.body, self.more, *([self.also] if self.also else [])]


def build(desk: Desk) -> None:
    """Fill the tab."""
    with gr.Row(elem_id="or-people-boxes"):
        find = _box(strings.PEOPLE_FIND, strings.PEOPLE_FIND_HINT, limits.MAX_FILTER_CHARS)
        question = _box(
            strings.PEOPLE_ASK_TIME, strings.PEOPLE_ASK_HINT, limits.MAX_QUESTION_CHARS, button=strings.PEOPLE_DRAW
        )
    state = gr.State(Shown(), time_to_live=_KEPT_S)
    head = gr.HTML(elem_id="or-people-head")
    also = None if desk.public else _also()
    body = gr.HTML(elem_id="or-people-body")
    more = gr.Button(strings.PEOPLE_MORE, visible=False, size="sm", elem_id="or-people-more")
    tab = _Tab(state, head, body, more, also)
    _connect(desk, tab, find, question)
    if also:
        _connect_merging(desk, tab, also)


def _also() -> gr.Textbox:
    return _box(
        strings.PEOPLE_MERGE_ALSO, strings.PEOPLE_MERGE_HINT, limits.MAX_FILTER_CHARS,
        button=strings.PEOPLE_MERGE_DO, visible=False, elem_id="or-people-also",
    )  # fmt: skip


def _box(
    label: str,
    hint: str,
    most: int,
    *,
    button: str | bool = False,
    visible: bool = True,
    elem_id: str | None = None,
) -> gr.Textbox:
    return gr.Textbox(
        label=label,
        placeholder=hint,
        max_length=most,
        max_lines=1,
        submit_btn=button,
        min_width=280,
        visible=visible,
        elem_id=elem_id,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )


def _settings() -> dict[str, Any]:
    return {"api_visibility": "private", "concurrency_limit": 2, "show_progress": "minimal"}


def _show(desk: Desk, shown: Shown, before: str = "") -> Changed:
    found = screen(desk.corpus, shown, public=desk.public, before=before)
    now = replace(shown, speaker=found.person) if found.person else shown
    also = () if desk.public else (gr.Textbox(value="", visible=bool(found.person)),)
    return now, found.head, found.body, gr.Button(visible=found.more), *also


def _connect(desk: Desk, tab: _Tab, find: gr.Textbox, question: gr.Textbox) -> None:
    """Let what is typed, clicked or opened from elsewhere change what the tab shows."""
    speaker, timeline = desk.doors["speaker"], desk.doors["timeline"]

    def found(shown: Shown, words: str) -> Changed:
        if not words.strip() and not shown.found_by:  # an empty box closes no speaker's page
            return tuple(gr.skip() for _ in tab.parts)
        return _show(desk, Shown(found_by=words))

    def drawn(asked: str) -> Changed:
        return _show(desk, Shown(question=asked))

    def further(shown: Shown) -> Changed:
        return _show(desk, replace(shown, count=shown.count + PAGE))

    def opened(shown: Shown, chosen: gr.SelectData) -> Changed:
        if chosen.value != strings.TAB_SPEAKERS:
            return tuple(gr.skip() for _ in tab.parts)
        return _show(desk, shown)

    def opened_at(value: str) -> tuple[Any, ...]:
        return *_show(desk, Shown(door_value(value))), gr.Tabs(selected=_TAB)

    def timed_at(value: str) -> tuple[Any, ...]:
        return *_show(desk, Shown(question=door_value(value))), gr.Tabs(selected=_TAB)

    # Not its input event, which misses a name pasted into the fresh box.
    find.change(found, [tab.state, find], tab.parts, **_settings())
    question.submit(drawn, question, tab.parts, **_settings())
    tab.more.click(further, tab.state, tab.parts, **_settings())
    desk.tabs.select(opened, tab.state, tab.parts, **_settings())
    speaker.change(opened_at, speaker, [*tab.parts, desk.tabs], **_settings())
    timeline.change(timed_at, timeline, [*tab.parts, desk.tabs], **_settings())


def _connect_merging(desk: Desk, tab: _Tab, also: gr.Textbox) -> None:
    """Let the reader say that two speakers are one person, and take it back."""
    door = desk.doors["merge"]

    def told(names: list[str]) -> Changed:
        name, what = merge(desk.corpus, names)
        return _show(desk, Shown(name), what)

    def also_known(shown: Shown, other: str) -> Changed:
        return told([other.strip(), shown.speaker])

    def clicked(value: str) -> Changed:
        names = names_in(door_value(value))
        return told(names) if names else tuple(gr.skip() for _ in tab.parts)

    also.submit(also_known, [tab.state, also], tab.parts, **_settings())
    door.change(clicked, door, tab.parts, **_settings())
