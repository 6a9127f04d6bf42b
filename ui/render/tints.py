"""A colour for each speaker of a document, from a bounded palette, and what else tells kinds of speech apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.model import UtteranceKind
from ui import strings
from ui.render.elements import element, fold, link, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.model import Document, Utterance
    from corpus.speakers.roster import Roster

#: Colours in the palette (assets/documents.css). Whoever speaks less often shares one more.
COLOURS: Final = 8


@dataclass(frozen=True, slots=True)
class Tints:
    """The number of each speaker's colour, from 1 for who speaks most; ``names`` by the name as stored."""

    colours: Mapping[str, int]
    names: Mapping[str, str]

    def speaker(self, utterance: Utterance) -> str | None:
        """Return whose words these are, or probably are, by the speaker's one name."""
        name = utterance.speaker or utterance.probably
        return self.names.get(name, name) if name else None

    def classes(self, utterance: Utterance) -> str:
        """Return the classes that show whose words these are and how they stand in the text."""
        speaker = self.speaker(utterance)
        colour = f"or-tint-{self.colours.get(speaker, 0)}" if speaker else "or-tint-none"
        reported = " or-doc-reported" if utterance.kind is UtteranceKind.INDIRECT else ""
        probably = " or-doc-probably" if speaker and not utterance.speaker else ""
        return f"or-tint {colour}{reported}{probably}"


def tints_of(document: Document, roster: Roster) -> Tints:
    """Give each speaker of a document a colour, by the one name that the roster has for them."""
    stored = {n for p in document.passages for u in p.utterances if (n := u.speaker or u.probably)}
    names = {n: one.name for n in stored if (one := roster.speaker_of(n))}
    said_by = Counter(
        names.get(n, n) for p in document.passages for u in p.utterances if (n := u.speaker or u.probably)
    )
    first = [name for name, _ in said_by.most_common(COLOURS)]
    return Tints({name: n for n, name in enumerate(first, 1)}, names | {n: n for n in stored - names.keys()})


def legend(tints: Tints) -> str:
    """Return what the colours and lines mean, each name a link to its speaker; empty where nobody is named."""
    if not tints.names:
        return ""
    items = [
        element("li", "", swatch(f"or-tint or-tint-{n}") + link(name, "speaker", name))
        for name, n in tints.colours.items()
    ]
    if len(set(tints.names.values())) > COLOURS:
        items.append(element("li", "", swatch("or-tint or-tint-0") + said("span", "", strings.DOC_OTHERS)))
    marks = {
        "or-doc-reported": strings.DOC_UNDERLINED,
        "or-doc-probably": strings.DOC_DOTTED,
        "or-tint-none": strings.DOC_DASHED,
    }
    items += [
        element("li", "", swatch(f"or-tint {mark}") + said("span", "", told)) for mark, told in marks.items()
    ]
    return fold(strings.DOC_LEGEND, element("ul", "or-doc-legend", "".join(items)))


def swatch(classes: str) -> str:
    """Return a small patch of a colour; the words beside it say what it means."""
    return element("span", f"or-swatch {classes}", "", 'aria-hidden="true"')
