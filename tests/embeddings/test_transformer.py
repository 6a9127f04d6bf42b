from __future__ import annotations

import json
import pickle
import shutil
import socket

import numpy as np
import pytest

from corpus.errors import ModelNotFoundError, ModelUnsafeError
from embeddings.encoder import load_encoder
from embeddings.transformer import TransformerEncoder, folder_identity, refuse_unsafe


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    from tiny_model import save_tiny_model

    return save_tiny_model(tmp_path_factory.mktemp("models") / "harbour-mini")


@pytest.fixture
def model(saved, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(saved, tmp_path / "harbour-mini")


def _amend(path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_a_folder_with_safetensors_loads_without_network(model, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a socket was used")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    rows = load_encoder.__wrapped__(str(model)).encode(["the ferry", "the library opens"])
    assert rows.shape == (2, 16)
    assert rows[0] @ rows[1] < 0.999
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_other_weights_under_one_name_are_another_model(model, tmp_path):
    before = folder_identity("some/harbour-mini", model)
    weights = model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\1")
    assert before.startswith("harbour-mini@")
    assert folder_identity("some/harbour-mini", model) != before


@pytest.mark.parametrize("name", ["pytorch_model.bin", "2_Dense/pytorch_model.bin", "extra/weights.pt", "a/b.pkl"])
def test_pickled_weights_are_refused_before_they_are_opened(model, name):
    (model / "model.safetensors").rename(model / "gone")
    path = model / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pickle.dumps({}))
    with pytest.raises(ModelUnsafeError, match=r"would run code.*safetensors.*another model"):
        load_encoder.__wrapped__(str(model))


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json", "1_Pooling/config.json"])
def test_a_config_that_asks_for_code_is_refused_by_name(model, name):
    _amend(model / name, auto_map={"AutoModel": "modeling.Harbour"})
    with pytest.raises(ModelUnsafeError, match=name):
        load_encoder.__wrapped__(str(model))


def test_a_module_of_the_models_own_is_refused_and_its_file_never_run(model):
    ran = model / "ran"
    (model / "own.py").write_text(f"open({str(ran)!r}, 'w').close()\nclass Own: pass\n")
    (model / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "own.Own"}]))
    with pytest.raises(ModelUnsafeError, match=r"modules\.json"):
        load_encoder.__wrapped__(str(model))
    assert not ran.exists()


def test_pickles_beside_safetensors_are_left_alone(model):
    (model / "pytorch_model.bin").write_bytes(b"never opened")
    refuse_unsafe(model)
    assert TransformerEncoder(model, "x").dimension == 16


def test_a_folder_without_weights_is_no_model(tmp_path):
    with pytest.raises(ModelNotFoundError, match=r"no \*\.safetensors in it"):
        load_encoder.__wrapped__(str(tmp_path))


@pytest.mark.parametrize("keep", [0, 4, 200, -8])
def test_a_truncated_model_is_refused_with_a_name(model, keep):
    weights = model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:keep])
    with pytest.raises(ModelNotFoundError, match="cannot be loaded"):
        TransformerEncoder(model, "x")


@pytest.mark.parametrize("spoilt", [{"hidden_size": "x"}, {"num_attention_heads": 0}, {"model_type": "raft"}])
def test_a_config_that_makes_no_sense_is_refused_with_a_name(model, spoilt):
    _amend(model / "config.json", **spoilt)
    with pytest.raises(ModelNotFoundError, match="cannot be loaded"):
        TransformerEncoder(model, "x")


def test_a_model_the_hub_does_not_have_is_not_sought_on_disk_by_accident(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour-mini").write_text("a file, no folder")
    with pytest.raises(ModelNotFoundError):
        load_encoder.__wrapped__("harbour-mini")


def test_the_same_weights_pooled_another_way_are_another_model(model):
    before = folder_identity("harbour-mini", model)
    config = next(model.rglob("config.json"))
    config.write_text(config.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert folder_identity("harbour-mini", model) != before
