from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser_page import CHROMIUM, FLAGS, Reader
from browser_server import served
from tiny_encoder import TinyEncoder

HARBOUR = """---
title: The Harbour
author: Ann Author
date: 2014-08-10
---

## Ferries

The council met on Monday.

“The ferry to the island runs late,” said Mayor Jane Roe. “It always has.”

Nine boats were counted in the harbour.
"""
LIBRARY = "# The Library\n\n## Hours\n\n“The library opens on Sunday,” said John Doe. “Nobody reads on Mondays.”\n"
LONG = "# The Market\n\n" + "\n\n".join(
    f"Stall {n} sells apples, pears and plums to everybody." for n in range(30)
)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """Start Chromium once; each test gets a context of its own, with no history and no cookies."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install -e .[browser]"
    )
    if not Path(CHROMIUM).exists() and not shutil.which("chromium"):
        pytest.skip(f"there is no Chromium at {CHROMIUM}: apt install chromium")
    with playwright.sync_playwright() as driver:
        program = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield program
        program.close()


@pytest.fixture(scope="session")
def harbour(tmp_path_factory):
    from qa import Corpus

    folder = tmp_path_factory.mktemp("harbour")
    (folder / "files").mkdir()
    for name, text in {"harbour.md": HARBOUR, "library.md": LIBRARY, "market.md": LONG}.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([folder / "files"])
    return corpus


@pytest.fixture(scope="session")
def address(harbour):
    with served(harbour) as url:
        yield url


@pytest.fixture
def read(chromium, address):
    """Return a function that opens the page for one reader; afterwards nothing may have gone wrong in it."""
    open_readers = []

    def start(url=address, **context):
        browser_context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"], **context)
        reader = Reader(browser_context.new_page(), urlsplit(url).netloc)
        open_readers.append(browser_context)
        reader.open(url)
        return reader

    yield start
    for browser_context in open_readers:
        browser_context.close()


@pytest.fixture
def reader(read):
    return read()
