from __future__ import annotations

import json
import subprocess
import sys

import pytest

from corpus.citing import Style
from qa.collect import collected
from ui.exports import Format, export, file_name


@pytest.mark.parametrize("form", Format)
def test_the_same_passages_give_the_same_bytes(everything, form):
    assert export(everything, form) == export(everything, form)


@pytest.mark.parametrize("form", Format)
def test_the_same_passages_of_another_copy_of_the_corpus_give_the_same_bytes(everything, make_corpus, form):
    from ui_taken import MINUTES, SPEECH

    other = make_corpus({"minutes.md": MINUTES, "wall.md": SPEECH}, name="other")
    again = collected(other, [hit.passage.id for hit in everything.hits])
    assert export(again, form) == export(everything, form)


@pytest.mark.parametrize("form", [Format.BIBTEX, Format.RIS, Format.CSL_JSON])
def test_records_are_of_the_documents_each_once(everything, form):
    assert export(everything, form).decode().count("The long wall") == 1


def test_csl_json_can_be_read(everything):
    records = json.loads(export(everything, Format.CSL_JSON))
    assert sorted(record["title"] for record in records) == ["Minutes of the quay board", "The long wall"]


@pytest.mark.parametrize("form", [Format.DOCX, Format.MARKDOWN, Format.CSV, Format.PACK])
def test_the_style_changes_what_is_written(everything, form):
    assert len({export(everything, form, style) for style in Style}) == len(Style)


def test_a_files_name_holds_the_count_and_no_words_of_a_document(everything):
    name = file_name(everything, Format.DOCX)
    assert name.startswith("onrecord-3-passages-")
    assert name.endswith(".docx")
    assert len(name) == len("onrecord-3-passages-12345678.docx")


def test_other_passages_have_another_name(everything, of):
    names = {file_name(of(hit), Format.CSV) for hit in everything.hits}
    assert len(names) == 3
    assert all("1-passage-" in name for name in names)


def test_importing_the_exports_loads_neither_python_docx_nor_a_model():
    heavy = "{'docx', 'lxml', 'torch', 'gradio', 'faiss'}"
    said = f"import sys, ui.exports; print(sorted({heavy} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "[]\n"
    )
