"""How much of the work one address may have: a bucket of tokens each, and a bound on what stays open."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Final

from corpus import limits
from ui.doors.asgi import header

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.doors.asgi import Scope

#: Of an IPv6 address, the part that a provider gives one customer, in bits.
_CUSTOMER_BITS: Final = 64


class Shares:
    """What each address has left.

    A bucket holds ``burst`` tokens and gains ``per_s`` a second. The ``most`` addresses seen last are remembered;
    one that was forgotten starts anew with a full bucket, as a stranger does.
    """

    def __init__(
        self,
        burst: float = limits.BURST_REQUESTS,
        per_s: float = limits.REQUESTS_PER_S,
        most: int = limits.MAX_ADDRESSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst, self._per_s, self._most, self._clock = burst, per_s, most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._open: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._left)

    def take(self, address: str, cost: float) -> int:
        """Take ``cost`` tokens; return 0, or in how many seconds there will be as many."""
        now = self._clock()
        left, then = self._left.pop(address, (self._burst, now))
        left = min(self._burst, left + (now - then) * self._per_s)
        missing = cost - left
        self._left[address] = (left if missing > 0 else left - cost, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return max(1, math.ceil(missing / self._per_s)) if missing > 0 else 0

    def enter(self, address: str) -> bool:
        """Count a request that begins; False, and nothing is counted, where too many are open already."""
        if self._open[address] >= limits.MAX_ADDRESS_REQUESTS or self._open.total() >= limits.MAX_OPEN_REQUESTS:
            return False
        self._open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count a request that has ended."""
        self._open[address] -= 1
        if not self._open[address]:
            del self._open[address]


def address_of(scope: Scope, *, behind_proxy: bool) -> str:
    """Return whom a request counts for: an IPv4 address, or the first half of an IPv6 address.

    Behind a proxy, that is the last address in ``X-Forwarded-For`` that is not of a private network: what stands
    before it, the client may have written; what comes after it, proxies of one house have.
    """
    peer = str((scope.get("client") or ("", 0))[0])
    if behind_proxy:
        named = [part.strip() for part in (header(scope, "x-forwarded-for") or "").split(",")]
        peer = next((part for part in reversed(named) if _is_public(part)), peer)
    return _customer(peer)


def _read(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_public(text: str) -> bool:
    address = _read(text)
    return address is not None and address.is_global


def _customer(text: str) -> str:
    address = _read(text)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((int(address), _CUSTOMER_BITS), strict=False))
    return str(address or "")
