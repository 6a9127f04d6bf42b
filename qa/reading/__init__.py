"""Reading a question: whose words, what time, which filters, and what it is about."""

from qa.reading.known import Known, KnownSpeaker
from qa.reading.read import read_question
from qa.reading.values import AskedPeriod, Reading

__all__ = ["AskedPeriod", "Known", "KnownSpeaker", "Reading", "read_question"]
