"""Speakers as HTML: the list of them, and a page for each with every utterance by date."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from qa.timeline import timeline_of_sayings
from ui import strings
from ui.moments import when_told
from ui.render.elements import act_button, address_button, element, fold, link, said
from ui.render.quoted import place
from ui.render.timeline import speaker_timeline
from ui.speakers import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.model import Speaker
    from corpus.speakers.roster import Flag, Proposal, Roster
    from qa.sayings import Saying, Sayings

#: How many names of a speaker, and how many roles, are shown.
_NAMES: Final = 30


@dataclass(frozen=True, slots=True)
class Identity:
    """What bears on whether names are one person's: proposals, flags, and the user's own merges.

    ``merged`` holds the names that the user merged into this speaker; ``changeable`` says whether the page may
    merge and undo.
    """

    proposals: tuple[Proposal, ...] = ()
    flags: tuple[Flag, ...] = ()
    merged: tuple[str, ...] = ()
    changeable: bool = False

    @classmethod
    def of(cls, name: str, roster: Roster, merges: Mapping[str, str], *, changeable: bool) -> Identity:
        """Return what bears on the speaker of this canonical name."""
        speaker = roster.speaker_of(name)
        names = frozenset(speaker.names if speaker else ())
        return cls(
            tuple(p for p in roster.proposals if name in {p.first, p.second}),
            tuple(f for f in roster.flags if f.name in names),
            tuple(n for n in merges if n in names),
            changeable,
        )


def speakers_list(speakers: Sequence[Speaker], count: int) -> str:
    """Return the first ``count`` of these speakers, each with a link to its page."""
    if not speakers:
        return said("p", "or-remark", strings.PEOPLE_NONE_FIT)
    told = strings.PEOPLE_COUNT_ONE if len(speakers) == 1 else strings.PEOPLE_COUNT.format(count=len(speakers))
    items = "".join(element("li", "", _entry(speaker)) for speaker in speakers[:count])
    return element(
        "section",
        "or-people",
        said("h2", "", told) + element("ul", "or-names", items) + _shown(count, len(speakers)),
    )


def nobody() -> str:
    """Return the list of a corpus in which nobody speaks."""
    return said("p", "or-remark", strings.PEOPLE_NONE)


def notice(text: str) -> str:
    """Return a sentence on what has just been done."""
    return said("p", "or-notice", text, 'role="status"')


def speaker_head(sayings: Sayings, identity: Identity) -> str:
    """Return the upper part of a speaker's page: names, roles, counts, and whether it is one person."""
    speaker = sayings.speaker
    back = element("p", "or-people-back", link(strings.PEOPLE_ALL, "speaker", ""))
    parts = [
        back,
        said("h2", "or-person-name", speaker.name),
        said("p", "or-printed", _printed(speaker)) if speaker.aliases else "",
        said("p", "or-counts", _counts(sayings)),
        "".join(said("p", "or-remark", _flag(flag)) for flag in identity.flags),
        _roles(sayings),
        _identity(speaker.name, identity),
    ]
    return element("section", "or-person", "".join(parts))


def speaker_body(sayings: Sayings, count: int) -> str:
    """Return the lower part of a speaker's page: the timeline, then the first ``count`` utterances."""
    items = "".join(_saying(saying) for saying in sayings.sure[:count])
    parts = [
        said("h3", "", strings.PEOPLE_TIMELINE),
        speaker_timeline(timeline_of_sayings(sayings)),
        said("h3", "", strings.PEOPLE_SAYINGS),
        element("ol", "or-sayings", items),
        _shown(count, len(sayings.sure)),
        _probable(sayings, count),
        element("p", "or-time-note", address_button(strings.PEOPLE_PERMALINK, "speaker", sayings.speaker.name)),
    ]
    return element("section", "or-person", "".join(parts))


def _entry(speaker: Speaker) -> str:
    counted = said("span", "or-tally", strings.PEOPLE_IN.format(
        utterances=_number(speaker.utterances, strings.PEOPLE_UTTERANCE, strings.PEOPLE_UTTERANCES),
        documents=_number(speaker.documents, strings.PEOPLE_DOCUMENT, strings.PEOPLE_DOCUMENTS),
    ))  # fmt: skip
    also = said("span", "or-also", _printed(speaker)) if speaker.aliases else ""
    return link(speaker.name, "speaker", speaker.name) + counted + also


