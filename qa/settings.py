"""``config.toml`` in the corpus folder: the models, and the threshold for answering."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import ConfigError, printable
from embeddings.encoder import DEFAULT_MODEL

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "config.toml"
#: Answer when the confidence is at least this much; see ``qa.decide``.
DEFAULT_THRESHOLD = 0.4


@dataclass(frozen=True, slots=True)
class Settings:
    """How a corpus is searched.

    ``model`` and ``reranker`` are names or folders of models; without a reranker the search's own order stands.
    ``threshold`` is the least confidence, 0 to 1, that counts as an answer.
    """

    model: str = DEFAULT_MODEL
    threshold: float = DEFAULT_THRESHOLD
    reranker: str | None = None


def read_settings(folder: Path, *, model: str | None = None) -> Settings:
    """Return the settings of the corpus in ``folder``; a ``model`` given here wins over the file's.

    Raises:
        ConfigError: the file is no TOML, or holds a key or value that means nothing.
    """
    values = _table(folder / FILE_NAME)
    unknown = sorted(values.keys() - {"model", "reranker", "threshold"})
    if unknown:
        raise _bad(
            folder, f"the key {printable(unknown[0], 40)!r}", "the keys 'model', 'reranker' and 'threshold'"
        )
    threshold = values.get("threshold", DEFAULT_THRESHOLD)
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise _bad(folder, f"threshold = {printable(threshold, 40)}", "a number from 0 to 1")
    name = model or _named(folder, values, "model") or DEFAULT_MODEL
    return Settings(name, float(threshold), _named(folder, values, "reranker"))


def _named(folder: Path, values: dict[str, Any], key: str) -> str | None:
    """Return the model that a key names, None without the key."""
    name = values.get(key)
    if key in values and (not isinstance(name, str) or not name):
        raise _bad(folder, f"{key} = {printable(name, 40)}", "a model's name or folder in quotation marks")
    return name


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise _bad(path.parent, printable(fault, 100), "TOML") from fault


def _bad(folder: Path, found: str, expected: str) -> ConfigError:
    return ConfigError(
        f"{printable(folder / FILE_NAME)} has {found}",
        expected=expected,
        action="Correct the line, or delete the file to use the defaults.",
    )
