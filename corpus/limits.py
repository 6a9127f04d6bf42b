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

#: Longest time in which a file must have been taken apart, in seconds of the processor, and what each byte adds:
#: of a text or PDF, and of a packed format, in which a byte may stand for a thousand.
PARSE_TIME_S: Final = 8.0
PARSE_TEXT_BYTE_S: Final = 10e-6
PARSE_PACKED_BYTE_S: Final = 1e-6

#: Shortest time for finding the speakers in what was read, in seconds of the processor, and what each block and
#: character adds: of newspapers and tables 6 to 16 millionths were measured, of dialogue in one paragraph 70.
ATTRIBUTE_TIME_S: Final = 2.0
ATTRIBUTE_BLOCK_S: Final = 2e-3
ATTRIBUTE_CHAR_S: Final = 200e-6

#: How many seconds of the clock may pass for each of the processor that a file may take: a busy machine is not the
#: file's fault, and a file that blocks uses no processor at all.
READER_CLOCK_S: Final = 8.0

#: Most memory that taking a file apart may need, in bytes: what its process asks the system for as its own; and
#: what each character found in it adds, where speakers are looked for (75 were measured).
READER_MEMORY_BYTES: Final = 512_000_000
ATTRIBUTE_CHAR_BYTES: Final = 150

#: Largest form of a document that a reader's process hands back, in bytes; the largest source fits twice over.
MAX_READER_OUTPUT_BYTES: Final = 200_000_000

#: Most remarks on what a reader passed over in one file, and the longest, in characters.
MAX_REMARKS: Final = 20
MAX_REMARK_CHARS: Final = 300

#: Longest account of what a table's columns were taken for, in characters.
MAX_COLUMNS_CHARS: Final = 400

#: Longest passage, in characters; a longer paragraph is cut at sentence ends into parts of one number.
MAX_PASSAGE_CHARS: Final = 6_000

#: Most blocks in one document.
MAX_BLOCKS: Final = 100_000

#: Most parts of one zip file: a Word document, an OpenDocument text, an e-book.
MAX_ARCHIVE_PARTS: Final = 10_000

#: What all parts read from one zip file unpack to at most, in bytes.
MAX_UNPACKED_BYTES: Final = 100_000_000

#: Most bytes that one byte of a part may unpack to.
MAX_PART_UNPACKED_BYTES: Final = 200

#: Largest part that may unpack to more for each byte, in bytes: thousands of like rows or paragraphs do.
MAX_UNCHECKED_UNPACKED_BYTES: Final = 10_000_000

#: Most elements of XML, or groups of RTF, open at once.
MAX_MARKUP_DEPTH: Final = 1_000

#: Longest comment in XML, in characters.
MAX_COMMENT_CHARS: Final = 1_000_000

#: Most objects of a page of a PDF, and annotations in the file, that are looked at for what is not read.
MAX_PDF_OBJECT_PIECES: Final = 2_000
MAX_PDF_ANNOTATION_ENTRIES: Final = 100_000

#: Most pages of a PDF; the longest records of a parliament's year have fewer.
MAX_PDF_PAGES: Final = 3_000

#: Most characters on one page of a PDF (a broadsheet's has 40,000), and in one PDF; the Bible has 4.5 million.
MAX_PDF_PAGE_CHARS: Final = 200_000
MAX_PDF_CHARS: Final = 12_000_000

#: Most pieces of lines on one page of a PDF in which columns are looked for.
MAX_PDF_PIECES: Final = 5_000

#: Most entries of a PDF's outline that are read.
MAX_PDF_OUTLINE_ENTRIES: Final = 5_000

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

#: Most files uploaded at once.
MAX_UPLOADED_FILES: Final = 500

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

#: Most questions in one conversation on the page, or in one that was kept and is asked again.
MAX_TURNS: Final = 100

#: Most questions in a file of one's own questions, or proposed at once.
MAX_QUESTIONS: Final = 10_000

