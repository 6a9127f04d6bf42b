"""Checking a quotation on the page: the words pasted, and the real words beside them."""

from __future__ import annotations

from typing import Final

QUOTING_LABEL: Final = "Quotation"
QUOTING_HELP: Final = (
    "Every word is compared with the documents'. What copying does is forgiven: curly quotation marks, broken"
    " lines, marks of notes, page numbers. A word changed, missing or added is not."
)
QUOTING_PLACEHOLDER: Final = "Paste the words as they are quoted"
QUOTING_SPEAKER: Final = "Said to be by (optional)"
QUOTING_SPEAKER_PLACEHOLDER: Final = "A name, or part of one"
QUOTING_CHECK: Final = "Check"
QUOTING_EXACT: Final = "Exact"
QUOTING_EXACT_OTHER: Final = "Exact words, another speaker"
QUOTING_EXACT_SAID: Final = "Every word, in order, is the source's."
QUOTING_NEAR: Final = "Near, not exact"
QUOTING_NEAR_SAID: Final = "A source has most of these words. What differs is marked."
QUOTING_ABSENT: Final = "Not in this corpus"
QUOTING_ABSENT_SAID: Final = (
    "None of the {documents} documents here has these words, or most of them. Others may: that somebody never said"
    " them is not shown."
)
QUOTING_OTHER_SPEAKER: Final = "Not the words of {name}: the source has them as those of {others}."
QUOTING_PLACE: Final = "Place {number}"
QUOTING_SHARE: Final = "{share} % of the words are the same"
QUOTING_SOURCE: Final = "The source"
QUOTING_QUOTATION: Final = "The quotation"
QUOTING_IS_MISSING: Final = "[missing in the quotation: "
QUOTING_IS_CHANGED: Final = "[changed in the quotation: "
QUOTING_IS_ADDED: Final = "[added: "
QUOTING_IS_OTHER: Final = "[not the source's: "
QUOTING_IS_QUIET: Final = "[passed over: "
QUOTING_ENDS: Final = "]"
QUOTING_COPY_WORDS: Final = "Copy the source's words and citation"
QUOTING_READ: Final = "Read in its document"
QUOTING_WARNINGS: Final = "Take care"
QUOTING_ASK: Final = "Ask for passages that come near in meaning"
QUOTING_LINK: Final = "Link to this check"
