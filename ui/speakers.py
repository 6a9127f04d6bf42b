"""Who speaks in a hit, said in words. One place for the chat and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.model import UtteranceKind
from ui import strings

if TYPE_CHECKING:
    from corpus.model import Utterance
    from qa import Hit

#: What each kind of utterance is called.
KINDS: Final = {
    UtteranceKind.DIRECT: strings.QUOTED_DIRECT,
    UtteranceKind.PART: strings.QUOTED_PART,
    UtteranceKind.BLOCK: strings.QUOTED_BLOCK,
    UtteranceKind.INDIRECT: strings.QUOTED_INDIRECT,
    UtteranceKind.TURN: strings.QUOTED_TURN,
}


def name_of(utterance: Utterance) -> str:
    """Return the full name, "probably" and the name, or "unattributed" with what the text prints, if anything."""
    if utterance.speaker:
        return utterance.speaker
    if utterance.probably:
        return strings.PROBABLY.format(name=utterance.probably)
    printed = utterance.as_printed
    return f"{strings.UNATTRIBUTED} (the text has “{printed}”)" if printed else strings.UNATTRIBUTED


def spoken_line(utterance: Utterance) -> str:
    """Return "Jane Roe, Minister, quoted directly, said on July 23"; role and date are as printed."""
    role = utterance.role if utterance.speaker and utterance.role != utterance.as_printed else None
    when = strings.SAID_ON.format(when=utterance.said.as_printed) if utterance.said else None
    return ", ".join(part for part in (name_of(utterance), role, KINDS[utterance.kind], when) if part)


def spoken_lines(hit: Hit) -> list[str]:
    """Return a line for each speaker of the answering sentence, then those also quoted in the passage.

    Where no quotation was found, that is what is said: it does not make the words the author's own.
    """
    answering = list(dict.fromkeys(map(spoken_line, hit.answering)))
    others = [line for u in hit.passage.utterances if (line := spoken_line(u)) not in answering]
    also = [f"{line} ({strings.ALSO_QUOTED})" for line in dict.fromkeys(others)]
    none = strings.NO_QUOTATION_MARKED if hit.passage.utterances else strings.NO_QUOTATION
    return [*(answering or [none]), *also]
