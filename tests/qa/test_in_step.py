"""A folder is a source: what ``put`` does with one that has changed since the last time."""

from __future__ import annotations

import os

import pytest
from folder_life import grow_old, held, outcomes, papers, read_from_memory, speech

from corpus.errors import SourceBinaryError, SourceFormatError, SourceNotFoundError
from qa import Outcome
from qa.results import AddWishes, Hearing

OLD_NS = 1_500_000_000_000_000_000


@pytest.fixture
def asked(monkeypatch):
    return read_from_memory(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return papers(tmp_path)


@pytest.fixture
def corpus(make_corpus, asked, folder):
    corpus = make_corpus({})
    corpus.put([folder])
    asked.clear()
    return corpus


def settle(path, now=None):
    """Give a file a time long past, as if it had lain there."""
    os.utime(path, ns=(now or OLD_NS, now or OLD_NS))


def test_what_is_new_and_changed_is_read_and_nothing_else(corpus, folder, asked):
    (folder / "new.txt").write_text(speech("new"), encoding="utf-8")
    (folder / "b.txt").write_text(speech("b", 2), encoding="utf-8")
    assert outcomes(corpus.put([folder])) == {
        "a.txt": "unchanged", "b.txt": "replaced", "c.txt": "unchanged", "new.txt": "added"
    }  # fmt: skip
    assert sorted(asked) == ["b.txt", "new.txt"]


def test_an_unchanged_folder_is_neither_read_nor_written(corpus, folder, asked):
    revision = corpus.store.revision()
    results = corpus.put([folder])
    assert (asked, corpus.store.revision()) == ([], revision)
    assert [(r.passages, r.speakers, r.documents, r.read) for r in results] == [(1, 1, 1, False)] * 3
    assert results[0].title == "Paper a.txt, number 0"


def test_a_file_that_lies_unchanged_for_long_is_not_even_opened(corpus, folder, monkeypatch):
    grow_old(corpus)
    monkeypatch.setattr("qa.in_step.digest", lambda _: pytest.fail("its bytes were read"))
    assert set(outcomes(corpus.put([folder])).values()) == {"unchanged"}


def test_other_bytes_of_the_same_size_and_time_are_seen_shortly_after(corpus, folder):
    path = folder / "a.txt"
    before = path.stat()
    path.write_text(speech("a.txt", 7), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert outcomes(corpus.put([folder]))["a.txt"] == "replaced"


def test_other_bytes_of_the_same_size_under_an_old_time_are_seen_by_the_time_of_the_entry(corpus, folder):
    path = folder / "a.txt"
    settle(path)
    corpus.put([folder])
    grow_old(corpus)
    path.write_text(speech("a.txt", 7), encoding="utf-8")
    settle(path)
    assert outcomes(corpus.put([folder]))["a.txt"] == "replaced"


def test_a_touched_file_costs_a_digest_only(corpus, folder, asked):
    settle(folder / "a.txt")
    assert outcomes(corpus.put([folder]))["a.txt"] == "unchanged"
    assert asked == []


def test_a_file_that_changes_while_it_is_read_is_read_again_next_time(corpus, folder, monkeypatch):
    from corpus import readers

    real, path = readers.read_file, folder / "a.txt"
    path.write_text(speech("a.txt", 1), encoding="utf-8")

    def read(found, options):
        documents = real(found, options)
        if found.name == "a.txt":
            path.write_text(speech("a.txt", 2), encoding="utf-8")
        return documents

    with monkeypatch.context() as patch:
        patch.setattr(readers, "read_file", read)
        corpus.put([folder])
    path.write_text(speech("a.txt", 1), encoding="utf-8")  # as it was when its digest was made
    assert path.name in outcomes(corpus.put([folder]))
    texts = [text for text, _, _ in held(corpus.store).values() if "a.txt" in text]
    assert texts == [speech("a.txt", 1)]


def test_the_document_of_a_file_that_is_gone_is_taken_out_and_named(corpus, folder):
    (folder / "deep" / "c.txt").unlink()
    (folder / "deep").rmdir()
    result = corpus.put([folder])[-1]
    assert (result.outcome, result.source) == (Outcome.GONE, str(folder / "deep" / "c.txt"))
    assert result.title == "Paper deep/c.txt, number 0"
    assert len(corpus.documents()) == 2
    assert outcomes(corpus.put([folder])) == {"a.txt": "unchanged", "b.txt": "unchanged"}


def test_what_is_gone_stays_when_the_user_wants_it_kept(corpus, folder):
    (folder / "a.txt").unlink()
    assert outcomes(corpus.put([folder], wishes=AddWishes(keep_gone=True)))["a.txt"] == "kept"
    assert len(corpus.documents()) == 3
    assert outcomes(corpus.put([folder]))["a.txt"] == "gone"


def test_a_file_that_was_named_itself_is_never_taken_out(corpus, folder):
    corpus.put([folder / "a.txt"])
    (folder / "a.txt").unlink()
    assert "a.txt" not in outcomes(corpus.put([folder]))
    assert len(corpus.documents()) == 3


def test_a_gone_file_that_comes_back_is_added_with_its_corrections(corpus, folder):
    corpus.correct("a.txt", {"publisher": "Quay Press"})
    data = (folder / "a.txt").read_bytes()
    (folder / "a.txt").unlink()
    corpus.put([folder])
    (folder / "a.txt").write_bytes(data)
    assert outcomes(corpus.put([folder]))["a.txt"] == "added"
    assert corpus.find("a.txt").citation.get("publisher") == "Quay Press"


def test_a_folder_that_is_gone_itself_takes_nothing_out(corpus, folder):
    folder.rename(folder.with_name("elsewhere"))
    (result,) = corpus.put([folder])
    assert isinstance(result.error, SourceNotFoundError)
    assert len(corpus.documents()) == 3


def test_an_empty_folder_in_place_of_another_takes_nothing_out(corpus, folder):
    folder.rename(folder.with_name("elsewhere"))
    folder.mkdir()
    (result,) = corpus.put([folder])
    assert isinstance(result.error, SourceNotFoundError)
    assert "3 files that were in" in str(result.error)
    assert len(corpus.documents()) == 3


def test_a_folder_that_was_emptied_is_empty(corpus, folder):
    for path in folder.rglob("*.txt"):
        path.unlink()
    assert set(outcomes(corpus.put([folder])).values()) == {"gone"}
    assert corpus.documents() == []


def test_files_whose_disk_is_away_stay_and_the_others_go(corpus, folder):
    with corpus.store.writing() as writer:
        writer._execute("UPDATE files SET disk = '4711' WHERE path LIKE '%/deep/%'")
    (folder / "deep" / "c.txt").unlink()
    (folder / "a.txt").unlink()
    results = corpus.put([folder])
    assert [r.outcome for r in results] == [Outcome.UNCHANGED, Outcome.GONE, None]
    assert "1 file that was in" in str(results[-1].error)
    assert len(corpus.documents()) == 2


def test_a_disk_that_has_another_number_now_is_there_when_one_of_its_files_is(corpus, folder):
    with corpus.store.writing() as writer:
        writer._execute("UPDATE files SET disk = '4711'")
    (folder / "a.txt").unlink()
    assert outcomes(corpus.put([folder]))["a.txt"] == "gone"


def test_a_refused_file_is_named_again_without_being_read_again(corpus, folder, asked):
    (folder / "bad.txt").write_bytes(b"\0\1\2" * 50)
    for read in (True, False, False):
        refused = next(r for r in corpus.put([folder]) if r.error)
        assert isinstance(refused.error, SourceBinaryError)
        assert (refused.read, str(folder / "bad.txt") in str(refused.error)) == (read, True)
    assert asked == ["bad.txt"]
    corpus.put([folder], wishes=AddWishes(again=True))
    assert sorted(asked) == ["a.txt", "b.txt", "bad.txt", "bad.txt", "c.txt"]


def test_a_refused_file_that_was_mended_is_read(corpus, folder):
    (folder / "bad.txt").write_bytes(b"\0\1\2" * 50)
    corpus.put([folder])
    (folder / "bad.txt").write_text(speech("bad"), encoding="utf-8")
    assert outcomes(corpus.put([folder]))["bad.txt"] == "added"


def test_a_file_that_was_spoilt_keeps_its_last_reading_until_it_is_gone(corpus, folder):
    (folder / "a.txt").write_bytes(b"\0\1\2" * 50)
    for _ in range(2):
        assert outcomes(corpus.put([folder]))["a.txt"] == "refused"
        assert len(corpus.documents()) == 3
    (folder / "a.txt").unlink()
    assert outcomes(corpus.put([folder]))["a.txt"] == "gone"
    assert len(corpus.documents()) == 2


def test_a_newer_reader_reads_everything_again(corpus, folder, asked, monkeypatch):
    monkeypatch.setattr("corpus.readers.READER_VERSION", "next")
    assert set(outcomes(corpus.put([folder])).values()) == {"replaced"}
    assert len(asked) == 3


def test_a_removed_document_comes_back_with_its_folder(corpus, folder):
    corpus.remove("a.txt")
    assert outcomes(corpus.put([folder]))["a.txt"] == "added"


def test_what_one_option_says_of_one_format_makes_no_other_be_read_again(corpus, folder, asked):
    corpus.put([folder], wishes=AddWishes(columns={"text": "Words"}))
    assert asked == []
    corpus.put([folder], encoding="latin-1")
    assert sorted(asked) == ["a.txt", "b.txt", "c.txt"]


def test_each_file_is_counted_as_it_is_done(corpus, folder):
    told = []
    corpus.put([folder], hearing=Hearing(file=lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3), (3, 3)]


def test_a_name_that_is_no_text_is_refused_and_the_others_go_in(corpus, folder):
    path = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - bytes
        file.write(speech("cafe"))
    results = corpus.put([folder])
    assert [type(r.error) for r in results if r.error] == [SourceFormatError]
    assert len(results) == 4


def test_a_store_of_an_older_layout_reads_a_folder_once_more_and_then_knows_it(corpus, folder, asked):
    with corpus.store.writing() as writer:
        for table in ("files", "folders"):
            writer._execute(f"DELETE FROM {table}")  # noqa: S608 - our tables
    for read in (3, 0):
        asked.clear()
        assert set(outcomes(corpus.put([folder])).values()) == {"unchanged"}
        assert len(asked) == read


def test_a_table_of_which_a_part_was_removed_is_read_again(corpus, folder):
    words = "id,text\n1,The quay holds for a year and a day.\n2,The wall holds for no day at all.\n"
    (folder / "said.csv").write_text(words, encoding="utf-8")
    corpus.put([folder])
    corpus.remove(f"{folder / 'said.csv'}#1")
    corpus.put([folder])
    assert len([d for d in corpus.documents() if "said.csv" in d.sources[0]]) == 2


def test_a_pipe_is_refused_and_never_opened(corpus, folder):
    os.mkfifo(folder / "pipe.txt")
    assert outcomes(corpus.put([folder]))["pipe.txt"] == "refused"


def test_a_file_added_by_its_folder_and_then_by_its_name_stays_when_it_is_gone(corpus, folder):
    assert outcomes(corpus.put([folder / "a.txt"])) == {"a.txt": "unchanged"}
    (folder / "a.txt").unlink()
    corpus.put([folder])
    assert corpus.find("a.txt")


def test_a_file_below_a_folder_of_a_like_name_is_not_taken_for_gone(corpus, folder, tmp_path):
    other = tmp_path / "papers-of-old"
    other.mkdir()
    (other / "o.txt").write_text(speech("o"), encoding="utf-8")
    corpus.put([other])
    (other / "o.txt").unlink()
    corpus.put([folder])
    assert corpus.find("o.txt")
    assert outcomes(corpus.put([other])) == {"o.txt": "gone"}


def test_a_folder_within_a_folder_can_be_kept_in_step_alone(corpus, folder):
    (folder / "a.txt").unlink()
    (folder / "deep" / "c.txt").unlink()
    assert outcomes(corpus.put([folder / "deep"])) == {"c.txt": "gone"}
    assert outcomes(corpus.put([folder])) == {"a.txt": "gone", "b.txt": "unchanged"}
