"""The page as strangers have it, in a browser: alone, and inside another site's page."""

from __future__ import annotations

import http.server
import threading
from urllib.parse import urlsplit

import pytest
from browser_page import Reader
from browser_server import served

from ui.doors import gate

QUESTION = "the ferry to the island runs late"
INJECT = """() => {
  const box = document.createElement("div");
  box.innerHTML = '<img src="data:," onerror="window.orHit = 1"><b onclick="window.orHit = 2">x</b>';
  document.body.append(box);
  box.querySelector("b").click();
  return new Promise((done) => setTimeout(() => done(window.orHit ?? 0), 300));
}"""


@pytest.fixture(scope="session")
def public_address(harbour):
    with served(harbour, public=True) as url:
        yield url


@pytest.fixture
def other_site():
    """Serve another site's page with a frame in it; return a function from what it frames to its address."""
    framed = []

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{framed[-1]}" width="900" height="700"></iframe>'.encode())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield lambda url: framed.append(url) or f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()


@pytest.fixture
def watched(chromium):
    """Return a function that opens an address; with the reader comes the list of requests that were refused."""
    contexts = []

    def start(url):
        contexts.append(chromium.new_context())
        reader, refused = Reader(contexts[-1].new_page(), urlsplit(url).netloc), []
        reader.page.on("response", lambda reply: refused.append(reply.url) if reply.status >= 400 else None)
        reader.open(url)
        return reader, refused

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize("which", ["address", "public_address"])
def test_the_page_lacks_nothing_behind_the_gate(watched, request, which):
    reader, refused = watched(request.getfixturevalue(which))
    reader.ask(QUESTION)
    for tab in reader.page.get_by_role("tab").all():
        tab.click()
        reader.page.wait_for_timeout(200)
    assert (refused, reader.abroad, reader.faults) == ([], [], [])


@pytest.mark.parametrize("which", ["address", "public_address"])
def test_the_browser_itself_runs_no_script_of_an_injected_attribute(read, request, which):
    reader = read(request.getfixturevalue(which))
    assert reader.page.evaluate(INJECT) == 0
    reader.faults.clear()  # the browser reports what it refused


def test_strangers_find_nothing_to_upload(read, public_address):
    reader = read(public_address)
    for tab in reader.page.get_by_role("tab").all():
        tab.click()
        reader.page.wait_for_timeout(200)
        assert reader.page.locator("input[type=file]").count() == 0


def test_another_site_may_show_the_public_page_and_it_answers_there(chromium, public_address, other_site):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(other_site(public_address))
    frame = page.frame_locator("iframe")
    frame.locator("#or-box textarea").fill(QUESTION)
    frame.get_by_role("button", name="Ask", exact=True).click()
    frame.locator(".or-card").first.wait_for(timeout=20_000)
    context.close()


def test_no_site_may_show_the_page_of_ones_own_machine(chromium, address, other_site):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(other_site(address))
    page.wait_for_timeout(1000)
    assert page.frame_locator("iframe").locator("#or-box").count() == 0
    context.close()


def test_another_sites_script_cannot_use_the_page_of_ones_own_machine(chromium, address, other_site, monkeypatch):
    def seen(scope, access):
        told.append((scope["path"], foreign(scope, access)))
        return told[-1][1]

    told, foreign = [], gate.foreign
    monkeypatch.setattr(gate, "foreign", seen)
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site := other_site("about:blank"))
    send = "(url) => fetch(url, {method: 'POST', mode: 'no-cors', body: '{}'}).then(() => 'sent', () => 'failed')"
    assert page.evaluate(send, f"{address}/gradio_api/queue/join") == "failed"
    (refusal,) = [why for path, why in told if path == "/gradio_api/queue/join"]
    assert site.rstrip("/") in refusal
    context.close()
