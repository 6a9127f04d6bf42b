"""What strangers may try at a public page, over a real connection; the corpus must stay as it was."""

from __future__ import annotations

import http.client
import itertools
import json
import socket
import time
from urllib.parse import urlsplit

import pytest
from browser_server import free_port, served
from doors_texts import small_archive
from starlette.routing import Route

from corpus import limits
from ui.doors.access import Access
from ui.doors.routes import ENDPOINTS, opened
from ui.serving import launch_options, page

JOIN = "/gradio_api/queue/join"
PUBLIC = Access(public=True)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return small_archive(tmp_path_factory.mktemp("attacked"))


@pytest.fixture(scope="module")
def address(archive):
    with served(archive, public=True) as url:
        yield urlsplit(url).netloc


@pytest.fixture(autouse=True)
def unchanged(archive):
    """Whatever a test tries, the corpus is afterwards what it was."""
    before = (archive.store.revision(), _texts(archive))
    yield
    assert (archive.store.revision(), _texts(archive)) == before


@pytest.fixture(autouse=True)
def roomy(monkeypatch):
    """Let these tests ask as often as they like; the rate has a test of its own."""
    monkeypatch.setattr("ui.doors.rate.Shares.take", lambda *_: 0)


def _texts(corpus):
    return [corpus.document(summary.id) for summary in corpus.documents()]


def _ask(address, method, path, body=None, **headers):
    connection = http.client.HTTPConnection(address, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body, named)
        with connection.getresponse() as reply:
            return reply.status, reply.read().decode("utf-8", "replace"), dict(reply.getheaders())
    finally:
        connection.close()


def _post(address, path, form):
    return _ask(address, "POST", path, json.dumps(form).encode(), content_type="application/json")


def _run(address, fn_index, data, session):
    """Join the queue as the page does, or as nobody should; return the status and what came of it."""
    status = _join(address, fn_index, data, session)
    return status, _events(address, session)[0] if status == 200 else {}


def _join(address, fn_index, data, session):
    call = {"data": data, "fn_index": fn_index, "session_hash": session, "event_data": None, "trigger_id": None}
    return _post(address, JOIN, call)[0]


def _events(address, session):
    """Wait until all that a session has begun is done; return how each ended."""
    _, stream, _ = _ask(address, "GET", f"/gradio_api/queue/data?session_hash={session}")
    events = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: ")]
    return [event for event in events if event["msg"] == "process_completed"]


def _functions(address):
    return json.loads(_ask(address, "GET", "/config")[1])["dependencies"]


@pytest.mark.parametrize("path", [JOIN, "/gradio_api/call/ask", "/gradio_api/cancel"])
def test_a_body_of_50_mb_is_refused_before_it_is_read(address, path):
    began = time.perf_counter()
    with socket.create_connection(tuple(address.split(":")), timeout=30) as line:
        line.sendall(f"POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: 50000000\r\n\r\n".encode())
        assert line.recv(12) == b"HTTP/1.1 413"
    assert time.perf_counter() - began < 10


def test_a_body_without_end_is_cut_off(address):
    with socket.create_connection(tuple(address.split(":")), timeout=30) as line:
        line.sendall(f"POST {JOIN} HTTP/1.1\r\nHost: {address}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        sent = 0
        try:
            while sent < 50_000_000:
                line.sendall(chunk)
                sent += 65536
        except OSError:  # the server has let go of the line
            pass
        assert sent < 5 * limits.MAX_BODY_BYTES


@pytest.mark.parametrize("name", ["ask", "check_quote"])
def test_a_text_too_long_by_the_raw_queue_is_refused_by_its_length(address, name):
    index = next(fn["id"] for fn in _functions(address) if fn["api_name"] == name)
    data = {"ask": ["x" * 10_000, 5, None, None, None, None], "check_quote": ["x" * 10_001, None, 3]}[name]
    _, done = _run(address, index, data, f"long-{name}")
    assert not done["success"]
    assert "000 characters; expected at most" in done["output"]["error"].replace("10,001", "10,000")


ODD = {
    "long": "x" * 10_000, "unknown": json.dumps({"value": "nobody"}), "number": '{"value": 5}', "cut": "{",
    "null": None, "negative": -1, "list": [], "object": {"a": {}},
}  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [pytest.param(ODD[name], id=name, marks=[] if name in {"null", "long"} else pytest.mark.slow) for name in ODD],
)
def test_every_function_of_the_page_called_with_anything_ends_and_leaves_the_corpus_as_it_was(address, value):
    functions = _functions(address)
    assert len(functions) > 10
    for some in (functions[at : at + 40] for at in range(0, len(functions), 40)):
        session = f"odd-{some[0]['id']}-{hash(str(value))}"
        joined = [_join(address, fn["id"], [value] * len(fn["inputs"]), session) for fn in some]
        assert set(joined) == {200}
        assert len(_events(address, session)) == len(some)
    assert _ask(address, "GET", "/")[0] == 200


