from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import EVERYTHING

from corpus import limits
from corpus.dates import PartialDate
from corpus.errors import UsageError
from corpus.speakers.names import fold_name, name_words
from qa import retrieve
from qa.filters import allowed_ids, check_words, matching_speakers, names_of, read_day
from qa.reading import Reading

NAMES = ["Ali Ravandi", "Ali Ravandi Far", "Mara Quell", "José Núñez"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Quell", ["Mara Quell"]),
        ("mara quell", ["Mara Quell"]),
        ("Quel", []),
        ("Ali Ravandi", ["Ali Ravandi"]),
        ("Ravandi", ["Ali Ravandi", "Ali Ravandi Far"]),
        ("Jose Nunez", ["José Núñez"]),
        ("Minister Quell", ["Mara Quell"]),
        ("Aly Ravandi", []),
        ("Josep Núñez", []),
    ],
)
def test_a_speaker_filter_fits_whole_words_of_a_name(wanted, found):
    assert matching_speakers(wanted, NAMES) == found


@pytest.mark.parametrize(("wanted", "found"), [("Qasem", ["Qassem Dorn"]), ("Khomeini", []), ("Qassam", [])])
def test_known_spellings_of_a_name_fit_where_nothing_else_does(wanted, found):
    assert matching_speakers(wanted, ["Qassem Dorn", "Ali Khamenei"]) == found


def test_the_names_of_a_speaker_are_all_that_the_corpus_has_for_whom_the_words_fit(make_corpus):
    said = "{} said the lower gates would hold."
    full, short = said.format("Engineer Mara Quell"), said.format("Quell")
    roster = make_corpus({"a.txt": f"Notes\n\n{full}\n\n{short}\n\n{said.format('Oda Bern')}\n"}).roster()
    assert set(names_of(roster, "quell")) == {n for s in roster.speakers for n in s.names if "Quell" in n} != set()
    assert names_of(roster, "Viktor Brandt") == []


@given(st.sampled_from([*NAMES, "Ravandi", "Far", "Mara"]), st.lists(st.sampled_from(NAMES), unique=True))
def test_who_fits_is_among_the_names_given_and_has_every_word_wanted(wanted, names):
    found = matching_speakers(wanted, names)
    assert set(found) <= set(names)
    assert all(set(name_words(wanted)) <= set(name_words(name)) for name in found)
    assert wanted not in names or [fold_name(name) for name in found] == [fold_name(wanted)]


@pytest.mark.parametrize(
    ("given_as", "day"),
    [
        ("2014", PartialDate(2014)),
        ("2014-08", PartialDate(2014, 8)),
        ("2 August 2014", PartialDate(2014, 8, 2)),
        (dt.date(2014, 8, 2), PartialDate(2014, 8, 2)),
        (None, None),
    ],
)
def test_a_day_may_be_a_date_or_text(given_as, day):
    assert read_day(given_as, "since") == day


@pytest.mark.parametrize("wrong", ["", "soon", "02/09/2014", "2014-13", "x" * 500])
def test_a_day_that_has_no_one_reading_is_refused(wrong):
    with pytest.raises(UsageError, match=r"since='.*' is not a date"):
        read_day(wrong, "since")


@pytest.mark.parametrize("wrong", ["", " \t", "x" * (limits.MAX_FILTER_CHARS + 1)])
def test_words_that_are_none_or_too_many_are_refused(wrong):
    with pytest.raises(UsageError, match="the source filter has"):
        check_words(wrong, "source")


@pytest.mark.parametrize(("value", "kept"), [(None, None), ("  Roe ", "Roe"), ("x" * 200, "x" * 200)])
def test_words_lose_only_the_blanks_around_them(value, kept):
    assert check_words(value, "speaker") == kept


SPELLINGS = {
    "dorn.txt": "One\n\n2019\n\nQassem Dorn said, “The eel trap is shut.”\n",
    "report.txt": "Three\n\nPia Lund said that the eel trap was broken.\n",
    "dorns.txt": "Two\n\nMarch 2018\n\nQasem Dorn said, “The eel trap is open.”\n",
}


@pytest.fixture
def corpus(shared):
    return shared(EVERYTHING | SPELLINGS)


