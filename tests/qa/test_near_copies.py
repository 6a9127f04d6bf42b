"""One article on two sites: other furniture, other typography, one correction."""

from __future__ import annotations

import shutil

import pytest
from tiny_encoder import TinyEncoder

from qa import Corpus, retrieve
from qa.results import Outcome

PARAGRAPHS = [
    "“The locks at Lowmere will be opened before the herons return,” Warden Tolliver told the council’s hall, "
    "“and the grain boats will pass them without paying a toll.”",
    "Nobody in the hall had expected the warden to speak of the locks, which had been shut since the flood and "
    "were thought by most of the boatmen to be beyond repair.",
    "The repairs will cost the town twelve thousand crowns, the warden’s office wrote in a letter that was read "
    "aloud to the boatmen after the hearing had ended.",
]
#: What the second site has put right: the words of one paragraph, and no other.
CORRECTED = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace("twelve thousand", "fourteen thousand")]

LANTERN = """<!doctype html><html lang="en"><head><title>The locks of Lowmere | The Lantern Post</title>
<meta property="og:site_name" content="The Lantern Post">
<meta property="article:published_time" content="2019-04-02"></head><body>
<nav><a href="/">Home</a> <a href="/boats">Boats</a> <a href="/weather">Weather</a></nav>
<article><h1>The locks of Lowmere</h1><p class="byline">By Mara Quell</p>{}</article>
<footer>Copyright of The Lantern Post. All rights kept.</footer></body></html>"""
HERALD = """<!doctype html><html lang="en"><head><title>Lowmere: locks to open</title>
<meta property="og:site_name" content="Valley Herald">
<meta property="article:published_time" content="2019-04-03"></head><body>
<header><div class="menu">Sections Search Subscribe now for the whole valley</div></header>
<main><h1>Lowmere: locks to open</h1>{}</main>
<aside><h2>Read also</h2><ul><li><a href="/a">A bridge that nobody crossed</a></li></ul></aside></body></html>"""


def lantern(paragraphs=PARAGRAPHS):
    return LANTERN.format("".join(f"<p>{words}</p>" for words in paragraphs))


def herald(paragraphs=CORRECTED):
    """Set the words as another site would: straight marks, soft hyphens, fixed blanks, a mark of a note."""
    other = [
        words.replace("“", '"').replace("”", '"').replace("’", "'").replace("herons", "her&shy;ons")
        .replace("boatmen", "boat&#8203;men").replace("the town", "the&nbsp;town")
        .replace("the flood", "the flood[3]")
        for words in paragraphs
    ]  # fmt: skip
    return HERALD.format("".join(f'<p class="story">{words}</p>' for words in other))


@pytest.fixture
def corpus(tmp_path):
    return Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())


def save(folder, **pages):
    folder.mkdir(exist_ok=True)
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


def found(corpus, words):
    """Return the hits in which these words stand, however they are set."""
    hits = retrieve(f"What about this: {words}?", corpus=corpus, k=20).hits
    return [hit for hit in hits if words in hit.text.replace("\u00ad", "").replace("\u200b", "")]


def test_the_same_bytes_twice_are_one_document_with_two_sources(corpus, tmp_path):
    first = save(tmp_path / "one", lantern=lantern()) / "lantern.html"
    (tmp_path / "two").mkdir()
    second = shutil.copy(first, tmp_path / "two" / "again.html")
    corpus.add([tmp_path / "one", tmp_path / "two"])
    (document,) = corpus.documents()
    assert set(document.sources) == {str(first.resolve()), str(second.resolve())}
    assert all(not hit.also_in for hit in found(corpus, "herons return"))


def test_the_second_copy_goes_and_the_document_stays(corpus, tmp_path):
    first = save(tmp_path / "one", lantern=lantern(), again=lantern()) / "lantern.html"
    corpus.add([tmp_path / "one"])
    (tmp_path / "one" / "again.html").unlink()
    results = corpus.add([tmp_path / "one"])
    assert Outcome.UNCHANGED in {result.outcome for result in results}
    (document,) = corpus.documents()
    assert document.sources == (str(first.resolve()),)


def test_one_article_on_two_sites_is_two_documents(corpus, tmp_path):
    corpus.add([save(tmp_path / "pages", lantern=lantern(), herald=herald())])
    titles = {d.citation.title for d in corpus.documents()}
    assert len(corpus.documents()) == 2
    assert len(titles) == 2


@pytest.mark.parametrize("words", ["herons return", "expected the warden to speak"])
def test_what_both_sites_have_is_shown_once_with_where_else_it_stands(corpus, tmp_path, words):
    corpus.add([save(tmp_path / "pages", lantern=lantern(), herald=herald())])
    (hit,) = found(corpus, words)
    assert len(hit.also_in) == 1
    assert hit.citation.get("container-title") == "The Lantern Post"  # the earlier one
    with corpus.store.reading() as view:
        (other,) = view.passages(hit.also_in).values()
    assert other.document_id != hit.passage.document_id


def test_the_corrected_passage_is_shown_beside_what_it_corrects(corpus, tmp_path):
    corpus.add([save(tmp_path / "pages", lantern=lantern(), herald=herald())])
    hits = found(corpus, "crowns, the warden")
    assert len(hits) == 2
    assert all(not hit.also_in for hit in hits)
    assert {"twelve" in hit.text for hit in hits} == {True, False}


def test_without_a_correction_all_of_it_folds(corpus, tmp_path):
    corpus.add([save(tmp_path / "pages", lantern=lantern(), herald=herald(PARAGRAPHS))])
    hits = retrieve(
        "What did Warden Tolliver tell of the locks at Lowmere and the crowns?", corpus=corpus, k=20
    ).hits
    shown = [hit for hit in hits if len(hit.text) > 60]
    assert len(shown) == len(PARAGRAPHS)
    assert all(len(hit.also_in) == 1 for hit in shown)


def test_the_furniture_of_neither_site_answers(corpus, tmp_path):
    corpus.add([save(tmp_path / "pages", lantern=lantern(), herald=herald())])
    words = " ".join(p.text for d in corpus.documents() for p in corpus.document(d.id).passages)
    assert not [w for w in ("Weather", "Subscribe", "bridge that nobody", "rights kept") if w in words]
