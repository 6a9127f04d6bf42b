"""Every bound on untrusted input, with its unit.

A length is checked before anything else touches the text: normalising 200 KB of combining marks takes
seconds, so a check that comes second comes too late.
"""

from __future__ import annotations

from typing import Final

#: Longest question, in characters. A long paragraph pasted as a question still fits.
MAX_QUESTION_CHARS: Final = 2_000

#: Longest quotation to check, in characters; about five pages.
MAX_QUOTATION_CHARS: Final = 10_000

#: Most words in a quotation to check. Time grows with their square; a script without blanks has one a letter.
MAX_QUOTATION_WORDS: Final = 2_500

#: Longest speaker or source filter, in characters.
MAX_FILTER_CHARS: Final = 200

#: Most hits one question may ask for.
MAX_HITS: Final = 1_000

#: Largest source file, in bytes. A long book in plain text is about 3 MB.
MAX_SOURCE_BYTES: Final = 20_000_000

#: Longest passage, in characters; a longer paragraph is cut at sentence ends into parts of one number.
MAX_PASSAGE_CHARS: Final = 6_000

#: Most blocks in one document.
MAX_BLOCKS: Final = 100_000

#: Longest Markdown front matter, in characters.
MAX_FRONT_MATTER_CHARS: Final = 20_000

#: Most brackets open at once in front matter. PyYAML's time grows with their square: 19,000 took 28 seconds.
MAX_FRONT_MATTER_DEPTH: Final = 20

#: Longest value of one citation field, in characters; of a list of names, each part of each.
MAX_FIELD_CHARS: Final = 2_000

#: All names of one citation field together, in characters; a paper of 3,000 authors fits.
MAX_NAMES_CHARS: Final = 100_000

#: Longest name under which an uploaded file is kept, in characters.
MAX_FILE_NAME_CHARS: Final = 120

#: How long a writer waits for another writer, in seconds, before it says so.
WRITER_WAIT_S: Final = 5.0

#: How long SQLite waits for a lock, in milliseconds. Four writers needed this much.
SQLITE_BUSY_MS: Final = 10_000

#: Largest FAISS file that is deserialised, in bytes (about 5 million passages of 384 dimensions).
MAX_VECTOR_BYTES: Final = 8_000_000_000

#: Largest file of an evaluation set, in bytes (about 200,000 passages).
MAX_SET_BYTES: Final = 200_000_000

#: Longest passage of an evaluation set, in characters; it stays whole, because the set judges it as one.
MAX_SET_TEXT_CHARS: Final = 100_000

#: Longest value put into one part of the page by another, in characters: kept conversations are the longest.
MAX_DOOR_CHARS: Final = 4_000_000

#: Most questions in a file of one's own questions, or proposed at once.
MAX_QUESTIONS: Final = 10_000

#: Most passages collected into one export.
MAX_COLLECTED_HITS: Final = 500

#: Largest evidence pack, in bytes, as a file and again with all in it unpacked; the most passages, and long, fit.
MAX_PACK_BYTES: Final = 64_000_000

#: Most bytes that one byte of an evidence pack may unpack to; prose packed again by others stays below 20.
MAX_PACK_UNPACKED_BYTES: Final = 100
