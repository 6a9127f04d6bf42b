"""Taking passages away: documents, tables and records of them, and evidence packs that can be checked later."""

from ui.exports.formats import Format, export, file_name
from ui.exports.report import FileCheck, FileState, PackReport, PassageCheck, Standing
from ui.exports.verify import verify_pack

__all__ = [
    "FileCheck",
    "FileState",
    "Format",
    "PackReport",
    "PassageCheck",
    "Standing",
    "export",
    "file_name",
    "verify_pack",
]
