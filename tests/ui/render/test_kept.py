"""The fold of kept conversations: our own words only, until the browser fills it."""

from __future__ import annotations

from ui_html import elements, one

from ui import strings
from ui.render import kept


def acts(html, *, inside):
    return [e.attributes["data-or-keep"] for e in elements(html)
            if "data-or-keep" in e.attributes and ("template" in e.inside) is inside]  # fmt: skip


def test_what_can_be_done_with_this_conversation_and_with_each_that_is_kept():
    assert acts(kept(), inside=False) == ["keep", "new", "markdown", "json"]
    assert acts(kept(), inside=True) == ["save", "open", "rename", "delete", "markdown", "json"]


def test_it_says_what_is_kept_and_where():
    assert strings.KEPT_ABOUT in [e.text for e in elements(kept())]


def test_the_name_has_a_name_for_screen_readers_and_a_bound():
    name = one(kept(), "or-kept-name").attributes
    assert (name["aria-label"], name["maxlength"]) == (strings.KEPT_NAME, "120")


def test_what_the_script_says_stands_with_it_and_is_announced():
    said = one(kept(), "or-kept-said").attributes
    assert said["role"] == "status"
    assert said["data-or-refused"] == strings.KEPT_REFUSED
    assert said["data-or-done"] == strings.KEPT_DONE


def test_the_keys_are_told_and_there_is_a_place_to_speak_to_screen_readers():
    assert one(kept(), "or-keys").text == strings.KEYS
    spoken = one(kept(), "or-spoken")
    assert (spoken.text, spoken.attributes["role"]) == ("", "status")
