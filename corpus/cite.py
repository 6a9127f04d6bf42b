"""Citations as footnotes, after the notes style of The Chicago Manual of Style (17th ed., ch. 14).

What is unknown is left out. Nothing stands in for it, not even "n.d.", which would be a claim too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.citation import Citation
    from corpus.model import Passage, Utterance

#: Item types whose titles stand in italics in print, and so without quotation marks in plain text.
_STANDALONE = frozenset({"book", "report", "thesis", "motion_picture", "hearing", "legislation", "pamphlet"})
_MANY_AUTHORS = 3


def note(
    citation: Citation, passage: Passage, utterances: Sequence[Utterance] = (), footnotes: Sequence[str] = ()
) -> str:
    """Return one footnote for a passage, ending in a full stop.

    Args:
        citation: the document's record.
        passage: what is cited; gives the pinpoint.
        utterances: what is cited; when all are one known speaker's own words, the note opens "Name, quoted in".
        footnotes: texts of the notes that the words rest on, given as "citing".
    """
    names = {u.speaker if u.kind.verbatim else None for u in utterances}
    author = _authors(citation.get("author") or [])
    speaker = names.pop() if len(names) == 1 else None
    parts = [
        author,
        _title(citation),
        _container(citation),
        str(citation.issued or _literal_date(citation) or ""),
    ]
    parts = [*parts, _pinpoint(passage), citation.get("DOI") or citation.get("URL") or ""]
    body = _joined([p for p in parts if p])
    if speaker and speaker != author:
        body = f"{speaker}, quoted in {body}"
    if footnotes:
        body = f"{body}, citing {'; '.join(_flat(text).removesuffix('.') for text in footnotes)}"
    return body if body.endswith((".", ".”")) else f"{body}."


def _joined(parts: list[str]) -> str:
    """Join with commas; in American use the comma goes inside a closing quotation mark."""
    out = parts[0]
    for part in parts[1:]:
        if out.endswith("”"):
            ends_itself = out[-2:-1] in "?!"
            out = f"{out} {part}" if ends_itself else f"{out[:-1]},” {part}"
        else:
            out = f"{out}, {part}"
    return out


def _title(citation: Citation) -> str:
    title = _flat(citation.title or "")
    if not title or citation.get("type") in _STANDALONE:
        return title
    # Double marks inside a title become single ones, as inside any quotation.
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def _container(citation: Citation) -> str:
    return _flat(str(citation.get("container-title") or citation.get("publisher") or ""))


def _literal_date(citation: Citation) -> str:
    return _flat(str((citation.get("issued") or {}).get("literal", "")))


def _pinpoint(passage: Passage) -> str:
    if passage.page:
        return passage.page
    if passage.time is not None:
        minutes, seconds = divmod(int(passage.time), 60)
        return f"at {minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return f"para. {passage.paragraph}"


def _authors(names: list[dict[str, Any]]) -> str:
    shown = [_name(n) for n in names]
    if len(shown) > _MANY_AUTHORS:
        return f"{shown[0]} et al."
    if len(shown) > 2:  # noqa: PLR2004 - three names take the serial comma
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return " and ".join(shown)


def _name(name: dict[str, Any]) -> str:
    if "literal" in name:
        return _flat(str(name["literal"]))
    order = ("given", "dropping-particle", "non-dropping-particle", "family")
    whole = " ".join(str(name[part]) for part in order if name.get(part))
    suffix = name.get("suffix")
    return _flat(f"{whole} {suffix}" if suffix else whole)


def _flat(text: str) -> str:
    return " ".join(text.split())
