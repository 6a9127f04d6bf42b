"""``import qa`` is a shop window: quick, and complete."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

import qa

#: What takes seconds or megabytes to import, or is needed only once a question is asked.
HEAVY = {
    "torch", "transformers", "sentence_transformers", "gradio", "faiss", "numpy", "rapidfuzz", "snowballstemmer",
    "pandas", "huggingface_hub",
}  # fmt: skip


def modules_after(statement):
    code = f"import sys; {statement}; print(' '.join(sys.modules))"
    return set(
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    )


@pytest.mark.parametrize("statement", ["import qa", "from qa import *", "import qa.retrieve", "import qa.corpus"])
def test_importing_brings_in_nothing_heavy(statement):
    assert not HEAVY & modules_after(statement)


@pytest.mark.parametrize(
    "module", ["search", "score", "ledger", "hits", "filters", "features", "decide", "rerank"]
)
def test_the_way_of_a_question_needs_no_model_library_to_be_imported(module):
    assert not {"torch", "transformers", "sentence_transformers", "gradio"} & modules_after(f"import qa.{module}")


def test_all_that_is_promised_is_there_and_nothing_else():
    own = {name for name, it in vars(qa).items() if name[0] != "_" and not isinstance(it, ModuleType)}
    assert own == set(qa.__all__)
    assert sorted(qa.__all__) == qa.__all__


def test_opening_a_corpus_and_listing_it_loads_no_model(tmp_path):
    statement = f"import qa; qa.Corpus({str(tmp_path / 'c')!r}, create=True).documents()"
    assert not {"torch", "transformers", "sentence_transformers", "gradio"} & modules_after(statement)
