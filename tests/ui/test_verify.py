"""``onrecord verify``: its words, its exit codes, and a terminal that no pack can write on."""

from __future__ import annotations

import json
import zipfile

import pytest

from ui.exports import FileCheck, FileState, PackReport, PassageCheck, Standing
from ui.exports.archive import archive
from ui.verify import report_text


@pytest.fixture
def pack(onrecord, filled, tmp_path):
    """An evidence pack of every passage of the two invented articles."""
    from qa import Corpus

    with Corpus(filled).store.reading() as view:
        ids = sorted(view.passage_ids())
    path = tmp_path / "evidence.zip"
    assert onrecord("export", *ids, "--to", path, "--corpus", filled).code == 0
    return path


def test_a_pack_as_it_was_made_holds(onrecord, pack):
    run = onrecord("verify", pack)
    assert run.code == 0
    assert "Whole: every file is as it was" in run.out
    assert "do not show who made it" in run.out
    assert "In the corpus" not in run.out


def test_with_a_corpus_every_passage_is_looked_up(onrecord, pack, filled):
    run = onrecord("verify", pack, "--corpus", filled)
    assert run.code == 0
    assert run.out.count("stands there word for word") == 4


def test_a_passage_gone_from_the_corpus_does_not_hold(onrecord, pack, filled):
    assert onrecord("remove", "library.md", "--corpus", filled).code == 0
    run = onrecord("verify", pack, "--corpus", filled)
    assert run.code == 1
    assert run.out.count(": gone") == 1
    assert "Whole: every file is as it was" in run.out


def test_a_changed_file_is_named_and_does_not_hold(onrecord, pack):
    with zipfile.ZipFile(pack) as found:
        files = {name: found.read(name) for name in found.namelist()}
    pack.write_bytes(archive(files | {"passages/001.txt": b"Others."}))
    run = onrecord("verify", pack)
    assert run.code == 1
    assert "passages/001.txt: changed since the pack was made" in run.out
    assert "Whole" not in run.out


def test_json_has_the_whole_report(onrecord, pack, filled):
    form = json.loads(onrecord("verify", pack, "--json", "--corpus", filled).out)
    assert (form["holds"], form["whole"], form["stands"], form["as_made"]) == (True, True, True, True)
    assert {check["state"] for check in form["files"]} == {"holds"}
    assert {check["standing"] for check in form["passages"]} == {"stands"}


@pytest.mark.parametrize(("content", "code"), [(b"no pack", 16), (archive({"a": b""}), 16), (None, 10)])
def test_what_is_no_pack_is_refused_in_one_line(onrecord, tmp_path, content, code):
    path = tmp_path / "other.zip"
    if content is not None:
        path.write_bytes(content)
    run = onrecord("verify", path)
    assert run.code == code
    assert (run.out, run.err.count("\n")) == ("", 1)
    assert "other.zip" in run.err


def report(*files, passages=(), as_made=True, maker="onrecord 1"):
    return PackReport(maker, 3, tuple(files), tuple(passages), as_made)


@pytest.mark.parametrize("state", [state for state in FileState if state is not FileState.HOLDS])
def test_every_fault_of_a_file_has_its_words(state):
    shown = report_text(report(FileCheck("a.txt", state)))
    assert len(next(line for line in shown.splitlines() if line.startswith("a.txt: ")).split()) > 1


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_its_words(standing):
    one = PassageCheck("p1", "a.txt", fits=True, standing=standing, at="p7")
    shown = report_text(report(FileCheck("a.txt", FileState.HOLDS), passages=[one])).splitlines()[-1]
    assert shown.startswith("a.txt (p1): ")
    assert ("p7" in shown) is (standing is not Standing.STANDS)


def test_a_pack_packed_again_is_told():
    assert "not the bytes that were made" in report_text(report(FileCheck("a", FileState.HOLDS), as_made=False))


def test_words_that_do_not_fit_are_told():
    shown = report_text(
        report(FileCheck("a", FileState.HOLDS), passages=[PassageCheck("p1", "a.txt", fits=False)])
    )
    assert "a.txt: not the words that the manifest tells of" in shown


def test_a_manifest_that_cannot_be_read_is_told():
    assert "manifest cannot be read" in report_text(report(FileCheck("a", FileState.CHANGED), maker=None))


def test_a_pack_writes_nothing_on_the_terminal():
    evil = "a\x1b[2J\nWhole: every file\u202e {files}"
    checks = [PassageCheck(evil, evil, fits=False, standing=Standing.GONE)]
    shown = report_text(report(FileCheck(evil, FileState.EXTRA), passages=checks, maker=evil))
    assert not {"\x1b", "\u202e"} & set(shown)
    assert not [line for line in shown.splitlines() if line.startswith("Whole")]
