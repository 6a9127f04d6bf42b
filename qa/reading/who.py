"""Whether the answer to a question is a speaker: "Who promised a bridge?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.reading.vocabulary import (
    AUXILIARIES,
    IMPERATIVES,
    LEADS,
    OTHER_NOUNS,
    PERSON_NOUNS,
    SKIPPED,
    SPEECH_NOUNS,
    is_finite,
    saying_verb,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.tokens import Token

#: So many words behind "which" are looked at: "which members of the port board want".
_BEHIND: Final = 6


def asks_who(words: Sequence[Token]) -> bool:
    """Whether the answer is a speaker: "Who promised a bridge?", "Which officer called it a ring?"."""
    at = next((n for n, w in enumerate(words) if w.low in {"who", "which", "whose", "what"}), None)
    if at is None or not (words[at].opens or words[at].gap.strip() == "," or _leads(words[:at])):
        return False
    rest = [w.low for w in words[at + 1 : at + 1 + _BEHIND]]
    while rest and (rest[0] in SKIPPED or rest[0] in {"else", "has", "had"}):  # "Who else has ever promised"
        rest = rest[1:]
    match words[at].low:
        case "who":
            told = rest[:1] == ["wrote"] and rest[1:2] in (["that"], ["about"])
            return bool(rest) and (told or _says(rest[0]) or rest[:3] == ["was", "it", "that"])
        case "whose":
            return bool(rest) and (rest[0] in SPEECH_NOUNS or rest[0] in OTHER_NOUNS)
        case _:
            verb = next(
                (n for n, w in enumerate(rest) if _says(w) or (saying_verb(w) and _plural(rest[:n]))), None
            )
            return verb is not None and _a_person(rest[:verb])


def _leads(before: Sequence[Token]) -> bool:
    """Whether only "Tell me", "and" and the like stand before a question's first word."""
    return all(w.low in IMPERATIVES | LEADS | {"me", "us"} for w in before)


def _a_person(words: Sequence[str]) -> bool:
    return any(w in PERSON_NOUNS for w in words) and not any(w in AUXILIARIES | {"by"} for w in words)


def _plural(words: Sequence[str]) -> bool:
    """Whether people are meant whose verb is the base form: "which members want"."""
    return any(w.endswith("s") for w in words) and _a_person(words)


def _says(word: str) -> bool:
    return saying_verb(word) and is_finite(word)
