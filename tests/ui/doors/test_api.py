from __future__ import annotations

import json
import logging
import urllib.request

import pytest
from doors_texts import timeless
from gradio_client import Client
from gradio_client.exceptions import AppError

from corpus.errors import CorpusDamagedError
from qa import check_quote, retrieve
from ui import strings
from ui.doors.endpoints import Endpoints

QUESTION = "When will the lock open?"
DAMAGED = CorpusDamagedError("the store in /home/warden is broken", expected="a sound one", action="Restore it.")


def _client(url):
    return Client(url, verbose=False, analytics_enabled=False, download_files=False)


@pytest.fixture(scope="module")
def client(public_address):
    with_client = _client(public_address)
    yield with_client
    with_client.close()


@pytest.fixture(scope="module")
def own_client(own_address):
    with_client = _client(own_address)
    yield with_client
    with_client.close()


def _refusal(client, *words, **named):
    with pytest.raises(AppError) as refused:
        client.predict(*words, **named)
    return str(refused.value)


def _fail(fault):
    def failing(*_, **__):
        raise fault

    return failing


@pytest.mark.parametrize("which", ["client", "own_client"])
def test_a_real_client_finds_four_endpoints_and_no_more(request, which):
    found = request.getfixturevalue(which).view_api(return_format="dict", print_info=False)
    assert sorted(found["named_endpoints"]) == ["/ask", "/check_quote", "/documents", "/speakers"]
    assert found["unnamed_endpoints"] == {}


@pytest.mark.parametrize(
    "given", [{}, {"k": 1}, {"speaker": "Veld"}, {"since": "2014", "until": "2014-12"}, {"source": "mill.md"}]
)
def test_a_real_client_gets_the_answer_that_python_gets(client, archive, given):
    expected = retrieve(QUESTION, corpus=archive, **given).to_dict()
    assert timeless(client.predict(QUESTION, api_name="/ask", **given)) == timeless(
        json.loads(json.dumps(expected))
    )


@pytest.mark.parametrize(
    "quotation", ["The lock will open before the winter", "The lock will not open", "Moonlight"]
)
def test_a_real_client_gets_the_check_that_python_gets(client, archive, quotation):
    expected = check_quote(quotation, corpus=archive, speaker="Bern").to_dict()
    found = client.predict(quotation, speaker="Bern", api_name="/check_quote")
    assert timeless(found) == timeless(json.loads(json.dumps(expected)))


@pytest.mark.parametrize("name", ["documents", "speakers"])
def test_a_real_client_gets_the_lists(client, archive, name):
    assert client.predict(api_name=f"/{name}") == getattr(Endpoints(archive), name)()


def test_without_any_client_a_question_is_two_plain_requests(public_address, archive):
    body = json.dumps({"question": QUESTION, "k": 1}).encode()
    kind = {"Content-Type": "application/json"}
    call = urllib.request.Request(f"{public_address}/gradio_api/call/v2/ask", body, kind)  # noqa: S310 - our own
    with urllib.request.urlopen(call) as reply:  # noqa: S310
        event = json.load(reply)["event_id"]
    with urllib.request.urlopen(f"{public_address}/gradio_api/call/ask/{event}") as reply:  # noqa: S310
        said, data = reply.read().decode().strip().split("\n\n")[-1].split("\n")
    assert said == "event: complete"
    expected = retrieve(QUESTION, corpus=archive, k=1).to_dict()
    assert timeless(json.loads(data.removeprefix("data: "))[0]) == timeless(json.loads(json.dumps(expected)))


def test_a_refusal_reaches_the_client_as_one_line(client):
    assert _refusal(client, "x" * 2001, api_name="/ask") == (
        "the question has 2,001 characters; expected at most 2,000. "
        "Ask in fewer words; to compare a long text, ask with one sentence of it."
    )
    assert "k is 51" in _refusal(client, QUESTION, k=51, api_name="/ask")


def test_the_owners_program_may_ask_for_more(own_client):
    assert own_client.predict(QUESTION, k=51, api_name="/ask")["question"] == QUESTION


def test_what_nobody_foresaw_is_told_without_its_innards(client, monkeypatch, caplog):
    monkeypatch.setattr("ui.doors.endpoints.retrieve", _fail(RuntimeError('near "my secret illness"')))
    assert _refusal(client, "my secret illness", api_name="/ask") == strings.DOOR_FAILED
    assert "the endpoint ask failed: RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_a_fault_of_the_corpus_is_told_to_its_owner_only(client, own_client, monkeypatch):
    monkeypatch.setattr("ui.doors.endpoints.retrieve", _fail(DAMAGED))
    assert _refusal(client, QUESTION, api_name="/ask") == strings.DOOR_FAILED
    assert "/home/warden" in _refusal(own_client, QUESTION, api_name="/ask")


@pytest.mark.parametrize("question", ["my secret illness", "my secret illness " * 200, "secret kind:nonsense"])
def test_nothing_that_is_asked_stands_in_the_log(client, question, caplog, capfd):
    caplog.set_level(logging.DEBUG, logger="onrecord")
    try:
        client.predict(question, api_name="/ask")
    except AppError as refused:
        assert "expected" in str(refused)  # noqa: PT017 - some are refused, some are not
    shown = capfd.readouterr()
    ours = [record.getMessage() for record in caplog.records if record.name != "httpx"]
    assert "secret" not in shown.out + shown.err + "".join(ours)


def test_the_description_of_an_endpoint_is_its_docstring(client):
    info = client.view_api(return_format="dict", print_info=False)["named_endpoints"]["/ask"]
    assert "Every word returned is verbatim" in " ".join(info["description"].split())
    assert [p["parameter_name"] for p in info["parameters"]] == [
        "question", "k", "speaker", "since", "until", "source",
    ]  # fmt: skip
