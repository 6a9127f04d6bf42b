"""axe-core on every part of the page. ``npm install --prefix .axe axe-core@4.14.1`` puts it where it is looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ui import strings

AXE = Path(__file__).resolve().parents[2] / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
TABS = {name: getattr(strings, f"TAB_{name.upper()}") for name in ("ask", "check", "speakers", "documents", "tray")}


@pytest.fixture(scope="module")
def axe():
    if not AXE.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"axe-core is not at {AXE}")
        pytest.skip("axe-core is not installed: npm install --prefix .axe axe-core@4.14.1")
    return AXE.read_text(encoding="utf-8")


def grave(reader, axe):
    """Return the serious and critical violations of what the reader sees now, each with one element."""
    reader.page.wait_for_timeout(600)  # colours fade in
    reader.page.evaluate(axe)
    found = reader.page.evaluate("axe.run(document)")["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in GRAVE]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS)
def test_no_part_of_the_page_shuts_anybody_out(read, axe, tab, scheme):
    reader = read(color_scheme=scheme)
    reader.show(TABS[tab])
    assert grave(reader, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["Is the ferry to the island late?", "quantum chromodynamics"])
def test_an_answer_shuts_nobody_out(read, axe, question, scheme):
    reader = read(color_scheme=scheme)
    reader.ask(question)
    for fold in reader.page.locator(".or-answer details").all():
        fold.evaluate("e => e.open = true")
    assert grave(reader, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("parameter", "value", "shown"),
    [
        ("speaker", "Jane Roe", "“It always has.”"),
        ("timeline", "What was said about the ferry?", strings.TAB_SPEAKERS),
        ("quote", "The ferry to the island runs early", "The ferry to the island runs"),
    ],
)
def test_what_an_address_opens_shuts_nobody_out(read, address, axe, parameter, value, shown, scheme):
    reader = read(f"{address}/?{parameter}={value}", color_scheme=scheme)
    reader.page.get_by_text(shown).first.wait_for()
    assert grave(reader, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_document_to_be_read_shuts_nobody_out(read, address, harbour, axe, scheme):
    first = harbour.documents()[0]
    reader = read(f"{address}/?document={first.id}", color_scheme=scheme)
    reader.page.get_by_text(first.citation.title).first.wait_for()
    assert grave(reader, axe) == []
