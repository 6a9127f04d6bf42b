from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.citation import Field, Provenance
from corpus.errors import SourceTooLargeError
from corpus.model import BlockKind
from corpus.readers.draft import Draft, Para, named

PATH = Path("/nowhere/a.docx")
RAIN = "It rained all night, and nobody saw the tide come in over the mole."
HEADING = Para("Tides", BlockKind.HEADING, level=2)
TITLE = {"title": Field("Stated", Provenance.METADATA)}


def drafted(*paras):
    draft = Draft(PATH)
    for para in paras:
        draft.put(para)
    return draft


def kinds(*paras):
    return [b.kind.value for b in drafted(*paras).page({}).blocks]


def test_paragraphs_lie_one_after_the_other_and_every_block_is_a_slice():
    read = drafted(HEADING, Para(f"  {RAIN}\n"), Para("x", page="iv")).page({})
    assert read.text == f"Tides\n\n{RAIN}\n\nx\n\n"
    assert [b.of(read.text) for b in read.blocks] == ["Tides", RAIN, "x"]
    assert read.blocks[2].page == "iv"


def test_what_has_no_words_is_no_paragraph():
    assert drafted(Para(" \t\u00a0\n"), Para("\x00\x01\ufffe"), Para("")).paras == []


def test_controls_and_halves_of_characters_are_left_out():
    assert drafted(Para("a\x00b\x0bc\ud800d\te\nf")).words() == "abcd\te\nf"


def test_the_first_heading_of_the_first_level_is_the_title_only_at_the_top():
    first = Para("The Quay", BlockKind.HEADING, level=1)
    assert kinds(first, first, Para(RAIN)) == ["title", "heading", "paragraph"]
    assert kinds(Para(RAIN), first) == ["paragraph", "heading"]
    assert kinds(HEADING, Para(RAIN)) == ["heading", "paragraph"]


def test_a_row_of_single_paragraphs_is_one_list_item_with_all_its_notes():
    draft = drafted(HEADING)
    draft.open_row()
    for words, label in (("Mon", "1"), ("high", "2")):
        draft.open_cell()
        draft.put(Para(words, notes=(label,)))
    draft.close_row()
    assert draft.paras[1] == Para("Mon | high", BlockKind.ITEM, ("1", "2"))


def test_a_row_within_a_cell_is_a_paragraph_of_that_cell():
    draft = Draft(PATH)
    draft.open_row()
    draft.open_cell()
    draft.put(Para("outer"))
    draft.open_cell()
    draft.open_row()
    for words in ("a", "b"):
        draft.open_cell()
        draft.put(Para(words))
    draft.close_row()
    draft.close_row()
    assert draft.words() == "outer | a | b"


def test_words_in_a_row_without_a_cell_and_rows_never_closed_are_kept():
    draft = Draft(PATH)
    draft.close_row()
    draft.open_cell()
    draft.open_row()
    draft.put(Para(RAIN))
    assert draft.page({}).text == f"{RAIN}\n\n"


def test_more_blocks_than_a_document_has_are_refused_as_they_come(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BLOCKS", 2)
    draft = drafted(Para("a"), Para("b"))
    with pytest.raises(SourceTooLargeError, match=r"a\.docx has more than 2 blocks"):
        draft.put(Para("c"))


def test_a_title_printed_as_such_comes_before_the_files_own_and_a_guessed_one_behind_it():
    printed = drafted(Para("Printed", BlockKind.TITLE), Para(RAIN))
    guessed = drafted(Para("The Long Quay"), Para("By Mara Quell"), Para(RAIN))
    assert printed.page(TITLE).fields["title"].value == "Printed"
    assert guessed.page(TITLE).fields["title"].value == "Stated"
    assert guessed.page({}).fields["title"].value == "The Long Quay"


def test_where_the_metadata_comes_first_it_comes_before_what_is_printed():
    printed = drafted(Para("Printed", BlockKind.TITLE), Para("By Mara Quell"), Para(RAIN))
    fields = printed.page(TITLE, first=True).fields
    assert {name: found.provenance.name for name, found in fields.items()} == {
        "title": "METADATA",
        "author": "TEXT",
    }


def test_of_lines_that_are_all_short_some_are_what_is_said():
    assert kinds(Para("Bread"), Para("Water")) == ["title", "paragraph"]
    assert kinds(Para("Bread")) == ["paragraph"]


def test_the_signature_below_a_block_quotation_is_no_passage():
    found = kinds(HEADING, Para("A wall.", BlockKind.QUOTE), Para("— Josef Lind", BlockKind.QUOTE), Para(RAIN))
    assert found == ["heading", "block quotation", "leftover", "paragraph"]


def test_properties_are_one_line_each_and_bounded():
    fields = named(" The\n Quay ", ["Oda Bern", "", "USER"], "x" * 5_000)
    assert fields["title"].value == "The Quay"
    assert fields["author"].value == [{"literal": "Oda Bern"}]
    assert len(fields["language"].value) == limits.MAX_FIELD_CHARS
    assert named() == {}


@given(
    st.lists(
        st.sampled_from(["row", "cell", "end"])
        | st.builds(Para, st.text(max_size=12), st.sampled_from(BlockKind), inset=st.booleans())
    )
)
def test_whatever_comes_in_whatever_order_every_block_is_a_slice_and_no_word_is_lost(steps):
    draft = Draft(PATH)
    for step in steps:
        {"row": draft.open_row, "cell": draft.open_cell, "end": draft.close_row}.get(
            step if isinstance(step, str) else "", lambda step=step: draft.put(step)
        )()
    read = draft.page({})
    assert all(b.of(read.text).strip() for b in read.blocks)
    said = "".join(p.words for p in steps if isinstance(p, Para))
    assert sum(map(str.isalnum, read.text)) == sum(map(str.isalnum, said))
