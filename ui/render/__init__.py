"""What the page shows, as HTML: the only modules that write any."""

from ui.render.cards import answer, card
from ui.render.elements import marked
from ui.render.page import failure, header, question

__all__ = ["answer", "card", "failure", "header", "marked", "question"]
