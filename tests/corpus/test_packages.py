from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import corpus

PACKAGES = ["corpus", "corpus.citing", "corpus.citing.records", "corpus.readers", "corpus.speakers"]
MODULES = ["corpus", *(m.name for m in pkgutil.walk_packages(corpus.__path__, "corpus."))]


def source(name):
    return Path(inspect.getsourcefile(importlib.import_module(name)))


def defined_in(module):
    for name, value in vars(module).items():
        callable_here = inspect.isclass(value) or inspect.isfunction(value)
        if callable_here and value.__module__ == module.__name__ and not name.startswith("_"):
            yield name, value


@pytest.mark.parametrize("name", PACKAGES)
def test_a_packages_window_is_short_and_defines_nothing(name):
    package = importlib.import_module(name)
    assert len(source(name).read_text(encoding="utf-8").splitlines()) < 30
    assert list(defined_in(package)) == []


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_shows_exactly_what_it_names(name):
    package = importlib.import_module(name)
    shown = {n for n, v in vars(package).items() if not n.startswith("_") and not inspect.ismodule(v)}
    assert shown == set(package.__all__)
    assert package.__all__ == sorted(package.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_and_public_name_has_a_docstring(name):
    module = importlib.import_module(name)
    assert module.__doc__
    assert [public for public, value in defined_in(module) if not inspect.getdoc(value)] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_public_method_has_a_docstring_of_its_own(name):
    for public, value in defined_in(importlib.import_module(name)):
        methods = vars(value).items() if inspect.isclass(value) else ()
        bare = [m for m, v in methods if inspect.isfunction(v) and not m.startswith("_") and not v.__doc__]
        assert bare == [], public


@pytest.mark.parametrize("name", MODULES)
def test_no_file_is_longer_than_three_hundred_lines(name):
    assert len(source(name).read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", MODULES)
def test_no_function_is_longer_than_fifty_lines(name):
    module = importlib.import_module(name)
    functions = [v for v in vars(module).values() if inspect.isfunction(v) and v.__module__ == name]
    assert [f.__name__ for f in functions if len(inspect.getsourcelines(f)[0]) > 50] == []


def test_reading_a_document_loads_nothing_heavy():
    heavy = "{'torch', 'faiss', 'sentence_transformers', 'gradio', 'numpy', 'embeddings', 'qa', 'ui'}"
    code = f"import sys, corpus.store, corpus.readers, corpus.cite; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
