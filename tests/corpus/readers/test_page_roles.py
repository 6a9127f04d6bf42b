from __future__ import annotations

import pytest
from lxml import html

from corpus.model import BlockKind
from corpus.readers import page_roles as roles
from corpus.readers.page_pieces import walk


def element(source):
    return html.fragment_fromstring(source)


@pytest.mark.parametrize(
    "source",
    [
        "<p hidden>a</p>",
        '<p style="Display : NONE">a</p>',
        '<p style="x:y;visibility:hidden">a</p>',
        "<script>a</script>",
        '<span class="a sr-only">a</span>',
        "<dialog>a</dialog>",
        "<noscript>a</noscript>",
        "<button>a</button>",
        "<!-- a -->",
        "<template>a</template>",
    ],
)
def test_what_a_browser_does_not_show_is_unseen(source):
    assert roles.is_unseen(element(source))


@pytest.mark.parametrize(
    "source",
    [
        "<p>a</p>",
        '<p style="display: block">a</p>',
        '<p style="not-display: none-at-all">a</p>',
        "<dialog open>a</dialog>",
        '<p class="sr-only-not">a</p>',
        '<template shadowrootmode="open">a</template>',
        '<template shadowmode="open">a</template>',
        '<p aria-hidden="false">a</p>',
    ],
)
def test_what_a_browser_shows_is_seen(source):
    assert not roles.is_unseen(element(source))


@pytest.mark.parametrize(
    ("source", "furniture"),
    [
        ("<aside>a</aside>", True),
        ('<div class="related-stories">a</div>', True),
        ('<div id="newsletterSignup">a</div>', True),
        ('<div class="sharedLayout">a</div>', False),
        ('<div class="loaded">a</div>', False),
        ("<div>a</div>", False),
        ('<div class="with-sidebar"><h1>a</h1></div>', False),
        ('<article class="sponsored">a</article>', False),
        ('<div class="shareBar">a</div>', True),
        ('<div class="SIDEBAR">a</div>', True),
    ],
)
def test_a_name_tells_furniture_and_never_what_holds_the_article(source, furniture):
    assert roles.is_furniture(element(source)) is furniture


@pytest.mark.parametrize(
    ("source", "above", "kind"),
    [
        ("<p>a</p>", BlockKind.QUOTE, BlockKind.QUOTE),
        ("<li>a</li>", BlockKind.PARAGRAPH, BlockKind.ITEM),
        ("<li>a</li>", BlockKind.QUOTE, BlockKind.QUOTE),
        ('<div class="blockquote">a</div>', BlockKind.PARAGRAPH, BlockKind.QUOTE),
        ("<h3>a</h3>", BlockKind.PARAGRAPH, BlockKind.HEADING),
        ("<figcaption>a</figcaption>", BlockKind.QUOTE, BlockKind.CAPTION),
    ],
)
def test_of_two_nested_kinds_the_stronger_counts(source, above, kind):
    assert roles.kind_of(element(source), above) is kind


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("1", True),
        ("[12]", True),
        ("(a)", True),
        ("xiv", True),
        ("*", True),
        ("††", True),
        ("ab", False),
        ("1902a", False),
    ],
)
def test_a_notes_mark_is_short(words, marks):
    assert bool(roles.MARK.fullmatch(words)) is marks


@pytest.mark.parametrize(
    ("words", "back"),
    [("↩", True), ("↩︎", True), ("^", True), ("↑↑", True), ("&", False), ("-", False), ("1", False)],
)
def test_only_an_arrow_leads_back(words, back):
    assert bool(roles.BACK.fullmatch(words)) is back


def test_a_walk_opens_and_closes_each_element_in_order():
    steps = [(opens, one.tag, n) for opens, one, n in walk(element("<div><p><b>a</b></p><i>b</i></div>"))]
    assert steps == [
        (True, "div", 0),
        (True, "p", 1),
        (True, "b", 2),
        (False, "b", 2),
        (False, "p", 1),
        (True, "i", 3),
        (False, "i", 3),
        (False, "div", 0),
    ]


def test_a_walk_numbers_as_the_tree_does_and_needs_no_stack():
    root = html.document_fromstring("<div>" * 240 + "<!-- a --><p>b</p>")
    assert [one for opens, one, _ in walk(root) if opens] == list(root.iter())
    assert [n for opens, _, n in walk(root) if opens] == list(range(len(list(root.iter()))))
