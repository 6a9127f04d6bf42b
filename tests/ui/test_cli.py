from __future__ import annotations

import json

import pytest

from corpus import limits
from ui import strings


def _timeless(answer):
    return {name: value for name, value in answer.items() if name != "took_ms"}


def test_an_answer_is_printed_with_its_words_speaker_and_citation(onrecord, filled):
    run = onrecord("ask", "the ferry to the island runs late", "--corpus", filled)
    assert run.code == 0
    assert "▸“The ferry to the island runs late,” said Mayor Jane Roe.◂ “It always has.”" in run.out
    assert "    Jane Roe, Mayor, quoted directly" in run.out
    assert "Jane Roe, quoted in Ann Author, “The Harbour,” August 10, 2014, para. 1." in run.out


def test_what_the_corpus_does_not_answer_exits_with_1(onrecord, filled):
    run = onrecord("ask", "quantum chromodynamics", "--corpus", filled)
    assert run.code == 1
    assert run.out.startswith("This corpus does not answer that.\nNearest passages, not an answer:")


def test_json_is_the_answer_and_nothing_else_on_standard_output(onrecord, filled, tiny):
    from qa import Corpus, retrieve

    run = onrecord("ask", "ferry island", "--corpus", filled, "--json", "-k", "2")
    expected = retrieve("ferry island", corpus=Corpus(filled, encoder=tiny), k=2).to_dict()
    assert _timeless(json.loads(run.out)) == _timeless(json.loads(json.dumps(expected)))


def test_json_prints_nothing_else_even_when_the_index_is_built_first(onrecord, filled):
    for old in (filled / "index").rglob("*"):
        old.unlink() if old.is_file() else None
    run = onrecord("ask", "ferry", "--corpus", filled, "--json")
    assert json.loads(run.out)["question"] == "ferry"


@pytest.mark.parametrize("trailing", ["", "\n"])
def test_a_dash_reads_the_question_from_standard_input(onrecord, filled, trailing):
    run = onrecord("ask", "-", "--corpus", filled, "--json", stdin=f"ferry “island”{trailing}")
    assert json.loads(run.out)["question"] == "ferry “island”"


def test_an_endless_question_on_standard_input_is_refused(onrecord, filled):
    run = onrecord("ask", "-", "--corpus", filled, stdin="x" * (limits.MAX_QUESTION_CHARS + 9))
    assert (run.code, run.out) == (20, "")
    assert "the question has 2,001 characters; expected at most 2,000" in run.err


@pytest.mark.parametrize(
    ("option", "value", "titles"),
    [
        ("--speaker", "Roe", {"The Harbour"}),
        ("--speaker", "Nobody", set()),
        ("--since", "2015", {"The Library"}),
        ("--until", "2014-12", {"The Harbour"}),
        ("--source", "library.md", {"The Library"}),
    ],
)
def test_a_filter_leaves_only_what_passes_it(onrecord, filled, option, value, titles):
    run = onrecord("ask", "said", "--corpus", filled, "--json", option, value)
    assert {hit["citation"]["title"] for hit in json.loads(run.out)["hits"]} == titles


def test_a_filter_that_lets_nothing_pass_says_so(onrecord, filled):
    run = onrecord("ask", "ferry", "--corpus", filled, "--speaker", "Nobody")
    read = "Read as: only speaker “Nobody”"
    assert (run.code, run.out) == (1, f"{strings.NOT_ANSWERED}\n{read}\n{strings.NO_PASSAGE_LEFT}\n")


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("said speaker:Roe", {"The Harbour"}),
        ("said -source:library", {"The Harbour"}),
        ("said since:2015", {"The Library"}),
        ("said “slow”", {"The Harbour"}),
        ("said kind:block", set()),
    ],
)
def test_a_filter_in_the_question_leaves_only_what_passes_it(onrecord, filled, question, titles):
    run = onrecord("ask", question, "--corpus", filled, "--json")
    assert {hit["citation"]["title"] for hit in json.loads(run.out)["hits"]} == titles


