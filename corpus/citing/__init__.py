"""Citations in the styles people need. Records for other programs are in ``corpus.citing.records``."""

from corpus.citing.formatted import Formatted
from corpus.citing.locator import Locator, Place, locator_of
from corpus.citing.quoted import Quoted, quoted_in
from corpus.citing.styles import Cited, Style, cite

__all__ = [
    "Cited",
    "Formatted",
    "Locator",
    "Place",
    "Quoted",
    "Style",
    "cite",
    "locator_of",
    "quoted_in",
]
