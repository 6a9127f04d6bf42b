"""``import qa`` is a shop window: quick, and complete."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import qa

#: What takes seconds or megabytes to import, or is needed only once a question is asked.
HEAVY = {
    "torch", "transformers", "sentence_transformers", "gradio", "faiss", "numpy", "rapidfuzz", "snowballstemmer",
    "pandas", "huggingface_hub",
}  # fmt: skip
MODELS = {"torch", "transformers", "sentence_transformers", "gradio"}


def modules_after(*statements):
    """Return by statement the modules imported when it is done; they are run in a row in one fresh process."""
    lines = (f"exec({statement!r}, {{}}); print(*sys.modules)" for statement in statements)
    run = [sys.executable, "-c", "; ".join(["import sys", *lines])]
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    return {s: set(line.split()) for s, line in zip(statements, done.stdout.splitlines(), strict=True)}


def test_importing_brings_in_nothing_heavy():
    found = modules_after("import qa", "from qa import *", "import qa.retrieve", "import qa.corpus")
    assert not {statement: there for statement, modules in found.items() if (there := HEAVY & modules)}


def test_the_way_of_a_question_needs_no_model_library_to_be_imported():
    modules = ("search", "score", "ledger", "hits", "filters", "features", "decide", "rerank")
    found = modules_after(*(f"import qa.{module}" for module in modules))
    assert not {statement: there for statement, modules in found.items() if (there := MODELS & modules)}


def test_all_that_is_promised_is_there_and_nothing_else():
    own = {name for name, it in vars(qa).items() if name[0] != "_" and not isinstance(it, ModuleType)}
    assert own == set(qa.__all__)
    assert sorted(qa.__all__) == qa.__all__


def test_opening_a_corpus_and_listing_it_loads_no_model(tmp_path):
    statement = f"import qa; qa.Corpus({str(tmp_path / 'c')!r}, create=True).documents()"
    assert not MODELS & modules_after(statement)[statement]
