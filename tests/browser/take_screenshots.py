"""Take the README's pictures: ``python tests/browser/take_screenshots.py``. Writes into ui/pictures."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from browser_page import CHROMIUM, FLAGS, Reader  # noqa: E402 - only now on the path
from browser_server import served  # noqa: E402

from qa import retrieve  # noqa: E402
from qa.bundled import open_bundled  # noqa: E402
from ui.serving import warm_up  # noqa: E402

QUESTION = "Who called Syria the golden ring of resistance?"
LIGHT = {"viewport": {"width": 1280, "height": 1000}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}


def chat(reader, _):
    reader.ask(QUESTION)


def reading(reader, corpus):
    """Open the passage that answers, in its document."""
    passage = retrieve(QUESTION, corpus=corpus).hits[0].passage
    reader.go("passage", passage.id)
    reader.page.locator("#or-in-view").wait_for()


def timeline(reader, _):
    reader.go("timeline", "What did the commanders say about Gaza and the West Bank?")
    reader.page.locator(".or-plot").first.wait_for()


PICTURES = {
    "chat.png": (chat, LIGHT),
    "chat-phone-dark.png": (chat, PHONE),
    "reading.png": (reading, LIGHT),
    "timeline.png": (timeline, LIGHT),
}


def take(chromium, url, path, corpus, act, look):
    context = chromium.new_context(reduced_motion="reduce", **look)
    reader = Reader(context.new_page(), urlsplit(url).netloc)
    reader.open(url)
    act(reader, corpus)
    reader.page.wait_for_timeout(1500)  # scrolling and fading
    reader.page.screenshot(path=path)
    context.close()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def main():
    folder = ROOT / "ui" / "pictures"
    folder.mkdir(exist_ok=True)
    corpus = open_bundled()
    warm_up(corpus, print)
    with served(corpus) as url, sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (act, look) in PICTURES.items():
            take(chromium, url, folder / name, corpus, act, look)
        chromium.close()


if __name__ == "__main__":
    main()
