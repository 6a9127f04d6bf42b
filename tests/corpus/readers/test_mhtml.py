from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_pages import LAMPS, OPEN, archive, field, page, read, read_archive, said

from corpus.errors import SourceEncodingError, SourceFormatError, SourceTooLargeError
from corpus.readers import read_source

HTML = page(f"<article><h1>Open</h1><p>{OPEN}</p><p>{LAMPS} “Žofie”</p></article>")
PARTED = 'Content-Type: multipart/related; boundary="b"\r\n\r\n'


def part(words, kind="text/html", more=""):
    return f"--b\r\nContent-Type: {kind}\r\n{more}\r\n{words}\r\n"


@pytest.mark.parametrize("packing", ["base64", "quoted-printable"])
def test_the_page_in_an_archive_is_read_as_the_page_alone(packing):
    alone, packed = read(HTML), read_archive(archive(HTML, packing=packing))
    assert (packed.text, packed.blocks) == (alone.text, alone.blocks)


def test_an_archive_says_where_it_was_saved_from():
    assert field(read_archive(archive(HTML)), "URL") == ("https://quay.example/open", "METADATA")
    assert field(read_archive(archive(HTML, location="cid:frame"), url="https://quay.example/a"), "URL") == (
        "https://quay.example/a",
        "USER",
    )


def test_the_page_names_its_address_better():
    named = page(f"<p>{OPEN}</p>", head='<link rel="canonical" href="https://quay.example/best">')
    assert field(read_archive(archive(named)), "URL") == ("https://quay.example/best", "METADATA")


def test_the_header_of_the_part_tells_the_encoding():
    plain = HTML.replace('<meta charset="utf-8">', "")
    assert LAMPS in read_archive(archive(plain, charset="windows-1250")).text
    with pytest.raises(SourceEncodingError):
        read_archive(archive(plain, charset="utf-8", encoding="windows-1250"))


def test_the_part_called_the_root_is_the_page():
    data = (
        'Content-Type: multipart/related; boundary="b"; start="<2@x>"\r\n\r\n'
        + part("<p>An advertisement for boats and nets.</p>", more="Content-ID: <1@x>\r\n")
        + part(f"<p>{OPEN}</p>", more="Content-ID: <2@x>\r\n")
        + "--b--\r\n"
    )
    assert said(read_archive(data.encode())) == [OPEN]


def test_the_first_page_of_several_is_the_page():
    data = f"{PARTED}{part('p {}', 'text/css')}{part(f'<p>{OPEN}</p>')}{part(f'<p>{LAMPS}</p>')}--b--\r\n"
    assert said(read_archive(data.encode())) == [OPEN]


def test_a_page_in_an_alternative_within_is_found():
    inner = (
        'Content-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nNo.\r\n'
    )
    inner += f"--c\r\nContent-Type: text/html\r\n\r\n<p>{OPEN}</p>\r\n--c--\r\n"
    assert said(read_archive(f"{PARTED}--b\r\n{inner}\r\n--b--\r\n".encode())) == [OPEN]


def test_an_archive_that_is_broken_off_behind_its_page_is_read():
    assert said(read_archive(f"{PARTED}{part(f'<p>{OPEN}</p>')}".encode())) == [OPEN]


def test_a_single_page_with_headers_is_read():
    assert said(read_archive(f"Content-Type: text/html\n\n<p>{OPEN}</p>".encode())) == [OPEN]


@pytest.mark.parametrize(
    "data",
    [
        "",
        "words",
        "Content-Type: text/plain\n\nwords",
        PARTED,
        f"{PARTED}{part('x', 'text/css')}--b--",
        "Content-Type: multipart/related\n\nx",
        f"Content-Type: multipart/related; boundary={'x' * 500}\n\nx",
        "Content-Type: multipart/related; boundary=b\n\n"
        + part(f"<p>{OPEN}</p>", more="Content-Transfer-Encoding: base64\r\n"),
        "X: y\n" * 20_000,
    ],
)
def test_what_is_no_archive_of_a_page_is_refused_by_name(data):
    with pytest.raises(SourceFormatError, match=r"a\.mhtml"):
        read_archive(data.encode())


def test_parts_within_parts_are_followed_a_few_deep_and_no_deeper():
    data = "".join(f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(2_000))
    with pytest.raises(SourceFormatError, match="holds no web page"):
        read_archive(f"{data}Content-Type: text/html\r\n\r\n<p>{OPEN}</p>".encode())


def test_too_many_parts_are_refused():
    with pytest.raises(SourceTooLargeError, match="10,000 parts"):
        read_archive((PARTED + part("x", "text/css") * 10_500).encode())


def test_the_confined_process_reads_an_archive(tmp_path):
    path = tmp_path / "a.mht"
    path.write_bytes(archive(HTML))
    assert read_source(path).passages[0].text == OPEN


@given(st.text("abc=<p>\r\n-é", max_size=60))
def test_any_words_come_out_of_any_packing(words):
    html = f"<p>{OPEN}</p><p>x{words}</p>"
    texts = {read_archive(archive(html, packing=packing)).text for packing in ("base64", "quoted-printable")}
    assert len(texts) == 1
