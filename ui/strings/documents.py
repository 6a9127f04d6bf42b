"""Documents: those there are, their words in context, and what the reader corrects, adds and removes."""

from __future__ import annotations
