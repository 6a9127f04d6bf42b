"""The tray: passages collected, to be taken away with their citations."""

from __future__ import annotations

from typing import Final

COLLECT: Final = "Collect"
COLLECTED: Final = "Collected"
COLLECTED_MOST: Final = "No more than {count} can be collected"
TRAY_EMPTY: Final = (
    "Nothing is collected yet. “Collect” on a passage puts it here, to be taken away with its citation."
)
TRAY_ONE: Final = "1 passage collected"
TRAY_MANY: Final = "{count} passages collected"
TRAY_KEPT: Final = "The list is kept in this browser only, as the passages' ids. The server keeps nothing of it."
TRAY_NOT_KEPT: Final = (
    "This browser does not let the page keep anything: the list lasts until you close or reload the page."
)
TRAY_PLACE: Final = "Collected passage {number}"
TRAY_UP: Final = "Move passage {number} up"
TRAY_DOWN: Final = "Move passage {number} down"
TRAY_REMOVE: Final = "Remove"
TRAY_REMOVE_NUMBER: Final = "Remove passage {number}"
TRAY_CLEAR: Final = "Remove all"
TRAY_UNDO: Final = "Undo"
TRAY_GONE: Final = "No longer in this corpus"
TRAY_GONE_SAID: Final = "These passages were removed, or their documents have changed. Only their ids are known."
TRAY_GONE_REMOVE: Final = "Remove {name}"
TRAY_STYLE: Final = "Citation style"
TRAY_APA: Final = "APA"
TRAY_CHICAGO: Final = "Chicago (notes)"
TRAY_MLA: Final = "MLA"
TRAY_HARVARD: Final = "Harvard"
TRAY_TAKE: Final = "Take away as"
TRAY_DOCX: Final = "Word (DOCX)"
TRAY_MARKDOWN: Final = "Markdown"
TRAY_CSV: Final = "Table (CSV)"
TRAY_BIBTEX: Final = "BibTeX"
TRAY_RIS: Final = "RIS"
TRAY_CSL: Final = "CSL-JSON"
TRAY_PACK: Final = "Evidence pack (ZIP)"
TRAY_ABOUT_PACK: Final = (
    "The evidence pack holds the words, the citations and a digest of each file, which “onrecord verify” checks"
    " later. BibTeX, RIS and CSL-JSON are records of the documents and hold no words."
)
TRAY_TAKEN: Final = "Made {name}"
TRAY_NOTHING: Final = "None of the passages collected is in this corpus."
