"""A folder of sources, made for the purpose: what is read of each file against what is written down of it."""

from __future__ import annotations

import functools
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "data"))

from sources import measure
from sources.compare import compared
from sources.expect import Said
from sources.write import all_sources, write

from corpus.readers.build import read_here

#: A name may be missing, where a sentence gives a role only; but of few.
_MOST_UNATTRIBUTED = 0.02
_LEAST_FILES, _LEAST_FORMATS = 40, 14


@functools.cache
def told():
    return measure.all_told()


@functools.cache
def files():
    return {source.name: source for source in all_sources()}


@pytest.fixture
def read(tmp_path):
    """Return a function that reads one of the files, and the file as it is written down."""

    def one(name):
        path = tmp_path / name
        path.write_bytes(files()[name].data)
        return files()[name], read_here(path).documents

    return one


def test_there_are_forty_files_in_fourteen_formats():
    roots = {s.data.partition(b"<TEI")[1] for s in files().values() if s.ending == "xml"}
    assert len(files()) >= _LEAST_FILES
    assert len({s.ending for s in files().values()}) - 1 + len(roots) >= _LEAST_FORMATS


@pytest.mark.parametrize(
    "about",
    [
        "documents", "parts", "number of passages", "slices", "passages", "kinds", "locators", "sections",
        "cited notes", "notes found", "fields", "asides", "asides too many", "words lost", "words invented",
        "hidden words shown",
    ],
)  # fmt: skip
def test_all_of_it_is_right(about):
    assert told().counts[f"{about} all"] > len(files()) / 4
    assert told().faults.get(about, []) == []


def test_no_words_are_given_to_somebody_else():
    assert told().faults.get("speakers", []) == []
    assert told().counts["speakers wrong"] == 0


def test_hardly_any_speaker_stays_unnamed():
    counts = told().counts
    assert counts["speakers right"] > 100
    assert counts["speakers unattributed"] <= _MOST_UNATTRIBUTED * counts["speakers right"]


def test_the_files_are_the_same_each_time():
    again = [source.written_down() for source in all_sources()]
    assert again == [source.written_down() for source in files().values()]


def test_the_folder_and_what_is_written_down_can_be_had(tmp_path):
    write(tmp_path / "sources")
    assert {path.name for path in (tmp_path / "sources").iterdir()} == set(files())
    assert json.dumps([source.written_down() for source in files().values()])


def faults(source, documents, change):
    """Return what a comparison finds fault with, when the first passage written down is changed."""
    doc = source.docs[0]
    at = next(n for n, block in enumerate(doc.blocks) if block.answers)
    blocks = (*doc.blocks[:at], change(doc.blocks[at]), *doc.blocks[at + 1 :])
    return set(compared(replace(source, docs=(replace(doc, blocks=blocks), *source.docs[1:])), documents).faults)


@pytest.mark.parametrize(
    ("changes", "noticed"),
    [
        ({"page": "313"}, {"locators"}),
        ({"time": 1.25}, {"locators"}),
        ({"section": "Another"}, {"sections"}),
        ({"kind": "list item"}, {"kinds"}),
        ({"notes": ("9",)}, {"cited notes"}),
        ({"said": (Said("Mara Quell"),)}, {"speakers"}),
        ({"said": ()}, {"speakers"}),
    ],
)
def test_what_is_wrong_is_noticed(read, changes, noticed):
    source, documents = read("toll-debate.vtt")
    assert noticed <= faults(source, documents, lambda block: replace(block, **changes))


def test_a_word_too_many_or_too_few_is_noticed(read):
    source, documents = read("toll-debate.vtt")
    more = faults(source, documents, lambda block: replace(block, words=block.words + " Quite"))
    assert {"passages", "words lost"} <= more
    fewer = faults(source, documents, lambda block: replace(block, words=block.words.split(" ", 1)[1]))
    assert {"passages", "words invented"} <= fewer


def test_a_field_nobody_wrote_down_and_another_provenance_are_noticed(read):
    source, documents = read("no-toll.md")
    doc = source.docs[0]
    for fields in (
        {name: value for name, value in doc.fields.items() if name != "author"},
        doc.fields | {"title": (doc.fields["title"][0], "METADATA")},
    ):
        assert "fields" in compared(replace(source, docs=(replace(doc, fields=fields),)), documents).faults


def test_words_that_a_file_hides_are_noticed_where_they_are_shown(read):
    source, documents = read("agreement-quay.docx")
    doc = replace(source.docs[0], hidden=("night watch",))
    assert "hidden words shown" in compared(replace(source, docs=(doc,)), documents).faults
