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

from corpus.errors import PortTakenError
from ui.serving import launch_options, page, serve, warm_up


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


def test_nothing_is_uploaded_shared_kept_or_linked():
    options = launch_options()
    assert (options["max_file_size"], options["footer_links"]) == (0, [])
    assert not any(options[name] for name in ("run_history", "enable_monitoring", "share", "ssr_mode"))


def test_the_page_sends_no_analytics_and_its_queue_is_bounded(library):
    built = page(library)
    assert built.analytics_enabled is False
    assert built.api_open is False
    assert built._queue.max_size == 64


def test_the_served_page_takes_no_upload_and_no_direct_call(library):
    with served(library) as url:
        form = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'
        assert _refusal(f"{url}/gradio_api/upload", form, "multipart/form-data; boundary=b") >= 400
        call = json.dumps({"data": ["ferry", []], "fn_index": 0, "session_hash": "s"}).encode()
        assert _refusal(f"{url}/gradio_api/run/predict", call) >= 400
        assert json.loads(_get(f"{url}/gradio_api/info"))["named_endpoints"] == {}


def test_the_served_page_names_no_other_host_to_load_from(library):
    with served(library) as url:
        html = _get(url)
        assert 'src="http' not in html
        assert '<meta property="og:title" content="On Record" />' in html


def test_a_taken_port_is_refused_by_name(library, taken_port):
    with pytest.raises(PortTakenError, match=f"port {taken_port} on 127.0.0.1 cannot be had .in use.") as refused:
        serve(library, host="127.0.0.1", port=taken_port, say=[].append)
    assert "--port 0" in str(refused.value)


def test_a_taken_port_exits_with_26(onrecord, filled, taken_port):
    run = onrecord("serve", "--corpus", filled, "--port", taken_port)
    assert (run.code, run.out) == (26, "")
    assert f"onrecord: port {taken_port}" in run.err


# uvicorn's thread ends with SystemExit, as it does in use; the page's own thread is told all the same.
@pytest.mark.filterwarnings("ignore:Exception in thread:pytest.PytestUnhandledThreadExceptionWarning")
def test_an_address_of_another_machine_is_refused_by_name(library):
    with pytest.raises(PortTakenError, match=r"on 192\.0\.2\.1 cannot be had"):
        serve(library, host="192.0.2.1", port=free_port(), say=[].append)


def test_serving_says_where_to_look_and_stops_at_ctrl_c(library, monkeypatch):
    import gradio as gr

    def interrupted(page):
        page.close(verbose=False)
        raise KeyboardInterrupt

    monkeypatch.setattr(gr.Blocks, "block_thread", interrupted)
    said, port = [], free_port()
    serve(library, host="127.0.0.1", port=port, say=said.append)
    assert said[-1] == f"ready: open http://127.0.0.1:{port}/ (Ctrl-C stops)"


def test_warming_up_makes_the_first_question_as_quick_as_the_rest(library, tiny):
    said = []
    warm_up(library, said.append)
    assert said[:2] == ["loading the model (a few seconds)", "loading the index (tiny@32)"]
    assert library._snapshot is library.snapshot()
