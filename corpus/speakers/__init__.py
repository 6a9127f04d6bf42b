"""Who said it: quotations in a document and the people they belong to."""

from corpus.speakers.attribute import attribute
from corpus.speakers.names import fold_name, name_words

__all__ = ["attribute", "fold_name", "name_words"]
