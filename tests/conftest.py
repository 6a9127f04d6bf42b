from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports gradio or a hub's client: nothing may call home, in tests as in use.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

# A slow machine is no failure; what is tested is what comes out. Under CI the examples are the same each time, so
# that a change is judged by what it does; everywhere else each run looks for new ones.
_CI = os.environ.get("CI", "false").lower() not in {"", "0", "false"}
settings.register_profile("onrecord", deadline=None, max_examples=60, derandomize=_CI)
settings.load_profile("onrecord")

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _live_in(home, patch):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        patch.setenv(name, str(home))
    patch.delenv("ONRECORD_CORPUS", raising=False)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """Give each test its own place for user data, so that none sees or touches the developer's corpus."""
    home = tmp_path_factory.mktemp("home")
    _live_in(home, monkeypatch)
    return home


@pytest.fixture
def tiny():
    from tiny_encoder import TinyEncoder

    return TinyEncoder()


@pytest.fixture
def tiny_model(monkeypatch, tiny):
    """Put the tiny encoder where the command would load MiniLM."""
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: tiny)
    return tiny


@pytest.fixture
def onrecord(monkeypatch, capsys, tiny_model):
    """Return a function that runs the command in this process, as the ``onrecord`` script does."""
    from runs import Run

    from ui.cli import main

    def run(*words, stdin=""):
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        shown = capsys.readouterr()
        return Run(stopped.value.code, shown.out, shown.err)

    return run


@pytest.fixture
def make_corpus(tmp_path, tiny):
    """Return a function that makes a corpus of named texts with the tiny encoder."""
    from qa import Corpus

    def make(texts, name="corpus", encoder=tiny):
        folder = tmp_path / f"{name}-files"
        folder.mkdir(exist_ok=True)
        for file_name, text in texts.items():
            (folder / file_name).write_text(text, encoding="utf-8", newline="")
        corpus = Corpus(tmp_path / name, create=True, encoder=encoder)
        if texts:
            corpus.add([folder])
        return corpus

    return make


@pytest.fixture(scope="session")
def minilm():
    """The packaged model, loaded once; for tests in which meaning matters."""
    from embeddings.encoder import load_encoder

    return load_encoder()


@pytest.fixture(scope="session")
def _sample_once(minilm, tmp_path_factory):
    """The bundled sample, read and indexed with the packaged model: where it lies, and in which home."""
    from qa.bundled import open_bundled

    home = tmp_path_factory.mktemp("home-of-the-sample")
    with pytest.MonkeyPatch.context() as patch:
        _live_in(home, patch)
        corpus = open_bundled(encoder=minilm)
        corpus.refresh()
    return corpus.folder, home


@pytest.fixture
def sample_at_home(_sample_once, own_home):
    """Put the bundled sample where this test's user has it, as after a first start."""
    folder, home = _sample_once
    return shutil.copytree(folder, own_home / folder.relative_to(home))


@pytest.fixture(scope="session")
def real_article_path():
    """The path of the real article, where it is at hand; its text is never part of the project."""
    path = SHARED / "articles" / "resistance-strategy.txt"
    if not path.is_file():
        pytest.skip("the real article is not on this machine; tests/corpus/test_article.py has one of our own")
    return path


@pytest.fixture
def real_article(real_article_path):
    return real_article_path


@pytest.fixture(scope="session")
def eval_folder():
    """The evaluation data, where it is at hand; none of it is part of the project."""
    path = SHARED / "eval"
    if not path.is_dir():
        pytest.skip("the evaluation data is not on this machine; the tests beside this one have texts of our own")
    return path
