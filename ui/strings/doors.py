"""The other doors: what is told to a program, or to a browser that is turned away."""

from __future__ import annotations

from typing import Final

DOOR_FOREIGN_HOST: Final = (
    "This page is not served under the name {host}. Open it by its address in numbers, or start it with --host."
)
DOOR_FOREIGN_ORIGIN: Final = "Only the page itself may do this; the request came from {origin}."
DOOR_NOT_HERE: Final = "There is nothing at this address."
DOOR_TOO_LARGE: Final = "The request has more than {limit:,} bytes, which is the most that is taken here."
DOOR_NO_LENGTH: Final = "The request does not say how long it is. Send it with its Content-Length."
DOOR_TOO_SLOW: Final = "The request did not arrive within {seconds:.0f} seconds. Send it again."
DOOR_TOO_MANY: Final = "Too many requests from your address. Try again in {seconds} seconds."
DOOR_FAILED: Final = "Something went wrong, and why was written to the log. Try again later."
DOOR_MCP_ABOUT: Final = (
    "On Record answers from one corpus of articles, speeches and transcripts. Every word it returns is a source's"
    " own, with who said it and a citation; nothing is generated. Quote only what stands in 'text', and where"
    " 'answered' is false say that this corpus does not answer, and claim nothing from the passages beside it."
)