def test_how_the_question_was_read_is_printed(onrecord, filled):
    run = onrecord("ask", "What did Roe say about the ferry in August 2014?", "--corpus", filled)
    assert run.out.splitlines()[1] == "Read as: words of Jane Roe (“Roe”); in August 2014"
    assert "    matched: ferry; speaks: Jane Roe; of the time asked for" in run.out


def test_phrases_that_no_passage_holds_are_named_above_the_nearest(onrecord, filled):
    run = onrecord("ask", '"ferry to the moon"', "--corpus", filled)
    assert run.code == 1
    assert run.out.splitlines()[2:4] == [
        "No passage holds “ferry to the moon”.",
        "Nearest passages, not an answer:",
    ]


def test_phrases_that_are_held_are_not_called_missing_however_unsure_the_answer_is(onrecord, filled):
    (filled / "config.toml").write_text("threshold = 1.0\n", encoding="utf-8")
    run = onrecord("ask", 'what about "the ferry to the island"?', "--corpus", filled)
    assert (run.code, "No passage" in run.out) == (1, False)


@pytest.mark.parametrize(("bound", "places"), [("0", [True, True]), ("1", [True, False])])
def test_per_document_bounds_what_one_document_shows_before_others(onrecord, filled, bound, places):
    question = ("ask", "ferry island trains capital said Roe Doe library", "-k", "2")
    run = onrecord(*question, "--corpus", filled, "--json", "--per-document", bound)
    titles = [hit["citation"]["title"] for hit in json.loads(run.out)["hits"]]
    assert [title == titles[0] for title in titles] == places


def test_a_question_that_begins_with_a_minus_stands_behind_two(onrecord, filled):
    run = onrecord("ask", "--corpus", filled, "--json", "--", "-source:harbour said")
    assert json.loads(run.out)["reading"]["not_source"] == ["harbour"]


def test_an_empty_corpus_is_not_blamed_on_filters(onrecord, tmp_path):
    from qa import Corpus

    Corpus(tmp_path / "empty", create=True)
    run = onrecord("ask", "ferry", "--corpus", tmp_path / "empty")
    assert run.code == 1
    assert "holds no passages yet" in run.out
    assert "filters" not in run.out


def test_k_bounds_how_many_passages_are_shown(onrecord, filled):
    run = onrecord("ask", "said", "--corpus", filled, "--json", "-k", "1")
    assert len(json.loads(run.out)["hits"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("ask",),
        ("ask", "x", "-k", "0"),
        ("ask", "x", "--nonsense"),
        ("ask", "x", "--per-document", "-1"),
        ("ask", "x kind:shouted"),
        ("ask", "?!"),
        ("ask", "x", "--since", "yesterday"),
        ("ask", "x", "--speaker", " "),
        ("shout",),
        ("serve", "--port", "70000"),
    ],
)
def test_what_cannot_be_read_exits_with_2_and_says_why(onrecord, filled, monkeypatch, words):
    monkeypatch.setenv("ONRECORD_CORPUS", str(filled))
    run = onrecord(*words)
    assert (run.code, run.out) == (2, "")
    assert len(run.err) > 20


def test_a_corpus_that_is_not_there_exits_with_3_in_one_line(onrecord, tmp_path):
    run = onrecord("ask", "ferry", "--corpus", tmp_path / "nowhere")
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith("onrecord: ")
    assert run.err.count("\n") == 1


def test_without_a_corpus_of_ones_own_the_bundled_sample_answers(onrecord):
    run = onrecord("ask", "golden ring of resistance", "--json")
    assert "bundled sample" in run.err
    assert "golden ring" in json.loads(run.out)["hits"][0]["text"]


def test_add_fills_the_corpus_that_later_commands_use(onrecord, shelf, monkeypatch, tmp_path):
    monkeypatch.setenv("ONRECORD_CORPUS", str(tmp_path / "own"))
    added = onrecord("add", shelf)
    assert (added.code, added.out) == (0, "")
    assert "2 read, 0 refused" in added.err
    assert len(onrecord("list").out.splitlines()) == 2


