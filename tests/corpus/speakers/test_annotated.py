from __future__ import annotations

import pytest
from annotated import parse, read_folder

GOOD = "title: The Quay\ndate: 2019\n\n{1q “It rained,”} {1c said} {1s Bern|Oda Bern}.\n"


def test_a_text_comes_without_its_tags_and_its_head():
    text = parse(GOOD)
    assert text.text == "“It rained,” said Bern."
    assert text.head == {"title": "The Quay", "date": "2019"}


def test_every_tag_is_a_slice_of_the_text():
    text = parse(GOOD)
    assert [(s.letter, text.text[s.start : s.end], s.name) for s in text.spans] == [
        ("q", "“It rained,”", None),
        ("c", "said", None),
        ("s", "Bern", "Oda Bern"),
    ]


def test_tags_may_stand_inside_one_another_and_belong_to_several():
    text = parse("{1,2s Bern} {1c said} {1i that {2p “it rained”} all night} .")
    assert [(s.letter, s.number) for s in text.spans] == [("s", 1), ("s", 2), ("c", 1), ("p", 2), ("i", 1)]


@pytest.mark.parametrize(
    ("letter", "words", "kind"),
    [
        ("q", "“It rained.”", "direct"),
        ("b", "It rained.", "direct"),
        ("p", "“rain”", "mixed"),
        ("i", "it rained", "indirect"),
    ],
)
def test_each_kind_of_words_is_counted_with_its_speaker(letter, words, kind):
    (quote,) = parse(f"{{1s Bern|Oda Bern}}: {{1{letter} {words}}}").quotes()
    assert (quote["text"], quote["speaker"], quote["speaker_full"]) == (words, "Bern", "Oda Bern")
    assert quote["type"] in {kind, "part"}


def test_of_two_mentions_the_nearer_is_the_speaker():
    (quote,) = parse("{1s Oda Bern} rose. {1q “It rained,”} {1s she|Oda Bern} said.").quotes()
    assert quote["speaker"] == "she"


def test_words_that_are_nobodys_have_no_speaker():
    assert parse("{1q “It rained.”}").quotes()[0]["speaker"] is None


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{1q “It rained.”", "never closed"),
        ("It rained.}", "closes nothing"),
        ("{1s Bern} left.", "has no words"),
        ("“It rained,” said Bern.", "in marks but without"),
        ("{1x “Quay”}", "do not go together"),
        ("{q “It rained.”}", "do not go together"),
        ("{1q “It rained.”|Oda Bern}", "only an s tag"),
        ("{1q  “It rained.”}", "blanks at the edge"),
        ("{1b It rained.\n\nIt poured.}", "over two paragraphs"),
        ("A {z word.", "stray"),
    ],
)
def test_what_a_writer_forgets_is_refused_with_the_texts_name(source, fault):
    with pytest.raises(ValueError, match=f"quay: .*{fault}"):
        parse(source, "quay")


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    for name in "ba":
        (tmp_path / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    assert [text.name for text in read_folder(tmp_path)] == ["a", "b"]
