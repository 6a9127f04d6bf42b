from __future__ import annotations

import pytest
from browser_server import served
from doors_texts import small_archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    return small_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def own_address(archive):
    with served(archive) as url:
        yield url


@pytest.fixture(scope="session")
def public_address(archive):
    with served(archive, public=True) as url:
        yield url
