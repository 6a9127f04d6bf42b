from __future__ import annotations

import gzip
import socket
import time
import zlib
from itertools import repeat

import pytest
from web_pages import OPEN, page
from web_server import answer, get, moved, serving

import corpus.fetch
from corpus import limits
from corpus.errors import (
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceTooSlowError,
)
from corpus.fetch import fetch

HTML = page(f"<p>{OPEN}</p>")


def test_an_endless_robots_txt_is_read_to_its_bound():
    with serving(**{"robots.txt": endless(b"# no rule\n" * 1_000), "a": answer(HTML)}) as server:
        assert get(server.url("/a")).data


def endless(piece, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"):
    def pieces(stop):
        yield head
        for one in repeat(piece):
            if stop.is_set():
                return
            yield one

    return pieces


def dripping(head, piece=b" "):
    def pieces(stop):
        yield head
        while not stop.wait(0.05):
            yield piece

    return pieces


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    ],
)
def test_a_server_that_drips_gains_no_time(monkeypatch, head):
    monkeypatch.setattr(limits, "FETCH_TIME_S", 0.6)
    begun = time.monotonic()
    with serving(a=dripping(head)) as server, pytest.raises(SourceTooSlowError, match="did not arrive"):
        get(server.url("/a"))
    assert time.monotonic() - begun < 5


def test_the_time_is_that_of_all_redirects_together(monkeypatch):
    def late(stop):
        stop.wait(0.25)
        yield moved("/a")

    monkeypatch.setattr(limits, "FETCH_TIME_S", 0.6)
    begun = time.monotonic()
    with serving(a=late) as server, pytest.raises(SourceTooSlowError):
        get(server.url("/a"))
    assert time.monotonic() - begun < 5


def test_a_name_that_is_looked_up_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(limits, "FETCH_TIME_S", 0.3)
    monkeypatch.setattr(corpus.fetch.socket, "getaddrinfo", lambda *_, **__: time.sleep(2) or [])
    with pytest.raises(SourceTooSlowError):
        fetch("https://quay.example/")


def test_a_page_that_never_ends_is_too_large(monkeypatch):
    monkeypatch.setattr(limits, "MAX_FETCHED_BYTES", 300_000)
    with (
        serving(a=endless(b"x" * 9_999)) as server,
        pytest.raises(SourceTooLargeError, match="more than 300,000 bytes"),
    ):
        get(server.url("/a"))


@pytest.mark.parametrize("packing", ["gzip", "x-gzip"])
def test_a_packed_page_is_unpacked(packing):
    with serving(a=answer(gzip.compress(HTML.encode()), Content_Encoding=packing)) as server:
        assert get(server.url("/a")).data == HTML.encode()


def test_a_bomb_is_too_large_before_it_is_unpacked():
    squeeze = zlib.compressobj(9, wbits=31)
    bomb = b"".join(squeeze.compress(b"\0" * 1_000_000) for _ in range(100)) + squeeze.flush()
    with serving(a=answer(bomb, Content_Encoding="gzip")) as server, pytest.raises(SourceTooLargeError):
        get(server.url("/a"))


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (answer("x", kind="image/png"), SourceFormatError),
        (answer("x", kind=None), SourceFormatError),
        (answer("x", kind="application/zip"), SourceFormatError),
        (answer("x", kind="text/html2"), SourceFormatError),
        (answer("x", Content_Encoding="br"), SourceFormatError),
        (answer("", "404 Not Found"), SourceNotFoundError),
        (answer("", "403 Forbidden"), SourceForbiddenError),
        (answer("", "401 Unauthorized"), SourceForbiddenError),
        (answer("", "500 Broken"), SourceNotFoundError),
        (answer("", "302 Found"), SourceNotFoundError),
        (answer("", "204 No Content"), SourceNotFoundError),
        (b"", SourceNotFoundError),
        (b"\0" * 9_000, SourceNotFoundError),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", SourceNotFoundError),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 90_000, SourceNotFoundError),
        (answer(HTML)[:-9], SourceNotFoundError),
        (answer(gzip.compress(b"x" * 99)[:-9], Content_Encoding="gzip"), SourceNotFoundError),
        (answer(b"no gzip at all", Content_Encoding="gzip"), SourceNotFoundError),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            SourceNotFoundError,
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            SourceNotFoundError,
        ),
    ],
)
def test_what_is_no_whole_page_is_refused_by_name(found, kind):
    with serving(a=found) as server, pytest.raises(kind, match=r"127\.0\.0\.1"):
        get(server.url("/a"))


def test_nobody_at_the_address_is_said():
    with serving() as server:
        url = server.url("/a")
    with pytest.raises(SourceNotFoundError, match="does not answer"):
        get(url)


def test_a_name_that_is_none_is_said(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(corpus.fetch.socket, "getaddrinfo", unknown)
    with pytest.raises(SourceNotFoundError, match=r"no site is called quay\.example"):
        fetch("https://quay.example/")