def _number(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


def _printed(speaker: Speaker) -> str:
    names, more = speaker.aliases[:_NAMES], len(speaker.aliases) - _NAMES
    told = "; ".join(names) + (strings.MORE.format(count=more) if more > 0 else "")
    return strings.PEOPLE_PRINTED.format(names=told)


def _counts(sayings: Sayings) -> str:
    parts = [_number(len(sayings.sure), strings.PEOPLE_UTTERANCE, strings.PEOPLE_UTTERANCES)]
    parts += [strings.PEOPLE_KIND.format(count=n, kind=KINDS[kind]) for kind, n in sayings.kinds.items()]
    return " · ".join(parts)


def _flag(flag: Flag) -> str:
    reason = f"{flag.reason}; {strings.DRAWN_LIKE.format(name=flag.like)}" if flag.like else flag.reason
    return strings.PEOPLE_DISGUISE.format(name=flag.name, reason=reason)


def _roles(sayings: Sayings) -> str:
    """Return each role with how often, in how many documents and where it is printed first."""
    if not sayings.roles:
        return ""
    items = [element("li", "", _role(role, found)) for role, found in list(sayings.roles.items())[:_NAMES]]
    return said("h3", "", strings.PEOPLE_ROLES) + element("ul", "or-roles", "".join(items))


def _role(role: str, found: Sequence[Saying]) -> str:
    documents = len({saying.passage.document_id for saying in found})
    told = strings.PEOPLE_ROLE_IN.format(
        count=len(found), documents=_number(documents, strings.PEOPLE_DOCUMENT, strings.PEOPLE_DOCUMENTS)
    )
    first = found[0]
    where = link(first.citation.title or strings.PEOPLE_READ, "read", first.passage.id)
    return said("strong", "", role) + element("span", "or-tally", escape(told) + where)


def _identity(name: str, identity: Identity) -> str:
    rows = [_proposal(name, proposal, identity) for proposal in identity.proposals]
    rows += [_merge(merged, identity) for merged in identity.merged]
    if not rows:
        return ""
    items = "".join(element("li", "", row) for row in rows)
    return said("h3", "", strings.PEOPLE_IDENTITY) + element("ul", "or-identity", items)


def _proposal(name: str, proposal: Proposal, identity: Identity) -> str:
    other = proposal.second if proposal.first == name else proposal.first
    sure = strings.PEOPLE_CERTAINTY.format(certainty=proposal.certainty, reason=proposal.reason)
    told = escape(strings.PEOPLE_MAY_BE) + link(other, "speaker", other) + escape(sure)
    return told + _button(strings.PEOPLE_MERGE, [proposal.second, proposal.first], other, identity)


def _merge(merged: str, identity: Identity) -> str:
    told = said("span", "", strings.PEOPLE_GIVEN.format(name=merged))
    return told + _button(strings.PEOPLE_UNDO, [merged], merged, identity)


def _button(label: str, names: Iterable[str], other: str, identity: Identity) -> str:
    if not identity.changeable:
        return ""
    given = f'aria-label="{escape(f"{label}: {other}")}"'
    return act_button(label, "merge", json.dumps([*names]), attributes=given)


def _saying(saying: Saying) -> str:
    role = strings.PEOPLE_ROLE.format(role=saying.role) if saying.role else ""
    kind = KINDS[saying.kind] if saying.kind.verbatim else strings.PEOPLE_REPORTED
    how = ", ".join(part for part in (kind, role) if part)
    words = "or-words" if saying.kind.verbatim else "or-words or-reported"
    parts = [
        said("p", "or-said-when", when_told(saying.when)),
        said("p", "or-said-how", how),
        said("blockquote" if saying.kind.verbatim else "p", words, saying.words, 'dir="auto"'),
        place(saying.citation, saying.source, saying.passage),
        element("p", "or-go", link(strings.PEOPLE_READ, "read", saying.passage.id)),
    ]
    return element("li", "", "".join(parts))


def _probable(sayings: Sayings, count: int) -> str:
    """Return what is only probably the speaker's, apart from the rest and folded."""
    if not sayings.probable:
        return ""
    told = strings.PEOPLE_PROBABLE.format(name=sayings.speaker.name, count=len(sayings.probable))
    items = "".join(_saying(saying) for saying in sayings.probable[:count])
    return fold(told, element("ol", "or-sayings or-probable", items) + _shown(count, len(sayings.probable)))


def _shown(shown: int, count: int) -> str:
    if count <= shown:
        return ""
    return said("p", "or-time-note", strings.PEOPLE_SHOWN.format(shown=shown, count=count))
