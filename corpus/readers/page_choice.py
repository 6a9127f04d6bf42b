"""Which words of a web page are its article's.

Trafilatura [1] finds the article well but moves and drops words in it, so it is asked only where the article
stands: each stretch of words in a copy of the page carries its number in marks that trafilatura keeps, and the
numbers that come back are the answer. The words themselves are taken from the page.

[1] A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction",
ACL 2021 (system demonstrations).
"""

from __future__ import annotations

import copy
import re
from typing import Any, Final

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from corpus import limits

#: Braille is printable, no letter and no blank: no rule about words sees it. 256 signs, three to a number.
_FIRST_SIGN: Final = 0x2800
#: What may not stand in the words that are marked: the signs themselves, and what no tree takes.
_SIGN: Final = re.compile("[\u2800-\u28ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_MARK: Final = re.compile("([\u2800-\u28ff])([\u2800-\u28ff])([\u2800-\u28ff])")
_NAMES: Final = ("class", "id")
_LONGEST_NAME: Final = 1_000
_BLANKS: Final = " \t\r\n\f"


def article_stretches(root: Any) -> frozenset[int]:  # noqa: ANN401 - lxml's element
    """Return the numbers of the stretches of words that make up the article, none where it finds none.

    In document order, the words right inside the ``n``-th element (comments count) are stretch ``2 * n``, those
    right behind its end ``2 * n + 1``. A page of more than ``MAX_CHOSEN_ELEMENTS`` is not looked at.
    """
    marked = copy.deepcopy(root)
    elements = list(marked.iter())
    if len(elements) > limits.MAX_CHOSEN_ELEMENTS:
        return frozenset()
    for number, element in enumerate(elements):
        for name in _NAMES:  # rules search these, and a page may write a megabyte there
            if len(element.get(name) or "") > _LONGEST_NAME:
                element.set(name, _SIGN.sub("-", element.get(name)[:_LONGEST_NAME]))
        # Of a comment, only what stands behind it is words.
        if isinstance(element.tag, str) and element.tag not in _NO_WORDS:
            element.text = _marked(element.text, 2 * number)
        element.tail = _marked(element.tail, 2 * number + 1)
    etree.strip_tags(marked, etree.Comment)  # behind one in a paragraph, words were lost
    found = bare_extraction(marked, with_metadata=False, include_comments=False)
    if not isinstance(found, Document) or found.body is None:
        return frozenset()
    words = "".join(found.body.itertext())
    return frozenset(_number(signs.groups()) for signs in _MARK.finditer(words))


#: What is in them is read by programs, and a mark would break it.
_NO_WORDS: Final = frozenset({"script", "style"})


def _marked(words: str | None, number: int) -> str | None:
    if words is None or not (bare := words.lstrip(_BLANKS)):
        return words
    signs = "".join(chr(_FIRST_SIGN + (number >> shift & 0xFF)) for shift in (16, 8, 0))
    # Blanks in front stay, for a rule may ask whether there are any; all of them are one.
    return " " * (bare != words) + signs + _SIGN.sub("-", bare)


def _number(signs: tuple[str, ...]) -> int:
    high, middle, low = (ord(sign) - _FIRST_SIGN for sign in signs)
    return high << 16 | middle << 8 | low
