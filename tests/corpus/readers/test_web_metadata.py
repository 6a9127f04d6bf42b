from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_pages import ARTICLE, OPEN, field, json_ld, page, read

from corpus.readers.page_metadata import web_address


def stated(head, name, **said):
    return field(read(page(f"<article><p>{OPEN}</p></article>", head=head), **said), name)


def value(head, name):
    found = stated(head, name)
    return found and found[0]


def meta(**names):
    return "".join(f'<meta property="{n.replace("__", ":")}" content="{words}">' for n, words in names.items())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", "Harbour open all winter"),
        ("author", [{"literal": "Oda Q. Bern"}]),
        ("issued", {"date-parts": [[2019, 5, 2]]}),
        ("container-title", "The Long Quay"),
        ("type", "article-newspaper"),
        ("language", "en"),
    ],
)
def test_json_ld_tells_what_the_article_is(name, expected):
    assert stated(json_ld(ARTICLE), name) == (expected, "METADATA")


def test_json_ld_comes_before_meta_and_meta_before_nothing():
    head = json_ld({"@type": "Article", "headline": "First"}) + meta(og__title="Second", og__site_name="Site")
    assert (value(head, "title"), value(head, "container-title")) == ("First", "Site")


@pytest.mark.parametrize(
    ("names", "field_name", "expected"),
    [
        ({"article__published_time": "2014-09-02T10:00:00Z"}, "issued", {"date-parts": [[2014, 9, 2]]}),
        ({"citation_publication_date": "2014/09"}, "issued", {"date-parts": [[2014, 9]]}),
        ({"dc.date": "1983"}, "issued", {"date-parts": [[1983]]}),
        ({"article__modified_time": "2020-01-01"}, "issued", None),
        ({"dc.date": "02/09/2014"}, "issued", None),
        ({"author": "By Oda Bern"}, "author", [{"literal": "Oda Bern"}]),
        ({"article__author": "https://quay.example/oda"}, "author", None),
        ({"citation_doi": "https://doi.org/10.1234/quay.5"}, "DOI", "10.1234/quay.5"),
        ({"citation_doi": "none"}, "DOI", None),
        ({"og__url": "https://quay.example/a"}, "URL", "https://quay.example/a"),
        ({"citation_journal_title": "Tides"}, "container-title", "Tides"),
    ],
)
def test_meta_elements_tell_it_too(names, field_name, expected):
    assert value(meta(**names), field_name) == expected


def test_several_authors_are_several():
    head = '<meta name="citation_author" content="Bern, Oda"><meta name="citation_author" content="Veld, Sanna">'
    assert value(head, "author") == [{"literal": "Bern, Oda"}, {"literal": "Veld, Sanna"}]


def test_a_graph_is_followed_to_whom_it_names():
    graph = {"@graph": [
        {"@type": "BlogPosting", "headline": "Open", "author": {"@id": "#oda"}, "isPartOf": {"@id": "#site"}},
        {"@type": "Person", "@id": "#oda", "name": "Oda Bern"},
        {"@type": "WebSite", "@id": "#site", "name": "Quay"},
    ]}  # fmt: skip
    head = json_ld(graph)
    assert value(head, "author") == [{"literal": "Oda Bern"}]
    assert (value(head, "container-title"), value(head, "type")) == ("Quay", "post-weblog")


def test_a_list_of_headlines_names_no_article():
    items = [{"@type": "NewsArticle", "headline": f"Boat {n}", "datePublished": "2020-01-01"} for n in range(3)]
    assert value(json_ld(items), "issued") is None
    assert value(json_ld(items), "title") == "Harbour open all winter | The Long Quay"


def test_the_page_around_an_article_gives_a_date_and_no_title():
    head = json_ld({"@type": "WebPage", "name": "Open | Quay", "datePublished": "2019-05-02"}) + meta(
        og__title="Open"
    )
    assert (value(head, "title"), value(head, "issued")) == ("Open", {"date-parts": [[2019, 5, 2]]})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "/open",
        "//quay.example/x",
        "file:///etc/passwd",
        "https://",
        "ftp://a.b/",
        "https://a b/",
        "https://quay.example/<x>",
        "https://user:word@quay.example/",
        "https://[x",
        "https://a/\u202e",
        "x" * 9000,
    ],
)
def test_what_is_no_address_of_the_web_is_no_url(address):
    assert web_address(address) == ""
    assert value(json_ld({"@type": "Article", "headline": "a", "url": address}), "URL") is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0026)https://quay.example/saved -->",
        "<!--\n Page saved with SingleFile \n url: https://quay.example/saved \n saved date: Mon -->",
    ],
)
def test_what_the_saving_program_wrote_down_is_the_url_where_the_page_names_none(comment):
    html = page(f"<p>{OPEN}</p>").replace("<head>", f"{comment}<head>")
    assert field(read(html), "URL") == ("https://quay.example/saved", "METADATA")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[" * 100_000,
        "null",
        '"NewsArticle"',
        '{"@type": 5}',
        '{"@type": "Article", "author": [[[1]], {"name": {}}]}',
        '{"@type": "Article", "headline": "\\ud800\\u0000"}',
        "1" * 10_000,
        '{"@graph": {"@graph": {"@graph": 1}}}',
    ],
)
def test_broken_json_ld_says_nothing_and_the_page_is_read(text):
    read_page = read(page(f"<p>{OPEN}</p>", head=f'<script type="application/ld+json">{text}</script>'))
    assert OPEN in read_page.text
    json.dumps({name: one.value for name, one in read_page.fields.items()}, ensure_ascii=False).encode()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["Article", "WebPage", "#a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "author", "headline", "url", "publisher"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@settings(max_examples=30)
@given(JSON)
def test_any_json_gives_fields_of_the_right_shape(tree):
    escaped = json.dumps(tree).replace("<", "\\u003c")
    read_page = read(page(f"<p>{OPEN}</p>", head=f'<script type="application/ld+json">{escaped}</script>'))
    for name, one in read_page.fields.items():
        assert isinstance(one.value, list if name == "author" else dict if name == "issued" else str)
        assert one.value


def test_a_title_of_a_megabyte_is_cut():
    assert len(value(meta(og__title="x" * 1_000_000), "title")) == 2_000