@pytest.fixture
def allowed(corpus):
    """Return a function that gives the first words of every passage that a reading's filters let pass."""

    def let_pass(**fields):
        with corpus.store.reading() as view:
            ids = allowed_ids(view, Reading(**fields))
            return None if ids is None else {passage.text for passage in view.passages(ids).values()}

    return let_pass


@pytest.fixture
def every(corpus):
    with corpus.store.reading() as view:
        return {passage.text for document in view.documents() for passage in document.passages}


def test_without_a_filter_there_is_no_set(allowed):
    assert allowed() is None
    assert allowed(asked=("Oda Bern",), mentioned=("Tobin Ash",), phrases=("the ferry",)) is None


def test_a_speaker_is_found_under_every_name(allowed):
    found = allowed(speaker="Qassem Dorn")
    assert {text[:14] for text in found} == {"Qassem Dorn sa", "Qasem Dorn sai"}


def test_a_name_that_fits_two_speakers_lets_both_pass(allowed):
    assert {text.split(",")[0] for text in allowed(speaker="Ash")} == {"Lena Ash", "Tobin Ash"}


@pytest.mark.parametrize(("kind", "count"), [("turn", 5), ("direct", 11), ("indirect", 2), ("own", 16)])
def test_a_kind_of_speech_lets_the_passages_with_it_pass(allowed, kind, count):
    assert len(allowed(kind=kind)) == count


def test_own_words_are_all_kinds_but_reports(allowed):
    assert allowed(kind="own") == allowed(kind="turn") | allowed(kind="direct") | allowed(kind="part")


def test_a_report_is_nobodys_own_words(allowed):
    assert allowed(speaker="Pia Lund") == {"Pia Lund said that the eel trap was broken."}
    assert allowed(speaker="Pia Lund", kind="own") == set()


def test_speaker_and_kind_must_be_of_one_utterance(allowed):
    assert len(allowed(speaker="Oda Bern", kind="turn")) == 2
    assert allowed(speaker="Oda Bern", kind="indirect") == set()  # there is a report beside her words, not hers


@pytest.mark.parametrize(
    ("fields", "other"),
    [
        ({"not_speaker": ("Oda Bern",)}, {"speaker": "Oda Bern"}),
        ({"not_kind": ("turn",)}, {"kind": "turn"}),
        ({"not_kind": ("own",)}, {"kind": "own"}),
        ({"not_source": ("minutes.txt",)}, {"source": "minutes.txt"}),
        ({"not_source": ("Letters to the editor",)}, {"source": "letters.txt"}),
        ({"not_speaker": ("Ash",)}, {"speaker": "Ash"}),
    ],
)
def test_a_filter_with_a_minus_lets_all_the_others_pass(allowed, every, fields, other):
    assert allowed(**other)
    assert allowed(**fields) == every - allowed(**other)


def test_several_with_a_minus_keep_out_all_of_theirs(allowed, every):
    kept_out = allowed(speaker="Oda Bern") | allowed(speaker="Sanna Veld") | allowed(source="ashes")
    assert allowed(not_speaker=("Oda Bern", "Veld"), not_source=("ashes",)) == every - kept_out


def test_keeping_out_what_is_not_there_keeps_out_nothing(allowed):
    assert allowed(not_speaker=("Viktor Brandt",)) is None  # as without a filter


@pytest.mark.parametrize(
    "other", [{"since": "2015"}, {"source": "harbour"}, {"kind": "turn"}, {"not_kind": ("own",)}]
)
def test_several_filters_let_pass_what_each_of_them_does(allowed, other):
    assert allowed(speaker="Bern", **other) == allowed(speaker="Bern") & allowed(**other)


def test_a_source_may_be_the_id_of_a_document(corpus, allowed):
    document = corpus.find("speech.txt")
    assert allowed(source=document.id) == allowed(source="speech.txt")
    assert len(allowed(source=document.id)) == 3


@pytest.mark.parametrize(
    ("fields", "kept"),
    [({"since": "2018-03-31"}, True), ({"since": "2018-04"}, False), ({"until": "2018-03"}, True)],
)
def test_a_document_dated_by_its_month_may_be_of_its_first_day_or_its_last(allowed, fields, kept):
    assert any("trap is open" in text for text in allowed(**fields)) == kept


