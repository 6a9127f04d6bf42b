from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_pages import (
    ARTICLE,
    BOATS,
    LAMPS,
    OPEN,
    archive,
    json_ld,
    keeps_its_promises,
    page,
    read,
    read_archive,
    said,
)

from corpus import limits
from corpus.errors import SourceError, SourceFormatError, SourceTooLargeError
from corpus.readers import read_file

TWO = f"<p>{OPEN}</p><p>{LAMPS}</p>"
WHOLE = page(
    f'<article><h1>Open</h1><p>{OPEN}<sup><a href="#n">1</a></sup></p><blockquote>{BOATS}'
    "<cite>Sanna Veld, clerk</cite>"
    f'</blockquote><table><tr><td>a<td>b</table><p id="n">Act.</p><p>{LAMPS}</p></article>',
    head=json_ld(ARTICLE),
)
REFUSED = {
    "nested elements": ("<div>" * 100_000 + TWO, "more than 250 elements open"),
    "nested tables": ("<table><tr><td>" * 300 + TWO, "elements open at once"),
    "many elements": (TWO + "<i>a</i>" * 101_000, "more than 100,000 elements"),
    "many attributes": ("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{TWO}", "100,000 attributes"),
    "one long text": (f"{TWO}<p>" + "word " * 2_400_000, "a piece longer than"),
    "one long attribute": (f'{TWO}<p title="' + "x" * 12_000_000 + '">a', "a piece longer than"),
}
READ = {
    "a comment of 4 MB": TWO.replace("</p><p>", "</p><!--" + "x" * 4_000_000 + "--><p>"),
    "comments that do not end": f"{TWO}{'<!--' * 100_000}",
    "a flood of entities": f"{TWO}<!-- -->{'&amp;' * 100_000}",
    "entities of its own": f'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>{TWO}<p>&b;</p>',
    "a flood of blanks": f"{TWO}<p>{' ' * 1_000_000}</p>",
    "a class of a megabyte": f'<div class="{"a " * 500_000}">{TWO}</div>',
    "a style of a megabyte": f'<div style="{"display:" * 120_000}">{TWO}</div>',
    "scripts that never end": f"<script>while(1){{}}</script>{TWO}"
    + "<script>fetch('http://127.0.0.1/')</script>" * 500,
    "brackets of JSON-LD": f'{TWO}<script type="application/ld+json">{"[" * 200_000}</script>',
    "marks of notes": TWO + '<sup><a href="#n">1</a></sup>' * 3_000,
    "links to what is not there": TWO + "".join(f'<a href="#{n}">{n}</a>' for n in range(3_000)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_that_is_no_page_is_refused_by_name(name):
    html, reason = REFUSED[name]
    begun = time.process_time()
    with pytest.raises((SourceTooLargeError, SourceFormatError), match=reason):
        read(html)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("name", READ)
def test_what_is_wild_in_a_page_costs_neither_words_nor_time(name):
    begun = time.process_time()
    read_page = read(READ[name])
    assert time.process_time() - begun < 10
    assert said(read_page)[:2] == [OPEN, LAMPS]
    keeps_its_promises(read_page)


@pytest.mark.parametrize("name", ["nested elements", "many attributes"])
def test_the_confined_process_outlives_a_hostile_page(tmp_path, name):
    (tmp_path / "a.html").write_text(REFUSED[name][0], "utf-8")
    (tmp_path / "b.html").write_text(TWO, "utf-8")
    with pytest.raises(SourceTooLargeError):
        read_file(tmp_path / "a.html")
    assert [p.text for p in read_file(tmp_path / "b.html").documents[0].passages] == [OPEN, LAMPS]


def test_the_depth_that_is_admitted_loses_no_word():
    depth = limits.MAX_HTML_DEPTH - 4
    assert said(read("<div>" * depth + TWO + "</div>" * depth), "paragraph") == [OPEN, LAMPS]


def test_an_address_that_runs_is_no_address():
    assert "URL" not in read(f'<link rel="canonical" href="javascript:alert(1)">{TWO}').fields


def holds(reader, data):
    """Read bytes: a page that keeps its promises, or a refusal by name."""
    found = fault = None
    try:
        found = reader(data)
    except SourceError as refusal:
        fault = refusal
    if found is None:
        assert "a." in str(fault)
    else:
        keeps_its_promises(found)


def changed(draw, whole):
    """Return some bytes with a few of them changed, left out or said twice."""
    out = bytearray(whole)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(out)))
        end = draw(st.integers(at, min(len(out), at + 40)))
        out[at:end] = draw(st.binary(max_size=8) | st.just(bytes(out[at:end] * 2)))
    return bytes(out)


@settings(max_examples=40)
@given(st.data())
def test_of_any_page_a_page_or_a_refusal_comes(data):
    holds(read, changed(data.draw, WHOLE.encode()))


@settings(max_examples=40)
@given(st.data())
def test_of_any_archive_a_page_or_a_refusal_comes(data):
    holds(read_archive, changed(data.draw, archive(WHOLE, packing="quoted-printable")))


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                *"<>/&;\"'=!-",
                "p",
                "a",
                " ",
                "<p>",
                "</p>",
                "<table>",
                "<td>",
                "<a href=#a>",
                "<sup>",
                "<q>",
                "<br>",
                "<blockquote>",
                "<cite>",
                "</",
                "<!--",
                "<article>",
                "id=a",
                OPEN,
            ]
        ),
        max_size=60,
    )
)
def test_of_any_soup_of_tags_a_page_or_a_refusal_comes(pieces):
    holds(read, "".join(pieces).encode())
