from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def retrieval_sets(request, tmp_path_factory):
    """The evaluation sets with the packaged model; embedding them takes minutes."""
    from retrieval_sets import Sets

    folder = request.getfixturevalue("eval_folder") / "retrieval"
    return Sets(folder, tmp_path_factory.mktemp("sets"), request.getfixturevalue("minilm"))
