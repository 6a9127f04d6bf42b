"""On the own machine: whether a request is the page's own, or another site's that found its way here.

A page elsewhere can send requests to this machine, and can give its own name this machine's address (DNS
rebinding); the first shows in ``Origin``, the second in ``Host``.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from corpus.errors import printable
from ui import strings
from ui.doors.asgi import header

if TYPE_CHECKING:
    from ui.doors.access import Access
    from ui.doors.asgi import Scope

_SHOWN = 80


def foreign(scope: Scope, access: Access) -> str | None:
    """Return why a request is not the page's own; None where it is."""
    host = header(scope, "host") or ""
    name = host_name(host)
    if not (name in {"localhost", access.host.strip("[]").lower()} or _is_address(name)):
        return strings.DOOR_FOREIGN_HOST.format(host=printable(host, _SHOWN))
    origin = header(scope, "origin")
    if origin is not None and origin.partition("://")[2].lower() != host.lower():
        return strings.DOOR_FOREIGN_ORIGIN.format(origin=printable(origin, _SHOWN))
    return None


def host_name(host: str) -> str:
    """Return the name in a ``Host`` header, without its port and brackets, in small letters."""
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    return name.lower()


def _is_address(name: str) -> bool:
    """Whether a name is an address in numbers, which nobody's name server can claim."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
