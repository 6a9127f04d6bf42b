"""What reads a question and a passage together and says how well one answers the other; off unless configured.

A cross-encoder (Nogueira and Cho, "Passage Re-ranking with BERT", 2019) sees both texts at once, which tells more
than two vectors and costs a pass of the model for every passage. Nothing heavy is imported here.
"""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import ModelNotFoundError, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_BATCH = 16
_KIND = "ForSequenceClassification"
_HEADER_BYTES = 8  # of a safetensors file: the length of the table of its tensors


class Reranker(Protocol):
    """Scores texts by how well they answer a question."""

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a score for each text, float32, shape ``(len(texts),)``; the higher, the better it answers."""


@functools.lru_cache(maxsize=2)
def load_reranker(model: str) -> Reranker:
    """Load a cross-encoder; the same name gives the same loaded model.

    Args:
        model: a local folder, or the name of a sentence-transformers CrossEncoder, which is fetched once from its
            hub, the files that are safe to load and no others.

    Raises:
        ModelNotFoundError: there is no such model, or it is no cross-encoder with one score.
        ModelUnsafeError: its weights are not safetensors, or it brings code of its own.
    """
    from embeddings import transformer  # noqa: PLC0415 - leads to torch

    folder = Path(model).expanduser()
    try:
        folder = folder if folder.is_dir() else transformer.fetch(model)
        transformer.refuse_unsafe(folder)
    except ModelNotFoundError as fault:  # its message is about the encoder
        why = "it has no *.safetensors" if folder.is_dir() else "no such folder, and it cannot be fetched"
        raise _unfit(model, why) from fault
    return CrossEncoderReranker(folder)


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder in a local folder that was found safe to load.

    Raises:
        ModelNotFoundError: it cannot be loaded, or is no cross-encoder with one score.
    """

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch  # noqa: PLC0415 - takes seconds, as do those below
        from sentence_transformers import CrossEncoder  # noqa: PLC0415
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()
        try:
            self._model = CrossEncoder(
                str(folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                activation_fn=torch.nn.Identity(),  # else one is imported by the name in the model's config
                model_kwargs={"use_safetensors": True},
            )
            why = _no_cross_encoder(self._model.model, folder)
        except Exception as fault:  # what a broken file raises depends on which of four libraries reads it
            raise _unfit(str(folder), printable(fault, 120)) from fault
        if why:
            raise _unfit(str(folder), why)

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a score for each text, float32, shape ``(len(texts),)``; what is too long is cut at its end."""
        import numpy as np  # noqa: PLC0415

        if not texts:
            return np.zeros(0, dtype=np.float32)
        pairs = [(_sound(question), _sound(text)) for text in texts]
        scores = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(scores, dtype=np.float32).reshape(len(texts))


def _no_cross_encoder(model: Any, folder: Path) -> str:  # noqa: ANN401 - transformers ships no types here
    """Return what is wrong with a model, "" for nothing.

    Any model loads as a cross-encoder: where its files have no weights for the score, random ones are taken.
    """
    if not type(model).__name__.endswith(_KIND):
        return f"it is a {printable(type(model).__name__, 60)}"
    if model.config.num_labels != 1:
        return f"it gives {model.config.num_labels} figures for a pair"
    head = {name for name in model.state_dict() if not name.startswith(f"{model.base_model_prefix}.")}
    missing = sorted(head - _stored(folder))
    return f"it has no weights for {printable(missing[0], 60)}" if missing else ""


def _stored(folder: Path) -> set[str]:
    """Return the names of the tensors in a folder's files."""
    names: set[str] = set()
    for path in folder.rglob("*.safetensors"):
        with path.open("rb") as file:
            names |= json.loads(file.read(int.from_bytes(file.read(_HEADER_BYTES), "little"))).keys()
    return names


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode()  # a lone surrogate stops the tokenizer


def _unfit(model: str, why: str) -> ModelNotFoundError:
    return ModelNotFoundError(
        f"the reranker {printable(model)} cannot be used ({why})",
        expected="a sentence-transformers CrossEncoder that gives one score, by its folder or name",
        action="Correct 'reranker' in config.toml, or delete that line to do without one.",
    )
