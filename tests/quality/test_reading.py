"""How well questions are read: on a set of our own, and on the evaluation data where it is at hand.

None of that data's text stands here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.reading import Known, KnownSpeaker, read_question

pytestmark = pytest.mark.slow

OWN = Path(__file__).resolve().parents[1] / "data" / "retrieval"


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def sets(eval_folder):
    return eval_folder / "retrieval"


@pytest.fixture(scope="module")
def meetings(sets):
    """Who speaks in the meetings."""
    return known_in(sets / "whosaid_dev")


def known_in(folder):
    names = sorted({passage.get("speaker") or "" for passage in lines(folder / "passages.jsonl")} - {""})
    return Known(tuple(map(KnownSpeaker, names)))


def readings(folder, known):
    return {q["id"]: read_question(q["text"], known) for q in lines(folder / "questions.jsonl")}


@pytest.fixture(scope="module")
def own():
    return readings(OWN, known_in(OWN))


def answering(folder):
    """Return the speakers of the passages that answer each question."""
    speakers = {passage["id"]: passage.get("speaker") for passage in lines(folder / "passages.jsonl")}
    found = {}
    for question, passage, _ in table(folder / "qrels.tsv"):
        found.setdefault(question, set()).add(speakers[passage])
    return found


def test_whoever_answers_a_question_of_our_own_for_somebodys_words_is_asked(own):
    expected = {n: who for n, who in answering(OWN).items() if n.startswith(("said-", "put-", "name-"))}
    assert len(expected) == 25
    assert [n for n, who in expected.items() if set(own[n].asked) != who] == []


def test_in_questions_of_our_own_only_slips_of_fingers_are_taken_for_typing_errors(own):
    assert [n for n, r in own.items() if r.misspelt] == ["name-02", "name-03", "name-04", "name-05"]


def test_in_questions_of_our_own_those_who_do_not_speak_are_missed_and_nobody_else(own):
    kinds = {row[0]: row[2] for row in table(OWN / "labels.tsv")[1:]}
    assert [n for n, kind in kinds.items() if own[n].absent != (kind == "absent_speaker")] == []


def test_questions_of_our_own_for_no_words_ask_nobody(own):
    plain = ("fact-", "meaning-", "number-", "date-", "turn-", "case-")
    assert [n for n, r in own.items() if n.startswith(plain) and r.asked_as] == []


def test_the_right_speaker_is_asked_in_all_questions_what_somebody_said(sets, meetings):
    read = readings(sets / "whosaid_dev", meetings)
    wanted = dict(table(sets / "whosaid_dev" / "question_speakers.tsv"))
    wrong = [n for n, name in wanted.items() if (read[n].asked, read[n].choices) != ((name,), ())]
    assert wrong == []


def test_a_speaker_whom_the_corpus_does_not_have_is_missed_and_no_other(sets, meetings):
    read = readings(sets / "abstain_speech_dev", meetings)
    kinds = {row[0]: row[2] for row in table(sets / "abstain_speech_dev" / "labels.tsv")[1:]}
    assert [n for n, kind in kinds.items() if read[n].absent != (kind == "absent_speaker")] == []


def test_speakers_named_by_people_who_ask_about_meetings_are_asked(sets, meetings):
    read = readings(sets / "qmsum_dev", meetings)
    assert sum(len(r.asked) == 1 for r in read.values()) >= 48


@pytest.mark.parametrize(("name", "most"), [("squad_dev", 52), ("abstain_dev", 24), ("govuk_dev", 0)])
def test_questions_on_texts_in_which_nobody_speaks_seldom_ask_for_words(sets, meetings, name, most):
    """Those that do say so: "what did ... say", "according to ..."; each was looked at."""
    assert sum(r.asked_as is not None for r in readings(sets / name, meetings).values()) <= most


def test_the_candidate_a_question_is_put_to_is_asked_and_answers_it(sets):
    folder = sets / "debate_dev"
    read = readings(folder, known_in(folder))
    answered_by = answering(folder)
    asked = {n: set(reading.asked) for n, reading in read.items() if reading.asked}
    assert len(asked) >= 38
    assert sum(bool(names & answered_by[n]) for n, names in asked.items()) >= len(asked) - 2
    assert sum(reading.absent for reading in read.values()) <= 2
