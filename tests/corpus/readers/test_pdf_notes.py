from __future__ import annotations

import pytest
from pdf_reading import BILL, ROPE, TIDE, WALL, blocks, of_kind, passages, read
from pdf_writer import Sheet

from corpus.readers.build import _document

NOTE = "See the first report of the commission on walls, volume eleven, page 12."


def cited(mark="1", note=NOTE, *, raised=True, foot=80, text=TIDE, sheet=None, y=740):
    """Return a sheet whose paragraph cites a note that stands at its foot in small type."""
    sheet = sheet or Sheet()
    words = f"{text[:-1]}"
    y = sheet.paragraph(70, y, words, width=450)
    last = sheet.drawing[-1].split("(", 1)[1].removesuffix(") Tj ET")
    end = 70 + 6 * len(last)
    sheet.words(end, y + 12 + 4, mark, 6)
    sheet.words(end + 3.6 * len(mark), y + 12, ".")
    sheet.words(70, foot + 3 if raised else foot, mark, 5 if raised else 8)
    sheet.paragraph(70 + 3 * len(mark) if raised else 78, foot, note, size=8, width=440)
    return sheet


def notes(page):
    """Return each note by its label, and the labels that each passage cites."""
    found = {b.label: b.of(page.text) for b in page.blocks if b.kind.value == "note"}
    return found, [b.notes for b in page.blocks if b.kind.answers]


def test_a_note_at_the_foot_is_linked_by_its_raised_mark():
    page = read([cited()])
    assert notes(page) == ({"¹": f"¹{NOTE}"}, [("¹",)])
    assert passages(page) == [f"{TIDE[:-1]}¹."]


def test_a_note_whose_own_mark_stands_on_the_line_is_linked_too():
    found, labels = notes(read([cited(raised=False)]))
    assert found == {"¹": f"1 {NOTE}"}
    assert labels == [("¹",)]


@pytest.mark.parametrize("mark", ["*", "†", "‡", "§"])
def test_signs_are_marks(mark):
    found, labels = notes(read([cited(mark)]))
    assert found == {mark: f"{mark}{NOTE}"}
    assert labels == [(mark,)]


def test_a_note_of_several_lines_is_one():
    found, _ = notes(read([cited(note=f"{NOTE} {WALL} {ROPE}")]))
    assert found == {"¹": f"¹{NOTE} {WALL} {ROPE}"}


def test_marks_that_begin_anew_on_each_page_name_the_note_of_their_page():
    page = read([cited(), cited(note="Oda Bern says otherwise.", text=BILL)])
    assert notes(page) == ({"¹": f"¹{NOTE}", "¹ p. 2": "¹Oda Bern says otherwise."}, [("¹",), ("¹ p. 2",)])


def test_a_note_that_goes_on_overleaf_is_whole():
    first, second = cited(note=f"{NOTE} The rest of the volume"), Sheet()
    second.paragraph(70, 740, WALL)
    second.words(70, 80, "was lost in the fire.", 8)
    found, labels = notes(read([first, second]))
    assert found == {"¹": f"¹{NOTE} The rest of the volume was lost in the fire."}
    assert labels == [("¹",), ()]


def test_a_note_does_not_part_the_paragraph_that_goes_on_overleaf():
    text = f"{TIDE[:-1]} and {WALL[0].lower()}{WALL[1:-1]}"
    first, second = cited(text=text[:190].rsplit(" ", 1)[0] + "."), Sheet()
    second.paragraph(70, 740, f"which {ROPE[0].lower()}{ROPE[1:]}")
    kinds = [kind for kind, _ in blocks(read([first, second]))]
    assert kinds.count("note") == 1
    assert kinds.index("note") in {1, 2}


def test_small_type_that_opens_with_no_mark_stays_a_paragraph():
    sheet = Sheet()
    y = sheet.paragraph(70, 740, f"{TIDE} {WALL} {ROPE}")
    sheet.paragraph(70, y - 20, BILL, size=8)
    page = read([sheet])
    assert of_kind(page, "note") == []
    assert BILL in passages(page)


def test_a_number_that_nobody_cites_opens_no_note():
    sheet = Sheet()
    sheet.paragraph(70, 740, f"{TIDE} {WALL} {ROPE}")
    sheet.paragraph(70, 80, f"3 {BILL}", size=8)
    assert of_kind(read([sheet]), "note") == []


def test_notes_at_the_end_in_brackets_are_linked():
    sheet = Sheet()
    y = sheet.paragraph(70, 740, f"{TIDE[:-1]} [1]. {WALL}")
    sheet.paragraph(70, y - 20, f"[1] {NOTE}")
    found, labels = notes(read([sheet]))
    assert found == {"1": f"[1] {NOTE}"}
    assert labels == [("1",)]


def test_a_note_is_found_by_its_label(tmp_path):
    document = _document(read([cited()]), "a" * 64, tmp_path / "quay.pdf")
    (label,) = document.passages[0].notes
    assert document.note(label) == f"¹{NOTE}"
