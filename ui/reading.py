"""How a question was read, in plain words. One place for the chat and the terminal.

The words of questions and documents in it stand as they are: whoever shows them makes them safe first.
"""

from __future__ import annotations

from dataclasses import dataclass
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
#: The parts that can be left out, by their names in ``qa.reading.Reading``; "carried" is all that was taken over.
DROPPABLE: Final = frozenset(
    """asked mentioned period who topic carried speaker source kind since until phrases
    not_speaker not_source not_kind not_phrases""".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a reading: its name in ``Reading``, what it says, and whether the question before gave it.

    ``name`` is one of ``DROPPABLE``, or empty for what cannot be left out.
    """

    name: str
    said: str
    carried: bool = False


def reading_line(reading: Reading) -> str:
    """Return one line on how a question was read; an empty one where nothing but its words was."""
    parts = [part.said for part in (*_preferences(reading), *_filters(reading))] + [*_carried(reading)]
    return strings.READ_AS.format(parts="; ".join(parts)) if parts else ""


def reading_parts(reading: Reading) -> list[Part]:
    """Return the parts of a reading one by one, those that the line leaves to a remark among them."""
    found = [*_unsettled(reading), *_preferences(reading), *_filters(reading)]
    if "topic" in reading.carried:
        found.append(Part("topic", _topic(reading)))
    parts = [Part(p.name, p.said, carried=p.name in reading.carried) for p in found]
    return [*parts, Part("carried", strings.CHIP_GOES_ON, carried=True)] if reading.carried else parts


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


def _unsettled(reading: Reading) -> Iterator[Part]:
    """Yield whose words are asked for where that is nobody known, or one of several."""
    if reading.absent or (reading.choices and set(reading.asked) <= set(reading.choices)):
        yield Part("asked", strings.WORDS_OF.format(names=short(reading.asked_as or "")))


def _preferences(reading: Reading) -> Iterator[Part]:
    names = [name for name in reading.asked if name not in reading.choices]
    if names:
        said = strings.WORDS_OF.format(names=listed(names, strings.AND) + _printed(reading, names))
        yield Part("asked", said)
    asked = reading.words.casefold()
    if named := [name for name in reading.mentioned if name.casefold() not in asked]:
        yield Part("mentioned", strings.NAMED.format(names=listed(named, strings.AND)))
    if reading.period:
        yield Part("period", _time(reading.period.as_printed))
    if reading.who:
        yield Part("who", strings.WHO_SAID_IT)


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


def _filters(reading: Reading) -> Iterator[Part]:
    single = {"speaker": strings.ONLY_SPEAKER, "source": strings.ONLY_SOURCE, "kind": strings.ONLY_KIND}
    for name, said in single.items():
        if value := getattr(reading, name):
            yield Part(name, said.format(value=short(value)))
    if reading.since:
        yield Part("since", strings.ONLY_SINCE.format(value=reading.since))
    if reading.until:
        yield Part("until", strings.ONLY_UNTIL.format(value=reading.until))
    if reading.must:
        yield Part("phrases", strings.MUST_HOLD.format(phrases=quoted(reading.must, strings.AND)))
    elif reading.phrases:
        yield Part("", strings.NEED_NOT_HOLD)
    barred = {"not_speaker": strings.NOT_SPEAKER, "not_source": strings.NOT_SOURCE,
              "not_kind": strings.NOT_KIND, "not_phrases": strings.MUST_NOT_HOLD}  # fmt: skip
    for name, said in barred.items():
        if values := getattr(reading, name):
            yield Part(name, said.format(values=quoted(values, strings.OR)))


def _carried(reading: Reading) -> Iterator[str]:
    if not reading.carried:
        return
    said = [_topic(reading) if name == "topic" else _CARRIED.get(name, name) for name in reading.carried]
    yield strings.GOES_ON.format(parts=", ".join(said))


def _topic(reading: Reading) -> str:
    return strings.CARRIED_TOPIC.format(topic=short(reading.topic.rstrip(" ?!.")))
