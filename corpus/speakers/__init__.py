"""Who said it: quotations in a document and the people they belong to."""

from corpus.speakers.asked import asked_speaker
from corpus.speakers.attribute import attribute
from corpus.speakers.names import fold_name, name_words

__all__ = ["asked_speaker", "attribute", "fold_name", "name_words"]
