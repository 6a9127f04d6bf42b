"""Every sentence the interface says, in one place."""

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

ANSWERED_ONE: Final = "1 passage"
ANSWERED_MANY: Final = "{count} passages, the likeliest first"
NOT_ANSWERED: Final = "This corpus does not answer that."
NEAREST: Final = "Nearest passages, not an answer"
EMPTY: Final = "The corpus holds no passages yet. Add documents with: onrecord add FILES..."
NO_PASSAGE_LEFT: Final = (
    "No passage passes the filters. See the names with 'onrecord speakers', the dates with 'onrecord list'."
)

UNATTRIBUTED: Final = "unattributed"
NO_QUOTATION: Final = "No quotation found in this passage"
NO_QUOTATION_MARKED: Final = "No quotation found in the marked sentence"
QUOTED_DIRECT: Final = "quoted directly"
QUOTED_BLOCK: Final = "block quotation"
QUOTED_INDIRECT: Final = "reported"
QUOTED_TURN: Final = "speaking"
ALSO_QUOTED: Final = "also quoted here"
ALSO_PRINTED: Final = "also printed: {names}"
MAY_BE_SAME: Final = "May be the same speaker (nothing is merged on this; a share of 1 would be sure):"
MAY_BE_DISGUISED: Final = "May be a disguise (each stands alone):"
DRAWN_LIKE: Final = "drawn like {name}"
COPY: Final = "Copy citation"
COPY_QUOTE: Final = "Copy quotation and citation"
COPIED: Final = "Copied"
COPY_FAILED: Final = "Select the text and copy it by hand"
IN_CONTEXT: Final = "Read in context"
ALSO_IN: Final = "Also appears in {count} other passage(s)"
NOTES: Final = "Notes"
PARAGRAPH: Final = "paragraph {number}"
OPENING: Final = "opening section"
RANK: Final = "Passage {rank}"
INDEXING: Final = "Reading new documents into the index"
FAILED: Final = "That did not work: {message}"
UNEXPECTED: Final = "Something went wrong and was written to the log. The corpus is unharmed; ask again."
