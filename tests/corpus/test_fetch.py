from __future__ import annotations

import shutil
import socket
import ssl
import subprocess

import pytest
from web_pages import OPEN, page
from web_server import answer, get, moved, serving

import corpus.fetch
from corpus import limits
from corpus.errors import (
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
)
from corpus.fetch import Fetched, fetch, fetched_name
from corpus.readers.formats import Options
from corpus.readers.sandbox import read_file

HTML = page(f"<p>{OPEN}</p>")


@pytest.fixture
def connections(monkeypatch):
    """Return the addresses that are connected to."""
    made = []
    real = socket.create_connection

    def connect(address, *args, **more):
        made.append(address[0])
        return real(address, *args, **more)

    monkeypatch.setattr(corpus.fetch.socket, "create_connection", connect)
    return made


@pytest.fixture
def names(monkeypatch):
    """Return a table of names that are looked up, each with its addresses at the first and at later look-ups."""
    table = {}
    real = socket.getaddrinfo

    def look_up(host, port, *args, **more):
        if host not in table:
            return real(host, port, *args, **more)
        answers = table[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(corpus.fetch.socket, "getaddrinfo", look_up)
    return table


def test_a_page_is_fetched_with_its_address_and_kind():
    with serving(open=answer(HTML)) as server:
        assert get(server.url("/open")) == Fetched(HTML.encode(), server.url("/open"), "text/html; charset=utf-8")


def test_who_asks_is_named_and_brings_no_cookies():
    with serving(a=answer("", "302 Found", Location="/open", Set_Cookie="a=b"), open=answer(HTML)) as server:
        get(server.url("/a"))
        assert server.paths == ["/robots.txt", "/a", "/open"]
        assert all("User-Agent: OnRecord/" in head and "Cookie" not in head for head in server.asked)
        assert f"Host: 127.0.0.1:{server.port}" in server.asked[-1]


def test_what_is_fetched_is_read_with_the_address_it_came_from(tmp_path):
    with serving(open=answer(HTML)) as server:
        fetched = get(server.url("/open"))
    path = tmp_path / fetched_name(fetched)
    path.write_bytes(fetched.data)
    document = read_file(path, Options(encoding=fetched.charset, url=fetched.url)).documents[0]
    assert [p.text for p in document.passages] == [OPEN]
    assert document.citation.get("URL") == fetched.url
    assert document.citation.provenance()["URL"] == "given by the user"


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://quay.example/", "text/html", "page.html"),
        ("https://quay.example/a/the-quay.php?x=1", "text/html", "the-quay.html"),
        ("https://quay.example/a.pdf", "application/pdf", "a.pdf"),
        ("https://quay.example/..%2f", "text/plain", "page.txt"),
        ("https://quay.example/" + "x" * 900, "application/xhtml+xml", "x" * 60 + ".xhtml"),
    ],
)
def test_what_came_gets_a_name_with_the_ending_of_its_kind(url, kind, name):
    assert fetched_name(Fetched(b"", url, f"{kind}; charset=utf-8")) == name


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html", None),
        ("text/html; charset=x-none", None),
        ("text/html; charset=base64", None),
        ('text/html; charset="windows-1250"', "windows-1250"),
    ],
)
def test_the_charset_is_the_servers_or_none(header, charset):
    assert Fetched(b"", "https://quay.example/", header).charset == charset


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://10.1.2.3:8080/",
    ],
)
def test_no_private_address_is_connected_to(url, connections):
    with pytest.raises((SourceForbiddenError, SourceNotFoundError)):
        fetch(url)
    assert not connections


def test_a_name_that_leads_to_a_private_address_is_not_followed(names, connections):
    names["quay.example"] = [["192.168.1.1"]]
    with pytest.raises(SourceForbiddenError, match=r"quay\.example is no address of the public Internet"):
        fetch("https://quay.example/")
    assert not connections


def test_a_name_with_one_private_address_among_others_is_not_followed(names, connections):
    names["quay.example"] = [["93.184.215.14", "10.0.0.1"]]
    with pytest.raises(SourceForbiddenError):
        fetch("https://quay.example/")
    assert not connections


def test_a_name_that_is_bound_anew_leads_nowhere_else(names, connections):
    with serving(open=answer(HTML)) as server:
        names["quay.example"] = [["127.0.0.1"], ["10.0.0.1"]]
        with pytest.raises(
            SourceForbiddenError
        ):  # the page is looked up again behind robots.txt, and checked again
            get(server.url("/open", "quay.example"))
        assert set(connections) == {"127.0.0.1"}


def test_the_address_that_was_checked_is_the_one_connected_to(names, connections):
    with serving(open=answer(HTML)) as server:
        names["quay.example"] = [["127.0.0.1"]]
        get(server.url("/open", "quay.example"))
        assert set(connections) == {"127.0.0.1"}
        assert f"Host: quay.example:{server.port}" in server.asked[-1]


