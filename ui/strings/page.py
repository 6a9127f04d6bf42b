"""The page as a whole: its head, its box, its buttons."""

from __future__ import annotations

from typing import Final

NAME: Final = "On Record"
TAGLINE: Final = "Ask your sources. Get their words, who said them, and a citation."
PLACEHOLDER: Final = "Ask a question, or type words to look for"
ASK: Final = "Ask"
QUESTION_LABEL: Final = "Your question"
CONVERSATION: Final = "Questions and answers"
SEARCHED: Final = (
    "{documents} documents, {passages} passages. Nothing here is generated: every word is a source's own."
)
EMPTY: Final = "The corpus holds no passages yet. Add documents with: onrecord add FILES..."
COPIED: Final = "Copied"
COPY_FAILED: Final = "Select the text and copy it by hand"
INDEXING: Final = "Reading new documents into the index"
FAILED: Final = "That did not work: {message}"
UNEXPECTED: Final = "Something went wrong and was written to the log. The corpus is unharmed; ask again."
TAB_ASK: Final = "Ask"
TAB_CHECK: Final = "Check a quotation"
TAB_SPEAKERS: Final = "Speakers"
TAB_DOCUMENTS: Final = "Documents"
TAB_TRAY: Final = "Collected"
