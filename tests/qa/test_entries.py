from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import SourceBinaryError, SourceError
from corpus.readers.formats import Options
from qa.entries import Entry, entries, kept_refusal, refusal_text, said
from qa.results import AddWishes

WISHES = AddWishes(encoding="cp1252", columns={"text": "Words"})


def entry(name):
    return Entry(Path(name), f"/q/{name}", f"/q/{name}", singly=False)


def test_a_file_is_found_below_its_folder_by_a_path_without_links(tmp_path):
    (tmp_path / "papers" / "deep").mkdir(parents=True)
    (tmp_path / "papers" / "deep" / "a.txt").touch()
    (tmp_path / "way").symlink_to(tmp_path / "papers")
    (found,) = entries(tmp_path / "way")
    assert found.found == tmp_path / "way" / "deep" / "a.txt"
    assert (found.path, found.singly) == (str((tmp_path / "papers" / "deep" / "a.txt").resolve()), False)
    assert found.source == found.path


def test_a_link_lies_where_it_leads(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (found,) = entries(tmp_path / "link.txt")
    assert (Path(found.path).name, Path(found.source).name, found.singly) == ("link.txt", "a.txt", True)


@pytest.mark.parametrize("name", ["caf\udce9.txt", "a\0.txt"])
def test_a_name_that_cannot_be_kept_comes_out_as_its_error(tmp_path, name):
    (found,) = entries(tmp_path / name)
    assert isinstance(found, SourceError)
    assert "\n" not in str(found)


@pytest.mark.parametrize(
    ("name", "encoding", "columns"),
    [
        ("a.txt", "cp1252", {}), ("a.CSV", "cp1252", {"text": "Words"}), ("a.parquet", None, {"text": "Words"}),
        ("a.pdf", None, {}), ("a.html", "cp1252", {}), ("a.xyz", "cp1252", {}),
    ],
)  # fmt: skip
def test_only_what_bears_on_a_format_is_said_of_it(name, encoding, columns):
    assert entry(name).options(WISHES) == Options(encoding, columns)


def test_what_is_said_compares_as_a_string():
    assert said(Options()) == said(Options(None, {})) == "{}"
    assert said(Options("cp1252", {"text": "a", "date": "b"})) == said(
        Options("cp1252", {"date": "b", "text": "a"})
    )


def test_a_kept_refusal_names_the_file_where_it_is_by_then():
    fault = SourceBinaryError("/q/a.txt is not text", expected="text", action="Export /q/a.txt.")
    again = kept_refusal(refusal_text(fault, Path("/q/a.txt")), Path("b.txt"))
    assert type(again) is SourceBinaryError
    assert str(again) == "b.txt is not text; expected text. Export b.txt."
