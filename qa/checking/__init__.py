"""Checking a quotation: exact, near with what differs, or not in the corpus; and whose words they are."""

from qa.checking.check import check_quotation, check_quote
from qa.checking.result import (
    Change,
    Grade,
    Operation,
    QuoteCheck,
    QuoteMatch,
    QuotePart,
    QuoteWarning,
    WarningKind,
)

__all__ = [
    "Change",
    "Grade",
    "Operation",
    "QuoteCheck",
    "QuoteMatch",
    "QuotePart",
    "QuoteWarning",
    "WarningKind",
    "check_quotation",
    "check_quote",
]
