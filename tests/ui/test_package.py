from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import ui
from ui import strings

HERE = Path(ui.__file__).parent
SENTENCES = {v for k, v in vars(strings).items() if k.isupper() and isinstance(v, str) and " " in v}


def test_the_shop_window_defines_nothing():
    tree = ast.parse((HERE / "__init__.py").read_text(encoding="utf-8"))
    assert [type(node) for node in tree.body] == [ast.Expr]


def test_the_command_starts_without_the_heavy_libraries():
    heavy = "{'torch', 'gradio', 'faiss', 'sentence_transformers'}"
    said = f"import sys, ui.cli; print(sorted({heavy} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


MODULES = sorted(str(p.relative_to(HERE)) for p in HERE.rglob("*.py") if p.parent.name != "strings")


@pytest.mark.parametrize("module", MODULES)
def test_no_sentence_of_the_interface_stands_in_another_module(module):
    tree = ast.parse((HERE / module).read_text(encoding="utf-8"))
    written = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    assert not written & SENTENCES


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith("render")])
def test_only_render_writes_html_elements(module):
    if module == "desk.py":  # its one element is the script of the page's head, which holds none of a document
        pytest.skip("checked in test_desk.py")
    tree = ast.parse((HERE / module).read_text(encoding="utf-8"))
    written = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert not [text for text in written if "</" in text]


def test_every_string_of_the_interface_is_used():
    source = "".join((HERE / module).read_text(encoding="utf-8") for module in MODULES)
    unused = [name for name in vars(strings) if name.isupper() and f"strings.{name}" not in source]
    assert unused == []
