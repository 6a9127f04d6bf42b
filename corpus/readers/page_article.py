"""From a web page's blocks to the article: what is in it, what only stands in it, and its notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corpus.blocks import Voice
from corpus.model import BlockKind
from corpus.readers.lines import is_caption, is_furniture, line_kind
from corpus.readers.page_remarks import choice_remarks
from corpus.readers.remarks import note_remarks
from corpus.speakers.signatures import is_signature, signer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.readers.draft import Para
    from corpus.readers.page_pieces import Piece, Spot

#: Fewer characters than a short sentence are no article.
_LEAST: Final = 20
#: How far above the article its title may stand with all between, in blocks.
_MOST_HEAD: Final = 12
#: Of the chosen words of several articles, what the main one has at least.
_MAIN_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Article:
    """An article's paragraphs in order, and who says those that the page's own markup gives a name to.

    ``styled`` says that the page marks its paragraphs as such; old ones part them by breaks alone. ``remarks``
    tell what was left out with doubt.
    """

    paras: tuple[Para, ...] = ()
    voices: tuple[Voice | None, ...] = ()
    styled: bool = False
    remarks: tuple[str, ...] = ()


def article(
    pieces: Sequence[Piece], chosen: frozenset[int], labels: Mapping[str, str], title: str | None
) -> Article | None:
    """Return the article among a page's blocks; None if the page has none.

    Args:
        pieces: the page's blocks in order.
        chosen: the stretches that are thought the article's; empty for "do not know".
        labels: the notes that are referred to, by the id they stand under.
        title: what the page's metadata calls the article.
    """
    shown = [n for n, p in enumerate(pieces) if _admitted(p) and 2 * p.share(chosen) > p.size]
    plain = _plain(pieces)
    taken = _main(pieces, shown or plain)
    beside = {_holder(pieces[n]) for n in taken}
    taken += [n for n, p in enumerate(pieces) if _holder(p) in beside and _plainly(p)]
    if sum(pieces[n].size for n in set(taken) if _says(pieces[n])) < _LEAST:
        return None
    found = _laid(pieces, set(taken), labels, _title(pieces, min(taken), title))
    remarks = choice_remarks(pieces, plain, set(taken), told=bool(shown))
    return replace(found, remarks=(*remarks, *found.remarks))


def _laid(pieces: Sequence[Piece], taken: set[int], labels: Mapping[str, str], title: int | None) -> Article:
    first, last = min(taken), max(taken)
    begin = first if title is None or first - title > _MOST_HEAD else min(title, first)
    voices = dict(_voices(pieces))
    paras: list[Para] = []
    said: list[Voice | None] = []
    for n, piece in enumerate(pieces):
        label = next((labels[place] for place in piece.para.places if place in labels), None)
        if n != title and not begin <= n <= last and label is None:
            continue
        if n not in taken and (piece.spot.machinery or piece.spot.never):
            continue
        if n == title:
            para = replace(piece.para, kind=BlockKind.TITLE)
        elif label is not None:
            para = replace(piece.para, kind=BlockKind.NOTE, label=label, notes=())
        else:
            para = replace(piece.para, kind=_kind(piece, taken=n in taken, head=n < first))
        paras.append(para)
        said.append(voices.get(n) if para.kind is BlockKind.QUOTE else None)
    styled = any(pieces[n].spot.name == "p" for n in taken)
    return _noted(Article(tuple(paras), tuple(said), styled))


def _kind(piece: Piece, *, taken: bool, head: bool) -> BlockKind:
    kind, words = piece.para.kind, " ".join(piece.para.words.split())
    if piece.spot.cite:
        return BlockKind.LEFTOVER
    if head:
        shown = line_kind(words)
        return shown if shown in {BlockKind.BYLINE, BlockKind.DATE, BlockKind.CAPTION} else BlockKind.LEFTOVER
    if kind is BlockKind.CAPTION or is_caption(words):
        return BlockKind.CAPTION
    return kind if taken and not is_furniture(words) else BlockKind.LEFTOVER


def _admitted(piece: Piece) -> bool:
    return not (piece.spot.machinery or piece.spot.never)


def _plainly(piece: Piece) -> bool:
    """Whether nothing about a block says that it stands beside the article."""
    return _admitted(piece) and not piece.spot.furniture and not piece.is_links


def _says(piece: Piece) -> bool:
    return piece.para.kind.answers and not piece.is_links and not piece.spot.cite


def _plain(pieces: Sequence[Piece]) -> list[int]:
    """Return the blocks that look like running text, where nothing better is known."""
    return [n for n, p in enumerate(pieces) if _plainly(p) and _says(p)]


def _main(pieces: Sequence[Piece], taken: list[int]) -> list[int]:
    """Of several articles keep the one with most of the words; the entries of a live report are all kept."""
    sizes = Counter[int]()
    for n in taken:
        if pieces[n].spot.article >= 0:
            sizes[pieces[n].spot.article] += pieces[n].size
    if not sizes:
        return taken
    (main, size), total = sizes.most_common(1)[0], sizes.total()
    return [n for n in taken if pieces[n].spot.article == main] if size >= _MAIN_SHARE * total else taken


def _holder(piece: Piece) -> int:
    return piece.spot.above.number if piece.spot.above else -1


def _title(pieces: Sequence[Piece], first: int, title: str | None) -> int | None:
    """Return the heading that is the article's title: the one its metadata names, else the last ``<h1>`` above."""
    heads = [n for n, p in enumerate(pieces) if p.para.kind is BlockKind.HEADING and not p.spot.machinery]
    wanted = " ".join((title or "").casefold().split())
    named = [n for n in heads if wanted and " ".join(pieces[n].para.words.casefold().split()) == wanted]
    above = [n for n in heads if pieces[n].para.level == 1 and n <= first]
    return next(iter(named), above[-1] if above else None)


