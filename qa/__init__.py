"""A question in, quotations out."""

from qa.answer import Answer, Hit
from qa.checking import QuoteCheck, check_quote
from qa.corpus import Corpus
from qa.results import AddResult, Outcome
from qa.retrieve import retrieve

__all__ = ["AddResult", "Answer", "Corpus", "Hit", "Outcome", "QuoteCheck", "check_quote", "retrieve"]
