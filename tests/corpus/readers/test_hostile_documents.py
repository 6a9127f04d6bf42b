"""Broken and hostile files of every format that a word processor or e-book maker saves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zipped import cites, docx, docx_parts, epub, epub_parts, note, odt, odt_parts, page, para, rtf, zipped

from corpus.errors import SourceError, SourceFormatError, SourceTooLargeError, SourceTooSlowError
from corpus.model import BlockKind
from corpus.readers import read_source
from corpus.readers.formats import OF_BYTES
from corpus.readers.suffixes import SUFFIXES

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
_NOTE = "<text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body>"
_TEXT = f"<text:h>Quay</text:h><text:p>{RAIN}<text:note>{_NOTE}</text:note></text:p>"
_CELL = f"<w:tbl><w:tr><w:tc>{para('a')}</w:tc></w:tr></w:tbl>"
WHOLE = {
    ".docx": docx_parts(
        para("Quay", "Title") + para(cites("footnote", 1, RAIN)) + _CELL,
        footnotes=note("footnote", 1, "n"),
    ),
    ".odt": odt_parts(f"{_TEXT}<table:table-row><table:table-cell/></table:table-row>"),
    ".epub": epub_parts(f'<h1>Quay</h1><p>{RAIN}<a epub:type="noteref" href="#n">1</a></p><p id="n">n</p>'),
}  # fmt: skip
MAIN = {".docx": "word/document.xml", ".odt": "content.xml", ".epub": "OEBPS/text/c1.xhtml"}
RTF = rtf(
    rf"\pard\s1 Quay\par\pard {RAIN}{{\footnote n}}\par\trowd\intbl a\cell b\cell\row\u8217?\'93{{\v x}}\par"
)


def holds(data, ending):
    """Read bytes: a page that keeps its promises, or a refusal by name."""
    read = fault = None
    try:
        read = page(data, ending)
    except SourceError as refusal:
        fault = refusal
    if read is None:
        assert f"a{ending}" in str(fault)
        return
    assert all(0 <= b.start < b.end <= len(read.text) for b in read.blocks)
    assert all(a.end <= b.start for a, b in pairwise(read.blocks))
    assert all(b.of(read.text).strip() == b.of(read.text) for b in read.blocks)
    labels = [b.label for b in read.blocks if b.kind is BlockKind.NOTE]
    assert all(note in labels for b in read.blocks for note in b.notes)
    read.text.encode()


def changed(data, whole):
    """Return some bytes with a few of them changed, left out or said twice."""
    out = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(out)))
        end = data.draw(st.integers(at, min(len(out), at + 40)))
        out[at:end] = data.draw(st.binary(max_size=8) | st.just(bytes(out[at:end] * 2)))
    return bytes(out)


def test_every_format_is_known_by_its_ending():
    assert {SUFFIXES[ending] for ending in (*WHOLE, ".rtf")} <= set(OF_BYTES)


@pytest.mark.parametrize("ending", WHOLE)
@given(st.data())
def test_whatever_is_in_the_main_part_a_page_or_a_refusal_comes_of_it(ending, data):
    whole = WHOLE[ending]
    holds(zipped(whole | {MAIN[ending]: changed(data, whole[MAIN[ending]].encode())}), ending)


@pytest.mark.parametrize("ending", WHOLE)
@given(st.data())
def test_whatever_is_in_the_other_parts_a_page_or_a_refusal_comes_of_it(ending, data):
    whole = WHOLE[ending]
    name = data.draw(st.sampled_from(sorted(whole)))
    holds(zipped(whole | {name: changed(data, whole[name].encode())}), ending)


@pytest.mark.parametrize("ending", WHOLE)
@given(st.data())
def test_a_file_changed_anywhere_or_cut_off_is_a_page_or_a_refusal(ending, data):
    packed = changed(data, zipped(WHOLE[ending]))
    holds(packed[: data.draw(st.integers(0, len(packed)))] if data.draw(st.booleans()) else packed, ending)


@given(st.data())
def test_whatever_rtf_holds_a_page_or_a_refusal_comes_of_it(data):
    holds(changed(data, RTF), ".rtf")


_WORDS = (
    rb"{ } \par \cell \row \intbl \footnote \ftnalt \u8217 ? \'93 \v \* \shptxt \listtext \info \title "
    rb"\stylesheet \s1 \fonttbl \f1 \fcharset128 x"
).split()


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_control_words_in_any_order_are_a_page_or_a_refusal(words):
    depth = max(0, words.count(b"{") - words.count(b"}"))
    holds(b"{\\rtf1 " + b" ".join(words) + b"}" * (depth + 1), ".rtf")


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30), min_size=1)
)
@settings(max_examples=30)
def test_no_word_is_lost_whatever_the_script(paragraphs):
    escaped = [p.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for p in paragraphs]
    runs = (f'<w:p><w:r><w:t xml:space="preserve">{p}</w:t></w:r></w:p>' for p in escaped)
    made = {
        ".docx": docx("".join(runs)),
        ".odt": odt("".join(f"<text:p>{p}</text:p>" for p in escaped)),
        ".epub": epub("".join(f"<p>{p}</p>" for p in escaped)),
        ".rtf": rtf("".join(rf"{''.join(_units(p))}\par" for p in paragraphs)),
    }
    wanted = "".join("".join(paragraphs).split())
    for ending, data in made.items():
        assert "".join(page(data, ending).text.split()) == wanted


def _units(text):
    coded = text.encode("utf-16-le")
    for at in range(0, len(coded), 2):
        unit = int.from_bytes(coded[at : at + 2], "little")
        yield rf"\u{unit - 65536 if unit > 32767 else unit}?"


def _word(body):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return docx_parts("") | {"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}


HOSTILE = {
    "a bomb": (docx_parts("") | {"word/document.xml": bytes(120_000_000)}, SourceTooLargeError, "unpacks"),
    "nesting": (_word("<w:p>" * 100_000), SourceFormatError, "nests more than 1,000"),
    "a comment": (_word(f"<!--{'x' * 4_000_000}-->{para(RAIN)}"), SourceFormatError, "a comment of 4,000,000"),
    "laughs": (
        docx_parts("") | {"word/document.xml": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>'},
        SourceFormatError,
        "declares types of its own",
    ),
    "blocks": (
        _word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_001),
        (SourceTooLargeError, SourceTooSlowError),  # on a busy machine its time runs out first
        "more than (100,000 blocks|[0-9]+ seconds)",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_document_is_refused_by_name_from_the_confined_process(what, tmp_path):
    parts, kind, match = HOSTILE[what]
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(parts))
    with pytest.raises(kind, match=match):
        read_source(path)


@pytest.mark.parametrize("ending", [*WHOLE, ".rtf"])
def test_the_confined_process_reads_every_format(ending, tmp_path):
    path = tmp_path / f"a{ending}"
    path.write_bytes(RTF if ending == ".rtf" else zipped(WHOLE[ending]))
    assert read_source(path).passages[0].text == f"{RAIN}[1]"
    assert read_source(path).note("1") == "n"


@pytest.mark.parametrize("ending", WHOLE)
def test_a_document_cut_off_is_refused_by_name(ending, tmp_path):
    path = tmp_path / f"a{ending}"
    whole = zipped(WHOLE[ending])
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceFormatError, match="is no whole zip file"):
        read_source(path)
