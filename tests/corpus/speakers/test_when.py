from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said_when import ISSUED, short, when

from corpus.dates import parse_date

DATED = [
    # behind the cue
    ("“We are open,” Oda Bern {said} on July 23.", "on July 23 = 2014-07-23"),
    ("“We are open,” Oda Bern {said} on Tuesday.", "on Tuesday = 2014-09-02"),
    ("“We are open,” Oda Bern {said} Tuesday.", "Tuesday = 2014-09-02"),
    ("“We are open,” {said} Oda Bern on Tuesday.", "on Tuesday = 2014-09-02"),
    ("“We are open,” {said} Oda Bern, the harbour master, on Tuesday.", "on Tuesday = 2014-09-02"),
    ("“We are open,” {said} a spokesman for the ministry on Monday.", "on Monday = 2014-09-01"),
    ("“We are open,” Bern {told} reporters Monday night.", "Monday night = 2014-09-01"),
    ("“We are open,” Bern {told} the Harbour Times last week.", "last week = 2014-08-25..2014-08-31"),
    ("“We are open,” she {told} Mara Quell in 2013.", "in 2013 = 2013-01-01..2013-12-31"),
    ("Bern {said} on Tuesday that [the port would open in June].", "on Tuesday = 2014-09-02"),
    ("Bern {said} yesterday that [the port would open in 2019].", "yesterday = 2014-09-03"),
    ("Bern {said} on the 23rd of July that [nobody drowned].", "on the 23rd of July = 2014-07-23"),
    ("Bern {said} on 23 July 2014 that [nobody drowned].", "on 23 July 2014 = 2014-07-23"),
    ("Bern {said} on Tuesday, July 22, 2014, that [nobody drowned].", "on Tuesday, July 22, 2014 = 2014-07-22"),
    ("Bern {said} on Tuesday, July 22, that [nobody drowned].", "on Tuesday, July 22 = 2014-07-22"),
    ("Bern {said}, in 2013, that [nobody drowned].", "in 2013 = 2013-01-01..2013-12-31"),
    ("Bern {wrote} in a letter of July 23 that [nobody drowned].", "July 23 = 2014-07-23"),
    ("Bern {wrote} in a letter to the Council dated 23 July 2014: “No.”", "23 July 2014 = 2014-07-23"),
    ("Bern {said} in a statement on Tuesday that [nobody drowned].", "on Tuesday = 2014-09-02"),
    ("Bern {told} the BBC in an interview in August 2014 that [nobody drowned].",
     "in August 2014 = 2014-08-01..2014-08-31"),
    ("Bern {said} at a rally in Leeds on Saturday: “Vote.”", "on Saturday = 2014-08-30"),
    ("Bern {said} on Twitter on Monday that [nobody drowned].", "on Monday = 2014-09-01"),
    ("“Nobody drowned,” Bern {said}, speaking in Oslo on Friday.", "on Friday = 2014-08-29"),
    ("“Nobody drowned,” Bern {told} the BBC in a 2013 interview.", "2013 = 2013-01-01..2013-12-31"),
    ("“Nobody drowned,” Bern {said} in Tuesday’s debate.", "Tuesday = 2014-09-02"),
    ("“Nobody drowned,” Bern {said} in last week’s statement.", "last week = 2014-08-25..2014-08-31"),
    ("Bern {called} the plan “absurd” on Tuesday.", "on Tuesday = 2014-09-02"),
    ("Bern {called} it “absurd” in an interview with the Times on Tuesday.", "on Tuesday = 2014-09-02"),
    ("Bern {put} it this way on Monday: “No.”", "on Monday = 2014-09-01"),
    ("Bern {said} earlier this week that [nobody drowned].", "earlier this week = 2014-09-01..2014-09-04"),
    ("Bern {said} last month that [nobody drowned].", "last month = 2014-08-01..2014-08-31"),
    ("Bern {said} this year that [nobody drowned].", "this year = 2014-01-01..2014-09-04"),
    ("Bern {said} late last year that [nobody drowned].", "late last year = 2013-01-01..2013-12-31"),
    ("Bern {said} today that [nobody drowned].", "today = 2014-09-04"),
    ("Bern {said} this morning that [nobody drowned].", "this morning = 2014-09-04"),
    ("Bern {said} last night that [nobody drowned].", "last night = 2014-09-03"),
    ("Bern {said} three days ago that [nobody drowned].", "three days ago = 2014-09-01"),
    ("Bern {said} over the weekend that [nobody drowned].", "over the weekend = 2014-08-30..2014-08-31"),
    ("Bern {said} in the 1990s that [nobody drowned].", "in the 1990s = 1990-01-01..1999-12-31"),
    ("Bern {said} in the spring of 2012 that [nobody drowned].",
     "in the spring of 2012 = 2012-03-01..2012-05-31"),
    ("Bern {said} between 2003 and 2005 that [nobody drowned].",
     "between 2003 and 2005 = 2003-01-01..2005-12-31"),
    ("Bern {said} from May to July 2012 that [nobody drowned].",
     "from May to July 2012 = 2012-05-01..2012-07-31"),
    ("Bern {said} in early August that [nobody drowned].", "in early August = 2014-08-01..2014-08-31"),
    ("Bern {said} as recently as Tuesday that [nobody drowned].", "as recently as Tuesday = 2014-09-02"),
    ("Bern {said} late on Tuesday that [nobody drowned].", "late on Tuesday = 2014-09-02"),
    ("Bern {said} last Tuesday that [nobody drowned].", "last Tuesday = 2014-08-26..2014-09-02"),
    ("Bern, who {said} in 2013 that [nobody drowned], has resigned.", "in 2013 = 2013-01-01..2013-12-31"),
    ("After the 2009 election, Bern {said} on Tuesday: “No.”", "on Tuesday = 2014-09-02"),
    ("{According to} a statement on Tuesday, [nobody drowned].", "on Tuesday = 2014-09-02"),
    ("Bern {issued} a statement on Tuesday: “No.”", "on Tuesday = 2014-09-02"),
    ("[Poe said on Monday that Bern had {called} her “a pirate” in 2013].", "in 2013 = 2013-01-01..2013-12-31"),
    ("Bern {said} on Tuesday [that the port would open in June].", "on Tuesday = 2014-09-02"),
    ("Bern {said}, in 2013, [that nobody drowned].", "in 2013 = 2013-01-01..2013-12-31"),
    ("Bern {told} survivors at a vigil on Tuesday that [nobody drowned].", "on Tuesday = 2014-09-02"),
    ("Bern {said} in a report published on Tuesday that [nobody drowned].", "on Tuesday = 2014-09-02"),
    # at the head of the clause
    ("In 2013, Bern {said}, “Nobody drowned.”", "In 2013 = 2013-01-01..2013-12-31"),
    ("In August Bern {said} [nobody drowned].", "In August = 2014-08-01..2014-08-31"),
    ("On Tuesday Bern {said} [nobody drowned].", "On Tuesday = 2014-09-02"),
    ("On Tuesday police {said} [nobody drowned].", "On Tuesday = 2014-09-02"),
    ("On Tuesday, “We are open,” Bern {said}.", "On Tuesday = 2014-09-02"),
    ("Last week, Oda Bern, the harbour master, {said} [nobody drowned].", "Last week = 2014-08-25..2014-08-31"),
    ("Yesterday the minister {told} Congress: “No.”", "Yesterday = 2014-09-03"),
    ("But on July 23, 2014, Bern {wrote}: “No.”", "on July 23, 2014 = 2014-07-23"),
    ("In a letter of July 23, Bern {wrote}: “No.”", "July 23 = 2014-07-23"),
    ("In a statement on Tuesday, Bern {said}: “No.”", "on Tuesday = 2014-09-02"),
    ("In a 2013 interview with the Times, Bern {said}: “No.”", "2013 = 2013-01-01..2013-12-31"),
    ("In yesterday's speech, Bern {said}: “No.”", "yesterday = 2014-09-03"),
    ("Speaking on Friday, Bern {said}: “No.”", "on Friday = 2014-08-29"),
    ("Speaking at a conference in Oslo on Friday, Bern {said}: “No.”", "on Friday = 2014-08-29"),
    ("At a rally in Leeds on Saturday, Bern {said}: “No.”", "on Saturday = 2014-08-30"),
    ("On Friday in Oslo, Bern {said}: “No.”", "On Friday = 2014-08-29"),
    ("On Friday, when asked about the port, Bern {said}: “No.”", "On Friday = 2014-08-29"),
    ("The port stayed shut, and on Friday Bern {said}: “No.”", "on Friday = 2014-08-29"),
    ("It was in 2013 that Bern {said}: “No.”", "in 2013 = 2013-01-01..2013-12-31"),
    # right before the cue
    ("Bern on Tuesday {said}: “No.”", "on Tuesday = 2014-09-02"),
    ("The minister on Tuesday {said}: “No.”", "on Tuesday = 2014-09-02"),
    ("Bern last week {told} reporters: “No.”", "last week = 2014-08-25..2014-08-31"),
    ("Bern, in 2013, {said}: “No.”", "in 2013 = 2013-01-01..2013-12-31"),
    ("Bern, in a letter of July 23, {wrote}: “No.”", "July 23 = 2014-07-23"),
    ("Bern, speaking on Friday, {said}: “No.”", "on Friday = 2014-08-29"),
    ("Oda Bern, the harbour master, on Tuesday {said}: “No.”", "on Tuesday = 2014-09-02"),
    ("A statement on Tuesday {said}: “No.”", "on Tuesday = 2014-09-02"),
    ("Her letter of 23 July {said}: “No.”", "23 July = 2014-07-23"),
    ("The letter, dated July 23, {said}: “No.”", "July 23 = 2014-07-23"),
    ("A 2013 report by the council {said}: “No.”", "2013 = 2013-01-01..2013-12-31"),
    ("Bern on July 23, 2014, {said}: “No.”", "on July 23, 2014 = 2014-07-23"),
    # no cue
    ("In a letter of July 23: “No.”", "July 23 = 2014-07-23"),
    ("Bern, in a statement on Tuesday: “No.”", "on Tuesday = 2014-09-02"),
    # two that agree
    ("In 2014, Bern {said} on July 23 that [nobody drowned].", "on July 23 = 2014-07-23"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), DATED)
