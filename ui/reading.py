"""How a question was read, in plain words. One place for the chat and the terminal.

The words of questions and documents in it stand as they are: whoever shows them makes them safe first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui import strings
from ui.wording import listed, quoted, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.reading import Reading

_ARTICLES: Final = ("the ", "a ", "an ")
_BEFORE_TIMES: Final = frozenset("in on since after until till up before prior from between during".split())
_CARRIED: Final = {
    "asked": strings.CARRIED_SPEAKER,
    "mentioned": strings.CARRIED_PERSON,
    "period": strings.CARRIED_TIME,
}


def reading_line(reading: Reading) -> str:
    """Return one line on how a question was read; an empty one where nothing but its words was."""
    parts = [*_preferences(reading), *_filters(reading), *_carried(reading)]
    return strings.READ_AS.format(parts="; ".join(parts)) if parts else ""


def question_back(reading: Reading) -> str:
    """Return the question who is meant; an empty line where no name fits several speakers."""
    if not reading.choices:
        return ""
    choices = listed(reading.choices, strings.OR, strings.OTHERS)
    return strings.ASK_BACK.format(which=_which(reading), choices=choices)


def _which(reading: Reading) -> str:
    """Return "Which Roe", where that is the one name asked about, else "Who is meant"."""
    printed = reading.asked_as or ""
    if strings.AND in printed or not set(reading.asked) <= set(reading.choices):
        return strings.WHO_IS_MEANT
    article = next((a for a in _ARTICLES if printed.lower().startswith(a)), "")
    return strings.WHICH.format(name=short(printed[len(article) :]))


def _preferences(reading: Reading) -> Iterator[str]:
    names = [name for name in reading.asked if name not in reading.choices]
    if names:
        yield strings.WORDS_OF.format(names=listed(names, strings.AND) + _printed(reading, names))
    asked = reading.words.casefold()
    if named := [name for name in reading.mentioned if name.casefold() not in asked]:
        yield strings.NAMED.format(names=listed(named, strings.AND))
    if reading.period:
        yield _time(reading.period.as_printed)
    if reading.who:
        yield strings.WHO_SAID_IT


def _printed(reading: Reading, names: Sequence[str]) -> str:
    """Return how the question has a name that it does not have in full, and whether it has it misspelt."""
    printed = reading.asked_as or ""
    if "asked" in reading.carried or printed.casefold() == strings.AND.join(names).casefold():
        return ""
    return (strings.MISSPELT if reading.misspelt else strings.PRINTED).format(printed=short(printed))


def _time(printed: str) -> str:
    """Return "in August 2014", or where the question has no such word before it, of what time."""
    first, _, rest = short(printed).partition(" ")
    if first.lower() in _BEFORE_TIMES:
        return f"{first.lower()} {rest}"
    return strings.TIME.format(printed=short(printed))


def _filters(reading: Reading) -> Iterator[str]:
    for name, said in ((reading.speaker, strings.ONLY_SPEAKER), (reading.source, strings.ONLY_SOURCE)):
        if name:
            yield said.format(value=short(name))
    if reading.kind:
        yield strings.ONLY_KIND.format(value=short(reading.kind))
    if reading.since:
        yield strings.ONLY_SINCE.format(value=reading.since)
    if reading.until:
        yield strings.ONLY_UNTIL.format(value=reading.until)
    if reading.must:
        yield strings.MUST_HOLD.format(phrases=quoted(reading.must, strings.AND))
    elif reading.phrases:
        yield strings.NEED_NOT_HOLD
    barred = ((reading.not_speaker, strings.NOT_SPEAKER), (reading.not_source, strings.NOT_SOURCE),
              (reading.not_kind, strings.NOT_KIND), (reading.not_phrases, strings.MUST_NOT_HOLD))  # fmt: skip
    for values, said in barred:
        if values:
            yield said.format(values=quoted(values, strings.OR))


def _carried(reading: Reading) -> Iterator[str]:
    if not reading.carried:
        return
    topic = strings.CARRIED_TOPIC.format(topic=short(reading.topic.rstrip(" ?!.")))
    said = [topic if name == "topic" else _CARRIED.get(name, name) for name in reading.carried]
    yield strings.GOES_ON.format(parts=", ".join(said))
