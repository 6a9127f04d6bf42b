"""Verbs of speech and thought in all their forms, and the other words that show whose words stand beside them."""

from __future__ import annotations

#: Verbs that introduce what is said more often than anything else does.
SPEECH = """
    say tell ask add reply answer state declare announce argue claim insist assert warn note explain remark observe
    comment continue conclude write tweet recall reiterate emphasize emphasise stress affirm confirm deny
    acknowledge admit concede agree respond retort quip joke whisper shout cry boast complain lament protest object
    urge call describe define dub label predict promise vow pledge threaten demand propose suggest contend maintain
    testify muse wonder exclaim proclaim underline underscore advise read repeat rail fume gush snap yell scream
    murmur mutter sigh counter report post tease crow opine posit reason surmise speculate allege charge inform
    assure remind caution mention cite quote recount reveal disclose relate confide counsel preach plead beg
    implore exhort order instruct declaim decry denounce condemn criticize criticise blast slam rip mock deride
    ridicule praise hail applaud welcome laud thank accuse blame attack dismiss reject defend question challenge
    dispute rebut refute echo endorse back support oppose hint imply signal indicate intimate summarize summarise
    hold assume""".split()
#: Verbs of thought, will and showing: reported, seldom quoted.
THOUGHT = """
    think believe feel know hope fear want expect doubt consider understand realize realise see view regard find
    decide determine learn discover assume suspect guess imagine wish plan intend seek prefer like love hate care
    worry estimate calculate judge figure recognize recognise remember forget suppose anticipate favor favour need
    try aim refuse mean interpret perceive foresee envision envisage conceive dream show demonstrate prove argue
    point call push request ask invite offer agree appeal accept apologize apologise commit consent credit
    celebrate discuss address tout trumpet outline detail advocate recommend require permit forbid direct rule
    vote approve threaten encourage lobby press convince persuade""".split()
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "hold": "held", "think": "thought",
    "feel": "felt", "know": "knew known", "see": "saw seen", "find": "found", "understand": "understood",
    "mean": "meant", "forget": "forgot forgotten", "foresee": "foresaw foreseen", "seek": "sought",
    "show": "showed shown", "forbid": "forbade forbidden", "swear": "swore sworn", "speak": "spoke spoken",
    "learn": "learned learnt", "prove": "proved proven",
}  # fmt: skip
#: Last consonant doubled before an ending.
_DOUBLED = frozenset("quip refer rip snap beg slam dub concur plan tip rap permit commit".split())
_VOWELS = "aeiou"


def _forms(verb: str) -> list[str]:
    """Return a verb's finite and participle forms."""
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    third = (
        verb[:-1] + "ies"
        if verb[-1] == "y" and verb[-2] not in _VOWELS
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    )
    if verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing" if not verb.endswith("ee") else verb + "ing"
    elif verb[-1] == "y" and verb[-2] not in _VOWELS:
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    pasts = _IRREGULAR[verb].split() if verb in _IRREGULAR else [past]
    return [verb, third, ing, *pasts]


def _lemmas(verbs: list[str]) -> dict[str, str]:
    return {form: verb for verb in reversed(verbs) for form in _forms(verb)}


#: Form -> verb, for every form of the verbs above.
LEMMA: dict[str, str] = {**_lemmas(THOUGHT), **_lemmas(SPEECH), "according": "according", "spoke": "speak",
                         "speaks": "speak", "speaking": "speak", "went": "go", "goes": "go"}  # fmt: skip
SPEECH_VERBS = frozenset(SPEECH)
#: Nouns that stand for their owner's words: "Roe's letter", "in a statement".
SPEECH_NOUNS = frozenset(
    """letter letters statement statements speech speeches remark remarks word words message messages address
    interpretation view views argument arguments assertion assertions claim claims reply answer answers testimony
    tweet tweets article essay declaration sermon interview memoir memoirs diary op-ed response comment comments
    allegation allegations accusation criticism call calls promise pledge proposal suggestion warning belief
    opinion question questions demand demands contention complaint assessment conclusion advice request email
    post caption announcement decision explanation quote phrase slogan motto line speculation report reports
    prediction rebuke denial rant note""".split()
)
#: Forms that are nouns or adjectives as often as verbs; only their place tells.
AMBIGUOUS = frozenset(
    """state states comment comments claim claims call calls report reports answer answers reply note notes
    question questions challenge attack attacks blame demand demands charge charges order orders post posts charge
    view views plan plans hope hopes fear fears doubt need love like promise pledge push offer vote press back
    support address object cry joke threaten remark remarks label reason find hold read rule rules quote credit
    request thank attack signal mean care show shows aim dream guess worry figure see preach try
    estimate estimates lament counter counters lobby welcome direct favor favour wish detail""".split()
)
