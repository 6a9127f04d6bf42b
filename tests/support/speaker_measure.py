"""How often the speaker that is named is the right one, on annotated documents."""

from __future__ import annotations

import json
from collections import Counter

from corpus.readers.split import raw_blocks
from corpus.speakers import attribute, name_words

#: Two spans are the same quotation when they share this much of the longer one.
_SAME_SPAN = 0.7
_PRONOUNS = frozenset("he she they it who i we you".split())


def measure(path):
    """Count over a file of {text, quotes: [{start, end, speaker, speaker_full?}]} lines.

    Returns a Counter of ``found`` (our quotations that are annotated ones), ``named`` (those given a speaker) and
    ``right`` (those whose name, or the mention it comes from, shares a word with the annotated one).
    """
    counts = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            counts += _document(document["text"], document["quotes"])
    return counts


def _document(text, quotes):
    counts = Counter()
    blocks = raw_blocks(text)
    for block, said in zip(blocks, attribute(text, blocks), strict=True):
        for utterance in said:
            gold = _gold(quotes, block.start + utterance.start, block.start + utterance.end)
            if gold and not set(_expected(gold)) <= _PRONOUNS:  # "he" does not tell whether our name is right
                named = utterance.speaker is not None
                counts.update(found=1, named=named, right=named and _right(utterance, gold))
    return counts


def _gold(quotes, start, end):
    longer = lambda q: max(end - start, q["end"] - q["start"])  # noqa: E731 - used on the next line alone
    same = (q for q in quotes if min(end, q["end"]) - max(start, q["start"]) > _SAME_SPAN * longer(q))
    return next(same, None)


def _right(utterance, gold):
    given = {*name_words(utterance.speaker), *name_words(utterance.as_printed or "")}
    return bool(given & set(_expected(gold)))


def _expected(gold):
    return name_words(gold.get("speaker_full") or gold.get("speaker") or "")
