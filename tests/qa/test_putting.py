"""One ``add`` as a whole: wishes that are checked first, mappings shown, rehearsals, web addresses, its report."""

from __future__ import annotations

import json

import pytest
from folder_life import outcomes, speech

from corpus.errors import SourceNotFoundError, UsageError
from qa import AddResult, Outcome
from qa.describing import Description
from qa.putting import checked, is_address, put_places, rehearse, told_too
from qa.results import AddReport, AddWishes, Hearing

TABLE = "Name,Words,Said\nSanna Veld,The board meets to speak of the ferry and of nothing else.,2014\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(speech("a"), encoding="utf-8")
    (folder / "said.csv").write_text(TABLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("wishes", [AddWishes(encoding="klingon"), AddWishes(columns={"colour": "Name"})])
def test_wishes_that_cannot_be_followed_are_refused_before_anything_is_written(make_corpus, folder, wishes):
    corpus = make_corpus({})
    with pytest.raises(UsageError):
        corpus.put([folder], wishes=wishes)
    assert corpus.store.revision() == 0


def test_an_encoding_may_be_named_either_way():
    assert checked(None, "latin-1").encoding == checked(AddWishes(encoding="latin-1")).encoding == "latin-1"


def test_both_who_listen_are_told():
    one, other = [], []
    result = AddResult("a.txt", Outcome.ADDED)
    told_too(Hearing(one.append), other.append).result(result)
    assert one == other == [result]


def test_what_a_tables_columns_are_taken_for_is_told_before_anything_of_it_is_written(make_corpus, folder):
    corpus, told = make_corpus({}), []

    def columns(path, words):
        told.append((path, words, [d.sources for d in corpus.documents() if "said.csv" in d.sources[0]]))

    results = corpus.put([folder], hearing=Hearing(columns=columns))
    guess = "text=Words (guessed), speaker=Name (guessed)"
    assert [(path, words) for path, words, _ in told] == [(str(folder / "said.csv"), guess)]
    assert told[0][2] == []
    assert {r.columns for r in results} == {"", guess}
    corpus.put([folder], hearing=Hearing(columns=columns))
    assert len(told) == 1  # an unchanged table is not read


def test_what_a_reader_passed_over_is_told_again_where_the_file_is_not_read_again(make_corpus, folder):
    (folder / "said.csv").write_text(TABLE + "Oda Bern,,2015\n", encoding="utf-8")
    corpus = make_corpus({})
    first, second = (corpus.put([folder])[1] for _ in range(2))
    assert (first.read, second.read) == (True, False)
    assert first.remarks == ("row 3 has no words and was passed over", "not read: column Said")
    assert (second.remarks, second.columns) == (first.remarks, first.columns)


def test_a_columns_name_that_no_store_can_hold_does_not_end_the_run(make_corpus, folder):
    (folder / "b.jsonl").write_text('{"words\\ud800": "The bridge is closed until it is."}\n', encoding="utf-8")
    assert outcomes(make_corpus({}).put([folder])) == {"a.txt": "added", "b.jsonl": "added", "said.csv": "added"}


def test_the_user_says_what_columns_hold_and_the_table_is_read_anew(make_corpus, folder):
    corpus = make_corpus({})
    corpus.put([folder])
    results = corpus.put([folder], wishes=AddWishes(columns={"date": "Said"}))
    assert outcomes(results) == {"a.txt": "unchanged", "said.csv": "replaced"}
    assert results[1].columns == "text=Words (guessed), speaker=Name (guessed), date=Said"
    assert corpus.find("said.csv").citation.issued.iso == "2014"


def test_a_column_that_a_table_has_not_refuses_the_table_only(make_corpus, folder):
    results = make_corpus({}).put([folder], wishes=AddWishes(columns={"text": "Verse"}))
    assert outcomes(results) == {"a.txt": "added", "said.csv": "refused"}


def test_a_rehearsal_says_what_would_be_done_and_does_nothing(make_corpus, folder):
    corpus = make_corpus({})
    corpus.put([folder])
    before = (corpus.store.path.read_bytes(), corpus.store.revision())
    (folder / "a.txt").rename(folder / "b.txt")
    (folder / "said.csv").unlink()
    (folder / "new.txt").write_text(speech("new"), encoding="utf-8")
    told = outcomes(corpus.rehearse([folder]))
    assert told == {"b.txt": "moved", "new.txt": "added", "said.csv": "gone"}
    assert (corpus.store.path.read_bytes(), corpus.store.revision()) == before
    assert outcomes(corpus.put([folder])) == told


def test_a_rehearsal_needs_no_corpus(folder):
    assert outcomes(rehearse(None, [folder], AddWishes(), Hearing())) == {"a.txt": "added", "said.csv": "added"}


@pytest.mark.parametrize(
    ("place", "web"), [("https://quay.example/a", True), ("HTTP://x", True), ("a.txt", False)]
)
def test_a_place_on_the_web_is_told_from_a_path(place, web):
    assert is_address(place) is web


def test_a_file_of_metadata_that_is_not_there_is_refused_and_the_files_go_in(make_corpus, folder, tmp_path):
    results = put_places(make_corpus({}).store, [folder], AddWishes(metadata=tmp_path / "none.csv"), Hearing())
    assert isinstance(results[0].error, SourceNotFoundError)
    assert [r.outcome for r in results[1:]] == [Outcome.ADDED, Outcome.ADDED]


def test_the_same_folder_twice_is_gone_through_twice_and_moved_once(make_corpus, folder):
    corpus = make_corpus({})
    corpus.put([folder])
    (folder / "a.txt").rename(folder / "b.txt")
    results = corpus.put([folder, folder])
    assert [str(r.outcome) for r in results] == ["moved", "unchanged", "moved", "unchanged"]
    assert len(corpus.documents()) == 2


def test_the_report_holds_everything_as_json():
    refused = AddResult(
        "b.txt", error=SourceNotFoundError("nothing", expected="a file", action="Look."), format="text"
    )
    added = AddResult(
        "a.csv",
        Outcome.ADDED,
        "d1",
        "A",
        3,
        2,
        documents=2,
        format="csv",
        columns="text=T",
        seconds=0.25,
        remarks=("row 2 has no words",),
    )
    report = AddReport("/corpus", [added, refused], [Description("m.csv: line 2", None, "why")], 1.5)
    told = json.loads(json.dumps(report.to_dict()))
    assert told["outcomes"] == {"added": 1, "refused": 1}
    assert (told["dry_run"], told["seconds"], told["corpus"]) == (False, 1.5, "/corpus")
    assert told["metadata"] == [{"record": "m.csv: line 2", "document_id": None, "why": "why"}]
    assert told["files"][0] == {
        "file": "a.csv", "outcome": "added", "format": "csv", "document_id": "d1", "title": "A", "documents": 2,
        "passages": 3, "speakers": 2, "unattributed": 0, "unknown": [], "columns": "text=T", "moved_from": None,
        "remarks": ["row 2 has no words"], "read": True, "seconds": 0.25, "refusal": None,
    }  # fmt: skip
    assert told["files"][1]["refusal"] == {"code": 10, "found": "nothing", "expected": "a file", "action": "Look."}
    assert (told["files"][1]["outcome"], told["files"][1]["documents"]) == ("refused", 0)


def test_a_result_says_what_nothing_states(make_corpus, folder):
    (folder / "bare.txt").write_text("“The quay holds,” they said, and nobody knew who.", encoding="utf-8")
    results = {r.source[-8:]: r for r in make_corpus({}).put([folder])}
    bare = results["bare.txt"]
    assert bare.unknown == ("title", "author", "issued")
    assert (bare.unattributed, bare.format, bare.seconds > 0) == (1, "text", True)
