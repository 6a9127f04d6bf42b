from __future__ import annotations

import pytest
from zipped import odt, odt_parts, page, zipped

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
TITLE = '<text:h text:outline-level="1">The Quay</text:h>'
HIDING = '<style:text-properties text:display="none"/>'
HIDDEN = f'<style:style style:name="T1" style:family="text">{HIDING}</style:style>'
HIDDEN += f'<style:style style:name="P1" style:family="paragraph">{HIDING}</style:style>'
CHANGED = "<office:change-info><creator>Oda Bern</creator></office:change-info>"
COMMENT = "<office:annotation><text:p>Is it so?</text:p></office:annotation>"


def told(body, **more):
    return list(page(odt(f"{TITLE}{body}<text:p>{RAIN}</text:p>", styles=HIDDEN, **more), ".odt").remarks)


def changes(*regions):
    inside = "".join(f"<text:changed-region>{region}</text:changed-region>" for region in regions)
    return f"<text:tracked-changes>{inside}</text:tracked-changes>"


def deletion(words):
    return f"<text:deletion>{CHANGED}<text:p>{words}</text:p></text:deletion>"


def frame(inside, width="5cm", height="4cm"):
    size = f'svg:width="{width}" svg:height="{height}"'
    return f'<text:p><draw:frame {size} xmlns:xlink="urn:link">{inside}</draw:frame></text:p>'


def note(mark, words):
    cited = f"<text:note-citation>{mark}</text:note-citation>"
    return f"<text:note>{cited}<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"


def embedded(*kinds):
    """Return what is told of a text with an object of each kind in it, and in its manifest."""
    objects = "".join(frame(f'<draw:object xlink:href="./Object {n}"/><draw:image/>') for n in range(len(kinds)))
    entries = "".join(
        f'<m:file-entry m:full-path="Object {n}/" m:media-type="application/vnd.oasis.opendocument.{kind}"/>'
        for n, kind in enumerate(kinds)
    )
    manifest = {"META-INF/manifest.xml": f'<m:manifest xmlns:m="urn:m">{entries}</m:manifest>'}
    return list(page(zipped(odt_parts(f"{TITLE}<text:p>{RAIN}</text:p>{objects}") | manifest), ".odt").remarks)


def test_of_an_ordinary_document_nothing_is_told():
    body = f"<text:p>a{note('1', 'b')}</text:p>"
    body += "<text:list><text:list-item><text:p>a rope</text:p></text:list-item></text:list>"
    body += frame("<draw:image/>") + frame("<draw:text-box><text:p>in the box</text:p></draw:text-box>")
    assert told(body + '<text:section text:display="condition"><text:p>c</text:p></text:section>') == []


def test_comments_are_counted():
    assert told(f"<text:p>a{COMMENT}b</text:p>") == ["1 comment was not read"]
    assert told(f"<text:p>a{COMMENT}b{COMMENT}</text:p>") == ["2 comments were not read"]


def test_tracked_changes_are_told_as_they_were_taken():
    regions = deletion("gone"), f"<text:insertion>{CHANGED}</text:insertion>", deletion("gone too")
    assert told(changes(*regions)) == [
        "tracked changes are taken as accepted: words inserted in 1 place were read, "
        "words deleted in 2 places were not read"
    ]


@pytest.mark.parametrize(
    "region",
    [
        deletion(""),
        f"<text:deletion>{CHANGED}<text:p/><text:p/></text:deletion>",
        f"<text:format-change>{CHANGED}</text:format-change>",
    ],
)
def test_changes_of_no_words_are_not_told(region):
    assert told(changes(region)) == []


def test_a_deletion_of_several_paragraphs_is_one_place():
    region = f"<text:deletion>{CHANGED}<text:p>gone</text:p><text:p>and gone</text:p></text:deletion>"
    assert told(changes(region)) == [
        "tracked changes are taken as accepted: words deleted in 1 place were not read"
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p>a<text:hidden-text text:is-hidden="true">b</text:hidden-text></text:p>',
        '<text:p>a<text:span text:style-name="T1">b</text:span></text:p>',
        '<text:section text:display="none"><text:p>b</text:p><text:p>c</text:p></text:section>',
        '<text:p>b<text:hidden-paragraph text:is-hidden="true"/></text:p>',
        '<text:p text:style-name="P1">b</text:p>',
    ],
)
def test_hidden_words_are_told_however_they_are_hidden(hidden):
    assert told(hidden) == ["hidden words in 1 place were not read"]


@pytest.mark.parametrize(
    "shown",
    [
        '<text:p>a<text:span text:style-name="T1"> </text:span></text:p>',
        '<text:p text:style-name="P1"/>',
        '<text:section text:display="none"><text:p/></text:section>',
        '<text:p>b<text:hidden-paragraph text:is-hidden="false"/></text:p>',
    ],
)
def test_where_no_words_are_hidden_nothing_is_told(shown):
    assert told(shown) == []


def test_hidden_words_with_others_between_them_are_two_places():
    span = '<text:span text:style-name="T1">b</text:span>'
    assert told(f"<text:p>a{span}{span} c {span}</text:p>") == ["hidden words in 2 places were not read"]


def test_charts_and_equations_are_known_by_the_manifest():
    assert embedded("chart", "formula", "spreadsheet", "chart") == [
        "2 charts were not read",
        "1 equation was not read",
        "1 embedded object was not read",
    ]


@pytest.mark.parametrize("name", ["object", "object-ole"])
def test_what_the_manifest_does_not_know_is_an_object(name):
    assert told(frame(f'<draw:{name} xlink:href="./Object 9"/>')) == ["1 embedded object was not read"]


@pytest.mark.parametrize("manifest", ["", "<", "<m:file-entry full-path='x/'>", "<m:file-entry " * 5_000])
def test_a_broken_manifest_costs_no_document(manifest):
    body = f"{TITLE}<text:p>{RAIN}</text:p>{frame('<draw:object/>')}"
    parts = odt_parts(body) | {"META-INF/manifest.xml": manifest}
    assert page(zipped(parts), ".odt").remarks == ("1 embedded object was not read",)


@pytest.mark.parametrize(
    ("width", "height", "told_of"),
    [("17cm", "24cm", True), ("6.7in", "9.5in", True), ("6cm", "4cm", False), ("100%", "x", False)],
)
def test_a_picture_is_told_of_where_it_fills_a_page(width, height, told_of):
    shown = frame("<draw:image/><draw:image/>", width, height)
    assert told(shown) == ["1 picture as large as a page was not read"] * told_of


def test_the_picture_of_an_object_is_not_counted_beside_it():
    shown = frame('<draw:object xlink:href="./a"/><draw:image/>', "17cm", "24cm")
    assert told(shown) == ["1 embedded object was not read"]


def test_a_note_without_a_mark_is_told():
    assert told(f"<text:p>a{note('', 'lost')}</text:p>") == ["1 note without a mark was not read"]
    assert told(f"<text:p>a{note('', '')}</text:p>") == []


def test_what_is_told_changes_no_word():
    body = f'{TITLE}<text:p>a{COMMENT}<text:span text:style-name="T1">b</text:span>c</text:p>'
    read = page(odt(changes(deletion("gone")) + body, styles=HIDDEN), ".odt")
    assert [b.of(read.text) for b in read.blocks] == ["The Quay", "ac"]
    assert len(read.remarks) == 3
