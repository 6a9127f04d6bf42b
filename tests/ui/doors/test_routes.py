from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.doors.access import Access
from ui.doors.routes import ENDPOINTS, Kind, opened

OWN, PUBLIC, AGENTS = Access(), Access(public=True), Access(public=True, mcp=True)
#: What Gradio would do for anybody: read and take files, fetch from elsewhere, write to its disk, edit itself.
CLOSED = [
    ("GET", "/gradio_api/file=/etc/passwd"),
    ("GET", "/gradio_api/file/etc/passwd"),
    ("POST", "/gradio_api/upload"),
    ("GET", "/gradio_api/upload_progress"),
    ("GET", "/gradio_api/proxy=https://evil.example/"),
    ("GET", "/gradio_api/deep_link"),
    ("POST", "/gradio_api/component_server"),
    ("POST", "/gradio_api/process_recording"),
    ("POST", "/gradio_api/vibe-edit"),
    ("GET", "/gradio_api/dev/reload"),
    ("POST", "/gradio_api/run/ask"),
    ("POST", "/gradio_api/api/predict"),
    ("POST", "/gradio_api/call/lambda"),
    ("POST", "/gradio_api/stream/abc"),
    ("GET", "/gradio_api/queue/status"),
    ("GET", "/gradio_api/custom_component/a/b/c/d"),
    ("GET", "/gradio_api/runs"),
    ("GET", "/monitoring"),
    ("POST", "/login"),
    ("GET", "/openapi.json"),
    ("GET", "/docs"),
    ("PUT", "/"),
    ("POST", "/"),
    ("OPTIONS", "/"),
]


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_what_strangers_have_no_need_of_does_not_exist_for_them(method, path):
    assert opened(method, path, AGENTS) is None


@pytest.mark.parametrize(("method", "path"), [c for c in CLOSED if "upload" not in c[1] and "file=" not in c[1]])
def test_the_own_machine_has_uploads_more_and_nothing_else(method, path):
    assert opened(method, path, OWN) is None


@pytest.mark.parametrize("name", ENDPOINTS)
@pytest.mark.parametrize("version", ["", "v2/"])
def test_each_endpoint_may_be_called_and_its_result_fetched(name, version):
    assert opened("POST", f"/gradio_api/call/{version}{name}", PUBLIC) is Kind.CALL
    assert opened("GET", f"/gradio_api/call/{version}{name}/abc123", PUBLIC) is Kind.PAGE


@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/info", "/gradio_api/heartbeat/abc"])
def test_what_the_page_needs_is_open(path):
    assert opened("GET", path, PUBLIC) is Kind.PAGE


def test_agents_are_answered_only_where_they_are_to_be():
    for path in ("/gradio_api/mcp", "/gradio_api/mcp/"):
        assert opened("POST", path, AGENTS) is Kind.CALL
        assert opened("POST", path, PUBLIC) is None


@pytest.mark.parametrize(
    "path", ["https://evil.example/a", "http:/evil.example", "file:///etc/passwd", "HTTP://e.example"]
)
def test_no_file_is_fetched_from_elsewhere(path):
    assert opened("GET", f"/gradio_api/file={path}", OWN) is None


@pytest.mark.parametrize("path", ["/a/b.txt", r"C:\\Users\\a.txt"])
def test_a_file_of_this_machine_is_gradios_to_judge(path):
    assert opened("GET", f"/gradio_api/file={path}", OWN) is Kind.PAGE


@given(st.sampled_from(["/config", "/gradio_api/queue/join", "/theme.css"]), st.text(min_size=1, max_size=9))
def test_an_address_is_open_whole_or_not_at_all(path, more):
    for longer in (path + more, more + path):
        kind = opened("GET", longer, PUBLIC)
        assert kind is None or re.fullmatch(r"/(assets|static|svelte)/.+|/config/", longer)


def test_what_costs_the_server_little_costs_little():
    assert opened("GET", "/assets/index.js", PUBLIC).cost < opened("GET", "/", PUBLIC).cost
