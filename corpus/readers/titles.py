"""Titles in a file's own properties that name no document: a program's defaults, and names of files."""

from __future__ import annotations

import re
from typing import Final

_NO_TITLE: Final = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b|untitled\b"
    r"|(?:document|slide|layout|page|doc|print|scan|book)[\s_-]*\d*\Z"
    r"|.*\.(?:do[ct][xm]?|pdf|indd|tex|dvi|o[dt]t|rtf|qxd|pptx?|xlsx?|html?|wpd|pages|p65|fm|pub|cdr|ai)\s*\Z"
    r"|(?:https?|file):|[\W\d_]*\Z",
    re.IGNORECASE,
)


def is_title(words: str) -> bool:
    """Whether words may be a title that somebody gave; "Document1" and "report_v3.docx" are none."""
    return _NO_TITLE.match(words) is None
