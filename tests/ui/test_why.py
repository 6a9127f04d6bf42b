from __future__ import annotations

import pytest
from texts import document

from ui.why import document_lines

WORDS = "“The quay will hold all winter, whatever the council may decide,”"


def lines(text, *, why=True):
    return list(document_lines(document(text), why=why))


def shown(text):
    return "\n".join(lines(text))


def test_each_utterance_has_its_paragraph_its_speaker_and_its_words():
    first, second = lines(f"It rained.\n\n{WORDS} said Oda Bern.", why=False)
    assert first.startswith("¶2  Oda Bern, ")
    assert second.strip() == WORDS


def test_a_document_in_which_nobody_speaks_has_no_lines():
    assert lines("It rained.") == []


def test_the_reasons_are_the_mention_the_cue_and_the_sentence():
    text = shown(f"It rained. {WORDS} said Oda Bern.")
    assert "“Oda Bern”" in text
    assert "“said”" in text
    assert f"{WORDS} said Oda Bern." in text
    assert "sure to 0." in text or "sure to 1." in text


def test_a_pronoun_says_who_it_means():
    assert "means the person named at" in shown(f"Oda Bern came in. {WORDS} she said.")


def test_a_date_is_printed_with_the_days_it_means():
    assert "2013-07-23 to 2013-07-23" in shown(f"{WORDS} Oda Bern said on July 23, 2013.")


def test_words_that_nothing_shows_to_be_anybodys_say_so():
    text = shown(f"Oda Bern never said: {WORDS[:-2]}.”")
    assert "unattributed" in text
    assert "nothing near it shows" in text


def test_a_turn_goes_by_its_label_and_what_goes_on_with_it_says_so():
    turns = "ODA BERN: I call the meeting to order.\n\nMARA QUELL: Thank you, and good evening.\n\n"
    text = shown(f"{turns * 2}It rained on the quay all night, and we went on.\n\n{turns}")
    assert "printed beside the words: ODA BERN:" in text


def test_without_why_no_reasons_are_given():
    assert len(lines(f"{WORDS} said Oda Bern.", why=False)) == 2


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\u202e", "\x07"])
def test_no_text_can_speak_to_the_terminal(hostile):
    assert hostile not in shown(f"“The quay {hostile} will hold all winter,” said Oda Bern {hostile}.")


def test_a_command_prints_who_says_what_in_a_document_and_why(onrecord, filled):
    run = onrecord("speakers", "The Harbour", "--why", "--corpus", filled)
    assert run.code == 0
    assert "Jane Roe" in run.out
    assert "“said”" in run.out
    plain = onrecord("speakers", "The Harbour", "--corpus", filled)
    assert plain.code == 0
    assert 0 < len(plain.out) < len(run.out)


def test_a_file_that_is_not_added_yet_can_be_tried(onrecord, filled, tmp_path):
    path = tmp_path / "new.txt"
    path.write_text(f"{WORDS} said Oda Bern.\n", encoding="utf-8")
    run = onrecord("speakers", path, "--why", "--corpus", filled)
    assert run.code == 0
    assert "Oda Bern" in run.out


def test_a_document_that_is_not_there_exits_with_2_and_one_line(onrecord, filled):
    run = onrecord("speakers", "Nothing", "--why", "--corpus", filled)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("onrecord: ")
