"""The check of a quotation as HTML: the verdict, and the real words beside those quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus import limits
from qa.checking import Grade, WarningKind
from ui import strings
from ui.quoting import is_grave, warning_line
from ui.render import quoted
from ui.render.differences import differences
from ui.render.elements import element, link, said

if TYPE_CHECKING:
    from qa import QuoteCheck
    from qa.checking import QuoteMatch, QuotePart, QuoteWarning

#: Each grade's sign, its name and what it means. The sign is never alone, and neither is a colour.
_GRADES: Final = {
    Grade.EXACT: ("✓", strings.QUOTING_EXACT, strings.QUOTING_EXACT_SAID),
    Grade.NEAR: ("≈", strings.QUOTING_NEAR, strings.QUOTING_NEAR_SAID),
    Grade.ABSENT: ("✕", strings.QUOTING_ABSENT, strings.QUOTING_ABSENT_SAID),
}

_WHOLE: Final = 100
#: The sign and the name of words that are exact, and another speaker's than the one named.
_OTHERS: Final = ("≠", strings.QUOTING_EXACT_OTHER)


def check(found: QuoteCheck, documents: int) -> str:
    """Return the whole check.

    Args:
        found: the check.
        documents: how many documents were looked through.
    """
    matches = "".join(_match(found, number, match) for number, match in enumerate(found, 1))
    other = " or-other" if _others(found) else ""
    return element(
        "section", f"or-check or-{found.grade.value}{other}", _head(found, documents) + matches + _on(found)
    )


def _head(found: QuoteCheck, documents: int) -> str:
    sign, name, meaning = _GRADES[found.grade]
    others = _others(found)
    if others and found.grade is Grade.EXACT:  # the first thing seen must not be approval
        sign, name = _OTHERS
    verdict = said("span", "or-sign", sign, 'aria-hidden="true"') + said("strong", "", name)
    lines = [element("p", "or-grade", verdict, 'role="status"')]
    lines += [said("p", "or-remark", line) for line in _remarks(found, meaning.format(documents=documents))]
    return "".join([*lines, said("p", "or-remark or-grave", others, 'role="alert"') if others else ""])


def _remarks(found: QuoteCheck, meaning: str) -> list[str]:
    lines = [meaning]
    if found.speaker and not found.names:
        lines.append(strings.NO_SUCH_SPEAKER.format(name=found.speaker))
    if found.occurrences > 1:
        lines.append(strings.QUOTE_OCCURS.format(count=found.occurrences))
    return lines


def _others(found: QuoteCheck) -> str:
    """Return whose words they are at the best place, where they are another speaker's than the one named."""
    warnings = found.matches[0].warnings if found.matches else ()
    told = next((w.told for w in warnings if w.kind is WarningKind.OTHER_SPEAKER), ())
    return strings.QUOTING_OTHER_SPEAKER.format(name=found.speaker, others=", ".join(told)) if told else ""


def _match(found: QuoteCheck, number: int, match: QuoteMatch) -> str:
    inner = (
        quoted.speakers(match.utterances)
        + _warnings(match.warnings)
        + differences(found.quotation, match)
        + (_share(match) if match.grade is Grade.NEAR else "")
        + "".join(_part(part) for part in match.parts)
    )
    label = strings.QUOTING_PLACE.format(number=number)
    return element("article", "or-card or-match", inner, f'aria-label="{label}"')


def _share(match: QuoteMatch) -> str:
    """Return the share of the same words, rounded down; where only case differs it says nothing of use."""
    share = int(match.share * 100)
    return said("p", "or-where", strings.QUOTING_SHARE.format(share=share)) if share < _WHOLE else ""


def _warnings(warnings: tuple[QuoteWarning, ...]) -> str:
    if not warnings:
        return ""
    items = [said("li", "or-grave" if is_grave(w) else "", _sentence(warning_line(w))) for w in warnings]
    return said("p", "or-mind", strings.QUOTING_WARNINGS) + element("ul", "or-warnings", "".join(items))


def _part(part: QuotePart) -> str:
    """Return where a part of the words stands, its citation, and what can be done with it."""
    more = link(strings.QUOTING_READ, "read", part.passage.id) + quoted.collect_button(part.passage.id)
    words = (strings.QUOTING_COPY_WORDS, f"{part.text}\n{part.note}")
    where = quoted.place(part.citation, part.source, part.passage)
    return where + quoted.cited(part.note, (strings.COPY, part.note), words, more=more)


def _on(found: QuoteCheck) -> str:
    """Return where to go from here: passages near in meaning, and an address that checks the same again."""
    links = []
    short = len(found.quotation) <= limits.MAX_QUESTION_CHARS
    if found.grade is Grade.ABSENT and short:
        links.append(link(strings.QUOTING_ASK, "ask", found.quotation))
    if short:  # longer addresses are not taken everywhere
        links.append(link(strings.QUOTING_LINK, "check", found.quotation))
    return element("p", "or-onward", "".join(links)) if links else ""


def _sentence(line: str) -> str:
    return line[:1].upper() + line[1:]
