"""What the elements of a web page are: blocks, what is not shown, furniture, and the marks of notes."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.model import BlockKind

#: Elements that a browser shows on lines of their own.
BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre search section summary table
    tbody td tfoot th thead tr ul""".split()
)
#: What a reader does not see, or sees only where the rest cannot be shown; and what is pressed, not read.
_PASSED_OVER: Final = frozenset(
    """annotation audio button canvas datalist frameset head iframe input map meter noembed noframes noscript
    object option progress rp rt script select style svg template textarea title video""".split()
)
_KINDS: Final = {
    "blockquote": BlockKind.QUOTE, "li": BlockKind.ITEM, "dt": BlockKind.ITEM, "dd": BlockKind.ITEM,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
}  # fmt: skip
#: Which of two nested ones counts: a list in a block quotation is quoted, a heading in a note is the note's.
_STRENGTH: Final = (
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.LEFTOVER,
)  # fmt: skip
#: Classes that style sheets hide from sight, and an encyclopaedia's tools.
_UNSEEN: Final = frozenset(
    """sr-only visually-hidden visuallyhidden screen-reader-text screenreader assistive-text mw-editsection
    mw-cite-backlink mw-jump-link""".split()
)
_HIDING: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_MACHINERY_ROLES: Final = frozenset(
    "navigation search menu menubar toolbar tablist alert dialog alertdialog".split()
)
#: Words in classes and ids of what stands beside an article.
_FURNITURE: Final = frozenset(
    """ad ads advert advertisement breadcrumb breadcrumbs comments consent cookie cookies disqus gdpr newsletter
    outbrain paywall piano popup promo promotion pullquote recirculation recommended regwall related share sharing
    sidebar
    signup social sponsor sponsored subscribe subscription taboola toolbar""".split()
)
#: Those whose words are never an article's, whoever takes them for it.
_NEVER: Final = frozenset("comments consent cookie cookies disqus gdpr outbrain paywall regwall taboola".split())
_PAID: Final = frozenset("paywall regwall".split())
_WORD: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_MOST_CLASSES: Final = 500
PLAIN_QUOTES: Final = frozenset("blockquote block-quote block_quote blockquot extract".split())
#: A note's mark, perhaps in brackets; the classes and roles of what refers to one.
MARK: Final = re.compile(r"[\[(]?(\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
#: What leads from a note back to where it is cited.
BACK: Final = re.compile("[\\^↑↖↩↵⇑⇧⏎⤴▲←\ufe0e\ufe0f]{1,4}")
_NOTE_CLASS: Final = re.compile(
    r"(?:foot|end)?-?_?note-?(?:ref|link|anchor)|fn-?(?:ref|link)|noteref", re.IGNORECASE
)
_REFERENCE_ROLES: Final = frozenset({"doc-noteref"})


def kind_of(element: Any, above: BlockKind) -> BlockKind:  # noqa: ANN401 - lxml's element
    """Return what the words in an element are, inside those of another."""
    own = _KINDS.get(element.tag, BlockKind.PARAGRAPH)
    if own is BlockKind.PARAGRAPH and not PLAIN_QUOTES.isdisjoint((element.get("class") or "").lower().split()):
        own = BlockKind.QUOTE
    return stronger(above, own)


def stronger(one: BlockKind, other: BlockKind) -> BlockKind:
    """Return which of two kinds counts where one stands in the other."""
    return max(one, other, key=_STRENGTH.index)


def is_unseen(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether a browser shows nothing of it, or only a control."""
    name = element.tag
    if not isinstance(name, str):
        return True  # a comment
    if name in _PASSED_OVER:
        # A shadow tree is shown where it was written out with the page.
        return not (name == "template" and (element.get("shadowrootmode") or element.get("shadowmode")))
    if element.get("hidden") is not None or (name == "dialog" and element.get("open") is None):
        return True
    classes = (element.get("class") or "")[:_MOST_CLASSES].lower().split()
    return not _UNSEEN.isdisjoint(classes) or bool(_HIDING.search((element.get("style") or "")[:1000]))


def is_machinery(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether it is for getting about the site: nothing in it is an article's."""
    roles = (element.get("role") or "").lower().split()
    return element.tag in {"nav", "search"} or not _MACHINERY_ROLES.isdisjoint(roles)


def is_never_article(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether it says itself to be readers' comments, a notice about cookies or the bar before paid words."""
    return not _NEVER.isdisjoint(_named(element)) and not _wraps(element)


def is_paid(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether it says itself to be the bar before paid words, or those words."""
    return not _PAID.isdisjoint(_named(element))


def is_furniture(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether it says itself to stand beside an article: an aside, or classes such as "related"."""
    return (element.tag == "aside" or not _FURNITURE.isdisjoint(_named(element))) and not _wraps(element)


def _wraps(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether it holds the article itself: classes of that tell of what else is in it, "with-sidebar"."""
    return element.tag in {"html", "body", "article"} or next(element.iter("main", "h1"), None) is not None


def refers(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether a link says itself to refer to a note."""
    return not _REFERENCE_ROLES.isdisjoint((element.get("role") or "").split())


def is_note_link(element: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Whether a link's class is that of a reference to a note."""
    return any(_NOTE_CLASS.fullmatch(name) for name in (element.get("class") or "")[:_MOST_CLASSES].split())


def _named(element: Any) -> set[str]:  # noqa: ANN401 - lxml's element
    if not element.attrib:
        return set()
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:_MOST_CLASSES]
    return {word.lower() for word in _WORD.findall(names)}
