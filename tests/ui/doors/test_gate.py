from __future__ import annotations

import asyncio

import pytest
from doors_asgi import pass_through, scope_of

from corpus import limits
from ui import strings
from ui.doors.access import Access
from ui.doors.gate import Gate
from ui.doors.rate import Shares

PUBLIC, OWN = Access(public=True), Access()
JOIN = "/gradio_api/queue/join"


@pytest.fixture
def gate():
    return Gate(None, PUBLIC, Shares(burst=3, per_s=0.5, clock=lambda: 0.0))


def test_what_is_open_reaches_the_application():
    reply = pass_through(scope_of("POST", JOIN), [b'{"data":', b"[]}"])
    assert (reply.status, reply.received, reply.body) == (200, b'{"data":[]}', b"behind")


def test_what_is_not_open_does_not_reach_the_application():
    reply = pass_through(scope_of("GET", "/gradio_api/file=/etc/passwd"))
    assert (reply.status, reply.body.decode(), reply.received) == (404, strings.DOOR_NOT_HERE, None)


@pytest.mark.parametrize("access", [PUBLIC, OWN])
@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_every_reply_carries_the_security_headers(access, path):
    headers = pass_through(scope_of(path=path), access=access).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors" in headers["content-security-policy"]


def test_a_header_of_the_application_that_we_set_ourselves_is_replaced():
    async def lax(scope, receive, send):
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"Referrer-Policy", b"unsafe-url")]}
        )

    async def send(message):
        sent.append(dict(message["headers"]))

    sent, gate = [], Gate(lax, PUBLIC)
    asyncio.run(gate(scope_of(), None, send))
    assert sent[0][b"referrer-policy"] == b"no-referrer"
    assert b"Referrer-Policy" not in sent[0]


def test_a_body_too_long_is_refused_unread():
    length = str(limits.MAX_PUBLIC_BODY_BYTES + 1)
    reply = pass_through(scope_of("POST", JOIN, content_length=length), [b"x" * 99])
    assert (reply.status, reply.read, reply.received) == (413, 0, None)
    assert "1,000,000 bytes" in reply.body.decode()


def test_an_address_that_has_used_its_share_is_told_when_to_come_again(gate):
    replies = [pass_through(scope_of(), gate=gate) for _ in range(5)]
    assert [reply.status for reply in replies] == [200, 200, 200, 429, 429]
    assert replies[-1].headers["retry-after"] == "2"
    assert replies[-1].body.decode() == strings.DOOR_TOO_MANY.format(seconds=2)


def test_one_address_does_not_use_up_anothers_share(gate):
    for _ in range(9):
        pass_through(scope_of(client="198.51.100.7"), gate=gate)
    assert pass_through(scope_of(client="198.51.100.8"), gate=gate).status == 200


def test_saying_to_ask_for_another_gives_no_new_share(gate):
    named = [scope_of(x_forwarded_for=f"203.0.113.{n}", x_real_ip=f"203.0.113.{n}") for n in range(9)]
    assert [pass_through(scope, gate=gate).status for scope in named][-1] == 429


def test_behind_a_proxy_each_client_has_its_own_share():
    access = Access(public=True, behind_proxy=True)
    gate = Gate(None, access, Shares(burst=1, per_s=0.5, clock=lambda: 0.0))
    statuses = [pass_through(scope_of(x_forwarded_for=f"8.8.8.{n % 3}"), gate=gate).status for n in range(6)]
    assert statuses == [200, 200, 200, 429, 429, 429]


def test_on_the_own_machine_nobody_is_counted():
    gate = Gate(None, OWN, Shares(burst=1, per_s=0.1))
    assert {pass_through(scope_of(), gate=gate).status for _ in range(9)} == {200}


def test_a_request_that_fails_no_longer_counts_as_open():
    async def failing(*_):
        raise RuntimeError

    gate = Gate(failing, PUBLIC)
    for _ in range(limits.MAX_ADDRESS_REQUESTS + 5):
        with pytest.raises(RuntimeError):
            asyncio.run(gate(scope_of(path="/assets/a.js"), None, None))
    assert pass_through(scope_of(), gate=gate).status == 200


def test_too_many_open_requests_of_one_address_are_refused(gate):
    for _ in range(limits.MAX_ADDRESS_REQUESTS):
        gate.shares.enter("198.51.100.7")
    assert pass_through(scope_of(), gate=gate).status == 429


@pytest.mark.parametrize("name", ["x_forwarded_host", "x_forwarded_proto", "x_gradio_server", "forwarded"])
def test_what_only_a_proxy_may_say_does_not_reach_the_application(name):
    reply = pass_through(scope_of(**{name: "evil.example"}))
    assert [key for key, _ in reply.scope["headers"]] == [b"host"]


def test_what_a_trusted_proxy_says_reaches_the_application():
    reply = pass_through(scope_of(x_forwarded_proto="https"), access=Access(public=True, behind_proxy=True))
    assert (b"x-forwarded-proto", b"https") in reply.scope["headers"]


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"origin": "https://evil.example"}])
def test_on_the_own_machine_another_sites_request_does_not_reach_the_application(headers):
    reply = pass_through(scope_of("POST", JOIN, **headers), access=OWN)
    assert (reply.status, reply.received) == (403, None)


def test_a_public_page_may_be_asked_for_under_any_name_from_any_site():
    assert pass_through(scope_of(host="archive.example", origin="https://paper.example")).status == 200


def test_a_websocket_is_closed_at_once():
    async def send(message):
        sent.append(message["type"])

    sent = []
    asyncio.run(Gate(None, OWN)({"type": "websocket", "path": "/"}, None, send))
    assert sent == ["websocket.close"]


def test_starting_and_stopping_pass_the_gate():
    async def behind(scope, receive, send):
        seen.append(scope["type"])

    seen = []
    asyncio.run(Gate(behind, PUBLIC)({"type": "lifespan"}, None, None))
    assert seen == ["lifespan"]
