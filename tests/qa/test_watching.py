"""Keeping in step while a folder changes: settled files only, each refusal once."""

from __future__ import annotations

import itertools

import pytest
from folder_life import grow_old, outcomes, read_from_memory, speech

from corpus.store import Store
from qa.results import AddResult, AddWishes
from qa.watching import Watch


@pytest.fixture
def folder(tmp_path, monkeypatch):
    read_from_memory(monkeypatch)
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({})


def write(folder, name, version=0):
    (folder / name).write_text(speech(name, version), encoding="utf-8")


def test_a_file_is_read_once_it_has_been_the_same_for_two_rounds(corpus, folder):
    watch = Watch(corpus, [folder], AddWishes())
    write(folder, "a.txt")
    assert watch.once() == []
    assert outcomes(watch.once()) == {"a.txt": "added"}
    assert watch.once() == []


def test_a_file_that_is_still_written_to_is_left_for_the_next_round(corpus, folder):
    watch = Watch(corpus, [folder], AddWishes())
    for version in range(4):
        write(folder, "a.txt", version * 10**version)
        assert watch.once() == []
    assert outcomes(watch.once()) == {"a.txt": "added"}
    assert corpus.document(corpus.documents()[0].id).text == speech("a.txt", 3000)


def test_changes_renamings_and_what_is_gone_are_told(corpus, folder):
    for name in ("a.txt", "b.txt", "c.txt"):
        write(folder, name)
    watch = Watch(corpus, [folder], AddWishes())
    assert [len(watch.once()) for _ in range(2)] == [0, 3]
    write(folder, "a.txt", 2)
    (folder / "b.txt").rename(folder / "z.txt")
    (folder / "c.txt").unlink()
    told = [outcomes(watch.once()) for _ in range(3)]
    assert told == [{}, {"a.txt": "replaced", "c.txt": "gone", "z.txt": "moved"}, {}]
    assert len(corpus.documents()) == 2


def test_a_renaming_is_seen_as_one_though_something_else_happens_meanwhile(corpus, folder):
    write(folder, "a.txt")
    watch = Watch(corpus, [folder], AddWishes())
    assert [len(watch.once()) for _ in range(2)] == [0, 1]
    write(folder, "new.txt")
    assert watch.once() == []
    (folder / "a.txt").rename(folder / "z.txt")
    assert outcomes(watch.once()) == {"new.txt": "added"}
    assert outcomes(watch.once()) == {"z.txt": "moved"}


def test_a_refusal_is_told_once(corpus, folder):
    (folder / "bad.txt").write_bytes(b"\0\1\2" * 50)
    watch = Watch(corpus, [folder], AddWishes())
    told = [outcomes(watch.once()) for _ in range(3)]
    assert told == [{}, {"bad.txt": "refused"}, {}]
    write(folder, "a.txt")
    assert [outcomes(watch.once()) for _ in range(2)] == [{}, {"a.txt": "added"}]


def test_nobody_is_kept_from_writing_while_nothing_changes(corpus, folder, monkeypatch):
    write(folder, "a.txt")
    watch = Watch(corpus, [folder], AddWishes())
    for _ in range(2):
        watch.once()
    grow_old(corpus)
    monkeypatch.setattr("qa.watching.put_places", lambda *_, **__: pytest.fail("it was written to"))
    assert watch.once() == []


def test_a_corpus_that_somebody_writes_to_is_left_for_the_next_round(corpus, folder, monkeypatch):
    monkeypatch.setattr(Store.writing.__wrapped__, "__defaults__", (0.05,))
    write(folder, "a.txt")
    watch = Watch(corpus, [folder], AddWishes())
    watch.once()
    with corpus.store.locked():
        assert watch.once() == []
    assert outcomes(watch.once()) == {"a.txt": "added"}


def test_rounds_yield_what_was_done_and_rest_between(corpus, folder, monkeypatch):
    slept = []
    monkeypatch.setattr("time.sleep", slept.append)
    write(folder, "a.txt")
    rounds = Watch(corpus, [folder], AddWishes()).rounds(0.01)
    (done,) = itertools.islice(rounds, 1)
    assert outcomes(done) == {"a.txt": "added"}
    assert slept
    assert min(slept) >= 0.01


def test_what_files_of_metadata_say_is_taken_when_they_change(corpus, folder):
    write(folder, "a.txt")
    watch = Watch(corpus, [folder], AddWishes())
    for _ in range(2):
        watch.once()
    grow_old(corpus)
    (folder / "metadata.csv").write_text("file,title\na.txt,The Quay\n", encoding="utf-8")
    titles = []
    for _ in range(3):
        assert watch.once() == []
        titles.append(corpus.documents()[0].citation.title)
    assert titles == ["Paper a.txt, number 0", "The Quay", "The Quay"]


def test_a_round_that_only_took_metadata_is_told_by_an_empty_list(corpus, folder, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    write(folder, "a.txt")
    rounds = Watch(corpus, [folder], AddWishes()).rounds()
    assert outcomes(next(rounds)) == {"a.txt": "added"}
    (folder / "metadata.csv").write_text("file,title\na.txt,The Quay\n", encoding="utf-8")
    assert next(rounds) == []
    assert corpus.documents()[0].citation.title == "The Quay"


def test_a_web_page_is_fetched_once(corpus, folder, monkeypatch):
    fetched = []
    monkeypatch.setattr("qa.fetching.put_fetched", lambda _, url, __: fetched.append(url) or AddResult(url))
    watch = Watch(corpus, [folder, "https://quay.example/a"], AddWishes())
    for version in range(3):
        write(folder, "a.txt", version)
        watch.once()
        watch.once()
    assert fetched == ["https://quay.example/a"]
