"""Whether the words between a verb of speech and a date are a mere phrase: "reporters at a rally in Leeds".

A phrase tells to whom, where or how something was said, and a date behind it is still the date of the saying.
Words with a verb, a clause or a topic in them may own the date themselves, as in "said the port opened in 2019"
or "in a speech on the war in 2013". The lists are closed; whatever they do not know counts against the phrase.
"""

from __future__ import annotations

import re

_SPEECH = """letter letters statement statements speech speeches remark remarks message messages address reply
    answer testimony tweet tweets article essay declaration sermon interview interviews memoir memoirs diary
    op-ed report memo email emails e-mail e-mails note post posts column commentary editorial release broadcast
    podcast lecture talk talks affidavit deposition ruling opinion judgment resolution conversation book paper
    entry dispatch telegram cable communique communiqué homily toast eulogy video recording transcript blog
    comments comment press-release""".split()
_EVENT = """visit trip tour meeting meetings hearing hearings session sessions debate rally call appearance
    conference briefing briefings summit ceremony event forum panel gathering dinner convention congress stop
    fundraiser inauguration vigil funeral service program programme show exchange testimony questioning""".split()
#: Words that somebody gives, and occasions on which somebody speaks: a date beside one is that of the words.
SPEECH_NOUNS = frozenset(_SPEECH)
OCCASIONS = frozenset(_SPEECH + _EVENT)
#: "In a 2013 interview", "in Tuesday's statement": up to three words and the noun, behind the date.
OCCASION = re.compile(rf"(?:\s+[\w-]+){{0,3}}?\s+(?:{'|'.join(sorted(OCCASIONS, key=len, reverse=True))})\b")
#: "Speaking", "Roe, testifying": what somebody does who speaks.
UTTERING = r"(?i:while\s+)?(?i:speaking|talking|writing|testifying|appearing|tweeting|posting)\b"

DETERMINERS = frozenset(
    "the a an this that his her their its our my your another one two three some several".split()
)
_DANGLING = frozenset(
    """of for to with from by in at on near under between than over toward towards behind beside through across
    around along beyond outside inside among within without via upon onto and""".split()
)
_CLAUSE = frozenset(
    """that who whom whose which when whenever where while because if unless whether how why what as than although
    though so but or nor he she they it i we you there about over against regarding concerning after before since
    until till following despite amid ahead like into toward towards beyond not nothing never no little is are was
    were be been being am has had have having will would could can cannot may might must shall should do does did
    went came fell rose began sank broke left met took made won lost held built shot saw grew ran got gave became
    said says say told tells wrote writes read sat stood found thought knew kept led felt brought bought sold
    taught caught fought spoke drove flew hit cut put sent spent paid beat beaten taken seen hurt killed born sworn
    driven chosen struck given known written drawn hidden stolen laid
    shut hung flown grown torn worn broken frozen begun sunk swept slain fired""".split()
)
#: Words are given when they are said: "in an essay published in 2009".
_GIVEN = frozenset(
    "published delivered released issued posted recorded printed aired dated given broadcast".split()
)
_DATED_EVENTS = frozenset(
    """flood floods raid raids war wars attack attacks strike strikes vote votes election elections crash fire
    fires battle bombing shooting storm earthquake quake protest protests riot riots coup invasion trial
    crisis deal law referendum murder murders killing killings massacre disaster accident explosion siege
    campaign race contest arrest arrests death deaths collapse eruption hurricane drought famine uprising
    revolution merger sale""".split()
)
_NOUNS_IN_ED = frozenset("hundred bed feed shed sled seed need speed deed creed".split())
_NOUNS_IN_ING = frozenset(
    """meeting hearing briefing gathering sitting opening filing ruling evening morning building wedding screening
    reading king spring questioning sentencing wing launching unveiling signing closing""".split()
) | {"speaking", "during"}
_AIRED = frozenset(
    """radio television tv twitter facebook instagram air stage programme program show podcast blog website page
    floor stump sidelines phone telephone account channel steps record camera condition""".split()
)
#: Whom one speaks to, in words that do not look like a name or a plural.
_HEARERS = frozenset(
    "parliament congress police court men women people staff him them us me state television lawmakers".split()
)
#: "In response to a letter of July 23": the letter is another's.
_REACTION = re.compile(r"\b(?:response|reply|answer|reaction|reference|regard|contrast|addition)s?\s+to\b")
_LONGEST = 25  # words
_BROKEN = re.compile(r"[;:!?()\[\]“”\"„«»—–\ufffc\ufffd]|n[’']t\b")


