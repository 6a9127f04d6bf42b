"""Speakers and time: what each has said by date, and who said what when."""

from __future__ import annotations
