"""What exports, evidence packs and their checking say."""

from __future__ import annotations

from typing import Final

EXPORT_HEADING: Final = "Passages"
EXPORT_REFERENCES: Final = "References"
EXPORT_SAID: Final = "— {line}"
EXPORT_IN_IT: Final = "In it: "
EXPORT_WORDS: Final = ": {words}"
EXPORT_MARKED: Final = "“{words}”"
EXPORT_OWN_VOICE: Final = "author's own voice / no quotation"
EXPORT_REPLACED: Final = "Characters that this format cannot hold stand as \ufffd in {count} passage(s)."
EXPORT_DEFUSED: Final = "an apostrophe was put before what a spreadsheet could take for a formula: {columns}"
EXPORT_WRITTEN: Final = "{count} passage(s) in {path}"
EXPORT_MISSING: Final = "not in this corpus: {ids}"
EXPORT_UNANSWERED: Final = "the corpus did not answer; these are the nearest passages, not an answer"

PACK_ABOUT: Final = (
    "The digests show whether this pack is whole and unchanged since it was made. They do not show who made it:"
    " whoever can change a pack can make new digests."
)
PACK_MADE: Final = "{files} files, {passages} passages; made with {maker} at revision {revision} of its corpus."
PACK_NO_MANIFEST: Final = "{files} files; the manifest cannot be read."
PACK_WHOLE: Final = "Whole: every file is as it was when the pack was made."
PACK_NOT_WHOLE: Final = "Not whole, or not as it was made:"
PACK_FILE: Final = "{name}: {state}"
PACK_CONTAINER: Final = "the ZIP around the files: not the bytes that were made (packed again, or changed)"
PACK_WORDS: Final = "{name}: not the words that the manifest tells of"
PACK_STANDING: Final = "In the corpus:"
PACK_PASSAGE: Final = "{name} ({passage}): {state}"
PACK_NOW_AT: Final = "{state} {where}"
FILE_HOLDS: Final = "holds"
FILE_CHANGED: Final = "changed since the pack was made"
FILE_DAMAGED: Final = "damaged, it cannot be read"
FILE_MISSING: Final = "missing"
FILE_EXTRA: Final = "not one of the pack's files"
FILE_UNCHECKED: Final = "cannot be checked, as DIGESTS cannot be read"
STANDS: Final = "stands there word for word"
STANDS_ELSEWHERE: Final = "the same words stand in another passage:"
STANDS_CHANGED: Final = "changed; words like these stand in"
STANDS_GONE: Final = "gone"
STANDS_UNKNOWN: Final = "cannot be looked up, as its words in the pack do not hold"