@pytest.mark.parametrize("index", [-1, 10_000, "a", None, 1.5])
def test_a_function_that_is_not_there_is_refused(address, index):
    status, done = _run(address, index, [], f"none-{index}")
    assert status >= 400 or not done.get("success", False)
    assert _ask(address, "GET", "/")[0] == 200


def test_no_private_function_can_be_called_by_a_name(address):
    names = {fn["api_name"] for fn in _functions(address)} - set(ENDPOINTS)
    for name in ["lambda", "predict", *map(str, names)]:
        assert _post(address, f"/gradio_api/call/{name}", {"data": []})[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=../../../../etc/passwd",
        "/gradio_api/file%3D/etc/passwd",
        "/gradio_api/file=https://198.51.100.7/",
        "/gradio_api/proxy=https://198.51.100.7/",
        "/assets/../../../../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets//etc/passwd",
        "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/svelte/%2e%2e/%2e%2e/package.json",
        "//etc/passwd",
    ],
)
def test_no_path_leads_to_a_file_of_the_machine(address, path):
    status, body, _ = _ask(address, "GET", path)
    assert status in {403, 404, 307}
    assert "root:" not in body


def test_nothing_can_be_uploaded_not_even_an_empty_file(address):
    form = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n\r\n--b--\r\n'
    for path in ("/gradio_api/upload", "/upload", "/gradio_api/upload?upload_id=a", "/gradio_api//upload"):
        assert _ask(address, "POST", path, form, content_type="multipart/form-data; boundary=b")[0] == 404


def test_every_route_of_the_running_application_is_open_on_purpose_or_not_at_all(archive):
    built = page(archive, PUBLIC)
    app, _, _ = built.launch(
        prevent_thread_lock=True,
        server_name="127.0.0.1",
        server_port=free_port(),
        **launch_options(archive, PUBLIC),
    )
    built.close(verbose=False)
    inner = [route.original_router.routes for route in app.routes if hasattr(route, "original_router")]
    all_routes = [*app.routes, *itertools.chain(*inner)]
    routes = [(m, r.path_format) for r in all_routes if isinstance(r, Route) for m in r.methods or ()]
    found = {path for method, path in routes if opened(method, path.replace("{api_name}", "ask"), PUBLIC)}
    assert len(routes) > 75
    assert found == {
        "/", "/config", "/config/", "/theme.css", "/favicon.ico", "/robots.txt", "/manifest.json",
        "/assets/{path}", "/static/{path}", "/svelte/{path}",
        "/gradio_api/info", "/gradio_api/info/", "/gradio_api/app_id", "/gradio_api/app_id/",
        "/gradio_api/startup-events", "/gradio_api/theme.css", "/gradio_api/heartbeat/{session_hash}",
        "/gradio_api/queue/join", "/gradio_api/queue/data", "/gradio_api/cancel", "/gradio_api/reset",
        "/gradio_api/reset/", "/gradio_api/call/{api_name}", "/gradio_api/call/{api_name}/",
        "/gradio_api/call/v2/{api_name}", "/gradio_api/call/v2/{api_name}/",
        "/gradio_api/call/{api_name}/{event_id}", "/gradio_api/call/v2/{api_name}/{event_id}",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/nowhere", "/gradio_api/upload", "/config", "/theme.css"])
def test_every_reply_over_the_line_carries_the_headers(address, path):
    headers = {name.lower(): value for name, value in _ask(address, "GET", path)[2].items()}
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_a_proxys_name_that_a_stranger_writes_stands_in_no_link_of_the_page(address):
    named = {
        "x_forwarded_host": "evil.example",
        "x_gradio_server": "http://evil.example",
        "x_forwarded_proto": "https",
    }
    for path in ("/", "/config", "/gradio_api/info"):
        assert "evil.example" not in _ask(address, "GET", path, **named)[1]


def test_who_asks_too_often_is_told_when_to_come_again(archive, monkeypatch):
    monkeypatch.undo()
    with served(archive, public=True) as url:
        netloc = urlsplit(url).netloc
        replies = [
            _ask(netloc, "GET", "/gradio_api/app_id", x_forwarded_for=f"203.0.113.{n % 250}")
            for n in range(int(limits.BURST_REQUESTS) + 60)
        ]
        refused = [headers for status, _, headers in replies if status == 429]
        assert refused
        assert {int(headers["retry-after"]) for headers in refused} <= {1, 2}
        assert replies[0][0] == 200
