"""What a browser is told about every reply: load nothing from elsewhere, send nothing elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ui.doors.access import Access

#: Gradio puts its settings into the page as a script, and makes functions of text. What an injected element could
#: do with that is closed by 'script-src-attr': a script that comes in as HTML text runs only by such an attribute.
_POLICY: Final = (
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
)
_POWERS: Final = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
_ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join([*(f"{power}=()" for power in _POWERS), "clipboard-write=(self)"]),
}


def security_headers(access: Access) -> dict[str, str]:
    """Return the headers of every reply.

    A public page may be shown inside another site's; one on the own machine may not, for it can change the corpus.
    """
    ancestors = "*" if access.public else "'none'"
    policy = "; ".join([*_POLICY, f"frame-ancestors {ancestors}"])
    alone = {"cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin"}
    return {"content-security-policy": policy, **_ALWAYS, **({} if access.public else alone)}
