from __future__ import annotations

import pytest
from ui_html import elements, one

from corpus import limits
from qa import retrieve
from qa.bundled import is_sample, open_bundled, user_corpus
from ui import strings
from ui.panels.upload import read_files

MARSH = "---\ntitle: The Marsh\n---\n\n“The marsh is dry,” said Warden Sanna Veld.\n"


@pytest.fixture
def dropped(tmp_path):
    """Return a function that puts a file where Gradio puts one that was dropped: in a folder of its own."""
    count = iter(range(100))

    def drop(name, content):
        folder = tmp_path / f"upload-{next(count)}"
        folder.mkdir()
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return str(folder / name)

    return drop


def rows(html):
    found = [e.text for e in elements(html) if e.tag == "td"]
    return [found[n : n + 7] for n in range(0, len(found), 7)]


def outcomes(html):
    return [row[:2] for row in rows(html)]


def test_a_file_is_read_and_can_be_asked_about(library, dropped):
    *_, last = read_files(library, [dropped("marsh.md", MARSH)])
    assert outcomes(last) == [["marsh.md", "added"]]
    assert strings.DOC_ADDED_ALL.format(count=1, refused=0) in last
    assert next(hit.source for hit in retrieve("the marsh is dry", corpus=library)) == "marsh.md"
    assert not library.stale


def test_each_file_shows_as_soon_as_it_is_read(library, dropped):
    files = [dropped(f"marsh{n}.md", MARSH.replace("dry", f"dry {n}")) for n in range(3)]
    assert [len(rows(html)) for html in read_files(library, files)] == [1, 2, 3, 3]


def test_what_was_passed_over_and_taken_for_what_stands_beside_its_file(library, dropped):
    table = "Name,Words,Seat\nSanna Veld,The marsh is dry.,<b>9\nSanna Veld,,8\n"
    *_, last = read_files(library, [dropped("said.csv", table)])
    assert [e.text for e in elements(last) if e.classes == ["or-doc-remark"]] == [
        strings.DOC_COLUMNS.format(columns="text=Words (guessed), speaker=Name (guessed)"),
        "row 3 has no words and was passed over",
        "not read: column Seat",
    ]


def test_a_bad_file_does_not_stop_the_rest(library, dropped):
    files = [
        dropped("a.md", MARSH),
        dropped("b.md", b"caf\xe9 au lait"),
        dropped("c.exe", "MZ"),
        dropped("d.md", "  "),
    ]
    *_, last = read_files(library, [*files, dropped("e.txt", "The Well\n\nThe well stands in the square.\n")])
    told = [outcome for _, outcome in outcomes(last)]
    assert [text.startswith("refused: ") for text in told] == [False, True, True, True, False]
    assert "b.md is not utf-8" in told[1]
    assert strings.DOC_ADDED_ALL.format(count=2, refused=3) in last


def test_a_refusal_names_the_file_and_not_where_it_was_put(library, dropped):
    file = dropped("b.md", b"caf\xe9 au lait")
    *_, last = read_files(library, [file])
    assert "upload-" not in last


def test_nothing_is_left_where_the_files_were_put(library, dropped, tmp_path):
    list(read_files(library, [dropped("a.md", MARSH), dropped("b.md", b"caf\xe9 au lait")]))
    assert not list(tmp_path.glob("upload-*"))


def test_two_files_of_one_name_replace_neither(library, dropped):
    files = [dropped("marsh.md", MARSH), dropped("marsh.md", MARSH.replace("dry", "wet"))]
    *_, last = read_files(library, files)
    assert outcomes(last) == [["marsh.md", "added"], ["marsh (2).md", "added"]]


def test_the_same_file_again_is_said_to_be_there(library, dropped):
    list(read_files(library, [dropped("marsh.md", MARSH)]))
    *_, last = read_files(library, [dropped("marsh.md", MARSH)])
    assert outcomes(last) == [["marsh.md", strings.DOC_OUTCOME_UNCHANGED]]


def test_what_was_found_stands_with_where_it_was_found(library, dropped):
    *_, last = read_files(library, [dropped("marsh.md", MARSH)])
    (row,) = rows(last)
    assert row[2:] == ["1", "1", "The Marshfrom the page's metadata", "not found in it", "not found in it"]


def test_more_files_than_the_bound_are_refused_at_once(library, monkeypatch, dropped):
    monkeypatch.setattr(limits, "MAX_UPLOADED_FILES", 1)
    (told,) = read_files(library, [dropped("a.md", MARSH), dropped("b.md", MARSH)])
    assert strings.DOC_TOO_MANY.format(count=2, most=1) in one(told, "or-failure").text
    assert len(library.documents()) == 2


def test_files_and_index_show_how_far_they_are(library, dropped):
    seen = []
    list(read_files(library, [dropped("marsh.md", MARSH)], lambda at, desc: seen.append((at, desc))))
    assert seen[0] == ((0, 1), "Reading marsh.md")
    assert seen[-1][1] == strings.INDEXING


def test_on_the_sample_files_begin_a_corpus_of_ones_own(tiny, dropped):
    sample = open_bundled(encoder=tiny)
    *_, last = read_files(sample, [dropped("marsh.md", MARSH)])
    assert strings.DOC_STARTED_OWN.format(folder=user_corpus()) in [e.text for e in elements(last)]
    assert [s.citation.title for s in sample.documents()] == ["The Marsh"]


def test_on_the_sample_a_file_that_cannot_be_read_changes_nothing(tiny, dropped):
    sample = open_bundled(encoder=tiny)
    *_, last = read_files(sample, [dropped("empty.md", "")])
    assert "refused: " in last
    assert strings.DOC_ADDED_NONE in last
    assert is_sample(sample)
    assert len(sample.documents()) == 4
