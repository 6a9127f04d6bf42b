from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_pages import ARTICLE, BOATS, LAMPS, OPEN, archive, json_ld, page, read, read_archive

from corpus import limits
from corpus.readers.build import read_here
from corpus.readers.page_remarks import choice_remarks, frame_remarks, metadata_remarks

TWO = f"<p>{OPEN}</p><p>{LAMPS}</p>"
PARTED = 'Content-Type: multipart/related; boundary="b"\r\n\r\n'
FRAMED = "<p>One.</p><P class='x'>Two.</P><p>Three.</p>"


def long(letter, count, tag="article"):
    """Return an article of paragraphs that no other has."""
    return f"<{tag}>{''.join(f'<p>{letter}{n} {LAMPS} {BOATS}</p>' for n in range(count))}</{tag}>"


def remarks(html, **more):
    return list(read(page(html, **more)).remarks)


def part(words, kind="text/html"):
    return f"--b\r\nContent-Type: {kind}\r\n\r\n{words}\r\n"


def of_archive(*parts, end="--b--\r\n"):
    return list(read_archive((PARTED + "".join(parts) + end).encode()).remarks)


@pytest.mark.parametrize(
    "html",
    [
        TWO,
        page(TWO),
        page(f"<article><h1>Open</h1>{TWO}</article>", head=json_ld(ARTICLE)),
        page(f"<article>{TWO}<aside>{long('a', 9, 'div')}</aside></article>"),
        page(f"<article>{TWO}</article><article><p>A teaser.</p></article>"),
        page(f"<article>{TWO}</article><div id='comments'>{long('a', 9)}</div>"),
        page(f"<article>{TWO}</article><iframe src='https://ads.example/1'></iframe>"),
        page(f"{TWO}<div class='paywall' hidden><p>Subscribe to read on.</p></div>"),
    ],
)
def test_an_ordinary_page_has_no_remark(html):
    assert read(html).remarks == ()


def test_a_page_whose_article_is_not_told_is_taken_whole(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CHOSEN_ELEMENTS", 3)
    assert remarks(TWO) == [
        "the page does not show which part of it is the article, so all its running text was taken for it"
    ]


@pytest.mark.parametrize(
    ("html", "remark"),
    [
        (long("a", 9) + long("b", 8), "1 other article on the page was not read"),
        (long("a", 9) + long("b", 4) + long("c", 4), "2 other articles on the page were not read"),
    ],
)
def test_other_articles_of_the_page_are_counted(html, remark):
    assert remarks(html) == [remark]


def test_running_text_beside_the_article_is_told_where_it_is_much():
    (remark,) = remarks(long("a", 9) + long("b", 8, "div"))
    assert remark.endswith(" characters of running text beside the article were not read")
    assert int(remark.split()[0].replace(",", "")) == pytest.approx(8 * len(f"b1{LAMPS}{BOATS}"), rel=0.1)
    assert remarks(long("a", 40) + long("b", 4, "div")) == []


def test_articles_that_are_read_as_one_are_counted():
    class Piece:
        def __init__(self, article):
            self.spot, self.size = type("Spot", (), {"article": article, "paid": False}), 600

    pieces = [Piece(1), Piece(2), Piece(-1)]
    assert list(choice_remarks(pieces, [], {0, 1, 2}, told=True)) == [
        "2 articles on the page were read as one document"
    ]
    assert list(choice_remarks(pieces, [], {0, 2}, told=True)) == []


@pytest.mark.parametrize("name", ["paywall", "article-paywall", "regwall-bar"])
@pytest.mark.parametrize("count", [1, 2])
def test_what_is_marked_as_a_paywalls_leaves_the_article_in_doubt(name, count):
    paid = f'<p class="{name}">{BOATS}</p>' * count
    some = "1 paragraph marked as a paywall's was" if count == 1 else "2 paragraphs marked as a paywall's were"
    assert remarks(f"<article>{TWO}{paid}</article>") == [f"{some} not read; the article may not be whole"]


def test_a_wall_around_the_article_itself_is_none():
    assert remarks(f'<div class="has-paywall"><h1>Open</h1>{TWO}</div>') == []


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ("<ol><li id='n1'>One.</li><li id='n2'>Two.</li></ol>", []),
        ("<ol><li id='n1'>One.</li></ol>", ["1 note that the text refers to was not found"]),
        ("", ["2 notes that the text refers to were not found"]),
    ],
)
def test_notes_that_are_not_on_the_page_are_counted(notes, told):
    cites = "<sup><a href='#n1'>1</a></sup>", "<sup><a href='#n2'>2</a></sup>"
    assert remarks(f"<article><p>{OPEN}{cites[0]}</p><p>{LAMPS}{cites[1]}</p>{notes}</article>") == told


