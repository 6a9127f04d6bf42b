"""Words whose change turns what is said: negations, numbers, names."""

from __future__ import annotations

from typing import Final

from qa.checking.words import folded

_NEGATIONS: Final = frozenset(
    """no non not never none nor neither nobody nothing nowhere without cannot cant hardly scarcely
    nicht kein keine keinen keiner nie niemals ohne ne pas jamais sans aucun aucune nunca jamas não nem sem senza
    не ни нет никогда без لا لم لن ليس بدون نه هیچ 不 没 沒 無 无 未""".split()
)
_NUMBERS: Final = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion dozen half third quarter first second twice
    double""".split()
)


def is_negation(key: str) -> bool:
    """Whether a word denies, in English or in one of some other languages."""
    plain = folded(key)
    return plain in _NEGATIONS or key.casefold() in _NEGATIONS or plain.endswith("n't")


def is_number(key: str) -> bool:
    """Whether a word is a number or a sign of one."""
    return any(c.isnumeric() for c in key) or folded(key) in _NUMBERS or not any(c.isalnum() for c in key)


def is_name(key: str, *, opens: bool) -> bool:
    """Whether a word is written as names are; one that ``opens`` a sentence would be written so anyway."""
    return len(key) > 1 and key[:1].isupper() and (not opens or key[1:].lower() != key[1:])
