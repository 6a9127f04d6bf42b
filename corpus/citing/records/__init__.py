"""Citation records for other programs and from them: BibTeX, RIS and CSL-JSON."""

from corpus.citing.records.export import RecordFormat, export_records
from corpus.citing.records.matching import Match, grounds, match_record
from corpus.citing.records.reading import Record, RecordFault, Records, read_records

__all__ = [
    "Match",
    "Record",
    "RecordFault",
    "RecordFormat",
    "Records",
    "export_records",
    "grounds",
    "match_record",
    "read_records",
]
