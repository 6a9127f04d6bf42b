"""Web pages of any make, for properties: words of odd characters in elements that nest at random."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import html

from corpus.readers.page_words import Words

#: Words with no blank; some are such that a library has been seen to drop, move or join them.
WORD = st.text(st.sampled_from("abcxyzÄ漢’.,-–1&<⠿\xa0\xad"), min_size=1, max_size=6)
#: A link does not stand in a link: browsers and parsers part them in different ways.
INLINE = ["", "", "b", "em", "span", "sup", "code", "cite"]
BLANK = st.sampled_from([" ", "\n  ", "", "\t"])


@st.composite
def prose(draw, depth=0, *, linked=False):
    """Return inline HTML."""
    out = []
    for _ in range(draw(st.integers(1, 3))):
        words = draw(WORD).replace("&", "&amp;").replace("<", "&lt;")
        tag = draw(st.sampled_from(INLINE if linked else [*INLINE, "a href='/x'", "a href='#no'"]))
        inner = draw(prose(depth + 1, linked=linked or tag.startswith("a "))) if tag and depth < 2 else ""
        out.append(f"<{tag}>{words}{inner}</{tag.split()[0]}>" if tag else words)
        out.append(draw(BLANK))
        out.append(
            draw(
                st.sampled_from(
                    ["", "", "", "<br>", "<!-- no -->", "<img alt='no'>", "<wbr>", "<script>no</script>"]
                )
            )
        )
    return "".join(out)


@st.composite
def body(draw, depth=0):
    """Return HTML of blocks."""
    out = []
    for _ in range(draw(st.integers(1, 3))):
        tag = draw(
            st.sampled_from(["p", "p", "h2", "div", "blockquote", "ul", "table", "pre", "section", "figure"])
        )
        if tag == "ul":
            out.append("<ul>" + "".join(f"<li>{draw(prose())}" for _ in range(2)) + "</ul>")
        elif tag == "table":
            out.append(f"<table><tr><td>{draw(prose())}</td><td><p>{draw(prose())}</p></td></tr></table>")
        elif tag in {"div", "section", "blockquote", "figure"} and depth < 2:
            out.append(f"<{tag}>{draw(prose())}{draw(body(depth + 1))}{draw(prose())}</{tag}>")
        else:
            out.append(f"<{tag}>{draw(prose())}</{tag}>")
        out.append(draw(BLANK))
    return "".join(out)


def laid(source):
    """Return the words of a page's blocks."""
    return [piece.para.words for piece in Words().follow(html.document_fromstring(source))]
