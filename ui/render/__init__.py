"""What the page shows, as HTML: the only modules that write any."""

from ui.render.answers import Place, answer, more_like
from ui.render.cards import MOST_ALSO, Beside, card
from ui.render.elements import marked
from ui.render.kept import kept
from ui.render.page import examples, failure, header, question

__all__ = [
    "MOST_ALSO",
    "Beside",
    "Place",
    "answer",
    "card",
    "examples",
    "failure",
    "header",
    "kept",
    "marked",
    "more_like",
    "question",
]