@pytest.mark.parametrize("cut", ["<p cla", '<p class="lead', "</p", "<!-- a"])
def test_a_page_that_ends_inside_a_tag_may_be_cut_off(cut):
    assert list(read(f"{TWO}{cut}").remarks) == ["the page ends in the middle of a tag and may have been cut off"]


@pytest.mark.parametrize("whole", ["", "<p>Six &lt; seven.</p>", "<p>Six < seven, they say.</p>", "Six < seven"])
def test_a_page_that_ends_behind_a_tag_is_whole(whole):
    assert read(f"{TWO}{whole}").remarks == ()


def dated(words):
    return f'<meta property="article:published_time" content="{words}">'


def test_a_date_that_is_no_day_is_told_in_its_own_words():
    assert remarks(TWO, head=dated("03/04/2019")) == [
        "the page's date, “03/04/2019”, could not be read as a day and was left out"
    ]
    assert remarks(TWO, head=dated("2019-05-02")) == []


def test_a_date_that_another_line_states_better_is_not_missed():
    assert remarks(TWO, head=dated("soon") + json_ld(ARTICLE)) == []


def test_the_words_of_a_date_are_shown_short_and_on_one_line():
    (remark,) = metadata_remarks({}, ["", f"soon\n\x1b[2J{'x' * 900}"], 0)
    assert remark.isprintable()
    assert len(remark) < 120


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ('{"headline": ', ["1 description of the page in JSON-LD is broken and was not read"]),
        ("", []),
        ('{"@type": "Thing"}', []),
    ],
)
def test_a_broken_description_is_told_where_it_is_missed(broken, told):
    script = f'<script type="application/ld+json">{broken}</script>'
    assert remarks(TWO, head=script) == told
    assert remarks(TWO, head=script + json_ld(ARTICLE)) == []


def test_several_broken_descriptions_are_counted():
    assert list(metadata_remarks({"title"}, (), 2)) == [
        "2 descriptions of the page in JSON-LD are broken and were not read"
    ]


@pytest.mark.parametrize("packing", ["base64", "quoted-printable"])
def test_an_ordinary_archive_has_no_remark(packing):
    assert read_archive(archive(page(f"<article>{TWO}</article>"), packing=packing)).remarks == ()
    assert of_archive(part(page(TWO)), part("png", "image/png")) == []


def test_pages_in_frames_are_told_if_they_have_paragraphs():
    advertisement = part('<p>Boats!</p><svg><path d="M0"/><path d="M1"/><path d="M2"/></svg>')
    assert of_archive(part(page(TWO)), advertisement) == []
    assert of_archive(part(page(TWO)), part(FRAMED), advertisement) == [
        "1 page shown in a frame of this one was not read"
    ]


def test_a_frame_that_cannot_be_unpacked_refuses_nothing():
    broken = "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n"
    headless = "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
    assert of_archive(part(page(TWO)), broken, headless) == []


def test_frames_are_looked_at_up_to_a_bound():
    seen = []

    def frames():
        for n in range(1_000):
            seen.append(n)
            yield FRAMED.encode()

    assert list(frame_remarks(frames())) == [f"{len(seen)} pages shown in frames of this one were not read"]
    assert len(seen) < 100


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([part(page(TWO))], ["the file is broken off in its page, which may not be whole"]),
        ([part(page(TWO)), part("png", "image/png")], []),
        (
            [part("png", "image/png"), part(page(TWO))],
            ["the file is broken off in its page, which may not be whole"],
        ),
    ],
)
def test_an_archive_that_ends_in_its_page_is_told(parts, told):
    assert of_archive(*parts, end="") == told
    assert of_archive(*parts) == []


def test_a_page_that_is_no_archive_at_all_but_named_so_is_whole():
    assert read_archive(f"Content-Type: text/html\r\n\r\n{page(TWO)}".encode()).remarks == ()


@given(st.text(alphabet="<>/pa b=\"'!-", max_size=40))
def test_remarks_are_sentences_whatever_follows_the_page(tail):
    for remark in read(f"{TWO}{tail}").remarks:
        assert remark.isprintable()
        assert not remark.endswith(".")
        assert len(remark) <= limits.MAX_REMARK_CHARS


def test_the_remarks_come_with_the_document(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(f"{TWO}<p cla", "utf-8")
    assert len(read_here(path).remarks) == 1