@pytest.mark.parametrize("fields", [{"since": "2014"}, {"until": "2020"}, {"since": "1900", "until": "2100"}])
def test_a_document_without_a_date_is_of_no_time(allowed, fields):
    assert not any("Ilse Marn" in text for text in allowed(**fields))


def titles(answer):
    return {hit.citation.title for hit in answer}


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("ferry speaker:Bern", {"speaker": "Bern"}),
        ('ferry speaker:"Oda Bern"', {"speaker": "Oda Bern"}),
        ("ferry source:minutes", {"source": "minutes"}),
        ("ferry since:2015", {"since": "2015"}),
        ("until:2014-09 ferry", {"until": "2014-09"}),
    ],
)
def test_a_filter_in_the_question_is_as_good_as_an_argument(corpus, question, arguments):
    inside, beside = retrieve(question, corpus=corpus, k=50), retrieve("ferry", corpus=corpus, k=50, **arguments)
    assert [hit.passage.id for hit in inside] == [hit.passage.id for hit in beside]
    assert 0 < len(inside) < 20


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("ferry speaker:Quell", {"speaker": "Oda Bern"}),
        ("ferry source:railway", {"source": "minutes"}),
        ("ferry since:2016", {"since": dt.date(2015, 1, 1)}),
        ("ferry until:2014", {"until": "2015"}),
    ],
)
def test_an_argument_wins_over_the_questions_own_filter(corpus, question, arguments):
    both, argument = retrieve(question, corpus=corpus, k=50, **arguments), retrieve("ferry", corpus=corpus, k=50,
                                                                                   **arguments)  # fmt: skip
    (name,) = arguments
    assert getattr(both.reading, name) == getattr(argument.reading, name)
    assert [hit.passage.id for hit in both] == [hit.passage.id for hit in argument]


def test_an_argument_of_one_name_leaves_the_questions_other_filters(corpus):
    answer = retrieve("ferry kind:turn", corpus=corpus, speaker="Bern", k=50)
    assert {hit.speakers for hit in answer} == {("ODA BERN",)}
    assert len(answer) == 2


def test_kinds_and_minuses_work_in_a_question(corpus):
    assert titles(retrieve("ferry kind:turn", corpus=corpus, k=50)) == {"Minutes of the harbour board"}
    assert "A speech on the quay" not in titles(retrieve("wall -source:speech", corpus=corpus, k=50))
    answer = retrieve("ferry -speaker:Bern -kind:direct", corpus=corpus, k=50)
    assert not any("Oda Bern" in hit.text or "ODA BERN" in hit.text for hit in answer)
    assert not any(u.kind.value == "direct" for hit in answer for u in hit.passage.utterances)


@pytest.mark.parametrize(
    ("question", "arguments", "message"),
    [
        ("ferry since:2015 until:2013", {}, "since:2015 is later than until:2013"),
        ("ferry since:2015", {"until": "2013"}, "since 2015 is later than until 2013"),
        ("ferry until:2013", {"since": "2015"}, "since 2015 is later than until 2013"),
        ("ferry speaker:Bern speaker:Veld", {}, "speaker: stands twice"),
        ("ferry kind:shouted", {}, "kind:shouted is no kind of speech"),
        ("ferry -since:2014", {}, "-since:2014 has a minus"),
        ("ferry since:soon", {}, "since:soon is not a date"),
        (f"ferry speaker:{'x' * 201}", {}, "the speaker filter has 201 characters"),
    ],
)
def test_what_contradicts_itself_or_means_nothing_is_refused(corpus, question, arguments, message):
    with pytest.raises(UsageError, match=message):
        retrieve(question, corpus=corpus, **arguments)


def test_a_speaker_both_wanted_and_not_wanted_leaves_nothing(corpus):
    answer = retrieve("ferry speaker:Bern -speaker:Bern", corpus=corpus)
    assert (answer.answered, answer.confidence, answer.hits) == (False, 0.0, ())


def test_an_until_that_names_a_month_holds_all_of_it(corpus):
    assert "A speech on the quay" in titles(retrieve("wall", corpus=corpus, until="2014-09", k=50))
    assert "A speech on the quay" not in titles(retrieve("wall", corpus=corpus, until="2014-08", k=50))