def is_phrase(words: str) -> bool:
    """Whether the words hold no verb, no clause and no topic, and do not end in the middle of a phrase."""
    tokens = [t.strip(",.") for t in words.split()]
    if not tokens:
        return True
    if len(tokens) > _LONGEST or _BROKEN.search(words) or "," in words:
        return False
    if tokens[-1] in _DANGLING or tokens[-1] in DETERMINERS:
        return False
    return all(_fits(tokens, n) for n in range(len(tokens)))


def ends_in_event(words: str) -> bool:
    """Whether a phrase ends in something that has a day of its own: "survivors of the raid [on Tuesday]".

    What is said "at" or "during" it is said on its day.
    """
    tokens = words.lower().split()
    placed = next((t for t in reversed(tokens) if t in _DANGLING or t == "during"), "")
    return bool(tokens) and tokens[-1].strip(",.") in _DATED_EVENTS and placed not in {"at", "during"}


def names_an_occasion(words: str) -> bool:
    """Whether a phrase is an occasion of speaking or a place: "At a rally", "In a letter to Poe", "In Oslo"."""
    if re.match(UTTERING, words):
        return True
    tokens = words.split()
    if not tokens or tokens[0].lower() not in {"in", "at", "during", "to", "through", "via"}:
        return False
    if _REACTION.search(words) or ends_in_event(words):
        return False
    named = next((t for t in tokens[1:] if t.lower() not in DETERMINERS), "")
    return named[:1].isupper() or any(t.strip(",.") in OCCASIONS for t in tokens)


def _fits(tokens: list[str], n: int) -> bool:
    """Whether the word at ``n`` can stand in a phrase where it does."""
    token = tokens[n]
    low = token.lower() if n == 0 else token
    before, behind = tokens[n - 1] if n else "", tokens[n + 1] if n + 1 < len(tokens) else ""
    if low in _GIVEN and before in SPEECH_NOUNS:
        return True
    if low in _CLAUSE:
        return False
    if rule := _PLACED.get(low):
        return rule(before, behind, tokens[n + 1 : n + 4])
    if low.endswith("ed") and low.islower():
        return before.lower() in DETERMINERS or low in _NOUNS_IN_ED or "-" in low
    return not (low.endswith("ing") and low.islower()) or low in _NOUNS_IN_ING or "-" in low


def _of(before: str, behind: str, _: list[str]) -> bool:
    """Let "of" belong to a name or body, not to the verb or to words: "spoke of", "said Poe of a", "report of"."""
    topic = before[:1].isupper() and behind in DETERMINERS
    return bool(before and behind) and before not in SPEECH_NOUNS and not topic


def _for(before: str, behind: str, _: list[str]) -> bool:
    return bool(before and behind) and before not in SPEECH_NOUNS


def _on(before: str, behind: str, near: list[str]) -> bool:
    """Let "on" name a medium or a place: "on Twitter", "on state television"; not a topic: "a speech on Poe"."""
    return before not in SPEECH_NOUNS and (behind[:1].isupper() or any(w in _AIRED for w in near))


def _to(_: str, behind: str, __: list[str]) -> bool:
    """Tell "to reporters" and "to the House" from "to open"."""
    plural = behind.endswith("s") and not behind.endswith(("ss", "us"))
    return behind[:1].isupper() or behind in DETERMINERS or behind in _HEARERS or plural


def _and(_: str, behind: str, __: list[str]) -> bool:
    return behind[:1].isupper() or behind in DETERMINERS


_PLACED = {"of": _of, "for": _for, "on": _on, "to": _to, "and": _and}
