"""Reading files into documents."""

from corpus.readers.build import READER_VERSION
from corpus.readers.files import walk
from corpus.readers.sandbox import read_file, read_source
from corpus.readers.suffixes import SUFFIXES

__all__ = ["READER_VERSION", "SUFFIXES", "read_file", "read_source", "walk"]
