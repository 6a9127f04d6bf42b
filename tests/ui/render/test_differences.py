from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quote_texts import QUAY
from ui_checks import TEXT, match, operation, part, seen, tagged
from ui_html import elements, foreign

from qa import check_quote
from qa.checking import Change, Grade
from ui.render.differences import differences, marked

MARKS = {
    Change.CHANGED: ("del", "", "[changed: "),
    Change.ADDED: ("ins", "", "[added: "),
    Change.LEFT_OUT: ("span", "or-quiet", "[left out: "),
}
STRETCHES = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60), st.sampled_from(Change)), max_size=8)
WORDS = "Sanna Veld wrote nobody asked the divers not wall never 1999 leans … [still] “ ” quay".split()


@pytest.fixture(scope="module")
def quay(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    folder = tmp_path_factory.mktemp("quay")
    (folder / "quay.txt").write_text(QUAY, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([folder / "quay.txt"])
    return corpus


def _shown(text, first, last, stretches):
    return f'<p class="it">{marked(text, first, last, stretches, MARKS)}</p>'


@given(TEXT, st.integers(0, 40), st.integers(0, 40), STRETCHES)
def test_without_the_hidden_words_a_marked_text_is_the_text_to_the_character(text, one, other, stretches):
    first, last = sorted(min(at, len(text)) for at in (one, other))
    assert seen(_shown(text, first, last, stretches), "it") == [text[first:last]]


@given(TEXT, STRETCHES)
def test_no_text_between_marks_becomes_an_element(text, stretches):
    assert foreign(_shown(text, 0, len(text), stretches)) == []


def test_what_is_marked_are_the_stretches_and_each_says_what_it_is():
    html = _shown("We will not sell", 0, 16, [(8, 11, Change.CHANGED), (12, 16, Change.SAME)])
    assert tagged(html, "del") == ["not"]
    assert [e.text for e in elements(html) if e.tag == "del"] == ["[changed: not]"]


def test_stretches_that_overlap_lose_and_double_nothing():
    html = _shown("abcdef", 0, 6, [(0, 4, Change.CHANGED), (2, 6, Change.ADDED)])
    assert (tagged(html, "del"), tagged(html, "ins")) == (["abcd"], ["ef"])


@pytest.mark.parametrize(
    ("change", "in_source", "in_quotation"),
    [
        (Change.CHANGED, ["old"], ["new"]),
        (Change.MISSING, ["old"], []),
        (Change.ADDED, [], ["new"]),
        (Change.SAME, [], []),
        (Change.LEFT_OUT, [], []),
        (Change.INSERTED, [], []),
        (Change.DEBRIS, [], []),
    ],
)
def test_every_fault_is_marked_on_the_side_on_which_its_words_stand(change, in_source, in_quotation):
    quoted = "" if change is Change.MISSING else "new"
    source = "" if change is Change.ADDED else "old"
    html = differences(quoted, match(operation(change, quoted, source), parts=(part("old"),)))
    assert (tagged(html, "del"), tagged(html, "ins")) == (in_source, in_quotation)


@pytest.mark.parametrize(
    ("change", "quiet"),
    [(Change.LEFT_OUT, ["old"]), (Change.INSERTED, ["old", "new"]), (Change.DEBRIS, ["new"]), (Change.SAME, [])],
)
def test_what_is_forgiven_is_shown_quietly(change, quiet):
    html = differences("new", match(operation(change, "new", "old"), grade=Grade.EXACT))
    assert seen(html, "or-quiet") == quiet


def test_an_exact_quotation_with_nothing_to_forgive_is_the_source_alone():
    html = differences("We sell", match(operation(Change.SAME, "We sell", "We sell"), grade=Grade.EXACT))
    assert (seen(html, "or-real"), seen(html, "or-given")) == (["We sell"], [])


def test_words_in_two_passages_stand_apart():
    first, second = operation(Change.SAME, "One", "One"), operation(Change.CHANGED, "2", "Two", at=4, part=1)
    html = differences("One 2", match(first, second, parts=(part("One"), part("Two", number=4))))
    assert seen(html, "or-real") == ["One", "Two"]
    assert tagged(html, "del") == ["Two"]


@given(st.integers(0, 300), st.integers(20, 300), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(WORDS))))
def test_source_and_quotation_are_both_verbatim_whatever_was_changed(quay, start, length, changes):
    given_words = QUAY[start : start + length].split(" ")
    for at, word in changes:
        given_words.insert(at % (len(given_words) + 1), word)
    quotation = " ".join(["quay", *given_words])
    for found in check_quote(quotation, corpus=quay):
        html = differences(quotation, found)
        assert seen(html, "or-real") == [one.text for one in found.parts]
        assert seen(html, "or-given") in ([], [quotation])
        if found.grade is Grade.NEAR:
            assert tagged(html, "del") + tagged(html, "ins")


@given(TEXT, TEXT)
def test_hostile_words_in_source_and_quotation_are_words(quoted, source):
    html = differences(quoted, match(operation(Change.CHANGED, quoted, source), parts=(part(source),)))
    assert (seen(html, "or-real"), seen(html, "or-given")) == ([source], [quoted])
    assert (tagged(html, "del"), tagged(html, "ins"), foreign(html)) == ([source], [quoted], [])
