"""Promises about the project itself: sizes, documentation, packaging."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("corpus", "embeddings", "qa", "ui")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def definitions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def test_no_file_is_over_300_lines():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in [*SOURCES, *TESTS]}
    assert not {path: length for path, length in lengths.items() if length > 300}


def test_no_function_is_over_50_lines():
    functions = [(p, f) for p in [*SOURCES, *TESTS] for f in definitions(p) if isinstance(f, ast.FunctionDef)]
    assert not [(p.name, f.name) for p, f in functions if f.end_lineno - f.lineno >= 50]


def test_every_public_definition_has_a_docstring():
    bare = [
        (path.name, node.name)
        for path in SOURCES
        for node in definitions(path)
        if not node.name.startswith("_") and not ast.get_docstring(node) and not is_local(path, node)
    ]
    assert not bare


def is_local(path, node):
    """Whether a function is defined inside another, where nobody else can call it."""
    outer = [f for f in definitions(path) if isinstance(f, ast.FunctionDef) and f is not node]
    return any(f.lineno < node.lineno <= f.end_lineno for f in outer)


def calls(path):
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def renames(call):
    """Whether a call renames a file: os.rename, Path.rename, or a replace of one argument, as Path's is."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return name in {"rename", "renames"} or (name == "replace" and len(call.args) == 1 and not call.keywords)


def test_only_durable_renames_files():
    assert {path.name for path in SOURCES if any(renames(call) for call in calls(path))} == {"durable.py"}


def test_nothing_but_the_fetching_of_a_named_model_or_page_reaches_for_a_network():
    network = {"socket", "ssl", "http", "urllib", "requests", "httpx", "huggingface_hub"}
    trees = {path: ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES}
    found = {path.name for path, nodes in trees.items() for node in nodes if imported(node) & network}
    assert found == {"transformer.py", "fetch.py"}


def imported(node):
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    # An address can be taken apart without a network.
    return {name.split(".")[0] for name in names if name != "urllib.parse"}


def test_requirements_txt_is_the_list_of_dependencies():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == PROJECT["dependencies"]


def test_import_qa_brings_in_nothing_heavy():
    script = (
        "import sys, qa; print({'numpy', 'faiss', 'torch', 'gradio', 'sentence_transformers'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == "set()"


def test_the_continuous_check_runs_the_readmes_own_commands():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "readme_command test" in script
    assert "readme_command main" in script


def test_nothing_names_a_place_on_the_makers_machine():
    texts = {
        p: p.read_text(encoding="utf-8") for p in [*SOURCES, *TESTS, *ROOT.glob("*.md"), ROOT / "pyproject.toml"]
    }
    foreign = ("/" + "work/", "/" + "root/", "file:" + "///opt")
    assert not [path for path, text in texts.items() if any(name in text for name in foreign)]


@pytest.mark.slow
def test_the_wheel_holds_what_it_needs(tmp_path):
    import zipfile

    subprocess.check_call([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, ROOT])
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert {"ui/assets/ask.css", "ui/assets/desk.js", "corpus/py.typed"} <= set(names)
    assert sum(name.startswith("corpus/sample/") for name in names) == 4
    assert not [name for name in names if name.startswith(("tests/", "ui/pictures/"))]
