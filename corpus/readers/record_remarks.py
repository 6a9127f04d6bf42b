"""What is told of a record in XML beside its text: gaps that it states, speeches by nobody, parts elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.errors import printable
from corpus.readers.remarks import counted, undated
from corpus.readers.vocabulary import GAP_MARK, MARKED, READ_BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpus.blocks import Voice
    from corpus.readers.xml_tree import Element

#: Elements of TEI and of Akoma Ntoso that tell of something the text does not show.
_WATCHED: Final = frozenset("app componentRef del documentRef eop include noteRef pb supplied unclear".split()) | {
    MARKED,
    READ_BESIDE,
}
_MOST_REASONS: Final = 3


@dataclass(slots=True)
class Passed:
    """Counts, over all texts of a file, what is passed over and which speeches are by whom.

    ``undated`` is the date as it is written where no day can be read from it.
    """

    undated: str = ""
    _met: dict[str, list[Element]] = field(default_factory=lambda: {name: [] for name in _WATCHED})
    _unlisted: int = 0
    _unnamed: int = 0
    _several: int = 0
    _timed: int = 0

    @property
    def watched(self) -> Mapping[str, Callable[[Element], object]]:
        """What is told of each element, by its name."""
        return {name: met.append for name, met in self._met.items()}

    def speech(self, pointed: int, name: str, voice: Voice | None, *, timed: bool = False) -> None:
        """Count a speech.

        Args:
            pointed: how many people it points to.
            name: that of the one in the list of persons, empty where it is not there.
            voice: whom it is given to.
            timed: whether it says when it begins.
        """
        self._timed += timed
        if pointed > 1:
            self._several += 1
        elif voice is None:
            self._unnamed += 1
        elif pointed and not name:
            self._unlisted += 1

    def remarks(self) -> Iterator[str]:
        """Yield the remarks on the whole file."""
        yield from self._of_parts()
        yield from self._of_words()
        yield from self._of_speeches()
        if self.undated:
            yield undated("the record's", self.undated)

    def _of_parts(self) -> Iterator[str]:
        yield from _told(
            self._count("include", "componentRef", "documentRef"),
            "part lies in another file and was not read",
            "parts lie in other files and were not read",
        )
        yield from _told(
            self._count("noteRef"),
            "note kept apart from the text was not read",
            "notes kept apart from the text were not read",
        )
        yield from _told(
            sum(not page.attributes.get("n", "").strip() for page in self._met["pb"]),
            "page break has no number, and what follows it no page",
            "page breaks have no number, and what follows them no page",
        )
        yield from _told(self._count("eop"), "page break (eop) was not read", "page breaks (eop) were not read")

    def _of_words(self) -> Iterator[str]:
        gaps = self._met[MARKED]
        reasons = dict.fromkeys(" ".join(gap.attributes.get("reason", "").split()) for gap in gaps)
        shown = printable(", ".join([reason for reason in reasons if reason][:_MOST_REASONS]), 80)
        because = f" ({shown})" if shown else ""
        yield from _told(
            len(gaps),
            f"gap that the text states{because} is marked {GAP_MARK}",
            f"gaps that the text states{because} are marked {GAP_MARK}",
        )
        yield from _told(
            self._count("unclear"),
            "stretch marked as unclear was read like the rest",
            "stretches marked as unclear were read like the rest",
        )
        yield from _told(
            self._count("supplied"),
            "stretch supplied by an editor was read like the rest",
            "stretches supplied by an editor were read like the rest",
        )
        yield from _told(
            self._count("del"),
            "stretch marked as deleted was left out",
            "stretches marked as deleted were left out",
        )
        yield from _told(
            self._count(READ_BESIDE),
            "word or stretch is an editor's, in whose place the text keeps no other",
            "words or stretches are an editor's, in whose place the text keeps no others",
        )
        yield from _told(
            self._variants(),
            "variant reading was left out, and the text has nothing in its place",
            "variant readings were left out, and the text has nothing in their place",
        )

    def _of_speeches(self) -> Iterator[str]:
        nobody = "nobody in the file's list of persons"
        yield from _told(
            self._unlisted,
            f"speech points to {nobody} and is by the name printed with it",
            f"speeches point to {nobody} and are by the names printed with them",
        )
        yield from _told(
            self._unnamed,
            f"speech names {nobody} and prints no name",
            f"speeches name {nobody} and print no name",
        )
        yield from _told(
            self._several,
            "speech is by several people at once and is given to none of them",
            "speeches are by several people at once and are given to none of them",
        )
        yield from _told(
            self._timed,
            "speech says when it begins, which was not read",
            "speeches say when they begin, which was not read",
        )

    def _variants(self) -> int:
        """Return how many readings of several witnesses were left out where no text is chosen among them."""
        without = (app for app in self._met["app"] if not any(child.name == "lem" for child in app.children))
        return sum(child.name == "rdg" for app in without for child in app.children)

    def _count(self, *names: str) -> int:
        return sum(len(self._met[name]) for name in names)


def _told(count: int, one: str, several: str) -> Iterator[str]:
    if count:
        yield counted(count, one, several)
