from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.addresses import is_public, parse_url
from corpus.errors import SourceFormatError


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "1.1.1.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00::1"]
)
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1
    192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:8.8.8.8 ::ffff:127.0.0.1 ::8.8.8.8 64:ff9b::8.8.8.8 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1
    2001:db8::1 2001:20::1 2002:7f00:1:: 2002:808:808:: 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1 fe80::1%eth0
    fec0::1 ff02::1""".split(),
)
def test_private_mapped_translated_and_tunnelled_addresses_are_not(address):
    assert not is_public(address)


@pytest.mark.parametrize("words", ["", "quay.example", "1.2.3", "0x7f.1", "2130706433", "127.0.0.1:80", "[::1]"])
def test_what_is_no_address_is_not_public(words):
    assert not is_public(words)


@given(st.ip_addresses(v=4))
def test_a_mapped_or_translated_address_is_never_public(address):
    mapped = ipaddress.IPv6Address(0xFFFF << 32 | int(address))
    tunnelled = ipaddress.IPv6Address(0x2002 << 112 | int(address) << 80)
    translated = ipaddress.IPv6Address(0x64FF9B << 96 | int(address))
    assert not any(is_public(str(one)) for one in (mapped, tunnelled, translated))


@given(st.ip_addresses())
def test_what_is_public_is_global_to_the_standard_library_too(address):
    assert not is_public(str(address)) or (address.is_global and not address.is_multicast)


@pytest.mark.parametrize(
    ("words", "host", "port", "target"),
    [
        ("https://quay.example", "quay.example", 443, "/"),
        ("http://quay.example:8080/a?b=c#d", "quay.example", 8080, "/a?b=c"),
        (" https://Quay.Example/Ä b".replace(" b", ""), "quay.example", 443, "/%C3%84"),
        ("http://[2a00::1]/", "2a00::1", 80, "/"),
        ("https://müller.example/", "xn--mller-kva.example", 443, "/"),
        ("https://a.b./x%20y", "a.b", 443, "/x%20y"),
    ],
)
def test_an_address_is_taken_apart(words, host, port, target):
    url = parse_url(words)
    assert (url.host, url.port, url.target) == (host, port, target)


def test_a_redirect_is_read_from_where_it_stands():
    base = parse_url("https://quay.example/a/b?c")
    assert str(parse_url("../d", base)) == "https://quay.example/d"
    assert str(parse_url("//other.example:444/x", base)) == "https://other.example:444/x"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "quay.example",
        "ftp://quay.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "http:///a",
        "https://a:b@quay.example/",
        "https://a@quay.example/",
        "http://quay.example:99999/",
        "http://[::1/",
        "http://a b/",
        "http://quay.example/\r\nHost: other",
        "http://quay.example/\x00",
        "https://" + "a" * 70 + "é.example/",
        "https://quay.example/" + "a" * 3_000,
        "http://quay.example\\@127.0.0.1/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(words):
    with pytest.raises(SourceFormatError, match="expected an address that opens with https"):
        parse_url(words)


def test_a_refusal_does_not_repeat_a_password():
    with pytest.raises(SourceFormatError) as fault:
        parse_url("https://oda:secret@quay.example/")
    assert "secret" not in str(fault.value)


@given(st.text(max_size=60))
def test_a_request_line_is_one_line_of_ascii_whatever_the_address(words):
    try:
        url = parse_url(f"https://quay.example/{words}")
    except SourceFormatError:
        return
    assert url.target.isascii()
    assert not any(c.isspace() for c in f"{url.target}{url.netloc}")
    assert parse_url(str(url)) == url
