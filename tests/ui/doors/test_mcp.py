from __future__ import annotations

import asyncio
import importlib.metadata
import importlib.util
import json
import logging

import pytest
from browser_server import served
from doors_texts import timeless

from corpus.errors import UsageError
from qa import check_quote, retrieve
from ui import strings
from ui.doors.endpoints import Endpoints
from ui.doors.mcp import _version, check_installed
from ui.doors.routes import ENDPOINTS, MCP_PATH

INSTALLED = importlib.util.find_spec("mcp") is not None
NEEDS_MCP = pytest.mark.skipif(not INSTALLED, reason="the package mcp is not installed: pip install -e '.[mcp]'")
QUESTION = "When will the lock open?"


@pytest.fixture(scope="module", params=[True, False], ids=["public", "own"])
def address(archive, request):
    with served(archive, mcp=True, public=request.param) as url:
        yield url


def _with_client(url, use):
    from mcp import Client

    async def go():
        async with Client(url) as client:
            return await use(client)

    return asyncio.run(go())


def _call(address, tool, **given):
    result = _with_client(address + MCP_PATH, lambda client: client.call_tool(tool, given))
    (part,) = result.content
    return result.is_error, part.text


def _fail(fault):
    def failing(*_, **__):
        raise fault

    return failing


def _found(address, tool, **given):
    failed, text = _call(address, tool, **given)
    assert not failed, text
    return json.loads(text)


def test_without_its_package_agents_are_refused_with_what_to_install(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"Install it with: pip install 'onrecord\[mcp\]'"):
        check_installed()


def test_the_command_says_so_in_one_line_before_it_loads_anything(onrecord, filled, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    run = onrecord("serve", "--mcp", "--corpus", filled)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "pip install 'onrecord[mcp]'" in run.err


def test_a_copy_that_is_not_installed_as_a_package_has_no_version_to_tell(monkeypatch):
    def missing(name):
        raise importlib.metadata.PackageNotFoundError(name)

    assert _version() == importlib.metadata.version("onrecord")
    monkeypatch.setattr("importlib.metadata.version", missing)
    assert _version() == ""


@NEEDS_MCP
def test_with_its_package_agents_can_be_served():
    check_installed()


@NEEDS_MCP
@pytest.mark.parametrize("slash", ["", "/"])
def test_an_agent_finds_the_four_tools_and_no_other(address, slash):
    listed = _with_client(address + MCP_PATH + slash, lambda client: client.list_tools())
    assert tuple(tool.name for tool in listed.tools) == ENDPOINTS
    assert all(tool.annotations.read_only_hint for tool in listed.tools)


@NEEDS_MCP
def test_each_tool_says_when_to_use_it_and_what_no_answer_means(address):
    listed = _with_client(address + MCP_PATH, lambda client: client.list_tools())
    told = {tool.name: " ".join(tool.description.split()) for tool in listed.tools}
    assert 'When "answered" is false the corpus does not answer: say so, and claim nothing' in told["ask"]
    assert "Use this before quoting anybody" in told["check_quote"]


@NEEDS_MCP
def test_the_server_tells_agents_to_claim_nothing_of_its_own(address):
    async def instructions(client):
        return client.instructions

    assert _with_client(address + MCP_PATH, instructions) == strings.DOOR_MCP_ABOUT


@NEEDS_MCP
@pytest.mark.parametrize("given", [{}, {"k": 1, "speaker": "Veld", "since": "2014"}])
def test_an_agent_gets_the_answer_that_python_gets(address, archive, given):
    expected = retrieve(QUESTION, corpus=archive, **given).to_dict()
    found = _found(address, "ask", question=QUESTION, **given)
    assert timeless(found) == timeless(json.loads(json.dumps(expected)))


@NEEDS_MCP
def test_an_agent_gets_the_check_that_python_gets(address, archive):
    expected = check_quote("The mill stands", corpus=archive).to_dict()
    assert timeless(_found(address, "check_quote", quotation="The mill stands")) == timeless(expected)


@NEEDS_MCP
@pytest.mark.parametrize("name", ["documents", "speakers"])
def test_an_agent_gets_the_lists(address, archive, name):
    assert _found(address, name) == getattr(Endpoints(archive), name)()


@NEEDS_MCP
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": "x" * 2001}, "the question has 2,001 characters; expected at most 2,000."),
        ({"question": "?!"}, "the question has no words; expected a question. Ask something."),
        ({"question": QUESTION, "since": "soon"}, "since='soon' is not a date"),
    ],
)
def test_a_refusal_is_a_failed_call_that_says_why(address, given, said):
    failed, text = _call(address, "ask", **given)
    assert failed
    assert text.startswith(said)


@NEEDS_MCP
def test_a_call_that_fits_no_tool_fails(address):
    assert _call(address, "ask", question=["lock"])[0]


@NEEDS_MCP
def test_nothing_that_an_agent_asks_stands_in_the_log(address, monkeypatch, caplog):
    monkeypatch.setattr("ui.doors.endpoints.retrieve", _fail(RuntimeError('near "my secret illness"')))
    caplog.set_level(logging.INFO)
    assert _call(address, "ask", question="my secret illness") == (True, strings.DOOR_FAILED)
    assert "the endpoint ask failed: RuntimeError" in caplog.text
    assert "secret" not in caplog.text
