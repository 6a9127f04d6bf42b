"""Words by which a question shows whose words it asks for."""

from __future__ import annotations

from typing import Final

from corpus.speakers.names import TITLES
from corpus.speakers.verbs import LEMMA
from corpus.speakers.words import PEOPLE

AUXILIARIES: Final = frozenset(
    """did does do has have had would will can could should might may is was were are didn't doesn't don't
    hasn't haven't hadn't wouldn't won't""".split()
)
BE: Final = frozenset("is was were are".split())
WH: Final = frozenset("what why how when where which who whom whose".split())
#: Words between a name and its verb: "has Roe ever promised", "does Roe have to say".
SKIPPED: Final = frozenset(
    """ever also really actually once not then later still never always first originally publicly personally
    have got to himself herself just even again already going be keep""".split()
)
_SPEECH: Final = frozenset(
    """say tell mention state comment remark talk speak discuss elaborate respond reply answer explain argue
    claim warn promise declare announce insist suggest recommend propose think believe feel describe call
    define urge vow pledge predict admit deny concede acknowledge opine advise testify stress emphasize
    emphasise criticize criticise condemn denounce praise note assert contend maintain complain justify
    regard react add characterize characterise counsel threaten reveal disclose quote recall express""".split()
)
#: Verbs that may be deeds as well as words: with these only a known speaker is asked.
_DEED: Final = frozenset(
    """write ask want hope fear wish expect plan see oppose support reject disagree agree concern order
    demand back approve worry intend prefer like love hate understand know doubt consider apologize
    apologise blame accuse defend endorse welcome dismiss favor favour question challenge criticise compare
    envisage envision foresee conclude assume observe reason rule refuse commit care point propound outline
    present introduce raise summarize summarise thank congratulate attack refer view address mean offer accept
    request""".split()
)
_MORE: Final = dict(
    line.split(maxsplit=1)
    for line in """
        talk talks talked talking
        speak speaks spoke spoken speaking
        elaborate elaborates elaborated elaborating
        justify justifies justified justifying
        react reacts reacted reacting
        compare compares compared comparing
        disagree disagrees disagreed disagreeing
        refer refers referred referring
        express expresses expressed expressing
        envisage envisages envisaged
        characterize characterizes characterized
        characterise characterises characterised
        present presents presented presenting
        introduce introduces introduced introducing
        raise raises raised raising
        congratulate congratulates congratulated
        concern concern
        doubt doubts doubted
        recall recalls recalled""".strip().splitlines()
)
_FORMS: Final = LEMMA | {form: verb for verb, forms in _MORE.items() for form in (verb, *forms.split())}
#: Verbs that tell nothing about the topic and are no part of it; the rest stay: "promise the valley".
GENERIC: Final = frozenset(
    """say tell mention state comment remark talk speak discuss elaborate respond reply answer think believe
    feel react concern ask opine agree disagree""".split()
)
#: With these the verb is left out of the topic too, though they are deeds as well.
TOPICLESS: Final = GENERIC | {"write"}
#: What joins such a verb, or a noun of speech, to the topic.
JOINING: Final = frozenset("about of on regarding concerning towards toward to over with that".split())
#: Nouns that stand for their owner's words whoever it is.
SPEECH_NOUNS: Final = frozenset(
    """view views opinion opinions position stance attitude statement statements speech speeches letter
    letters remark remarks interview interviews testimony comment comments response responses argument
    arguments tweet tweets address thoughts quote quotes quotation quotations message messages sermon
    sermons reply answer answers warning warnings promise promises pledge pledges""".split()
)
#: Nouns that a known speaker's words are called by; another's may be a thing: "Newton's claim", "Roe's article".
OTHER_NOUNS: Final = frozenset(
    """words take explanation proposal proposals suggestion suggestions recommendation recommendations
    criticism belief beliefs claim claims assertion feelings reaction reasoning reasons objection objections
    essay article memoir memoirs editorial op-ed advice concern concerns evidence contribution assessment
    perspective idea ideas account description justification verdict judgement judgment prediction
    announcement declaration call demand demands question questions doctrine plan plans vision strategy
    presentation points""".split()
)
#: Of those, the ones that say nothing of the topic.
GENERIC_NOUNS: Final = frozenset(
    """view views opinion opinions position stance attitude remark remarks comment comments response
    responses thoughts quote quotes quotation quotations words take feelings statement statements reply
    answer answers perspective""".split()
)
#: Letters and the like behind a person's name; no part of it.
POST_NOMINALS: Final = frozenset(
    "am mp ms mep msp td qc kc obe cbe mbe kbe dbe phd md esq jr sr junior senior ii iii iv frs".split()
)
PARTICLES: Final = frozenset(
    """van von der den de del della di da du dos das la le ter ten zu af bin ibn bint ben al el ul y e abu
    st""".split()
)
_ADJECTIVES: Final = frozenset(
    """supreme foreign prime vice senior deputy former acting assistant lead first second grand chief
    national interior defense defence finance justice health executive managing shadow honorary interim
    retired late ex crown permanent under joint general education home""".split()
)
#: Those of them that a name can begin with: "van der Horst".
LEADING_PARTICLES: Final = frozenset("van von der den de del della da di du bin ibn bint al el abu ter".split())
ROLE_WORDS: Final = TITLES | _ADJECTIVES
ROLE_NOUNS: Final = TITLES | PEOPLE
#: Words at a question's beginning that ask for an answer and are no part of any name.
IMPERATIVES: Final = frozenset(
    """summarize summarise quote tell show find list give explain describe compare search please discuss
    outline identify name present collect""".split()
)
#: Words that only join a question to what came before.
LEADS: Final = frozenset("and but or so also then ok okay".split())
PRONOUNS: Final = frozenset("he she they".split())
OWNERS: Final = frozenset("his her their".split())
#: Apostrophes are left out as often as not.
SECOND_PERSON: Final = frozenset(
    """you your yours yourself yourselves you're you've you'd you'll youre youve youd youll""".split()
)


#: Deeds by which nobody is asked to speak: "Who ruled the island?", though "Who wants a bridge?".
_NO_SAYING: Final = frozenset(
    """rule challenge attack order approve commit refer point address love hate know see like back write present
    introduce raise offer accept request""".split()
)
#: What people are called by, without the papers and programmes that speak for them.
PERSON_NOUNS: Final = ROLE_NOUNS - frozenset(
    """ad ads advert article banner bill book campaign commercial complaint congress constitution document
    documents editorial editorials email emails filing indictment law lawsuit letter magazine maker memo
    message museum network newspaper note opinion panel paper poll polls post recording release report
    reports resolution ruling sign site source sources state statement story study survey surveys transcript
    treaty tweet video website""".split()
)


def saying_verb(word: str) -> bool:
    """Whether somebody who does this says something: "Who promised ...?"."""
    verb = any_verb(word)
    return verb is not None and verb not in _NO_SAYING


def speech_verb(word: str) -> str | None:
    """Return the verb behind a form of a verb of speech or thought, whoever speaks; else None."""
    verb = _FORMS.get(word)
    return verb if verb in _SPEECH else None


def any_verb(word: str) -> str | None:
    """Return the verb behind a form that a known speaker's words can be asked with; else None."""
    verb = _FORMS.get(word)
    return verb if verb in _SPEECH or verb in _DEED else None


def is_finite(word: str) -> bool:
    """Whether a form of such a verb is not its base: "said", "says", "saying"."""
    return any_verb(word) not in {None, word}
