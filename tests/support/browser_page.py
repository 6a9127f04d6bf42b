"""A reader at the page: what they do, what they see, and what the page tried behind their back."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

CHROMIUM = "/usr/bin/chromium"
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()
#: What Gradio's client says of the answers that a page was waiting for when its reader left it.
LEFT = ("AbortError: ", "Unexpected error Connection errored out")


class Reader:
    """Wraps a playwright page. ``faults`` are console errors and dialogs, ``abroad`` requests to other hosts."""

    def __init__(self, page, host):
        self.page, self.host = page, host
        self.faults, self.abroad = [], []
        page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", self._request)

    def open(self, url):
        """Open an address; that a page which was left complains of being left is no fault."""
        self.page.goto(url)
        self.page.get_by_role("tab").first.wait_for()
        self.faults[:] = [fault for fault in self.faults if not fault.startswith(LEFT)]

    def go(self, parameter, value):
        """Open an address of the page, as from a link elsewhere."""
        self.open(f"http://{self.host}/?{parameter}={quote(value, safe='')}")

    def show(self, tab):
        """Bring a tab to the front, on a narrow screen from the menu of those that have no room."""
        label = self.page.get_by_role("tab", name=tab, exact=False)
        if not label.first.is_visible():
            self.page.locator(".overflow-menu button").first.click()
            label = self.page.locator(".overflow-dropdown button", has_text=tab)
        label.first.click()

    @property
    def box(self):
        return self.page.locator("#or-box textarea")

    @property
    def cards(self):
        return self.answer.locator(".or-card")

    @property
    def answer(self):
        """The latest answer or refusal."""
        return self.page.locator(".or-answer, .or-failure").last

    def ask(self, question):
        self.box.fill(question)
        self.expect_answer(lambda: self.box.press("Enter"))

    def expect_answer(self, act):
        shown = self.page.locator(".or-answer, .or-failure")
        before = shown.count()
        act()
        shown.nth(before).wait_for()

    def clipboard(self):
        return self.page.evaluate("navigator.clipboard.readText()")

    def sideways(self):
        """Return by how many pixels the page is wider than the screen."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def _dialog(self, dialog):
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request):
        if urlsplit(request.url).netloc != self.host and not request.url.startswith(("data:", "blob:")):
            self.abroad.append(request.url)
