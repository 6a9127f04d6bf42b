"""Web pages into a corpus: fetched, read like any file, and known by their address."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.addresses import parse_url
from corpus.errors import OnRecordError
from qa.adding import renamed, stored
from qa.results import AddResult

if TYPE_CHECKING:
    from corpus.fetch import Fetched
    from corpus.readers.formats import Contents
    from corpus.writer import Writer
    from qa.results import AddWishes


def put_fetched(writer: Writer, url: str, wishes: AddWishes) -> AddResult:
    """Fetch what lies at an address, store its documents under it, and return what became of it.

    Args:
        writer: of the store.
        url: an address that begins with http:// or https://; what stands behind a # is not part of it.
        wishes: the encoding that the user names counts, before the server's.
    """
    from corpus.fetch import fetch  # noqa: PLC0415 - opens sockets, and only for this

    started, kind = time.monotonic(), ""
    try:
        source = str(parse_url(url))  # without its fragment, which would look like a part of a table
        fetched = fetch(url)
        kind, found = _read(fetched, source, wishes)
        result = stored(writer, found, url, source)
    except OnRecordError as fault:
        return AddResult(url, error=fault, format=kind, seconds=time.monotonic() - started)
    return replace(result, format=kind, seconds=time.monotonic() - started)


def _read(fetched: Fetched, source: str, wishes: AddWishes) -> tuple[str, Contents]:
    """Return the format and the contents of what was fetched; a refusal names the address."""
    from corpus.fetch import fetched_name  # noqa: PLC0415 - as above
    from corpus.readers import SUFFIXES, read_file  # noqa: PLC0415 - the Markdown parser
    from corpus.readers.formats import Options  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, fetched_name(fetched))
        file.write_bytes(fetched.data)
        whole = os.path.realpath(file)
        try:
            found = read_file(file, Options(wishes.encoding or fetched.charset, url=fetched.url))
        except OnRecordError as fault:
            raise renamed(fault, file, source) from None
    return SUFFIXES.get(file.suffix.lower(), ""), found.under(source, whole)