def test_a_date_that_hangs_on_the_cue_is_the_statements(marked, expected):
    assert short(when(marked)) == expected


def test_offsets_count_in_the_paragraph():
    said = when("Bern {said} on July 23: “No.”", before="It rained. ")
    assert (said.start, said.end) == (21, 31)


@pytest.mark.parametrize(
    "phrase", ["on Tuesday", "last Tuesday", "yesterday", "today", "last week", "earlier this week", "last month",
               "this year", "two days ago", "over the weekend", "last night", "last October"]
)  # fmt: skip
@pytest.mark.parametrize("issued", [None, "2014", "2014-09", "no date", ""])
def test_relative_words_need_the_documents_own_day(phrase, issued):
    assert when(f"Bern {{said}} {phrase} that [nobody drowned].", issued) is None


@pytest.mark.parametrize(
    ("phrase", "issued", "expected"),
    [
        ("on July 23", "2014-09", "on July 23 = 2014-07-23"),
        ("on September 23", "2014-09", None),
        ("on July 23", "2014", None),
        ("on July 23", None, None),
        ("in August", "2014-09", "in August = 2014-08-01..2014-08-31"),
        ("in August", "2014", None),
        ("in 2013", None, "in 2013 = 2013-01-01..2013-12-31"),
        ("on July 23, 2014", None, "on July 23, 2014 = 2014-07-23"),
        ("in 2014", "2014-05", "in 2014 = 2014-01-01..2014-05-31"),
        ("in 2014", "2013-12-31", None),
        ("on February 29", "1904-02-28", "on February 29 = 1896-02-29"),
    ],
)
def test_a_partial_document_date_gives_what_it_settles(phrase, issued, expected):
    assert short(when(f"Bern {{said}} {phrase} that [nobody drowned].", issued)) == expected


