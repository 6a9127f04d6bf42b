from __future__ import annotations

import json
import os

import pytest

PASSAGES = """{"id": "n-1", "text": "The night ferry carries no lamps.", "title": "Log", "speaker": "Sanna Veld"}
{"id": "n-2", "text": "Eleven wrecks lie beyond the breakwater.", "title": "Log", "speaker": "Oda Bern"}
{"id": "n-3", "text": "The customs house burned in the spring.", "title": "Chronicle", "date": "1983"}
"""
QUESTIONS = """{"id": "w1", "text": "How many wrecks lie beyond the breakwater?"}
{"id": "w2", "text": "What did Sanna Veld say about the night ferry?"}
"""
OWN = """question;expected;speaker;answerable
the ferry to the island runs late;runs late;Jane Roe;
the library opens on Sunday;library opens;Mary Moe;
What did Warden Tolliver say about herons?;;;no
the trains to the capital are slow;nine boats;;
"""


@pytest.fixture
def small_set(tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "passages.jsonl").write_text(PASSAGES, encoding="utf-8")
    (folder / "questions.jsonl").write_text(QUESTIONS, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_set_gives_a_run_and_scores(onrecord, small_set, tmp_path):
    run, scores = tmp_path / "run.tsv", tmp_path / "scores.tsv"
    done = onrecord("eval", "--set", small_set, "--run", run, "--scores", scores)
    assert done.code == 0, done.err
    assert done.out == ""
    assert [(row[0], row[1], row[2]) for row in rows(run) if row[2] == "1"] == [
        ("w1", "n-2", "1"),
        ("w2", "n-1", "1"),
    ]
    assert [row[0] for row in rows(scores)] == ["w1", "w2"]
    assert all(0 <= float(row[1]) <= 1 for row in rows(scores))


@pytest.mark.parametrize("option", ["--run", "--scores"])
def test_one_of_the_two_files_is_enough(onrecord, small_set, tmp_path, option):
    assert onrecord("eval", "--set", small_set, option, tmp_path / "a.tsv").code == 0
    assert (tmp_path / "a.tsv").read_text(encoding="utf-8").startswith("w1\t")


def test_reading_indexing_and_asking_are_told(onrecord, small_set, tmp_path):
    told = onrecord("eval", "--set", small_set, "--run", tmp_path / "a.tsv").err
    assert "read 3 passages and 2 questions" in told
    assert "indexing 3 passages" in told
    assert "asking 2 questions" in told


def test_a_kept_corpus_is_indexed_once(onrecord, small_set, tmp_path, tiny_model):
    words = ("eval", "--set", small_set, "--run", tmp_path / "a.tsv", "--corpus", tmp_path / "kept")
    first = onrecord(*words)
    tiny_model.encoded.clear()
    again = onrecord(*words)
    assert ("indexing" in first.err, "indexing" in again.err) == (True, False)
    assert tiny_model.encoded[0] == "How many wrecks lie beyond the breakwater?"


def test_a_temporary_corpus_leaves_nothing(onrecord, small_set, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    assert onrecord("eval", "--set", small_set, "--run", tmp_path / "a.tsv").code == 0
    assert list(scratch.iterdir()) == []


def test_a_broken_set_is_one_line_and_writes_nothing(onrecord, small_set, tmp_path):
    (small_set / "passages.jsonl").write_text(PASSAGES + '{"id": "n-4"}\n', encoding="utf-8")
    done = onrecord("eval", "--set", small_set, "--run", tmp_path / "a.tsv")
    assert done.code == 16
    assert done.err.count("\n") == 1
    assert "passages.jsonl line 4 has no text under 'text'" in done.err
    assert not (tmp_path / "a.tsv").exists()


def test_somebodys_own_corpus_is_not_used_for_a_set(onrecord, small_set, filled, tmp_path):
    before = onrecord("list", "--corpus", filled).out
    done = onrecord("eval", "--set", small_set, "--run", tmp_path / "a.tsv", "--corpus", filled)
    assert (done.code, "not of an evaluation set" in done.err) == (2, True)
    assert onrecord("list", "--corpus", filled).out == before


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("q.csv", "--run", "a.tsv"), "--set"),
        (("--make", "q.csv", "--scores", "a.tsv"), "--set"),
        (("--make", "q.csv", "--json"), "QUESTIONS.csv"),
        (("--set", "x", "--run", "a.tsv", "--plot", "p.svg"), "QUESTIONS.csv"),
        (("q.csv", "--force"), "--make"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(onrecord, words, missing):
    done = onrecord("eval", *words)
    assert (done.code, f"without {missing}" in done.err) == (2, True)


@pytest.mark.parametrize("words", [(), ("--set", "x", "--make", "y.csv"), ("q.csv", "--set", "x"), ("--set", "x")])
def test_it_is_one_thing_at_a_time(onrecord, words):
    done = onrecord("eval", *words)
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_a_file_that_could_not_be_written_is_refused_before_the_work(onrecord, small_set, tmp_path):
    done = onrecord("eval", "--set", small_set, "--run", tmp_path / "nowhere" / "a.tsv")
    assert (done.code, "folder that does not exist" in done.err, "read 3" in done.err) == (2, True, False)
    assert onrecord("eval", "--set", small_set, "--scores", tmp_path).code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_named(onrecord, small_set, tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    assert onrecord("eval", "--set", small_set, "--run", shut / "a.tsv").code == 11


def test_own_questions_give_figures_with_what_they_rest_on(onrecord, filled, own):
    done = onrecord("eval", own, "--corpus", filled)
    assert done.code == 0, done.err
    assert "4 questions, 3 answerable; 10 passages looked at for each" in done.out
    recall = next(line for line in done.out.splitlines() if line.startswith("recall@1 "))
    assert "0.667" in recall
    assert recall.endswith("0.21 to 0.94, 3")


def test_a_question_that_failed_is_listed_with_what_came_first(onrecord, filled, own):
    shown = onrecord("eval", own, "--corpus", filled).out
    assert "line 5: the trains to the capital are slow" in shown
    assert "John Doe: “The trains to the capital are slow,”" in shown


def test_the_report_comes_as_json(onrecord, filled, own):
    report = json.loads(onrecord("eval", own, "--corpus", filled, "--json", "-k", "3").out)
    assert (report["k"], report["questions"]) == (3, 4)
    assert [row["rank"] for row in report["rows"]][:2] == [1, 1]


def test_rows_that_cannot_be_asked_are_named_and_the_others_measured(onrecord, filled, own):
    own.write_text(OWN + "Who rows?;;;\nWho steers?;the rudder;;\n", encoding="utf-8")
    done = onrecord("eval", own, "--corpus", filled)
    assert done.code == 16
    assert "line 6: nothing says what is right" in done.err
    assert "line 7: the words 'the rudder' stand in no passage" in done.err
    assert "4 questions, 3 answerable" in done.out


def test_a_file_of_which_nothing_can_be_asked_still_gives_a_report(onrecord, filled, own):
    own.write_text("question\nWho rows?\n", encoding="utf-8")
    done = onrecord("eval", own, "--corpus", filled, "--plot", own.with_suffix(".svg"))
    assert done.code == 16
    assert "0 questions" in done.out
    assert "not measured" in done.out


def test_the_plot_is_written_and_says_the_same(onrecord, filled, own, tmp_path):
    assert onrecord("eval", own, "--corpus", filled, "--plot", tmp_path / "p.svg").code == 0
    assert "4 questions · recall@1 0.67" in " ".join((tmp_path / "p.svg").read_text(encoding="utf-8").split())


def test_a_plot_is_an_svg(onrecord, filled, own, tmp_path):
    done = onrecord("eval", own, "--corpus", filled, "--plot", tmp_path / "p.png")
    assert (done.code, "does not end in .svg" in done.err) == (2, True)


def test_a_missing_file_of_questions_is_named(onrecord, filled, tmp_path):
    assert onrecord("eval", tmp_path / "none.csv", "--corpus", filled).code == 10


def test_proposed_questions_can_be_measured_as_they_are(onrecord, filled, tmp_path):
    made = onrecord("eval", "--make", tmp_path / "q.csv", "--corpus", filled, "-n", "3")
    assert made.code == 0, made.err
    assert "3 questions proposed" in made.err
    done = onrecord("eval", tmp_path / "q.csv", "--corpus", filled)
    assert done.code == 0, done.err
    assert "3 of them are proposals that nobody has checked" in done.out
    assert "recall@10                       1.000" in done.out


def test_a_file_that_may_be_corrected_already_is_not_written_over(onrecord, filled, own):
    refused = onrecord("eval", "--make", own, "--corpus", filled)
    assert (refused.code, "add --force" in refused.err) == (2, True)
    assert own.read_text(encoding="utf-8") == OWN
    assert onrecord("eval", "--make", own, "--corpus", filled, "--force").code == 0
    assert own.read_text(encoding="utf-8").startswith("question,passage,expected,speaker,answerable,check")


def test_a_corpus_with_nothing_to_ask_about_is_named(onrecord, make_corpus, tmp_path):
    folder = make_corpus({"a.txt": "It was. And then it was not.\n"}).folder
    done = onrecord("eval", "--make", tmp_path / "q.csv", "--corpus", folder)
    assert (done.code, "nothing to ask about" in done.err) == (2, True)
    assert not (tmp_path / "q.csv").exists()
