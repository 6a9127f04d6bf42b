"""Fetches one page from the public web, for a person who named it. Nothing else in the project opens a socket.

Only public addresses are connected to. A name is looked up once, all its addresses are checked, and the one that
was checked is connected to, so that a name cannot lead elsewhere the second time; each redirect is checked again.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.addresses import Url, is_public, parse_url
from corpus.errors import (
    SourceError,
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceTooSlowError,
    printable,
)
from corpus.fetched import ENDINGS, Fetched, check_kind, fetched_name
from corpus.robots import allows

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Fetched", "fetch", "fetched_name"]

#: Who asks, in a site's log and in its robots.txt.
AGENT: Final = "OnRecord"
USER_AGENT: Final = f"{AGENT}/0.1 (reads a page that its user named; follows robots.txt)"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 1 << 16
_GZIP: Final = 16 + zlib.MAX_WBITS


def fetch(url: str, *, admit: Callable[[str], bool] = is_public) -> Fetched:
    """Fetch a page: at most ``MAX_FETCHED_BYTES``, in ``FETCH_TIME_S`` with its redirects and their robots.txt.

    Args:
        url: an address that opens with ``https://`` or ``http://``.
        admit: which IP addresses may be connected to; a test that has its own server admits loopback here.

    Raises:
        SourceFormatError: no address of the web, a kind of content that is not read, too many redirects.
        SourceForbiddenError: no public address, or the site or its robots.txt does not allow it.
        SourceNotFoundError: nobody answers there, or there is nothing.
        SourceTooLargeError: more bytes.
        SourceTooSlowError: more time.
    """
    run = _Fetch(admit, time.monotonic() + limits.FETCH_TIME_S)
    return run.page(parse_url(url))


@dataclass(frozen=True, slots=True)
class _Answer:
    """A response: its status, its headers in small letters, and its body."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Fetch:
    """One fetch, until its deadline."""

    def __init__(self, admit: Callable[[str], bool], deadline: float) -> None:
        self._admit, self._deadline = admit, deadline
        self._robots: dict[str, str | None] = {}

    def page(self, url: Url) -> Fetched:
        """Return what lies at an address, wherever it redirects to."""
        for _ in range(limits.MAX_REDIRECTS + 1):
            self._check_robots(url)
            answer = self._get(url, limits.MAX_FETCHED_BYTES, page=True)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return _judged(url, answer)
            url = parse_url(
                answer.headers["location"].encode("latin-1", "replace").decode("utf-8", "replace"), url
            )
        raise SourceFormatError(
            f"{printable(url)} redirects on and on",
            expected=f"at most {limits.MAX_REDIRECTS} redirects",
            action="Open it in a browser, and save the page.",
        )

    def _check_robots(self, url: Url) -> None:
        """Refuse what the site's robots.txt does; a site that cannot say what it allows, allows nothing."""
        if url.origin not in self._robots:
            self._robots[url.origin] = self._robots_of(Url(url.scheme, url.host, url.port, "/robots.txt"))
        robots = self._robots[url.origin]
        if robots is None or not allows(robots, AGENT, url.target):
            raise SourceForbiddenError(
                f"{printable(url)} is not for programs to fetch, by its site's robots.txt",
                expected="a page that it allows",
                action="Open it in a browser, save the page, and add that file.",
            )

    def _robots_of(self, url: Url) -> str | None:
        for _ in range(limits.MAX_REDIRECTS + 1):
            answer = self._get(url, limits.MAX_ROBOTS_BYTES, page=False)
            if answer.status in _REDIRECTS and "location" in answer.headers:
                url = parse_url(answer.headers["location"], url)
            elif answer.status >= 500:  # noqa: PLR2004 - the server's own fault (RFC 9309, 2.3.1.4)
                return None
            else:
                return answer.body.decode("utf-8", "replace") if answer.status == 200 else ""  # noqa: PLR2004 - found
        return ""

    def _get(self, url: Url, most: int, *, page: bool) -> _Answer:
        """Send one request. Of robots.txt what is over the bound is cut off, and a page is refused for it."""
        try:
            connection = self._connected(url)
            try:
                return self._asked(connection, url, most, page=page)
            finally:
                connection.close()
        except TimeoutError as fault:
            raise self._too_slow(url) from fault
        except (OSError, http.client.HTTPException, zlib.error, EOFError) as fault:
            if self._left() <= 0:
                raise self._too_slow(url) from fault
            raise SourceNotFoundError(
                f"{printable(url.netloc)} does not answer as it should ({printable(type(fault).__name__)})",
                expected="a page",
                action="Open it in a browser to see whether it is there, and try again.",
            ) from fault

    def _asked(self, connection: socket.socket, url: Url, most: int, *, page: bool) -> _Answer:
        kinds = ", ".join(ENDINGS) if page else "text/plain"
        request = (
            f"GET {url.target} HTTP/1.1\r\nHost: {url.netloc}\r\nUser-Agent: {USER_AGENT}\r\nAccept: {kinds}\r\n"
            "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        )
        connection.settimeout(self._wait())
        connection.sendall(request.encode("ascii"))
        response = http.client.HTTPResponse(_Timed(connection, self._wait))  # type: ignore[arg-type]
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        body = b""
        if response.status == 200:  # noqa: PLR2004 - found
            if page:
                check_kind(url, headers.get("content-type", ""))
            body = _body(response, headers.get("content-encoding", ""), url, most, cut=not page)
        return _Answer(response.status, headers, body)

    def _connected(self, url: Url) -> socket.socket:
        """Return a connection to an address that was looked up and checked."""
        last: OSError | None = None
        for address in self._addresses(url):
            try:
                plain = socket.create_connection((address, url.port), timeout=self._wait())
            except TimeoutError:
                raise
            except OSError as fault:
                last = fault
                continue
            try:
                self._check_address(plain.getpeername()[0], url)
                if url.scheme == "http":
                    return plain
                plain.settimeout(self._wait())
                return ssl.create_default_context().wrap_socket(plain, server_hostname=url.host)
            except BaseException:
                plain.close()
                raise
        raise last or OSError("no address")

    def _addresses(self, url: Url) -> list[str]:
        found: list[str] = []
        fault: list[OSError | UnicodeError] = []

        def look_up() -> None:
            try:
                known = socket.getaddrinfo(url.host, url.port, type=socket.SOCK_STREAM)
                found.extend(dict.fromkeys(str(one[4][0]) for one in known))
            except (OSError, UnicodeError) as failure:
                fault.append(failure)

        # Looking a name up cannot be broken off, only no longer be waited for.
        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(self._wait())
        if fault:
            raise SourceNotFoundError(
                f"no site is called {printable(url.host)}",
                expected="a name that can be looked up",
                action="Check its spelling and that this computer is online.",
            ) from fault[0]
        if thread.is_alive():
            raise TimeoutError
        for address in found:
            self._check_address(address, url)
        return found

    def _check_address(self, address: str, url: Url) -> None:
        if not self._admit(address):
            raise SourceForbiddenError(
                f"{printable(url.host)} is no address of the public Internet",
                expected="a public site",
                action="Save the page from a browser and add that file.",
            )

    def _left(self) -> float:
        return self._deadline - time.monotonic()

    def _wait(self) -> float:
        left = self._left()
        if left <= 0:
            raise TimeoutError
        return left

    @staticmethod
    def _too_slow(url: Url) -> SourceTooSlowError:
        return SourceTooSlowError(
            f"{printable(url)} did not arrive in {limits.FETCH_TIME_S:.0f} seconds",
            expected="a server that answers",
            action="Try again later, or save the page from a browser and add that file.",
        )


class _Timed(io.RawIOBase):
    """Reads a socket until a deadline: one that sends a byte now and then gains no time by it."""

    def __init__(self, connection: socket.socket, wait: Callable[[], float]) -> None:
        self._connection, self._wait = connection, wait

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return the stream that ``http.client`` asks a socket for."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Take what has arrived, or wait for it."""
        self._connection.settimeout(self._wait())
        return self._connection.recv_into(buffer)


def _body(response: http.client.HTTPResponse, packing: str, url: Url, most: int, *, cut: bool) -> bytes:
    """Return a response's body, unpacked, and never more of it in memory than ``most`` bytes and a little."""
    if packing.lower() not in {"", "identity", "gzip", "x-gzip"}:
        raise SourceFormatError(
            f"{printable(url)} comes packed as {printable(packing, 40)}",
            expected="gzip, or not packed",
            action="Save the page from a browser and add that file.",
        )
    unpack = zlib.decompressobj(_GZIP) if "gzip" in packing.lower() else None
    out = bytearray()
    while len(out) <= most and (piece := response.read(_CHUNK)):
        out += unpack.decompress(piece, most + 1 - len(out)) if unpack else piece
    if len(out) > most:
        if not cut:
            raise SourceTooLargeError(
                f"{printable(url)} has more than {most:,} bytes",
                expected="a page or a document",
                action="Download it with another program, split it, and add the parts.",
            )
        return bytes(out[:most])
    if response.length or (unpack and not unpack.eof):
        raise EOFError("broken off")  # half a page must not pass for the page
    return bytes(out)


def _judged(url: Url, answer: _Answer) -> Fetched:
    """Return what came, or refuse a status that is none of success."""
    if answer.status == 200:  # noqa: PLR2004 - found
        return Fetched(answer.body, str(url), answer.headers["content-type"])
    kind: type[SourceError] = SourceForbiddenError if answer.status in _SHUT else SourceNotFoundError
    raise kind(
        f"{printable(url)} answers with status {answer.status}",
        expected="a page that anybody may read",
        action="Open it in a browser, save the page if you may, and add that file.",
    )


#: Statuses of a page that is there, but not for everybody.
_SHUT: Final = frozenset({401, 402, 403, 407, 451})
