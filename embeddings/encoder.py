"""What an encoder is, and how one is named. Nothing heavy is imported here."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

#: The model that comes with the package.
DEFAULT_MODEL = "all-MiniLM-L6-v2"


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how close they are in meaning."""

    @property
    def identity(self) -> str:
        """The model's name and what tells its weights apart; vectors of two identities never mix."""

    @property
    def dimension(self) -> int:
        """The length of each vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors as rows: float32, shape ``(len(texts), dimension)``."""


@functools.lru_cache(maxsize=2)
def load_encoder(model: str = DEFAULT_MODEL) -> Encoder:
    """Load a model; the same name gives the same loaded model.

    Args:
        model: ``all-MiniLM-L6-v2`` (comes with the package, needs no network), a local folder, or the name
            of another sentence-transformers model, which is fetched once from its hub.

    Raises:
        ModelNotFoundError: there is no such model.
        ModelDamagedError: the packaged model's files are not the published ones.
        ModelUnsafeError: its weights are not safetensors, or it brings code of its own.
    """
    from embeddings import packaged, transformer  # noqa: PLC0415 - these lead to torch

    if model in {DEFAULT_MODEL, f"sentence-transformers/{DEFAULT_MODEL}"}:
        folder = packaged.verified_folder()
        return transformer.TransformerEncoder(folder, f"{DEFAULT_MODEL}@{packaged.WEIGHTS_SHA256[:16]}")
    folder = Path(model).expanduser()
    if not folder.is_dir():
        folder = transformer.fetch(model)
    return transformer.TransformerEncoder(folder, transformer.folder_identity(model, folder))
