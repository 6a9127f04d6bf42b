from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.parsed import parse
from corpus.speakers.stretches import contents


def stretches(text, cue="said"):
    """Return the words that a cue may report."""
    parsed = parse(text)
    at = parsed.scan.lows.index(cue)
    found = contents(parsed, at, parsed.by_cue.get(at, []))
    return [text[parsed.scan.starts[c.first] : parsed.scan.ends[c.last]] for c in found]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("Oda Bern said that it rained.", "said", "that it rained"),
        ("Oda Bern said it rained.", "said", "it rained"),
        ("Oda Bern told the crew that it rained.", "told", "that it rained"),
        ("Oda Bern asked whether it rained.", "asked", "whether it rained"),
        ("It rained, Oda Bern said.", "said", "It rained"),
        ("According to Oda Bern, it rained.", "according", "it rained"),
        ("Oda Bern said it rained, and told the crew to go.", "said", "it rained"),
        ("Oda Bern spoke of “the tide” and the quay.", "spoke", "“the tide” and the quay"),
    ],
)
def test_what_a_verb_reports_is_among_the_stretches_of_its_sentence(text, cue, words):
    assert words in stretches(text, cue)


def test_a_report_stays_within_its_sentence():
    assert not any("poured" in words for words in stretches("It poured. Oda Bern said it rained. It poured."))


@given(any_text)
def test_every_stretch_lies_in_the_sentence_of_its_cue_and_leaves_the_cue_out(text):
    parsed = parse(text)
    for cue, ties in parsed.by_cue.items():
        for content in contents(parsed, cue, ties):
            assert content.first <= content.last
            assert not content.first <= cue <= content.last
            numbers = {parsed.scan.sentences[k] for k in (content.first, content.last)}
            assert numbers == {parsed.scan.sentences[cue]}
