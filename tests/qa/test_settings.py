from __future__ import annotations

import pytest

from corpus.errors import ConfigError
from qa.settings import DEFAULT_THRESHOLD, Settings, read_settings


def test_settings_have_defaults_without_a_file(tmp_path):
    assert read_settings(tmp_path) == Settings()
    assert Settings().threshold == DEFAULT_THRESHOLD
    assert Settings().reranker is None


def test_settings_come_from_the_file_and_the_option_wins(tmp_path):
    (tmp_path / "config.toml").write_text('model = "a"\nthreshold = 0.7\nreranker = "c"\n', encoding="utf-8")
    assert read_settings(tmp_path) == Settings("a", 0.7, "c")
    assert read_settings(tmp_path, model="b") == Settings("b", 0.7, "c")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nonsense", "TOML"),
        ("modle = 'a'", "the key 'modle'"),
        ("threshold = 2", "threshold = 2; expected a number from 0 to 1"),
        ("threshold = -0.1", "threshold = -0.1"),
        ("threshold = nan", "threshold = nan"),
        ("threshold = true", "threshold = True"),
        ("model = ''", "model = "),
        ("model = 1", "model = 1"),
        ("reranker = ['a']", "reranker = "),
        ("reranker = ''", "reranker = "),
    ],
)
def test_settings_that_cannot_be_followed_are_named(tmp_path, text, told):
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"config\.toml has .*{told}"):
        read_settings(tmp_path)


@pytest.mark.parametrize("threshold", [0, 1, 0.25])
def test_a_threshold_is_a_share(tmp_path, threshold):
    (tmp_path / "config.toml").write_text(f"threshold = {threshold}", encoding="utf-8")
    assert read_settings(tmp_path).threshold == threshold


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\0")
    with pytest.raises(ConfigError, match="Correct the line, or delete the file"):
        read_settings(tmp_path)
