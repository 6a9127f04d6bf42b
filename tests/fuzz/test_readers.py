"""A short run of what ``campaign.py`` does for minutes, each time the same; ONRECORD_FUZZ_S makes it longer."""

from __future__ import annotations

import os
import time

import pytest
from fuzz_checks import check
from fuzz_edits import edits, spoiled
from fuzz_seeds import seeds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from corpus.readers.formats import OF_BYTES, OF_SEVERAL, OF_TEXT

#: Seconds for each format; 0 leaves it at a fixed number of files, the same each time.
FUZZ_S = float(os.environ.get("ONRECORD_FUZZ_S", "0"))
FORMATS = sorted([*OF_TEXT, *OF_BYTES, *OF_SEVERAL])
SEEDS = seeds()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_whole_files_to_start_from(kind, tmp_path):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    for number, base in enumerate(SEEDS[kind]):
        path = tmp_path / f"{number}{base.ending}"
        path.write_bytes(base.whole)
        assert check(path)


@pytest.mark.parametrize("kind", FORMATS)
def test_whatever_becomes_of_a_file_it_is_read_or_refused_by_name_in_time(kind, tmp_path):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    end = time.monotonic() + FUZZ_S if FUZZ_S else float("inf")

    @settings(
        max_examples=1_000_000 if FUZZ_S else 40,
        derandomize=not FUZZ_S,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(SEEDS[kind]), edits(kind, floods=bool(FUZZ_S)), st.integers(0, 50), st.booleans())
    def one(base, changes, part, outside):
        if time.monotonic() < end:
            path = tmp_path / f"a{base.ending}"
            path.write_bytes(spoiled(base, changes, part, outside=outside and part % 4 == 0))
            check(path)

    one()
