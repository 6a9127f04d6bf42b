"""What holds of every citation, whatever the record."""

from __future__ import annotations

import re
import unicodedata

from citations import hostile, lines, record, records, tidy
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing import Locator, Place, Quoted, Style, cite
from corpus.citing.wording import flat
from corpus.citing.work import Kind

#: All the words that a style may add to those of the record.
OWN = set(
    """n d no date et al and in as cited quoted qtd at under section para paras par pars p pp vol no interview
    interviewed interviewer interviewers by for trans translated edited ed eds edn editor editors report
    s v available accessed https doi org st nd rd th speech""".split()
) | {word for kind in Kind for word in kind.value.split()}
MONTHS = set(
    """january february march april may june july august september october november december jan feb mar apr aug
    sept oct nov dec""".split()
)
DOUBLED = ("..", ",,", "?.", "!.", ",.", ";.", ":.", ";,", ":,", " ,", "  ")
locators = st.one_of(st.none(), st.builds(Locator, st.sampled_from(Place), tidy))


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def both(citation, locator=None, quoted=None):
    """Return a record's citations in the text and references, in every style."""
    shown = [cite(citation, style, locator=locator, quoted=quoted) for style in Style]
    return [part.text for one in shown for part in (one.in_text, one.reference)]


def values(value):
    if isinstance(value, dict):
        return [inner for item in value.values() for inner in values(item)]
    if isinstance(value, (list, tuple)):
        return [inner for item in value for inner in values(item)]
    return [str(value)]


def allowed(citation, *more):
    """Return the words of a record and of what else was given; numbers also without and with leading noughts."""
    given_words = words(" ".join(flat(v) for _, field in citation.fields for v in values(field.value)))
    given_words += words(" ".join(filter(None, more)))
    numbers = {w.zfill(2) for w in given_words} | {w + e for w in given_words for e in ("st", "nd", "rd", "th")}
    # A name's initials are beginnings of its words, and "ML" is two of them.
    starts = {w[:n] for w in given_words for n in (1, 2, 3)} | {c for w in given_words if len(w) <= 3 for c in w}
    return OWN | MONTHS | set(given_words) | numbers | starts


def closed_up(citation):
    """Return a pattern of the words that closing up one field can make: Harvard writes "M. L." without a blank.

    Each of its words, in order, is there whole, by its first letter (with the accents on it), or not at all.
    """
    fields = (words(flat(v)) for _, field in citation.fields for v in values(field.value))
    parts = (
        "".join(rf"(?:{re.escape(w)}|{re.escape(w[:3])}|{re.escape(w[:2])}|{w[0]}|)" for w in f) for f in fields
    )
    return re.compile("|".join(parts))


@given(citation=records(st.one_of(lines, tidy, hostile)), locator=locators, quoted=st.one_of(st.none(), tidy))
def test_every_word_of_a_citation_is_the_records_or_the_styles(citation, locator, quoted):
    known = allowed(citation, quoted, locator and locator.label)
    text = " ".join(both(citation, locator, quoted and Quoted(quoted)))
    strangers = {w for w in set(words(text)) - known if not closed_up(citation).fullmatch(w)}
    # A name in a script without blanks is written as one word.
    assert {
        w for w in strangers if not any(w[:at] in known and w[at:] in known for at in range(1, len(w)))
    } == set()


@given(citation=records(tidy), locator=locators)
def test_no_mark_is_doubled(citation, locator):
    for text in both(citation, locator):
        assert [mark for mark in DOUBLED if mark in text.replace(". . . ", "")] == [], text


@given(citation=records(tidy), locator=locators)
def test_quotation_marks_and_brackets_stand_in_pairs(citation, locator):
    for text in both(citation, locator):
        for opening, closing in ("“”", "‘’", "()", "[]"):
            assert text.count(opening) == text.count(closing), text


@given(citation=records(st.one_of(lines, hostile)), locator=locators)
def test_a_citation_is_one_line_that_can_be_stored_and_hides_nothing(citation, locator):
    for text in both(citation, locator):
        assert text.splitlines() in ([text], [])
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} or c in "\u202e\u2066" for c in text)


@given(citation=records(st.one_of(lines, tidy, hostile)), locator=locators)
def test_italics_are_spans_of_the_text_in_order(citation, locator):
    shown = [cite(citation, style, locator=locator) for style in Style]
    for part in (part for one in shown for part in (one.in_text, one.reference, one.whole)):
        edges = [edge for span in part.italics for edge in span]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(part.text) for edge in edges)


@given(citation=records(tidy))
def test_a_citation_ends_as_a_sentence_or_as_a_link(citation):
    for style in Style:
        text = cite(citation, style).reference.text
        link = style is Style.APA and (citation.get("URL") or citation.get("DOI"))
        assert link or not text or re.search(r"[.?!…][’”]*$", text)


@given(citation=records(tidy))
def test_no_citation_is_empty_even_without_a_place(citation):
    dates = re.compile(r"n\.d\.|no date|as cited in|quoted in|qtd\. in", re.IGNORECASE)
    for text in both(citation, quoted=Quoted()):
        assert words(dates.sub("", text)), text


@given(citation=records(tidy), locator=st.builds(Locator, st.sampled_from(Place), st.just("@1")))
def test_words_are_quoted_in_a_work_and_not_in_a_place_of_it(citation, locator):
    for text in both(citation, locator, Quoted()):
        assert not re.search(
            r"(?:quoted|qtd\.|cited) in (?:at |under |paras?\. |pars?\. |pp?\. )?[“‘]?@1", text, re.I
        )


def test_ten_thousand_characters_stay_ten_thousand():
    title = "a" * 10_000
    assert all(title in text for text in both(record(title=title)))
