from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from corpus.errors import ModelNotFoundError
from embeddings.encoder import DEFAULT_MODEL, load_encoder


def _modules_after(statement):
    code = f"import sys; {statement}; print(' '.join(sys.modules))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.parametrize("statement", ["import embeddings", "import embeddings.build", "import qa"])
def test_importing_brings_in_no_model_library(statement):
    assert not {"torch", "transformers", "sentence_transformers"} & set(_modules_after(statement))


def test_the_same_name_gives_the_same_loaded_model(minilm):
    assert load_encoder() is load_encoder()
    assert load_encoder.__wrapped__(f"sentence-transformers/{DEFAULT_MODEL}").identity == minilm.identity


def test_the_identity_names_the_model_and_its_weights(minilm):
    from embeddings.packaged import WEIGHTS_SHA256

    assert minilm.identity == f"{DEFAULT_MODEL}@{WEIGHTS_SHA256[:16]}"


def test_rows_are_unit_vectors_in_single_precision(minilm):
    rows = minilm.encode(["The ferry was late.", "Nobody swims in March.", "x"])
    assert rows.shape == (3, minilm.dimension)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows(minilm, tiny):
    assert minilm.encode([]).shape == (0, minilm.dimension)
    assert tiny.encode([]).shape == (0, tiny.dimension)


@pytest.mark.parametrize("text", ["", " ", "\0", "caf\udce9", "\u202e", "\U0001f600" * 700])
def test_any_text_can_be_encoded(minilm, text):
    assert np.isfinite(minilm.encode([text])).all()


def test_a_text_has_the_same_vector_alone_and_in_company(minilm):
    alone = minilm.encode(["The ferry was late."])[0]
    among = minilm.encode(
        ["A much longer sentence about nets, ropes and the price of ice.", "The ferry was late."]
    )
    assert np.allclose(alone, among[1], atol=1e-5)


def test_nearer_in_meaning_is_nearer_in_space(minilm):
    question, close, far = minilm.encode(
        ["Who pays for the bridge?", "The county covers the cost of the crossing.", "Her cat sleeps all day."]
    )
    assert question @ close > question @ far


def test_an_unknown_model_is_refused_with_both_ways_out(monkeypatch):
    import huggingface_hub

    def offline(name, **options):
        raise OSError(name)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(ModelNotFoundError, match=r"nobody/no-such-model.*--model.*leave it out"):
        load_encoder("nobody/no-such-model")


def test_a_fetched_model_brings_only_files_that_are_safe_to_load(monkeypatch, tmp_path):
    import huggingface_hub

    from embeddings import transformer

    asked = {}
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **o: asked.update(o) or str(tmp_path))
    assert transformer.fetch("somebody/some-model") == tmp_path
    assert not any(p.endswith((".py", ".bin", ".pt", ".pkl", "*")) for p in asked["allow_patterns"])
