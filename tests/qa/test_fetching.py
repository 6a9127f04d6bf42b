"""Web pages: known by their address, read like files."""

from __future__ import annotations

import pytest
from folder_life import outcomes

from corpus.errors import SourceEmptyError, SourceForbiddenError, SourceFormatError
from corpus.fetched import Fetched
from qa import Outcome
from qa.results import AddWishes

URL = "https://quay.example/notes/ferry"
PAGE = "The ferry\n\n“The ferry is late,” said Oda Bern of the town.\n"


@pytest.fixture
def web(monkeypatch):
    """Return a dict of what lies at which address; nothing is connected to."""
    pages = {}

    def fetch(url):
        if url not in pages:
            raise SourceForbiddenError(f"{url} is not public", expected="a public one", action="Name another.")
        return pages[url]

    monkeypatch.setattr("corpus.fetch.fetch", fetch)
    return pages


@pytest.fixture
def corpus(make_corpus):
    return make_corpus({})


def page(text, url=URL, content_type="text/plain; charset=utf-8"):
    return Fetched(text if isinstance(text, bytes) else text.encode(), url, content_type)


def test_a_page_is_known_by_its_address(corpus, web):
    web[URL] = page(PAGE)
    (result,) = corpus.put([URL])
    assert (result.source, result.outcome, result.format, result.passages) == (URL, Outcome.ADDED, "text", 1)
    assert [d.sources for d in corpus.documents()] == [(URL,)]
    assert corpus.find(URL).citation.title == "The ferry"


def test_the_same_page_again_is_unchanged_and_another_replaces_it(corpus, web):
    said = []
    for text in (PAGE, PAGE, PAGE.replace("late", "early")):
        web[URL] = page(text)
        said += [str(r.outcome) for r in corpus.put([URL])]
    assert said == ["added", "unchanged", "replaced"]
    assert len(corpus.documents()) == 1


def test_what_stands_behind_a_hash_is_no_part_of_an_address(corpus, web):
    web[URL] = web[f"{URL}#late"] = page(PAGE)
    assert [str(r.outcome) for r in corpus.put([f"{URL}#late", URL])] == ["added", "unchanged"]
    assert [d.sources for d in corpus.documents()] == [(URL,)]


def test_the_servers_encoding_counts_and_the_users_before_it(corpus, web):
    web[URL] = page(
        "Café\n\nThe café on the quay is shut.\n".encode("cp1252"), content_type="text/plain; charset=cp1252"
    )
    corpus.put([URL])
    assert corpus.find(URL).citation.title == "Café"
    corpus.put([URL], wishes=AddWishes(encoding="cp1251"))
    assert corpus.find(URL).citation.title == "Cafй"


def test_what_cannot_be_fetched_or_read_is_named_by_its_address_and_the_rest_goes_in(corpus, web, tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    web[URL] = page("")
    results = corpus.put(["https://other.example/", tmp_path / "a.txt", URL, "https://"])
    kinds = {r.source: type(r.error) for r in results if r.error}
    assert kinds == {
        "https://other.example/": SourceForbiddenError,
        URL: SourceEmptyError,
        "https://": SourceFormatError,
    }
    assert URL in str(next(r.error for r in results if r.source == URL))
    assert outcomes(results)["a.txt"] == "added"


def test_a_folder_kept_in_step_leaves_pages_alone(corpus, web, tmp_path):
    web[URL] = page(PAGE)
    corpus.put([URL, tmp_path / "corpus"])
    corpus.put([tmp_path / "corpus"])
    assert [d.sources for d in corpus.documents()] == [(URL,)]
