"""What the elements of a parliament's record in XML are, and which of their words are the text's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpus.blocks import Voice
    from corpus.model import BlockKind
    from corpus.readers.xml_tree import Element

#: Stands among the words where the text says that some are missing, as in print.
GAP_MARK: Final = "[…]"
#: The name under which an editor's words are watched that are read for want of others.
READ_BESIDE: Final = "(an editor's)"
#: The name under which gaps are watched that print no mark of their own.
MARKED: Final = "(a gap's)"
#: What may also be one of the text's own readings, where an editor's is chosen beside it.
_OF_CHOICES: Final = frozenset({"seg", "unclear"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format are.

    ``kinds`` are blocks, ``asides`` what is taken out of the paragraph around it, ``silent`` what is no text at
    all, ``pages`` what says that a page begins, ``lines`` what begins a line, ``tokens`` single words and points,
    which may say that no blank is behind them. ``voice_of`` returns who speaks in an element of ``speeches``, None
    where it names nobody; ``note_label`` the mark of a note that is one of the text's own, None for a remark.
    ``watched`` is called with each element of these names that is met, whatever becomes of it. ``beside`` are an
    editor's words for others, ``own``, and no text where those stand with them, in a ``choice`` or next to it;
    each that is read is told to the one that watches ``READ_BESIDE``. ``gaps`` say that words are missing:
    where one prints no mark of its own it leaves ``GAP_MARK``, and is told to the one that watches ``MARKED``.
    ``time_of`` returns when the words in an element of a speech begin, or those behind it, in seconds of the
    recording.
    """

    kinds: Mapping[str, BlockKind]
    asides: Mapping[str, BlockKind]
    silent: frozenset[str]
    speeches: frozenset[str]
    voice_of: Callable[[Element], Voice | None]
    note_label: Callable[[Element], str | None]
    pages: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    tokens: frozenset[str] = frozenset()
    watched: Mapping[str, Callable[[Element], object]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    time_of: Callable[[Element], float | None] = lambda _element: None

    def spoken(self, element: Element) -> list[str | Element]:
        """Return the parts of an element that are text, in order."""
        apart = {id(part) for part in self._instead(element)}
        return [
            part
            for part in element.content
            if isinstance(part, str) or not (part.name in self.silent or id(part) in apart)
        ]

    def _instead(self, element: Element) -> Iterator[Element]:
        """Yield an editor's words that stand with the text's own, or with others of an editor's before them."""
        if not any(child.name in self.beside for child in element.children):
            return
        near = [part for part in element.content if not (isinstance(part, str) and not part.strip())]
        chosen = element.name == "choice"
        known = chosen and any(child.name in self.own | _OF_CHOICES for child in element.children)
        for before, part, behind in zip([None, *near], near, [*near[1:], None], strict=False):
            if isinstance(part, str) or part.name not in self.beside:
                continue
            if known or any(getattr(beside, "name", "") in self.own for beside in (before, behind)):
                yield part
            known = known or chosen
