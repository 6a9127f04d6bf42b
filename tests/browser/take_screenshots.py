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

from qa.bundled import open_bundled  # noqa: E402
from ui.serving import warm_up  # noqa: E402

QUESTION = "Who called Syria the golden ring of resistance?"
PICTURES = {
    "chat.png": {"viewport": {"width": 1280, "height": 1000}, "color_scheme": "light"},
    "chat-phone-dark.png": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


def take(chromium, url, path, look):
    context = chromium.new_context(reduced_motion="reduce", **look)
    reader = Reader(context.new_page(), urlsplit(url).netloc)
    reader.open(url)
    reader.ask(QUESTION)
    reader.page.wait_for_timeout(1000)  # the scroll to the question
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
        for name, look in PICTURES.items():
            take(chromium, url, folder / name, look)
        chromium.close()


if __name__ == "__main__":
    main()
