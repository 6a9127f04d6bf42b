"""What a fetch brings, and which kinds of content are brought at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import urlsplit

from corpus import limits
from corpus.errors import SourceFormatError, printable

#: What is read, each media type with the ending of a file that holds it.
ENDINGS: Final = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "application/pdf": ".pdf",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: its bytes, unpacked; the address it came from in the end; the header ``Content-Type``."""

    data: bytes
    url: str
    content_type: str

    @property
    def media_type(self) -> str:
        """The media type alone, in small letters."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The text's encoding as the server gives it; None where it gives none that is known."""
        header = Message()
        header["Content-Type"] = self.content_type
        name = str(header.get_param("charset", ""))
        try:
            return name if name and codecs.lookup(name)._is_text_encoding else None  # noqa: SLF001 - base64 is one too
        except (LookupError, ValueError):
            return None


def fetched_name(fetched: Fetched) -> str:
    """Return a file name under which ``corpus.readers`` reads what came: the address's last part and an ending."""
    last = urlsplit(fetched.url).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", last).strip("-")[: limits.MAX_FILE_NAME_CHARS // 2] or "page"
    return stem + ENDINGS[fetched.media_type]


def check_kind(url: object, header: str) -> None:
    """Refuse content of a kind that is not read, by the header ``Content-Type``.

    Raises:
        SourceFormatError: it is of another kind, or the server names none.
    """
    kind = header.partition(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise SourceFormatError(
            f"{printable(url)} is {printable(kind, 80) or 'of a kind that its server does not name'}",
            expected=f"one of {', '.join(ENDINGS)}",
            action="Download it with a browser, and add the file if its format is one that is read.",
        )
