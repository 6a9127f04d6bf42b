from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zipped import page, rtf

from corpus.errors import SourceError

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
TITLE = r"\pard\s1 The Quay\par\pard "
COMMENT = r"{\*\atnid OB}{\*\atnauthor Oda Bern}\chatn{\*\annotation{\*\atnref 1}Is it so?}"
PAGE = r"\picw100\pich100\picwgoal9638\pichgoal13606"  # 170 by 240 millimetres
CHANGES = "tracked changes are taken as accepted: words "
SIGNS = "of a symbol font may not be shown as in the document"
BEHIND = "the document's outermost group ends before the file does, and what stands behind it was not read"


def told(body, **more):
    return list(page(rtf(rf"{TITLE}{body}\par {RAIN}\par", **more), ".rtf").remarks)


def test_of_an_ordinary_document_nothing_is_told():
    body = (
        r"\pard\s2 The Long Quay\par\pard By Mara Quell\par caf\'e9 \u8217?s{\footnote Stone.}\par"
        r"\pard{\listtext\f3\'b7\tab}\ls1 a rope\par\trowd\pard\intbl Day\cell Tide\cell\row\pard"
        r"{\pict\picwgoal900\pichgoal900 00}{\header{\pict" + PAGE + r" 00}{\v x}}"
        r"{\field{\*\fldinst X}{\fldrslt y}}"
        r"{\shp{\*\shpinst{\shptxt \pard in the box\par}}{\shprslt{\*\do{\dptxbxtext again}}}}"
    )  # fmt: skip
    assert told(body, head=r"{\fonttbl{\f3\fcharset2 Symbol;}}") == []


def test_comments_are_counted():
    assert told(f"a{COMMENT}b") == ["1 comment was not read"]
    assert told(f"a{COMMENT}b{COMMENT}") == ["2 comments were not read"]


@pytest.mark.parametrize(
    ("group", "remark"),
    [
        (r"{\object\objemb{\*\objdata 00}{\result{\pict 00}}}", "1 embedded object was not read"),
        (r"{\mmath{\*\moMath{\mr x}}}", "1 equation was not read"),
        (r"{\*\do{\dptxbxtext \pard in the box\par}}", "1 text box of an old kind was not read"),
    ],
)
def test_what_holds_words_of_its_own_is_told(group, remark):
    assert told(f"a{group}b") == [remark]
    assert told(rf"a{{\header {group}}}b") == []


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        (rf"{{\pict{PAGE} 00}}", 1),
        (rf"{{\*\shppict{{\pict{PAGE} 00}}}}{{\nonshppict{{\pict{PAGE} 00}}}}", 1),
        (rf"{{\pict{PAGE} 00}}{{\pict{PAGE} 00}}", 2),
        (rf"{{\pict{PAGE}\picscalex20\picscaley20 00}}", 0),
        (r"{\pict\picwgoal900\pichgoal900\picscalex1100\picscaley1600 00}", 1),
        (r"{\pict\picwgoal2000\pichgoal13606 00}", 0),
        (r"{\pict 00}", 0),
    ],
)
def test_a_picture_is_told_of_where_it_fills_a_page(picture, count):
    words = "1 picture as large as a page was" if count == 1 else "2 pictures as large as a page were"
    assert told(f"a{picture}b") == [f"{words} not read"] * bool(count)


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        (r"a{\deleted b}c", "deleted in 1 place were not read"),
        (r"a{\deleted b}{\deleted\b c}d{\deleted e}", "deleted in 2 places were not read"),
        (r"a{\deleted b\par c}d", "deleted in 1 place were not read"),
        (r"a{\revised b}c", "inserted in 1 place were read"),
        (r"a{\revised b}{\deleted c}", "inserted in 1 place were read, words deleted in 1 place were not read"),
    ],
)
def test_tracked_changes_are_told_as_they_were_taken(body, remark):
    assert told(body) == [f"{CHANGES}{remark}"]


@pytest.mark.parametrize("body", [r"a{\deleted  }b", r"a\revised\revised0 b", r"a\deleted\plain b", r"{\v\par}a"])
def test_where_no_words_are_hidden_or_changed_nothing_is_told(body):
    assert told(body) == []


def test_hidden_words_are_counted_by_places():
    assert told(r"a{\v b}c{\v d}{\v e}f") == ["hidden words in 2 places were not read"]


@pytest.mark.parametrize(
    ("body", "count"),
    [(r"{\f3 ab}", 2), (r"\u-3913?", 1), (r"{\f3 \tab}", 0), (r"{\v\f3 ab}", 0), (r"\u8217?", 0)],
)
def test_signs_of_a_symbol_font_are_counted(body, count):
    found = [remark for remark in told(f"a{body}c", head=r"{\fonttbl{\f3\fcharset2 Symbol;}}") if "sign" in remark]
    assert found == [f"{count} sign{'s' * (count > 1)} {SIGNS}"] * bool(count)


def test_bytes_that_name_no_letter_are_counted():
    told_of = "no letter in the document's encoding; \ufffd stands there"
    assert told(r"a\'81\'81 b") == [f"2 bytes name {told_of}"]
    assert told(r"a\'81 b") == [f"1 byte names {told_of}"]
    assert told(r"a{\v\'81}b") == ["hidden words in 1 place were not read"]


def test_a_brace_too_many_is_told_with_what_it_cuts_off():
    data = rtf(rf"{TITLE}{RAIN}\par}}More words.\par")
    assert page(data, ".rtf").remarks == (BEHIND,)
    assert "More" not in page(data, ".rtf").text


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\0\0\0", b"}}", b" \n"])
def test_what_holds_no_words_behind_the_end_is_not_told(end):
    assert page(rtf(TITLE + RAIN) + end, ".rtf").remarks == ()


def test_what_is_told_changes_no_word():
    read = page(rtf(rf"{TITLE}a{COMMENT}{{\v b}}{{\deleted c}}{{\revised d}}e\par"), ".rtf")
    assert [b.of(read.text) for b in read.blocks] == ["The Quay", "ade"]
    assert len(read.remarks) == 3


pieces = st.sampled_from([
    "{", "}", r"\pict", r"\picwgoal9638", r"\pichgoal-13606", r"\picscalex9999999999", r"\deleted", r"\v",
    r"\revised",
    r"\*\annotation", r"\object", r"\f3", r"\'81", r"\u-3913?", "words ", r"\par ", r"\header",
    r"\nonshppict", r"\plain",
])  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join))
def test_whatever_stands_in_a_document_it_is_read_or_refused(body):
    try:
        read = page(rtf(f"{RAIN}{body}", head=r"{\fonttbl{\f3\fcharset2 Symbol;}}"), ".rtf")
    except SourceError:
        return
    assert all(remark and remark[-1] != "." for remark in read.remarks)
