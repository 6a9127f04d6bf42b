"""A web server on loopback that answers as it is told, well or badly."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager

from corpus.fetch import fetch

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def get(url):
    """Fetch from this computer alone."""
    return fetch(url, admit=lambda address: address in LOOPBACK)


class Server:
    """Answers each path with the bytes under it in ``answers``, and remembers what was asked."""

    def __init__(self, answers, certificate=None):
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
        if self._context:
            self._context.load_cert_chain(certificate)
        self.answers = {"/robots.txt": answer("", "404 Not Found"), **answers}
        self.asked = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self):
        return [head.split(" ")[1] for head in self.asked]

    def close(self):
        self._stop.set()
        with socket.socket() as knock:
            knock.connect(("127.0.0.1", self.port))
        for thread in self._threads:
            thread.join(10)
        self._socket.close()

    def _serve(self):
        while not self._stop.is_set():
            connection, _ = self._socket.accept()
            if self._stop.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._answer, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _answer(self, connection):
        try:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                self._speak(connection)
        except OSError:
            connection.close()  # who asked has had enough, or does not believe who we are

    def _speak(self, connection):
        head = b""
        while b"\r\n\r\n" not in head and (piece := connection.recv(4096)):
            head += piece
            if not head.startswith(b"GET "):
                return
        if head:
            self.asked.append(head.decode())
            found = self.answers.get(self.asked[-1].split(" ")[1], answer("", "404 Not Found"))
            for piece in [found] if isinstance(found, bytes) else found(self._stop):
                connection.sendall(piece)


def answer(body, status="200 OK", kind="text/html; charset=utf-8", **headers):
    """Return a response. Headers are named with underscores."""
    data = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", *([f"Content-Type: {kind}"] if kind else [])]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data


def moved(place, status="302 Found"):
    """Return a redirect."""
    return answer("", status, Location=place)


@contextmanager
def serving(certificate=None, **answers):
    """Serve answers by path; a keyword's name is the path, "root" for "/"."""
    server = Server({"/" if name == "root" else f"/{name}": found for name, found in answers.items()}, certificate)
    try:
        yield server
    finally:
        server.close()
