"""sentence-transformers models: safetensors only, no code from the model's files, no pickle."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ModelNotFoundError, ModelUnsafeError, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS = "model.safetensors"
_MODULES = "modules.json"
#: Weight files whose format can carry code.
_UNSAFE = ("pytorch_model.bin", "*.pt", "*.pth", "*.pkl", "*.pickle", "*.ckpt")
_FETCHED = ["*.json", "*.txt", "*.safetensors", "*.model"]
_BATCH = 32


class TransformerEncoder:
    """An encoder over a local folder in sentence-transformers' layout."""

    def __init__(self, folder: Path, identity: str) -> None:
        refuse_unsafe(folder)
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - torch takes seconds
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()  # one line for loading weights is said by whoever waits
        try:
            self._model = SentenceTransformer(
                str(folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as fault:  # what a broken file raises depends on which of four libraries reads it
            raise _not_found(str(folder), printable(fault, 120)) from fault
        self.identity = identity
        self.dimension = len(self.encode(["dimension"])[0])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32, shape ``(len(texts), dimension)``."""
        import numpy as np  # noqa: PLC0415

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        rows = self._model.encode(
            [text.encode("utf-8", "replace").decode() for text in texts],  # a lone surrogate stops the tokenizer
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.ascontiguousarray(rows, dtype=np.float32).reshape(len(texts), -1)


def refuse_unsafe(folder: Path) -> None:
    """Raise unless the folder's weights are safetensors and nothing in it asks to run code.

    Raises:
        ModelNotFoundError: no weights at all.
        ModelUnsafeError: pickled weights without safetensors beside them, or code of the model's own.
    """
    pickled = [p for pattern in _UNSAFE for p in folder.rglob(pattern) if not (p.parent / _WEIGHTS).is_file()]
    asks_for_code = [p for p in folder.rglob("*.json") if _wants_code(p)]
    if pickled or asks_for_code:
        named = (pickled + asks_for_code)[0]
        raise ModelUnsafeError(
            f"{printable(named)} would run code when loaded",
            expected="weights in safetensors, no 'auto_map' in its config and only sentence-transformers' modules",
            action="Choose another model, or convert its weights to model.safetensors.",
        )
    if not any(folder.rglob("*.safetensors")):
        raise _not_found(str(folder), "no *.safetensors in it")


def fetch(name: str) -> Path:
    """Fetch a model by name from its hub, the files that are safe to load and no others.

    Raises:
        ModelNotFoundError: no such model, or no network.
    """
    from huggingface_hub import snapshot_download  # noqa: PLC0415 - only when a model is named

    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        return Path(snapshot_download(name, allow_patterns=_FETCHED))
    except Exception as fault:
        raise _not_found(name, printable(type(fault).__name__)) from fault


def folder_identity(model: str, folder: Path) -> str:
    """Return a model's name with a digest over its files: other weights, pooling or tokens are another model."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _FETCHED for path in folder.rglob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"{Path(model).name}@{digest.hexdigest()[:16]}"


def _wants_code(path: Path) -> bool:
    """Whether a config names classes to fetch, or a module list classes from elsewhere.

    sentence-transformers before 6.0 runs a module's file from a local folder without being asked.
    """
    if not path.name.endswith(("config.json", _MODULES)):
        return False
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if path.name == _MODULES:
        kinds = [m.get("type") for m in content if isinstance(m, dict)] if isinstance(content, list) else []
        return not all(str(kind).startswith("sentence_transformers.") for kind in kinds)
    return isinstance(content, dict) and "auto_map" in content


def _not_found(model: str, why: str) -> ModelNotFoundError:
    return ModelNotFoundError(
        f"the model {printable(model)} cannot be loaded ({why})",
        expected="all-MiniLM-L6-v2, a sentence-transformers folder, or a model's name and a network",
        action="Correct --model, or leave it out to use the model that comes with On Record.",
    )