#: Most passages collected into one export.
MAX_COLLECTED_HITS: Final = 500

#: Largest evidence pack, in bytes, as a file and again with all in it unpacked; the most passages, and long, fit.
MAX_PACK_BYTES: Final = 64_000_000

#: Most bytes that one byte of an evidence pack may unpack to; prose packed again by others stays below 20.
MAX_PACK_UNPACKED_BYTES: Final = 100

#: Largest manifest of a backup, in bytes; it counts the rows of some tables.
MAX_BACKUP_MANIFEST_BYTES: Final = 64_000

#: Largest manifest of an evidence pack, in bytes.
MAX_MANIFEST_BYTES: Final = 16_000_000

#: Longest request that a program sends, in bytes: the longest quotation, each character written as 12 bytes.
MAX_CALL_BYTES: Final = 200_000

#: Longest request of the page itself, in bytes, and of a page in strangers' hands.
MAX_BODY_BYTES: Final = 6_000_000
MAX_PUBLIC_BODY_BYTES: Final = 1_000_000

#: Longest upload, all files together, in bytes; the reader holds each to the bound of a source.
MAX_UPLOAD_BYTES: Final = 1_000_000_000

#: How long a request may take to arrive, in seconds; an upload may take longer.
BODY_WAIT_S: Final = 30.0

#: Most hits that a stranger's program may ask for.
MAX_PUBLIC_HITS: Final = 50

#: Requests that an address may send a public page at once, and then each second. Opening the page takes about 10,
#: a question 2; a newsroom behind one address shares them.
BURST_REQUESTS: Final = 120.0
REQUESTS_PER_S: Final = 3.0

#: Most addresses whose requests are counted at a time.
MAX_ADDRESSES: Final = 10_000

#: Most requests that may be open at a time, of one address and in all; every open page holds two.
MAX_ADDRESS_REQUESTS: Final = 60
MAX_OPEN_REQUESTS: Final = 1_000

#: Most values in a JSON file, counted by its commas and opening brackets; 10 hours word by word are 600,000.
MAX_JSON_VALUES: Final = 3_000_000

#: Latest time in a recording, in seconds: 1,000 hours.
MAX_TIME_S: Final = 3_600_000.0

#: Most elements of an XML file.
MAX_XML_ELEMENTS: Final = 400_000

#: Most elements of an XML file that are open at once.
MAX_XML_DEPTH: Final = 150

#: Longest page fetched from the web, in bytes, unpacked; in how many seconds it must have come with its redirects;
#: how many those may be; and how much of a robots.txt is read, in bytes (RFC 9309 asks for as much).
MAX_FETCHED_BYTES: Final = 20_000_000
FETCH_TIME_S: Final = 30.0
MAX_REDIRECTS: Final = 5
MAX_ROBOTS_BYTES: Final = 512_000

#: Most elements of a web page (a long book's has 30,000), and most of them open at once; its parser stops at 256.
MAX_HTML_ELEMENTS: Final = 100_000
MAX_HTML_DEPTH: Final = 250

#: Most attributes of one element of a web page. Their time grows with their square: 100,000 took 50 seconds.
MAX_ATTRIBUTE_ENTRIES: Final = 1_000

#: Most elements of a web page in which the article is looked for by weighing its parts, which takes 3 seconds.
MAX_CHOSEN_ELEMENTS: Final = 20_000

#: Most rows of a table.
MAX_TABLE_ROWS: Final = 100_000

#: Most cells of a table.
MAX_TABLE_CELLS: Final = 4_000_000

#: Most columns of a table.
MAX_TABLE_COLUMNS: Final = 1_000

#: Longest cell of a table, in characters: a long speech.
MAX_CELL_CHARS: Final = 1_000_000

#: Most bytes that a Parquet table may unpack to.
MAX_TABLE_UNPACKED_BYTES: Final = 100_000_000

#: Most marks, each a character, that stand on one letter; writing has three or four, a joke a hundred.
MAX_STACKED_CHARS: Final = 1_000
