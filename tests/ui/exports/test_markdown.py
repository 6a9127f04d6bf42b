from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from texts import any_text
from ui_hits import citation, everywhere, hit, utterance
from ui_hostile import HOSTILE

from corpus.citing import Formatted, Style
from ui.exports import Format, export
from ui.exports.markdown import escaped, marked
from ui.exports.texts import legible

DIALECTS = (
    MarkdownIt("commonmark", {"html": True}),
    MarkdownIt("js-default", {"html": True, "typographer": True}),
)
OURS = {"text", "text_special", "hardbreak", "em_open", "em_close"}
words = st.one_of(any_text, st.text(), st.text(st.sampled_from("`*_[]()<>#|~&!:/.-+=\\1ab \t\n\r\u00a0\x85")))

GOLDEN = """# Passages

> “Lock the 2 gates\\*,” said Sanna Veld.\\
> \\# nobody did

In it: Sanna Veld, warden, quoted directly: “Lock the 2 gates\\*,”

\\(Sanna Veld, as cited in Ann Author, 2014, para. 3\\)

# References

- Ann Author. \\(2014, August 10\\)\\. *The Harbour*\\.
"""


def read(markdown, dialect):
    """Return the text of each paragraph and heading, and the kinds of all that stands in them."""
    inline = [token for token in dialect.parse(markdown) if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children}
    return ["".join("\n" if c.type == "hardbreak" else c.content for c in t.children) for t in inline], kinds


def test_a_small_export_is_what_was_written_by_hand(of):
    text = "“Lock the 2 gates*,” said Sanna Veld.\n# nobody did"
    said = replace(utterance(text, "Sanna Veld", role="warden"), end=len("“Lock the 2 gates*,”"))
    one = hit(text, utterances=[said])
    assert export(of(one), Format.MARKDOWN).decode() == GOLDEN


def test_only_the_words_of_a_speaker_stand_beside_the_name(of, around):
    one = around("Sanna Veld is against the site. ", '"Not 1 of us,"', " she said.", as_printed="she")
    rendered, _ = read(export(of(one), Format.MARKDOWN).decode(), DIALECTS[0])
    assert rendered[1:3] == [one.text, 'In it: Sanna Veld, quoted directly: "Not 1 of us,"']


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_beside_a_name_add_no_node(of, around, dialect, name):
    one = around("So: ", f"“{HOSTILE[name]}”", " she said.")
    rendered, kinds = read(export(of(one), Format.MARKDOWN).decode(), dialect)
    assert kinds <= OURS
    assert f"In it: Sanna Veld, quoted directly: “{legible(HOSTILE[name])}”" in rendered


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=words)
def test_any_text_renders_as_its_very_words_and_nothing_else(dialect, text):
    rendered, kinds = read(f"x{escaped(text)}x", dialect)
    assert rendered == [f"x{legible(text)}x"]
    assert kinds <= OURS - {"em_open", "em_close"}


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=words.filter(str.strip))
def test_any_passage_is_one_block_quotation_of_its_very_words(of, dialect, text):
    tokens = dialect.parse(export(of(hit(text)), Format.MARKDOWN).decode())
    at = [token.type for token in tokens].index("blockquote_open")
    assert [t.type for t in tokens[at : at + 5]] == [
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close",
    ]  # fmt: skip
    assert read(escaped(text), dialect)[0] == [legible(text)]
    assert "".join("\n" if c.type == "hardbreak" else c.content for c in tokens[at + 2].children) == legible(text)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_adds_no_node(of, dialect, name):
    markdown = export(of(everywhere(HOSTILE[name])), Format.MARKDOWN).decode()
    rendered, kinds = read(markdown, dialect)
    assert kinds <= OURS
    assert legible(HOSTILE[name]) in rendered
    blocks = {token.type for token in dialect.parse(markdown) if token.type.endswith("_open")}
    assert blocks == {"heading_open", "blockquote_open", "paragraph_open", "bullet_list_open", "list_item_open"}
    assert sum(token.type == "heading_open" for token in dialect.parse(markdown)) == 2


@pytest.mark.parametrize(
    "address", ["http://a.example", "www.a.example", "oda@a.example", "mailto:oda", "a.example"]
)
def test_no_address_is_left_that_a_program_would_make_a_link_of(address):
    shown = escaped(f"see {address} now")
    assert address not in shown
    assert read(shown, DIALECTS[0])[0] == [f"see {address} now"]


@pytest.mark.parametrize(
    "text", ["One well-known wall, in 2014; who said: “It leans.” Veld did.", "Was it? 40% of it."]
)
def test_plain_prose_stays_readable(text):
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        (Formatted("Orr, The Wall, 2016", ((5, 13),)), "Orr, *The Wall*, 2016"),
        (Formatted("The *Wall*", ((0, 10),)), "*The \\*Wall\\**"),
        (Formatted("in The Wall", ((2, 11),)), "in The Wall"),
        (Formatted("preThe Wall", ((3, 11),)), "preThe Wall"),
    ],
)
def test_italics_are_marked_where_the_marks_can_stand(cited, shown):
    assert marked(cited) == shown


@pytest.mark.parametrize("dialect", DIALECTS)
@given(st.data())
def test_a_citation_with_any_italics_renders_as_its_words(dialect, data):
    text = data.draw(st.text(st.sampled_from("ab*_“”\"'. ,()[\\é"), min_size=1))
    start = data.draw(st.integers(0, len(text)))
    spans = ((start, data.draw(st.integers(start, len(text)))),)
    assert read(f"x {marked(Formatted(text, spans))} x", dialect)[0] == [f"x {text} x"]


def test_the_style_is_followed(of):
    one = of(hit(cited=citation("The Harbour", "Orr")))
    assert "\\(Orr, par. 3\\)" in export(one, Format.MARKDOWN, Style.MLA).decode()


def test_characters_replaced_are_told(of):
    assert b"stand as \xef\xbf\xbd in 1 passage(s)." in export(of(hit("a\0b")), Format.MARKDOWN)
    assert b"stand as" not in export(of(hit("ab")), Format.MARKDOWN)
