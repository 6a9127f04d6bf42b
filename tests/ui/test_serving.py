from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from browser_server import free_port, served

from corpus import limits
from corpus.errors import PortTakenError, UsageError
from ui.doors.access import Access
from ui.serving import launch_options, page, serve, warm_up

PUBLIC = Access(public=True)


@pytest.fixture
def taken_port():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def _get(url, data=None, headers=None):
    request = urllib.request.Request(url, data=data, headers=headers or {})  # noqa: S310 - our own address
    with urllib.request.urlopen(request) as reply:  # noqa: S310
        return reply.read().decode()


def _refusal(url, data, content_type="application/json"):
    with pytest.raises(urllib.error.HTTPError) as refused:
        _get(url, data, {"Content-Type": content_type})
    refused.value.close()
    return refused.value.code


def test_importing_the_server_turns_telemetry_off_whatever_the_environment_says():
    said = "import os, ui.serving; print(os.environ['GRADIO_ANALYTICS_ENABLED'])"
    env = os.environ | {"GRADIO_ANALYTICS_ENABLED": "True"}
    out = subprocess.run([sys.executable, "-c", said], env=env, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_importing_the_server_does_not_import_gradio_yet():
    said = "import sys, ui.serving; print('gradio' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


@pytest.mark.parametrize("access", [Access(), PUBLIC])
def test_nothing_is_shared_kept_linked_or_monitored(library, access):
    options = launch_options(library, access)
    assert options["footer_links"] == []
    assert not any(
        options[name] for name in ("run_history", "enable_monitoring", "share", "ssr_mode", "mcp_server")
    )


def test_an_upload_has_a_bound_and_strangers_have_no_upload(library):
    assert launch_options(library)["max_file_size"] == limits.MAX_UPLOAD_BYTES
    assert launch_options(library, PUBLIC)["max_file_size"] == 0


def test_only_the_gate_decides_which_proxy_is_believed():
    said = "import os, ui.serving; print(repr(os.environ['FORWARDED_ALLOW_IPS']))"
    env = os.environ | {"FORWARDED_ALLOW_IPS": "*"}
    out = subprocess.run([sys.executable, "-c", said], env=env, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "''"


def test_the_page_sends_no_analytics_and_its_queue_is_bounded(library):
    built = page(library)
    assert built.analytics_enabled is False
    assert built.api_open is False
    assert built._queue.max_size == 64


@pytest.mark.parametrize("public", [True, False])
def test_the_served_page_publishes_four_endpoints_and_takes_no_direct_call(library, public):
    with served(library, public=public) as url:
        call = json.dumps({"data": ["ferry", []], "fn_index": 0, "session_hash": "s"}).encode()
        assert _refusal(f"{url}/gradio_api/run/predict", call) == 404
        assert _refusal(f"{url}/gradio_api/run/ask", call) == 404
        named = json.loads(_get(f"{url}/gradio_api/info"))["named_endpoints"]
        assert sorted(named) == ["/ask", "/check_quote", "/documents", "/speakers"]


def test_a_file_is_uploaded_on_the_own_machine_only(library):
    form = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'
    kind = "multipart/form-data; boundary=b"
    with served(library) as url:
        (path,) = json.loads(_get(f"{url}/gradio_api/upload", form, {"Content-Type": kind}))
        assert path.endswith("a.txt")
    with served(library, public=True) as url:
        assert _refusal(f"{url}/gradio_api/upload", form, kind) == 404


def test_a_file_larger_than_an_upload_may_be_is_refused(library, monkeypatch):
    monkeypatch.setattr(limits, "MAX_UPLOAD_BYTES", 4)
    form = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'
    with served(library) as url:
        assert _refusal(f"{url}/gradio_api/upload", form, "multipart/form-data; boundary=b") == 413


def test_agents_are_not_answered_without_their_package(library, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UsageError, match="the package mcp is not installed"):
        serve(library, access=Access(mcp=True), port=free_port(), say=[].append)


def test_the_served_page_names_no_other_host_to_load_from(library):
    with served(library) as url:
        html = _get(url)
        assert 'src="http' not in html
        assert '<meta property="og:title" content="On Record" />' in html


def test_a_taken_port_is_refused_by_name(library, taken_port):
    with pytest.raises(PortTakenError, match=f"port {taken_port} on 127.0.0.1 cannot be had .in use.") as refused:
        serve(library, access=Access(), port=taken_port, say=[].append)
    assert "--port 0" in str(refused.value)


def test_a_taken_port_exits_with_26(onrecord, filled, taken_port):
    run = onrecord("serve", "--corpus", filled, "--port", taken_port)
    assert (run.code, run.out) == (26, "")
    assert f"onrecord: port {taken_port}" in run.err


# uvicorn's thread ends with SystemExit, as it does in use; the page's own thread is told all the same.
@pytest.mark.filterwarnings("ignore:Exception in thread:pytest.PytestUnhandledThreadExceptionWarning")
def test_an_address_of_another_machine_is_refused_by_name(library):
    with pytest.raises(PortTakenError, match=r"on 192\.0\.2\.1 cannot be had"):
        serve(library, access=Access(host="192.0.2.1"), port=free_port(), say=[].append)


def test_serving_says_where_to_look_and_stops_at_ctrl_c(library, monkeypatch):
    import gradio as gr

    def interrupted(page):
        page.close(verbose=False)
        raise KeyboardInterrupt

    monkeypatch.setattr(gr.Blocks, "block_thread", interrupted)
    said, port = [], free_port()
    serve(library, access=Access(), port=port, say=said.append)
    assert said[-1] == f"ready: open http://127.0.0.1:{port}/ (Ctrl-C stops)"


def test_warming_up_makes_the_first_question_as_quick_as_the_rest(library, tiny):
    said = []
    warm_up(library, said.append)
    assert said[:2] == ["loading the model (a few seconds)", "loading the index (tiny@32)"]
    assert library._snapshot is library.snapshot()
