from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import OnRecordError, QuestionTooLongError, UsageError
from qa import check_quote, retrieve
from ui.doors.endpoints import Endpoints

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@pytest.fixture
def own(library):
    return Endpoints(library)


@pytest.fixture
def public(library):
    return Endpoints(library, public=True)


def _timeless(form):
    return {name: value for name, value in form.items() if name != "took_ms"}


def test_asking_gives_what_python_gives(own, library):
    given = {"k": 2, "speaker": "Roe", "since": "2014", "until": "2014-12", "source": "harbour"}
    expected = retrieve("the ferry", corpus=library, **given).to_dict()
    assert _timeless(own.ask("the ferry", **given)) == _timeless(expected)


def test_checking_gives_what_python_gives(own, library):
    expected = check_quote("The ferry runs late", corpus=library, speaker="Doe", k=1).to_dict()
    assert _timeless(own.check_quote("The ferry runs late", speaker="Doe", k=1)) == _timeless(expected)


def test_documents_are_listed_with_their_citations_and_without_their_folders(own, tmp_path):
    harbour, library = own.documents()["documents"]
    assert (harbour["title"], harbour["date"], harbour["passages"], harbour["speakers"]) == (
        "The Harbour", "2014-08-10", 3, 2,
    )  # fmt: skip
    assert (harbour["sources"], library["sources"]) == (["harbour.md"], ["library.md"])
    assert harbour["citation"]["id"] == harbour["id"]
    assert tmp_path.name not in json.dumps([own.documents(), own.speakers()])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/home/warden/a.md", "a.md"),
        (r"C:\\Users\\Warden\\a.md", "a.md"),
        ("a.md", "a.md"),
        ("https://gazette.example/a?b=c", "https://gazette.example/a?b=c"),
    ],
)
def test_a_source_is_named_without_the_machine_it_lay_on(source, name):
    from ui.doors.endpoints import _source_name

    assert _source_name(source) == name


def test_an_undated_document_has_no_date(make_corpus):
    corpus = make_corpus({"note.md": "Warden Tolliver came by."})
    assert Endpoints(corpus).documents()["documents"][0]["date"] is None


def test_speakers_are_listed_with_their_roles_and_counts(own):
    listed = {speaker["name"]: speaker for speaker in own.speakers()["speakers"]}
    assert set(listed) == {"Jane Roe", "John Doe", "Mary Moe"}
    assert listed["Jane Roe"] == {
        "name": "Jane Roe", "aliases": ["Mayor Jane Roe"], "roles": ["Mayor"], "utterances": 2, "documents": 1,
    }  # fmt: skip


@pytest.mark.parametrize("question", ["x" * (limits.MAX_QUESTION_CHARS + 1), "\u0301" * 1_000_000])
def test_a_question_too_long_is_refused_before_anything_looks_at_it(own, question):
    with pytest.raises(QuestionTooLongError, match="characters; expected at most 2,000"):
        own.ask(question)


def test_a_quotation_too_long_is_refused_before_anything_looks_at_it(own):
    with pytest.raises(QuestionTooLongError, match="at most 10,000"):
        own.check_quote("x" * (limits.MAX_QUOTATION_CHARS + 1))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": ["ferry"]}, "the question is a list; expected text"),
        ({"question": None}, "the question is null; expected text"),
        ({"question": "half a pair: \ud800"}, "the question is broken Unicode"),
        ({"question": "ferry", "k": "5"}, "the k is text; expected a whole number"),
        ({"question": "ferry", "k": True}, "the k is true or false"),
        ({"question": "ferry", "k": 2.5}, "the k is a number; expected a whole number"),
        ({"question": "ferry", "k": 0}, "k is 0"),
        ({"question": "ferry", "k": 10**400}, "k is 1000"),
        ({"question": "ferry", "since": 2014}, "the since is a number; expected text"),
        ({"question": "ferry", "speaker": "x" * 201}, "the speaker filter has 201 characters"),
        ({"question": "ferry", "source": "\udfff"}, "the source is broken Unicode"),
    ],
)
def test_what_is_not_of_its_kind_is_refused_by_name(own, given, said):
    with pytest.raises(UsageError, match=said):
        own.ask(**given)


def test_a_stranger_has_fewer_hits_than_the_owner(own, public):
    most = limits.MAX_PUBLIC_HITS
    assert own.ask("ferry", k=most + 1)["question"] == "ferry"
    assert public.ask("ferry", k=most)["question"] == "ferry"
    for call in (public.ask, public.check_quote):
        with pytest.raises(UsageError, match=f"k is {most + 1}; expected 1 to {most} at a public page"):
            call("ferry", k=most + 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(JSON, JSON, JSON, JSON)
def test_no_json_value_does_more_than_be_refused_by_name(own, text, k, speaker, since):
    for call in (
        lambda: own.ask(text, k=k, speaker=speaker, since=since, until=speaker, source=since),
        lambda: own.check_quote(text, speaker=speaker, k=k),
    ):
        with contextlib.suppress(OnRecordError):
            json.dumps(call(), allow_nan=False, ensure_ascii=False).encode()


@pytest.mark.parametrize("name", ["ask", "check_quote", "documents", "speakers"])
def test_each_says_when_to_use_it_and_what_comes_back(name):
    told = getattr(Endpoints, name).__doc__
    assert "Return" in told
    assert name in {"documents", "speakers"} or ("Use this" in told and "Args:" in told)


def test_asking_says_that_words_are_verbatim_and_what_no_answer_means():
    told = " ".join(Endpoints.ask.__doc__.split())
    assert "verbatim" in told
    assert 'When "answered" is false the corpus does not answer: say so, and claim nothing from the hits' in told
