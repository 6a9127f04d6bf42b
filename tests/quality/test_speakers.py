"""Floors for naming speakers, bound to the data they were measured on."""

from __future__ import annotations

import hashlib

import pytest
from speaker_measure import measure

#: (file, SHA-256 of the file, least share of right names, least number of quotations named)
FLOORS = [
    ("dev/polnear_marks.jsonl", "87b2a4010c36d4eb18573ad3610c8436139998ec20798b871fb2943b3d3b2f06", 0.965, 630),
    ("dev/gum.jsonl", "005477296dd4199bcee5d842e50f6671ded492adea33de821dc05bcc2a04a085", 0.86, 15),
    ("train/gum.jsonl", "bb4c8f57d8fd34d6c3891832601f6ecad06ddbfc00dd257546bef04aa6e6c62b", 0.86, 15),
]


@pytest.mark.parametrize(("name", "digest", "right", "named"), FLOORS, ids=[f[0] for f in FLOORS])
def test_names_are_right_at_least_as_often_as_before(eval_folder, name, digest, right, named):
    path = eval_folder / "attribution" / name
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, "other data: measure anew, then set the floor"
    counts = measure(path)
    assert counts["named"] >= named, counts
    assert counts["right"] / counts["named"] >= right, counts