def test_add_names_each_refused_file_and_reads_the_others(onrecord, shelf, tmp_path):
    (shelf / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    run = onrecord("add", shelf, "--corpus", tmp_path / "c")
    assert run.code == 13
    assert "2 read, 1 refused" in run.err
    assert "picture.md is not text" in run.err


def test_refusals_of_several_kinds_exit_with_19(onrecord, shelf, tmp_path):
    (shelf / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert onrecord("add", shelf, tmp_path / "missing.md", "--corpus", tmp_path / "c").code == 19


def test_a_file_name_cannot_write_on_the_terminal(onrecord, tmp_path):
    nasty = tmp_path / "a\x1b[2J\nb.md"
    nasty.write_text("The ferry runs late.", encoding="utf-8")
    run = onrecord("add", nasty, "--corpus", tmp_path / "c")
    assert run.code == 0
    assert "\x1b" not in run.err
    assert len(run.err.splitlines()) == 3  # added, loading the model, the sum


def test_remove_without_a_corpus_of_ones_own_does_not_touch_the_sample(onrecord):
    run = onrecord("remove", "Dossier: The doctrine of resistance")
    assert run.code == 3
    assert "no corpus in" in run.err


def test_remove_takes_one_document_out_and_leaves_its_file(onrecord, filled, shelf):
    run = onrecord("remove", "The Library", "--corpus", filled)
    assert (run.code, run.out) == (0, "")
    assert (shelf / "library.md").exists()
    assert "The Library" not in onrecord("list", "--corpus", filled).out


def test_remove_of_nothing_known_is_a_usage_error(onrecord, filled):
    assert onrecord("remove", "The Moon", "--corpus", filled).code == 2


def test_list_prints_a_line_of_six_cells_for_each_document(onrecord, filled):
    lines = [line.split("\t") for line in onrecord("list", "--corpus", filled).out.splitlines()]
    assert [(date, title) for _, date, _, _, title, _ in lines] == [
        ("2014-08-10", "The Harbour"),
        ("2019", "The Library"),
    ]


def test_speakers_prints_who_speaks_with_their_roles(onrecord, filled):
    out = onrecord("speakers", "--corpus", filled).out
    assert {line.split("\t")[2] for line in out.splitlines()} == {"Jane Roe", "John Doe", "Mary Moe"}
    assert "\tJane Roe\tMayor\n" in out


def test_doctor_finds_a_sound_corpus_sound(onrecord, filled):
    run = onrecord("doctor", "--corpus", filled)
    assert run.code == 0
    assert all(line.startswith("ok: ") for line in run.out.splitlines())


@pytest.mark.parametrize("words", [["ask"], ["ask", "x", "-k", "0"], ["nope"], ["ask", "x", "--bogus"]])
def test_a_command_that_cannot_be_read_is_refused_in_one_line(onrecord, words):
    run = onrecord(*words)
    assert run.code == 2
    assert len(run.err.splitlines()) == 1
    assert run.err.endswith("See: onrecord --help\n")


def test_speakers_prints_aliases_then_who_may_be_the_same_then_disguises(onrecord, tmp_path):
    for n, name in enumerate(["Jane Q. Roe", "Jane Quincy Roe", "Jane Roe", "Jane R\u043ee"]):
        (tmp_path / f"{n}.md").write_text(f"“The ferry number {n} is late again,” said {name}.", encoding="utf-8")
    onrecord("add", *sorted(tmp_path.glob("*.md")), "--corpus", tmp_path / "c")
    people, proposals, disguises = onrecord("speakers", "--corpus", tmp_path / "c").out.split("\n\n")
    assert "2 utterances\t2 documents\tJane Quincy Roe\t\talso printed: Jane Q. Roe\n" in people
    assert proposals.splitlines()[0] == strings.MAY_BE_SAME
    assert "0.75\tJane Quincy Roe\tJane Roe\ta middle name is left out" in proposals
    assert disguises.splitlines()[0] == strings.MAY_BE_DISGUISED
    assert "\tletters of several scripts, Cyrillic and Latin\tdrawn like Jane Roe" in disguises