def test_a_document_of_a_friday_may_say_friday_of_itself():
    assert short(when("Bern {said} on Friday: “No.”", "2014-09-05")) == "on Friday = 2014-09-05"


PHRASES = """
    on Tuesday | Tuesday night | last Tuesday | this Monday | yesterday | today | last night | last week
    | last month | earlier this week | this month | last year | this year | on July 23 | on the 2nd of March
    | on February 29 | in August | in early May | in the 1990s | in 2013 | in August 2014
    | in the spring of 2012 | last spring | between 2003 and 2005
    | from May to July 2012 | from November to February 2012 | over the weekend | last July
    | last weekend | three days ago | this June | on Friday, July 25 | on July 23, 2014 | at the end of 2013
    | as recently as March
"""
FRAMES = [
    "Bern {{said}} {} that [nobody drowned].", "“Nobody drowned,” {{said}} Oda Bern {}.",
    "Bern {} {{said}}: “No.”", "Bern {{told}} Poe {}: “No.”", "Speaking {}, Bern {{said}}: “No.”",
]  # fmt: skip


@given(
    st.sampled_from(FRAMES),
    st.sampled_from([" ".join(p.split()) for p in PHRASES.split("|")]),
    st.dates(dt.date(1502, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
def test_no_statement_is_dated_behind_its_document(frame, phrase, issued, known):
    printed = issued.isoformat()[:known]
    said = when(frame.format(phrase), printed)
    if said is not None:
        assert said.as_printed.lower() == phrase.lower()
        assert said.since <= said.until <= parse_date(printed).last.isoformat()


@given(st.text(max_size=60), st.text(max_size=30), st.data())
def test_any_text_and_any_offsets_give_a_slice_or_nothing(before, behind, data):
    text = f"{before} said {behind} on Tuesday"
    pair = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    from corpus.speakers.when import statement_date

    said = statement_date(
        text, data.draw(st.none() | pair), data.draw(st.lists(pair, max_size=4)), data.draw(pair), ISSUED
    )
    assert said is None or text[said.start : said.end] == said.as_printed


@pytest.mark.parametrize(
    "hostile", ["also ", "on Tuesday ", "early ", "in the ", "x, ", "a letter of July 3 ", " "]
)
def test_a_hostile_sentence_is_read_in_time(hostile):
    started = time.perf_counter()
    when(f"On Tuesday {hostile * 4000} {{said}} {hostile * 4000} on Tuesday")
    assert time.perf_counter() - started < 5
