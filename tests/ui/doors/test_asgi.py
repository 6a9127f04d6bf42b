from __future__ import annotations

import asyncio

import pytest
from doors_asgi import scope_of

from ui.doors.asgi import header, refuse


def test_a_header_is_found_whatever_its_case():
    scope = {"headers": [(b"X-Forwarded-For", b"8.8.8.8")]}
    assert header(scope, "x-forwarded-for") == "8.8.8.8"


def test_a_header_sent_twice_gives_both_values():
    scope = {"headers": [(b"x-forwarded-for", b"1.1.1.1"), (b"x-forwarded-for", b"8.8.8.8")]}
    assert header(scope, "x-forwarded-for") == "1.1.1.1, 8.8.8.8"


@pytest.mark.parametrize("name", ["origin", "content-length"])
def test_a_header_that_was_not_sent_is_none(name):
    assert header(scope_of(), name) is None


def test_a_refusal_is_a_line_of_plain_text_after_which_the_connection_ends():
    async def send(message):
        sent.append(message)

    sent = []
    asyncio.run(refuse(send, 429, "Später", retry_after="3"))
    headers = dict(sent[0]["headers"])
    assert (sent[0]["status"], headers[b"retry-after"], headers[b"connection"]) == (429, b"3", b"close")
    assert headers[b"content-type"] == b"text/plain; charset=utf-8"
    assert (sent[1]["body"].decode(), headers[b"content-length"]) == ("Später", b"7")
