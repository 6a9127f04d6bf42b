"""Reading files into documents."""

from corpus.readers.build import READER_VERSION, read_source
from corpus.readers.files import SUFFIXES, walk

__all__ = ["READER_VERSION", "SUFFIXES", "read_source", "walk"]
