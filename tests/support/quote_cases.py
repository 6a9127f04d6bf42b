"""Quotations made from passages by a seeded generator: exact, with debris, with one word changed, absent."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

#: Words of the changed cases and of the absent ones; none of their pairs stands in the sample corpus.
OTHERS = ["herring", "lantern", "marmalade", "orchard", "plough", "quarry", "saddle", "thimble", "walnut", "yeast"]
OPENERS = ["The ferry", "Our oldest baker", "No grocer", "A warden", "Every second goat", "The clock maker"]
MIDDLES = ["sold the lighthouse to", "never forgave", "was painting a portrait of", "will marry", "outsings"]
CLOSERS = [
    "the choir of the lower village on Sunday.", "a retired tailor with eleven umbrellas.",
    "nobody but the beekeeper.", "the whole brass band, and paid in butter.", "his own bicycle in the rain.",
]  # fmt: skip
_MARK = re.compile(r"\[\d+\]")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True)
class Case:
    """A quotation, the passage it was made from (None for an absent one), and what was done to it."""

    text: str
    passage: str | None
    done: str


def cases(passages, seed=5, count=50):
    """Return ``count`` cases of each kind by kind: exact, debris, changed, absent.

    Args:
        passages: those to quote from, in a fixed order.
        seed: of the generator; the same gives the same cases.
        count: of each kind.
    """
    rng = random.Random(seed)  # noqa: S311 - the same cases every time, not secrets
    return {
        "exact": [exact(rng, rng.choice(passages)) for _ in range(count)],
        "debris": [debris(rng, rng.choice(passages), n) for n in range(count)],
        "changed": [changed(rng, rng.choice(passages), n) for n in range(count)],
        "absent": [absent(rng) for _ in range(count)],
    }


def stretch(rng, passage, least=6, most=40):
    """Return a run of whole words of a passage, notes' marks and all."""
    found = list(_WORD.finditer(_MARK.sub(lambda mark: "_" * len(mark.group()), passage.text)))
    size = min(rng.randint(least, most), len(found))
    first = rng.randrange(len(found) - size + 1)
    return passage.text[found[first].start() : found[first + size - 1].end()]


def exact(rng, passage):
    return Case(stretch(rng, passage), passage.id, "nothing")


def debris(rng, passage, number):
    """Return a copy with what copying does to it: one kind of debris by turns, and now and then a second."""
    text = stretch(rng, passage, least=12)
    name, spoil = DEBRIS[number % len(DEBRIS)]
    text = spoil(rng, text)
    if number % 3 == 0:
        text, name = straight(rng, text), f"{name}, straight marks"
    return Case(text, passage.id, name)


def straight(_, text):
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly(_, text):
    return f"« {straight(None, text).replace(chr(39), '’').replace(' ', chr(0xA0), 3)} »"


def hyphenated(rng, text):
    long = [m for m in _WORD.finditer(text) if len(m.group()) > 7 and m.group().isalpha()]
    if not long:
        return dashes(rng, text)
    at = rng.choice(long).start() + rng.randint(3, 4)
    return text[:at] + rng.choice(["-\n", "\u00ad\n", "‐\n", "- "]) + text[at:]


def soft(_, text):
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text)


def ligatures(_, text):
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def elided(rng, text):
    """Leave out words of one clause without a negation, and put an ellipsis in their place."""
    words = list(_WORD.finditer(text))
    first = rng.randint(3, len(words) - 6)
    last = first + rng.randint(0, 2)
    gone = text[words[first].start() : words[last].end()]
    if re.search(r"\b(?:no|not|never|neither|nor|none|without)\b", gone, re.IGNORECASE):
        return straight(rng, text)
    mark = rng.choice(["…", "...", "[...]", ". . .", "[…]"])
    return f"{text[: words[first].start()]}{mark}{text[words[last].end() :]}"


def bracketed(rng, text):
    words = list(_WORD.finditer(text))
    at = words[rng.randint(2, len(words) - 2)].end()
    first = f"[{text[0]}]" if text[0].isalpha() else text[0]
    return f"{first}{text[1:at]} {rng.choice(['[sic]', '[the writer adds]', '[emphasis added]'])}{text[at:]}"


def marked(rng, text):
    words = list(_WORD.finditer(text))
    at = words[rng.randint(1, len(words) - 2)].end()
    mark = str(rng.randint(1, 99))
    raised = mark.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    safe = raised if not text[at - 1].isdigit() else ""
    return f"{text[:at]}{rng.choice([f'[{mark}]', safe])}{text[at:]}"


def paged(rng, text):
    words = list(_WORD.finditer(text))
    at = words[rng.randint(2, len(words) - 2)].start()
    return f"{text[:at]}\n{rng.choice(['{}', '- {} -', 'Page {}']).format(rng.randint(2, 480))}\n{text[at:]}"


def dashes(_, text):
    return re.sub(r"\s*[—–]\s*", " -- ", text).replace("-", "‑").replace(" ", "\n", 2)


def decapitalised(_, text):
    return text[0].swapcase() + text[1:]


def unmarked(_, text):
    return _MARK.sub("", text)


DEBRIS = [
    (f.__name__, f)
    for f in (
        curly,
        hyphenated,
        soft,
        ligatures,
        elided,
        bracketed,
        marked,
        paged,
        dashes,
        decapitalised,
        unmarked,
    )
]


def changed(rng, passage, number):
    """Return a copy in which one word is another, is gone, is new, or is denied."""
    text = stretch(rng, passage)
    words = list(_WORD.finditer(_MARK.sub(lambda mark: "_" * len(mark.group()), text)))
    chosen = words[rng.randint(1, len(words) - 2)]
    name = ("another", "gone", "added", "not")[number % 4]
    new = rng.choice(OTHERS)
    kept = chosen.group()
    put = {"another": new, "gone": "", "added": f"{kept} {new}", "not": f"{kept} not"}[name]
    return Case(f"{text[: chosen.start()]}{put}{text[chosen.end() :]}", passage.id, name)


def absent(rng):
    return Case(f"{rng.choice(OPENERS)} {rng.choice(MIDDLES)} {rng.choice(CLOSERS)}", None, "invented")
