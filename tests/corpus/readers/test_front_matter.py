from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import SourceFormatError
from corpus.readers import read_source
from corpus.readers.front_matter import front_matter_fields


def read(matter):
    return {name: field.value for name, field in front_matter_fields(matter, Path("quay.md")).items()}


def test_no_front_matter_states_nothing():
    assert read("") == {}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("title: The Long Quay", {"title": "The Long Quay"}),
        ("Title : The Long  Quay ", {"title": "The Long Quay"}),
        ("author: Mara Quell", {"author": [{"literal": "Mara Quell"}]}),
        ("authors: [Mara Quell, Oda Bern]", {"author": [{"literal": "Mara Quell"}, {"literal": "Oda Bern"}]}),
        ("author: {family: Quell, given: Mara}", {"author": [{"family": "Quell", "given": "Mara"}]}),
        ("date: 2019-06-14", {"issued": {"date-parts": [[2019, 6, 14]]}}),
        ("published: June 2019", {"issued": {"date-parts": [[2019, 6]]}}),
        ("date: 2019-06-14 10:00:00 +0200", {"issued": {"date-parts": [[2019, 6, 14]]}}),
        ("date: 2019-06-14\npublished: true", {"issued": {"date-parts": [[2019, 6, 14]]}}),
        ("published: false", {}),
        ("date: 02/09/2014", {"issued": {"literal": "02/09/2014"}}),
        ("url: https://quay.example/1", {"URL": "https://quay.example/1"}),
        ("publication: Tide Review", {"container-title": "Tide Review"}),
        ("type: speech", {"type": "speech"}),
        ("volume: 007", {"volume": "007"}),
    ],
)
def test_what_people_write_becomes_the_csl_field_it_means(line, field):
    assert read(line) == field


@pytest.mark.parametrize(
    "line", ["layout: post", "draft: true", "title:", "title: ''", "type: tide", "title: [a, b]", "date:"]
)
def test_what_means_nothing_to_a_citation_is_left(line):
    assert read(line) == {}


def test_every_value_stays_the_string_it_is():
    assert read("title: 2013") == {"title": "2013"}
    assert read("title: no") == {"title": "no"}
    assert read("isbn: 0123") == {"ISBN": "0123"}


def test_fields_come_from_the_pages_metadata():
    assert str(front_matter_fields("title: Quay", Path("q"))["title"].provenance) == "from the page's metadata"


def test_a_value_is_cut_at_its_bound():
    assert len(read("title: " + "a" * 5000)["title"]) == limits.MAX_FIELD_CHARS


@pytest.mark.parametrize(
    ("matter", "fault"),
    [
        ("- a\n- b", "no mapping"),
        ("just words", "no mapping"),
        ("title: 'open", "no YAML"),
        ("title: [", "no YAML"),
        ("a: &x 1\nb: *x", "aliases"),
        ("title: !!python/object/apply:os.system [ls]\n: :\n  - [", "no YAML"),
        ("title: " + "[" * 5000, "nested more than 20 brackets deep"),
        ("{" * 19_000, "nested more than 20 brackets deep"),
        ("- " * 9_000, "no YAML"),
        ("title: " + "a" * (limits.MAX_FRONT_MATTER_CHARS + 1), "characters long"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_fault_and_the_file(matter, fault):
    with pytest.raises(SourceFormatError, match=fault) as caught:
        read(matter)
    assert "quay.md" in caught.value.found
    assert "---" in caught.value.expected


def test_a_yaml_fault_of_several_lines_is_told_on_one():
    with pytest.raises(SourceFormatError, match="no YAML") as caught:
        read("title: [")
    assert "\ufffd" not in str(caught.value)
    assert "while parsing a flow node" in caught.value.found


def test_brackets_that_close_again_are_not_deep():
    assert read("draft: " + "[a, [b]]" + "\ntitle: The [Long] {Quay}" + " []" * 50)["title"].startswith(
        "The [Long]"
    )


def test_a_tag_builds_nothing():
    assert read("title: !!python/name:os.system x") in ({"title": "x"}, {})


@given(st.text(max_size=200))
def test_any_front_matter_is_read_or_refused(matter):
    with contextlib.suppress(SourceFormatError):
        assert isinstance(read(matter), dict)


@given(st.dictionaries(st.sampled_from(["title", "date", "author", "url"]), st.text("ab 19:-", max_size=20)))
def test_no_field_is_ever_empty(values):
    matter = "\n".join(f"{key}: {value!r}" for key, value in values.items())
    with contextlib.suppress(SourceFormatError):
        assert all(read(matter).values())


def test_half_a_character_in_the_front_matter_is_refused(tmp_path):
    path = tmp_path / "half.md"
    path.write_text('---\ntitle: "\\ud800"\n---\n\nA line of text.\n', encoding="utf-8")
    with pytest.raises(SourceFormatError, match="front matter"):
        read_source(path)
