"""Comparing words as printed: case, quotation marks and blanks count alike, nothing else does."""

from __future__ import annotations

import functools
import re
import unicodedata

from corpus import limits

#: Marks that stand for one another when a text is typed again.
_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`", "'") | dict.fromkeys("\u00ad\u200b\ufeff")
)


def folded(text: str) -> str:
    """Return a form in which words that differ in case, quotation marks or blanks only are equal."""
    plain = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(unicodedata.normalize("NFC", plain.casefold()).split())


def stands_in(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text`` in one run, as whole words: "war" does not stand in "toward"."""
    return stands_in_folded(words, folded(text))


def stands_in_folded(words: str, text: str) -> bool:
    """Do what ``stands_in`` does with a text that is folded already, for many words looked up in one text."""
    wanted, pattern = _wanted(words)
    return bool(wanted) and wanted in text and pattern.search(text) is not None


@functools.lru_cache(maxsize=limits.MAX_QUESTIONS)
def _wanted(words: str) -> tuple[str, re.Pattern[str]]:
    wanted = folded(words)
    before, after = (r"(?<!\w)" if wanted[:1].isalnum() else ""), (r"(?!\w)" if wanted[-1:].isalnum() else "")
    return wanted, re.compile(f"{before}{re.escape(wanted)}{after}")