def test_the_far_end_of_a_connection_is_checked_too(monkeypatch, names):
    with serving(open=answer(HTML)) as server:
        names["quay.example"] = [["93.184.215.14"]]
        real = socket.create_connection
        monkeypatch.setattr(
            corpus.fetch.socket, "create_connection", lambda _, **more: real(("127.0.0.1", server.port), **more)
        )
        with pytest.raises(SourceForbiddenError):
            fetch(server.url("/open", "quay.example"))
        assert not server.asked


def test_a_redirect_is_followed_and_its_end_is_the_address():
    with serving(a=moved("/b"), b=moved("c", "301 Moved"), c=answer(HTML)) as server:
        assert get(server.url("/a")).url == server.url("/c")


@pytest.mark.parametrize(
    "place", ["http://10.0.0.1/", "http://[::ffff:10.0.0.1]/", "//192.168.0.1/a", "http://metadata.example/"]
)
def test_a_redirect_to_a_private_address_is_not_followed(place, names, connections):
    names["metadata.example"] = [["169.254.169.254"]]
    with serving(a=moved(place)) as server, pytest.raises(SourceForbiddenError):
        get(server.url("/a"))
    assert set(connections) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "place",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http://a b/"],
)
def test_a_redirect_out_of_the_web_is_not_followed(place):
    with serving(a=moved(place)) as server, pytest.raises(SourceFormatError):
        get(server.url("/a"))


def test_redirects_end():
    with serving(a=moved("/b"), b=moved("/a")) as server:
        with pytest.raises(SourceFormatError, match="redirects on and on; expected at most 5"):
            get(server.url("/a"))
        assert sum(path != "/robots.txt" for path in server.paths) == limits.MAX_REDIRECTS + 1


def test_what_robots_txt_forbids_is_not_asked_for():
    with serving(
        **{
            "robots.txt": answer("User-agent: *\nDisallow: /a", kind="text/plain"),
            "a": answer(HTML),
            "b": answer(HTML),
        }
    ) as server:
        with pytest.raises(SourceForbiddenError, match=r"robots\.txt"):
            get(server.url("/a"))
        get(server.url("/b"))
        assert "/a" not in server.paths


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed():
    with serving(
        **{"robots.txt": answer("User-agent: OnRecord\nDisallow: /b"), "a": moved("/b"), "b": answer(HTML)}
    ) as server:
        with pytest.raises(SourceForbiddenError):
            get(server.url("/a"))
        assert server.paths == ["/robots.txt", "/a"]


def test_a_site_whose_robots_txt_fails_is_left_alone():
    with serving(**{"robots.txt": answer("", "503 Busy"), "a": answer(HTML)}) as server:
        with pytest.raises(SourceForbiddenError):
            get(server.url("/a"))
        assert server.paths == ["/robots.txt"]


def test_a_server_without_a_certificate_is_not_believed():
    with (
        serving(a=answer(HTML)) as server,
        pytest.raises(SourceNotFoundError, match="does not answer as it should"),
    ):
        get(server.url("/a").replace("http:", "https:"))


@pytest.fixture
def certificate(tmp_path):
    """Return the file of a certificate for quay.example, signed by itself, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate")
    path = tmp_path / "quay.pem"
    words = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=quay.example -addext subjectAltName=DNS:quay.example"
    )
    key = tmp_path / "key.pem"
    subprocess.run(["openssl", *words.split(), "-keyout", key, "-out", path], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


def trusting(monkeypatch, certificate):
    real = ssl.create_default_context
    monkeypatch.setattr(corpus.fetch.ssl, "create_default_context", lambda: real(cafile=certificate))


def secure(server, host):
    return server.url("/a", host).replace("http:", "https:")


def test_a_page_comes_over_tls(monkeypatch, names, certificate):
    trusting(monkeypatch, certificate)
    names["quay.example"] = [["127.0.0.1"]]
    with serving(certificate, a=answer(HTML)) as server:
        assert get(secure(server, "quay.example")).data == HTML.encode()


def test_a_certificate_that_nobody_signed_is_not_believed(names, certificate):
    names["quay.example"] = [["127.0.0.1"]]
    with serving(certificate, a=answer(HTML)) as server:
        with pytest.raises(SourceNotFoundError, match="SSLCertVerificationError"):
            get(secure(server, "quay.example"))
        assert not server.asked


def test_a_certificate_of_another_site_is_not_believed(monkeypatch, names, certificate):
    trusting(monkeypatch, certificate)
    names["other.example"] = [["127.0.0.1"]]
    with serving(certificate, a=answer(HTML)) as server:
        with pytest.raises(SourceNotFoundError, match="SSLCertVerificationError"):
            get(secure(server, "other.example"))
        assert not server.asked


@pytest.mark.parametrize(
    "url", ["ftp://quay.example/", "quay.example", "file:///etc/passwd", "https://a:b@quay.example/"]
)
def test_what_is_no_address_is_refused_before_anything_is_looked_up(url, names, connections):
    with pytest.raises(SourceFormatError):
        fetch(url)
    assert not connections
