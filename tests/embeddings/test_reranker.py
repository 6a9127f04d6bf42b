from __future__ import annotations

import json
import pickle
import shutil
import socket
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_cross_encoder import save_tiny_cross_encoder

from corpus.errors import ModelNotFoundError, ModelUnsafeError
from embeddings.reranker import load_reranker

FERRY = ["the library opens late", "the ferry", "the ferry closes on sunday"]


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    return save_tiny_cross_encoder(tmp_path_factory.mktemp("models") / "harbour-judge")


@pytest.fixture(scope="module")
def reranker(saved):
    return load_reranker(str(saved))


@pytest.fixture
def model(saved, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(saved, tmp_path / "harbour-judge")


def load(folder):
    return load_reranker.__wrapped__(str(folder))


def amend(path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_a_score_comes_for_each_text_in_its_order(reranker):
    scores = reranker.score("the ferry closes", FERRY)
    assert (scores.shape, scores.dtype) == ((3,), np.float32)
    assert len(set(scores.tolist())) == 3
    assert np.allclose(reranker.score("the ferry closes", FERRY[::-1]), scores[::-1], atol=1e-4)


def test_the_question_counts(reranker):
    assert not np.allclose(reranker.score("the ferry", FERRY), reranker.score("the library", FERRY), atol=1e-3)


def test_scores_are_not_squeezed_between_0_and_1(reranker):
    scores = reranker.score("the ferry closes", FERRY)
    assert scores.min() < 0 or scores.max() > 1


def test_no_texts_have_no_scores(reranker):
    assert reranker.score("the ferry", []).shape == (0,)


def test_one_text_has_one_score(reranker):
    assert reranker.score("the ferry", ["the ferry"]).shape == (1,)


@pytest.mark.parametrize("question", ["the ferry", "the ferry " * 200])
def test_what_is_too_long_for_the_model_is_cut(reranker, question):
    assert np.isfinite(reranker.score(question, ["the library opens " * 500])).all()


@settings(max_examples=25)
@given(st.text(max_size=30), st.lists(st.text(st.characters(), max_size=30), max_size=4))
def test_any_text_can_be_scored(reranker, question, texts):
    assert np.isfinite(reranker.score(question + "\ud800", texts)).all()


def test_the_same_name_gives_the_same_loaded_reranker(reranker, saved):
    assert load_reranker(str(saved)) is reranker


def test_a_folder_loads_without_network(model, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a socket was used")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert load(model).score("the ferry", FERRY).shape == (3,)


def test_a_model_that_only_makes_vectors_is_no_reranker(tmp_path):
    from tiny_model import save_tiny_model

    folder = save_tiny_model(tmp_path / "harbour-mini")
    with pytest.raises(
        ModelNotFoundError, match=r"no weights for classifier.*a sentence-transformers CrossEncoder"
    ):
        load(folder)


def test_a_model_of_several_figures_is_no_reranker(tmp_path):
    folder = save_tiny_cross_encoder(tmp_path / "three", labels=3)
    with pytest.raises(ModelNotFoundError, match="it gives 3 figures for a pair"):
        load(folder)


def test_a_model_that_writes_is_no_reranker(model):
    amend(model / "config.json", architectures=["HarbourForCausalLM"], is_decoder=True)
    with pytest.raises(ModelNotFoundError, match="it is a BertLMHeadModel"):
        load(model)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "extra/weights.pt"])
def test_pickled_weights_are_refused_before_they_are_opened(model, name):
    (model / "model.safetensors").rename(model / "gone")
    path = model / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pickle.dumps({}))
    with pytest.raises(ModelUnsafeError, match="would run code"):
        load(model)


def test_a_config_that_asks_for_code_is_refused_by_name(model):
    amend(model / "config.json", auto_map={"AutoModelForSequenceClassification": "modeling.Harbour"})
    with pytest.raises(ModelUnsafeError, match=r"config\.json"):
        load(model)


@pytest.mark.parametrize("key", ["sbert_ce_default_activation_function", "sentence_transformers"])
def test_no_function_that_a_config_names_is_called(model, key, monkeypatch):
    called = []
    monkeypatch.setattr("torch.cuda.empty_cache", lambda: called.append(key))
    path = "torch.cuda.empty_cache"
    amend(model / "config.json", **{key: {"activation_fn": path} if key == "sentence_transformers" else path})
    assert load(model).score("the ferry", FERRY).shape == (3,)
    assert called == []


@pytest.mark.parametrize("keep", [0, 4, 200, -8])
def test_a_truncated_model_is_refused_with_a_name(model, keep):
    weights = model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:keep])
    with pytest.raises(ModelNotFoundError, match=r"harbour-judge cannot be used.*'reranker' in config\.toml"):
        load(model)


@pytest.mark.parametrize("spoilt", [{"hidden_size": "x"}, {"num_attention_heads": 0}, {"model_type": "raft"}])
def test_a_config_that_makes_no_sense_is_refused_with_a_name(model, spoilt):
    amend(model / "config.json", **spoilt)
    with pytest.raises(ModelNotFoundError, match="cannot be used"):
        load(model)


def test_a_folder_without_weights_is_refused_with_its_name(tmp_path):
    with pytest.raises(ModelNotFoundError, match=r"it has no \*\.safetensors.*delete that line"):
        load(tmp_path)


def test_a_name_that_cannot_be_fetched_is_refused_with_both_ways_out(monkeypatch):
    import huggingface_hub

    def offline(name, **options):
        raise OSError(name)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(ModelNotFoundError, match=r"nobody/no-judge.*Correct 'reranker'.*or delete that line"):
        load("nobody/no-judge")


def test_a_fetched_reranker_brings_only_files_that_are_safe_to_load(monkeypatch, model):
    import huggingface_hub

    asked = {}
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **o: asked.update(o) or str(model))
    assert load("somebody/some-judge").score("the ferry", FERRY).shape == (3,)
    assert not any(p.endswith((".py", ".bin", ".pt", ".pkl", "*")) for p in asked["allow_patterns"])


def test_importing_it_brings_in_no_model_library():
    code = "import sys, embeddings.reranker; print(' '.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"torch", "transformers", "sentence_transformers"} & set(loaded)