def _voices(pieces: Sequence[Piece]) -> Iterator[tuple[int, Voice]]:
    """Yield each block of a quotation whose markup names who said it, with the name.

    ``<cite>`` may also hold a work's title, so that a name alone is not enough: a role or a dash goes with it.
    """
    by_quotation: dict[int, Voice] = {}
    for piece in pieces:
        if not piece.spot.cite:
            continue
        words = " ".join(piece.para.words.split())
        signs = signer(words if is_signature(words) else f"— {words}")
        if signs and (signs[1] or signs[0].role or is_signature(words)):
            mention, role = signs
            voice = Voice(mention.name, mention.printed, mention.role or role)
            by_quotation[_quotation(piece.spot)] = voice
    for n, piece in enumerate(pieces):
        if piece.para.kind is BlockKind.QUOTE and (voice_of := by_quotation.get(_quotation(piece.spot))):
            yield n, voice_of


def _quotation(spot: Spot) -> int:
    """Return the number of the outermost block quotation around."""
    number, at = -1, spot
    while at.above is not None:
        number = at.number if at.name == "blockquote" else number
        at = at.above
    return number


def _noted(found: Article) -> Article:
    """Make one note of the paragraphs of one, and let no paragraph cite a note that is not there."""
    paras: list[Para] = []
    voices: list[Voice | None] = []
    for para, voice in zip(found.paras, found.voices, strict=True):
        if para.kind is BlockKind.NOTE and paras and paras[-1].label == para.label and paras[-1].label is not None:
            paras[-1] = replace(paras[-1], words=f"{paras[-1].words.strip()}\n\n{para.words.strip()}")
        else:
            paras.append(para)
            voices.append(voice)
    known = {para.label for para in paras if para.kind is BlockKind.NOTE}
    kept = (replace(p, notes=tuple(note for note in p.notes if note in known)) for p in paras)
    return Article(tuple(kept), tuple(voices), found.styled, tuple(note_remarks(paras, known)))
