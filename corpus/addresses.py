"""Which network addresses belong to the public Internet, and which addresses of the web may be fetched at all."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from corpus import limits
from corpus.errors import SourceFormatError, printable

#: What is not the public Internet, after the IANA special-purpose registries, with ways to reach another address
#: through one that looks public: mapped, translated (NAT64), tunnelled (6to4, Teredo).
_CLOSED: Final = tuple(
    ipaddress.ip_network(network)
    for network in """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
    203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
    2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20
    """.split()
)
#: All that has been given out of IPv6 to anybody.
_OPEN_6: Final = ipaddress.ip_network("2000::/3")
_BAD: Final = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
_KEPT: Final = "/%:@!$&'()*+,;=~-._"
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet; what is no address is not."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address) and known not in _OPEN_6:
        return False
    return known.is_global and not any(known in network for network in _CLOSED if network.version == known.version)


@dataclass(frozen=True, slots=True)
class Url:
    """An address of the web, taken apart. ``target`` is its path and query, as a request names them."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as the header ``Host`` and robots.txt go by."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """The host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def parse_url(words: str, base: Url | None = None) -> Url:
    """Read an address, one that a page at ``base`` redirects to if it is given.

    Raises:
        SourceFormatError: no address of the web, or with a name and password in it.
    """
    whole = words.strip()
    if len(whole) > limits.MAX_FIELD_CHARS or _BAD.search(whole):
        raise _refused(whole, "is no address")
    try:
        parts = urlsplit(urljoin(str(base), whole) if base else whole)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as fault:
        raise _refused(whole, "is no address") from fault
    if parts.scheme not in _DEFAULT_PORTS or not host:
        raise _refused(whole, "is no address of the web")
    if parts.username is not None or parts.password is not None:
        raise _refused(f"{parts.scheme}://…@{host}", "has a name or password in it")
    target = quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        target += "?" + quote(parts.query, safe=f"{_KEPT}?[]")
    return Url(parts.scheme, host, _DEFAULT_PORTS[parts.scheme] if port is None else port, target)


def _refused(words: str, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(words)} {fault}",
        expected="an address that opens with https:// or http://",
        action="Copy it from the browser's address bar.",
    )
