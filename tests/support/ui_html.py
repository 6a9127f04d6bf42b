"""Reads the page's HTML back: its elements, their attributes, and the text in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Every element that the page writes, with every attribute it may have. Links lead into
#: the page; there is no image and no form.
ALLOWED = {
    "a": {"class", "href", "data-or-go", "data-or-value", "aria-label", "data-or-hidden", "style", "tabindex"},
    "article": {"class", "aria-label", "tabindex"},
    "blockquote": {"class", "dir"},
    "caption": {"class"},
    "button": {
        "type",
        "class",
        "data-or-copy",
        "data-or-copy-address",
        "data-or-collect",
        "data-or-keep",
        "data-or-go",
        "data-or-value",
        "aria-pressed",
        "data-or-tray",
        "data-or-id",
        "aria-label",
        "disabled",
        "hidden",
    },
    "cite": set(),
    "code": set(),
    "del": set(),
    "details": {"class"},
    "dd": set(),
    "div": {"class", "role", "aria-label", "style", "aria-hidden", "id", "tabindex", "aria-current"},
    "dl": {"class"},
    "dt": set(),
    "footer": {"class"},
    "h1": {"class"},
    "h2": {"class", "dir"},
    "h3": {"class", "dir"},
    "header": {"class"},
    "i": set(),
    "ins": set(),
    "li": {"class"},
    "mark": set(),
    "nav": {"class", "aria-label"},
    "ol": {"class"},
    "p": {"class", "dir", "role", "hidden"},
    "section": {"class", "tabindex", "aria-label", "data-or-turn"},
    "small": {"class"},
    "span": {"class", "style", "aria-hidden"},
    "strong": set(),
    "summary": set(),
    "table": {"class"},
    "tbody": set(),
    "td": {"data-label"},
    "th": {"scope"},
    "thead": set(),
    "tr": set(),
    "ul": {"class", "style"},
}


@dataclass
class Element:
    """An element with its attributes and the text of everything in it."""

    tag: str
    attributes: dict
    text: str = ""
    inside: list = field(default_factory=list)

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.stray = [], [], []

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), inside=[e.tag for e in self.open])
        self.elements.append(element)
        self.open.append(element)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop().tag != tag:
            self.stray.append(f"</{tag}>")

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def handle_comment(self, data):
        self.stray.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.stray.append(f"<!{decl}>")

    def unknown_decl(self, data):
        self.stray.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.stray.append(f"<?{data}>")


def elements(html):
    """Return the elements in order; anything that is no well-nested element of ours fails the test."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.stray, reader.stray
    assert not reader.open, f"never closed: {reader.open}"
    return reader.elements


def foreign(html):
    """Return what in the HTML is not ours: elements or attributes outside the allow-list."""
    found = [e.tag for e in elements(html) if e.tag not in ALLOWED]
    return found + [
        f"{e.tag} {a}" for e in elements(html) for a in e.attributes if a not in ALLOWED.get(e.tag, ())
    ]


def one(html, css_class):
    """Return the only element with a class."""
    (found,) = [e for e in elements(html) if css_class in e.classes]
    return found
